-- Codes end with what they were for, e-mails have one spelling, rehearsals tell nothing, and mistakes are put right.
begin;
\ir fixture.psql

create function pg_temp.invites(email text, new_role text, kabupaten text, is_rehearsal boolean default false)
returns record language sql as $$
    select account_id, expires_at from selaras.invite(gen_random_uuid(), gen_random_uuid(),
        sha256((case when is_rehearsal then gen_random_uuid()::text else email end)::bytea),
        interval '1 day', email || '@x', initcap(email), new_role, kabupaten, null, null, null, null, null, null,
        is_rehearsal)
$$;
create function pg_temp.accepts_code(code text) returns void language sql as $$
    select selaras.accept_invitation(sha256(code::bytea), 'k', 2, 1, 1, substr(sha256('s'), 1, 16),
        sha256(code::bytea), 0, 'request of ' || code)
$$;
create function pg_temp.person(email text) returns uuid language sql security definer set search_path = selaras
as $$ select a.id from account a where a.email = person.email || '@x' $$;
create function pg_temp.resets(email text, code text) returns void language sql as $$
    select selaras.reset_account(pg_temp.person(email), gen_random_uuid(), sha256(code::bytea), interval '1 day')
$$;

do $$
declare
    seen record;
    last bigint;
begin
    -- The only role ends before the code is used: it opens nothing, and none is made any more.
    perform pg_temp.enter('coordinator');
    perform pg_temp.invites('ani', 'viewer', '63.02');
    perform end_principal((select p.id from principal p where p.name = 'Ani'));
    perform pg_temp.refuses($q$select pg_temp.resets('ani', 'ani 2')$q$, 'SL001', 'code_is_for_who_holds_a_role');
    perform pg_temp.login();
    assert not exists (select from open_invitation(sha256('ani'))), 'opens an account that holds nothing';
    perform pg_temp.refuses($q$select pg_temp.accepts_code('ani')$q$, 'SL404');
    -- What is held from a day to come is held.
    perform pg_temp.administer();
    update principal set ended_at = null, valid_from = now() + interval '1 day' where name = 'Ani';
    perform pg_temp.login();
    assert exists (select from open_invitation(sha256('ani'))), 'not open before the role begins';

    -- A code ends with another password, whoever chose that.
    perform pg_temp.enter('coordinator');
    perform pg_temp.invites('budi', 'viewer', '63.02');
    perform pg_temp.login();
    perform pg_temp.accepts_code('budi');
    perform pg_temp.enter('coordinator');
    perform pg_temp.resets('budi', 'budi 2');
    perform pg_temp.administer();
    insert into token (hash, id, kind, account_id, idle_for, expires_at) values
        (sha256('budi here'), gen_random_uuid(), 'session', pg_temp.person('budi'), '1 hour',
            now() + interval '1 hour');
    perform pg_temp.login();
    assert exists (select from open_invitation(sha256('budi 2'))), 'not open';
    perform change_password(sha256('budi here'), (select w.set_at from earlier_passwords(pg_temp.person('budi')) w
        limit 1), sha256('k'), sha256('a'), sha256('b'), 2, 1, 1, substr(sha256('s'), 1, 16), sha256('new'), 0);
    assert not exists (select from open_invitation(sha256('budi 2'))), 'undoes the change';

    -- Whom one does not see is nobody whom a rehearsal knows: the same answer as for somebody new.
    perform pg_temp.enter('neighbour');
    select * into seen from pg_temp.invites('budi', 'viewer', '63.10', true)
        as i (account_id uuid, expires_at timestamptz);
    assert seen.account_id <> pg_temp.person('budi') and seen.expires_at is not null, 'told of an account elsewhere';
    perform pg_temp.enter('coordinator');
    select * into seen from pg_temp.invites('budi', 'lead', '63.02', true)
        as i (account_id uuid, expires_at timestamptz);
    assert seen.account_id = pg_temp.person('budi') and seen.expires_at is null, 'one''s own are known';
    perform pg_temp.enter('neighbour');
    perform pg_temp.refuses($q$select pg_temp.invites('budi', 'coordinator', '63.10', true)$q$, 'SL403',
        'role_is_ones_to_give');

    -- A name and an e-mail are corrected by who looks after the account; of either the events tell nothing.
    perform pg_temp.enter('neighbour');
    perform pg_temp.refuses(format('select correct_account(%L, ''X'', null)', pg_temp.person('budi')), 'SL404');
    perform pg_temp.enter('viewer');
    perform pg_temp.refuses(format('select correct_account(%L, ''X'', null)', pg_temp.person('budi')), '42501');
    perform pg_temp.administer();
    select count(*) into last from event;
    perform pg_temp.enter('coordinator');
    select * into seen from correct_account(pg_temp.person('budi'), 'Budi Santoso', 'budi.santoso@x');
    assert (seen.name, seen.email) = ('Budi Santoso', 'budi.santoso@x'), seen::text;
    assert (select count(*) from principal p where p.name = 'Budi Santoso') = 2, 'the name of all that he holds';
    perform pg_temp.refuses(format('select correct_account(%L, null, ''ani@x'')', pg_temp.person('budi.santoso')),
        'SL403', 'email_is_of_nobody_else');
    perform pg_temp.refuses(format('select correct_account(%L, null, %L)', pg_temp.person('budi.santoso'),
        pg_temp.person('ani') || '@terhapus.invalid'), 'SL001', 'account_is_not_erased');
    -- Again it changes nothing.
    perform correct_account(pg_temp.person('budi.santoso'), 'Budi Santoso', null);
    perform pg_temp.administer();
    assert (select string_agg(e.subject || ' ' || e.action, ', ' order by e.subject) from event e
        where e.request_id = 'request of coordinator' and e.action = 'update' and e.occurred_at > (
            select max(f.occurred_at) from event f where f.subject = 'password')) = 'account update, principal update, principal update',
        'events';
    assert not exists (select from event e where concat(e.before, e.after) ~* 'santoso|budi@'), 'a name in an event';
end
$$;

-- Whoever gives an account the e-mail of somebody greater gives it nothing that is theirs.
do $$
declare
    promoting constant text := $q$select pg_temp.invites('sekda', 'leadership', '63.02')$q$;
begin
    perform pg_temp.enter('administrator');
    perform pg_temp.invites('yudi', 'viewer', '63.02');
    perform pg_temp.invites('zul', 'viewer', '63.02');
    perform pg_temp.login();
    perform pg_temp.accepts_code('yudi');
    perform pg_temp.enter('coordinator');
    perform correct_account(pg_temp.person('yudi'), null, 'sekda@x');
    perform pg_temp.enter('administrator');
    perform pg_temp.refuses(promoting, 'SL001', 'password_is_vouched_for');
    -- A code of the administrator ends what the coordinator did, and opens it to whom the administrator gives it.
    perform pg_temp.resets('sekda', 'sekda 2');
    perform pg_temp.login();
    perform pg_temp.accepts_code('sekda 2');
    perform pg_temp.enter('administrator');
    perform pg_temp.does(promoting, 1);

    -- A code that was made for the e-mail before opens nothing any more.
    perform pg_temp.enter('coordinator');
    perform correct_account(pg_temp.person('zul'), 'Zul', null);
    perform pg_temp.login();
    assert exists (select from open_invitation(sha256('zul'))), 'another name ends the code';
    perform pg_temp.enter('coordinator');
    perform correct_account(pg_temp.person('zul'), null, 'zulkifli@x');
    perform pg_temp.login();
    perform pg_temp.refuses($q$select pg_temp.accepts_code('zul')$q$, 'SL404');
end
$$;

-- Somebody is shown what they imported, reported, asked for and let in, and no secret.
do $$
declare
    shown jsonb;
begin
    perform pg_temp.administer();
    update principal set account_id = pg_temp.person('ani') where id = pg_temp.id('coordinator');
    shown := data_of_account(pg_temp.person('ani'));
    assert jsonb_array_length(shown -> 'imports') >= 2 and shown -> 'imports' -> 0 ? 'file_name', 'imports';
    assert jsonb_array_length(shown -> 'invitations_made') >= 2 and not shown -> 'invitations_made' -> 0 ? 'account_id',
        'invitations made';
    assert shown ? 'operations', 'operations';
    assert shown::text !~ 'code_hash|"hash"|"salt"', 'a secret';
    update principal set account_id = null where id = pg_temp.id('coordinator');
    update principal set account_id = pg_temp.person('ani') where id = pg_temp.id('health');
    alter table intervention disable trigger user;
    update intervention set state_by = pg_temp.id('health'), state_reason = 'Tidak ada pagu'
    where id = pg_temp.id('accepted one');
    alter table intervention enable trigger user;
    shown := data_of_account(pg_temp.person('ani'));
    assert shown ?& '{plans_written,accounts_looked_after}', 'what they wrote and whom they let in';
    assert shown #>> '{states_set,0,reason}' = 'Tidak ada pagu', 'decisions';
    assert jsonb_array_length(shown -> 'reports') > 0 and shown -> 'reports' -> 0 ?& '{obstacles,follow_up}', 'reports';
end
$$;

-- Wherever somebody is named, they are shown it: a reference that is new has to be told too.
do $$
declare
    told constant text := (select p.prosrc from pg_proc p where p.oid = 'selaras.data_of_account'::regproc);
    untold text;
begin
    select string_agg(c.conrelid::regclass || '.' || a.attname, ', ') into untold
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.connamespace = 'selaras'::regnamespace
        and c.confrelid in ('selaras.principal'::regclass, 'selaras.account'::regclass)
        -- What a request said again is kept for a day, and says what the events say.
        and c.conrelid <> 'selaras.idempotency_key'::regclass
        and told !~ ('\m' || a.attname || '\M');
    assert untold is null, untold;
end
$$;

-- A token of a machine may no more than its scope, and tells it; nothing else of the role is changed.
do $$
declare
    found record;
begin
    perform pg_temp.administer();
    insert into token (hash, id, principal_id, expires_at, scope)
    values (sha256('machine'), gen_random_uuid(), pg_temp.id('coordinator'), now() + interval '1 day',
        '{lokus:read,intervention:read}');
    perform pg_temp.login();
    select * into strict found from selaras.enter(sha256('machine'), 'lokus', 'read');
    assert found.scope = 'lokus:read intervention:read', found::text;
    perform pg_temp.refuses($q$select selaras.enter(sha256('machine'), 'lokus', 'create')$q$, 'SL403');
    -- Those who are not held now are not believed.
    perform pg_temp.administer();
    update principal set valid_from = now() + interval '1 hour' where id = pg_temp.id('coordinator');
    perform pg_temp.login();
    perform pg_temp.refuses($q$select selaras.enter(sha256('machine'), 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter_account(sha256('machine'))$q$, 'SL401');
end
$$;

rollback;
