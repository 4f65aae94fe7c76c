-- Ways out of one's role that are closed, and the two that are not: see "What the database does not prevent" in
-- README.md. Those are tried as well, so that whoever closes them finds out here.
begin;
\ir fixture.psql

-- A temporary table does not take the place of a real one, neither in the service's statements nor in its functions.
do $$
declare
    seen bigint;
begin
    perform pg_temp.enter('coordinator');
    create temporary table lokus (kabupaten_code text, id uuid, desa_code text) on commit drop;
    create temporary table token (hash bytea, principal_id uuid, revoked_at timestamptz, expires_at timestamptz);
    create temporary table permission (role text, resource text, action text);
    create temporary table kabupaten (code text, time_zone text);
    insert into pg_temp.token values ('\x00', pg_temp.id('coordinator'), null, 'infinity');
    insert into pg_temp.permission values ('coordinator', 'everything', 'delete');
    insert into pg_temp.kabupaten values ('63.10', 'Asia/Jakarta');
    execute 'select count(*) from lokus' into seen;
    assert seen = 2, 'a temporary table shadows lokus';
    assert today('63.10') is null, 'a temporary table shadows kabupaten';
    perform pg_temp.login();
    perform pg_temp.refuses($q$select selaras.enter('\x00', 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter(sha256('coordinator'), 'everything', 'delete')$q$, 'SL403');
    perform pg_temp.administer();
    drop table pg_temp.lokus, pg_temp.token, pg_temp.permission, pg_temp.kabupaten;
end
$$;

-- Who becomes somebody else in the middle of a statement finds the rules as they were: they see every row.
do $$
declare
    becoming constant text := 'case when set_config(''role'', ''selaras_village'', true) is not null then %s end';
begin
    set local session_replication_role = replica;
    update survey_round set closed_at = now() - interval '1 day' where id = pg_temp.id('baseline one');
    set local session_replication_role = origin;
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(
        'insert into indicator_result (kabupaten_code, round_id, position, good, eligible, families_missing,
            families_not_applicable)
        select kabupaten_code, id, 7, %s, 0, 0, 0 from survey_round where id = pg_temp.id(''baseline one'')',
        format(becoming, 0)), 'SL001', 'results_are_written_by_closing');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format('update plan_target set target = %s where plan_id = pg_temp.id(''plan one'')',
        format(becoming, 1)), 'SL001', 'targets_are_declared_before_the_resurvey');
    perform pg_temp.enter('coordinator');
    -- That of the plan itself asks who it is first, and a village is not who writes it.
    perform pg_temp.refuses(format('update action_plan set target_ikk = %s where id = pg_temp.id(''plan one'')',
        format(becoming, 1)), '42501');
    perform pg_temp.administer();
end
$$;

-- Only those who import make temporary objects.
do $$
declare
    caller text;
begin
    foreach caller in array array['health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses('create temporary table mine (a integer)', '42501');
        perform pg_temp.refuses('create function pg_temp.mine() returns int language sql as $f$select 1$f$', '42501');
    end loop;
    perform pg_temp.login();
    perform pg_temp.refuses('create temporary table mine (a integer)', '42501');
end
$$;

-- A function in a filter is asked about one's own rows only, however cheap it claims to be.
do $$
declare
    heard text;
begin
    perform pg_temp.enter('coordinator');
    create function pg_temp.listens(code text) returns boolean cost 0.0000001 language plpgsql as $f$
    begin
        perform set_config('heard.all', current_setting('heard.all', true) || ' ' || code, true);
        return true;
    end $f$;
    perform set_config('heard.all', '', true);
    perform count(*) from lokus where pg_temp.listens(desa_code);
    heard := current_setting('heard.all');
    assert heard ~ '63\.02' and heard !~ '63\.10|64\.01', heard;
    -- Nor are the statistics of the planner shown where rows are hidden.
    perform pg_temp.administer();
    analyze selaras.lokus;
    assert (select count(*) from pg_stats where schemaname = 'selaras' and tablename = 'lokus') > 0, 'statistics';
    perform pg_temp.enter('coordinator');
    assert (select count(*) from pg_stats where schemaname = 'selaras' and tablename = 'lokus') = 0, 'statistics shown';
end
$$;

-- A prepared statement that one caller left on the connection is planned anew for the next.
prepare seen_lokus as select count(*) from selaras.lokus;
do $$
declare
    seen bigint;
    found record;
begin
    for found in select * from (values ('coordinator', 2), ('village', 1), ('province', 3), ('far', 1), ('viewer', 2))
        c (caller, lokus)
    loop
        perform pg_temp.enter(found.caller);
        execute 'execute seen_lokus' into seen;
        assert seen = found.lokus, format('%s sees %s', found.caller, seen);
    end loop;
    perform pg_temp.login();
    perform pg_temp.refuses('execute seen_lokus', '42501');
end
$$;
deallocate seen_lokus;

-- Not closed: whoever runs statements of his own choice can leave his role for another and say who he is.
do $$
begin
    perform pg_temp.enter('village');
    reset role;
    assert current_user = 'selaras_login', 'back to the login, which reads nothing';
    perform pg_temp.refuses('select count(*) from lokus', '42501');
    set local role selaras_coordinator;
    perform set_config('selaras.areas', '64.01', true);
    assert (select count(*) from lokus) = 1, 'README.md says that this is possible';

    -- Even so: not the owner, no tokens, no closed round, no event undone, and no change without one.
    perform pg_temp.refuses('set local role selaras_owner', '42501');
    perform pg_temp.refuses('select hash from token', '42501');
    perform pg_temp.refuses('insert into permission values ($q$village$q$, $q$lokus$q$, $q$create$q$)', '42501');
    perform pg_temp.refuses('delete from event', '42501');
    perform pg_temp.refuses($q$update survey_round set ikk = 100 where id = pg_temp.id('baseline four')$q$, 'SL001',
        'round_closed_is_final');
    perform pg_temp.does($q$update lokus set decree_number = '9', decree_on = '2024-01-01'$q$);
    assert (select count(*) from event where subject = 'lokus' and action = 'update' and area_code = '64.01') = 1,
        'a change without an event';
end
$$;

rollback;
