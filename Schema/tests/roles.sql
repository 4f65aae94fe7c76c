-- The roles: who is what, who owns what, and what the server may do before it has entered.
begin;
\ir fixture.psql

do $$
declare
    faulty text;
    login pg_roles;
begin
    select * into strict login from pg_roles where rolname = 'selaras_login';
    assert login.rolcanlogin and not login.rolinherit, 'selaras_login logs in and inherits nothing';

    select string_agg(rolname, ', ') into faulty
    from pg_roles
    where rolname like 'selaras\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication);
    assert faulty is null, 'more powerful than it should be: ' || faulty;

    select string_agg(rolname, ', ') into faulty
    from pg_roles where rolname like 'selaras\_%' and rolcanlogin and rolname <> 'selaras_login';
    assert faulty is null, 'may log in: ' || faulty;

    select string_agg(g.rolname || ' is a ' || m.roleid::regrole, ', ' order by g.rolname, m.roleid::regrole::text)
    into faulty
    from pg_auth_members m join pg_roles g on g.oid = m.member
    where g.rolname like 'selaras\_%' and (m.admin_option or m.roleid::regrole::text <> 'selaras_reader')
        and not (g.rolname = 'selaras_login' and not m.admin_option and m.roleid::regrole::text in (
            'selaras_coordinator', 'selaras_lead', 'selaras_leadership', 'selaras_agency', 'selaras_reporter',
            'selaras_village', 'selaras_subdistrict', 'selaras_viewer', 'selaras_auditor', 'selaras_province',
            'selaras_provincial_agency', 'selaras_administrator', 'selaras_public',
            'selaras_account'));
    assert faulty is null, 'unexpected membership: ' || faulty;
    assert not pg_has_role('selaras_login', 'selaras_owner', 'member'), 'selaras_login can become the owner';
    assert not pg_has_role('selaras_login', 'selaras_viewer', 'usage'), 'selaras_login inherits';

    select string_agg(o.refobjid::regrole || ' owns ' || o.classid::regclass || ' ' || o.objid, ', ') into faulty
    from pg_shdepend o
    where o.deptype = 'o' and o.refclassid = 'pg_authid'::regclass
        and o.refobjid::regrole::text like 'selaras\_%' and o.refobjid <> 'selaras_owner'::regrole;
    assert faulty is null, faulty;

    select string_agg(c.relname, ', ') into faulty
    from pg_class c where c.relnamespace = 'selaras'::regnamespace and c.relowner <> 'selaras_owner'::regrole;
    assert faulty is null, 'not owned by selaras_owner: ' || faulty;
    select string_agg(p.proname, ', ') into faulty
    from pg_proc p
    where p.pronamespace = 'selaras'::regnamespace and p.proowner <> 'selaras_owner'::regrole
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');
    assert faulty is null, 'not owned by selaras_owner: ' || faulty;

    select string_agg(r.rolname, ', ') into faulty
    from pg_roles r
    where r.rolname like 'selaras\_%' and r.rolname <> 'selaras_owner'
        and (has_schema_privilege(r.oid, 'selaras', 'create') or has_schema_privilege(r.oid, 'public', 'create')
            or has_database_privilege(r.oid, current_database(), 'create'));
    assert faulty is null, 'may create objects: ' || faulty;

    select string_agg(r.rolname, ', ' order by r.rolname) into faulty
    from pg_roles r
    where r.rolname like 'selaras\_%' and has_database_privilege(r.oid, current_database(), 'temporary');
    assert faulty = 'selaras_coordinator, selaras_lead, selaras_owner', 'may create temporary tables: ' || faulty;

    assert (select 'search_path=selaras, pg_temp' = any (setconfig) from pg_db_role_setting
        where setrole = 'selaras_login'::regrole and setdatabase = 0), 'selaras_login searches pg_temp first';
end
$$;

-- Before it has entered, the server reads one table, the ledger of migrations, and writes none.
do $$
declare
    found record;
begin
    perform pg_temp.login();
    assert current_user = 'selaras_login' and session_user = 'selaras_login', current_user;
    for found in
        select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname <> 'migration'
    loop
        perform pg_temp.refuses(format('select from %s', found.name), '42501');
        perform pg_temp.refuses(format('select count(*) from %s', found.name), '42501');
        perform pg_temp.refuses(format('select * from %s', found.name), '42501');
    end loop;
    perform count(*) from migration;
    perform pg_temp.refuses('delete from migration', '42501');
    perform pg_temp.refuses('insert into migration values (99, $q$x$q$, $q$x$q$)', '42501');
    perform pg_temp.refuses('select today($q$63.02$q$)', '42501');
    perform pg_temp.refuses('select report_obligation()', '42501');
    perform pg_temp.refuses('select claim_idempotency_key($q$a$q$, $q$b$q$, $q$c$q$, $q$d$q$)', '42501');
end
$$;

-- What a request becomes can neither define nor take over anything, in any role.
do $$
declare
    caller text;
begin
    foreach caller in array array['coordinator', 'lead', 'leadership', 'health', 'health reporter', 'village', 'camat',
        'viewer', 'auditor', 'province', 'office of the province', 'administrator'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses('create table selaras.mine (a integer)', '42501');
        perform pg_temp.refuses('create table public.mine (a integer)', '42501');
        perform pg_temp.refuses('create schema mine', '42501');
        perform pg_temp.refuses('create function selaras.mine() returns int language sql as $f$select 1$f$', '42501');
        perform pg_temp.refuses('alter table selaras.lokus disable row level security', '42501');
        perform pg_temp.refuses('alter table selaras.lokus disable trigger all', '42501');
        perform pg_temp.refuses('drop trigger record_event on selaras.lokus', '42501');
        perform pg_temp.refuses('truncate selaras.lokus', '42501');
        perform pg_temp.refuses('set local role selaras_owner', '42501');
        perform pg_temp.refuses('set local session_replication_role = replica', '42501');
        perform pg_temp.refuses('select pg_read_file($q$PG_VERSION$q$)', '42501');
        perform pg_temp.refuses('copy (select 1) to program $q$true$q$', '42501');
        -- Row security that would hide rows fails instead of showing them.
        set local row_security = off;
        perform pg_temp.refuses('select count(*) from lokus', '42501');
        set local row_security = on;
    end loop;
end
$$;

rollback;
