-- What the server's own login can do by itself, before it has entered: these functions, and nothing else.
begin;
\ir fixture.psql

do $$
declare
    found text;
begin
    select string_agg(p.proname, ', ' order by p.proname) into found
    from pg_proc p
    where p.pronamespace = 'selaras'::regnamespace and has_function_privilege('selaras_login', p.oid, 'execute')
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e');
    assert found = 'accept_invitation, begin_operation, begin_session, begin_sign_in, change_password, '
        'confirm_second_factor, earlier_passwords, end_operation, end_second_factor, end_session, enrol_second_factor, '
        'enter, enter_account, enter_public, note_denial, open_invitation, own_second_factor, refuse_sign_in, '
        'rehash_password, renew_recovery_codes, report_operation, sweep_idempotency_keys, sweep_sign_ins, '
        'touch_tokens, undo_sign_in, unfinished_operations', 'may execute: ' || found;

    -- By none of them without a secret that it does not have: a token, a code, or when a password was set.
    perform pg_temp.login();
    perform pg_temp.refuses($q$select enter(sha256('guess'), 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select enter_account(sha256('guess'))$q$, 'SL401');
    perform pg_temp.refuses($q$select own_second_factor(sha256('guess'))$q$, 'SL401');
    perform pg_temp.refuses($q$select accept_invitation(sha256('guess'), 'k', 2, 1, 1, substr(sha256('s'), 1, 16),
        sha256('p'), 0)$q$, 'SL404');
    perform pg_temp.refuses($q$select begin_session(pg_temp.id('x'), now(), sha256('k'), sha256('a'), sha256('b'),
        pg_temp.id('s'), sha256('t'), 'x', '1 hour', '1 hour')$q$, 'SL401');
    perform pg_temp.refuses($q$select change_password(sha256('guess'), now(), sha256('k'), sha256('a'), sha256('b'), 2,
        1, 1, substr(sha256('s'), 1, 16), sha256('p'), 0)$q$, 'SL401');
    -- What gives, takes, corrects or reads is for who has entered.
    perform pg_temp.refuses($q$select invite(pg_temp.id('p'), pg_temp.id('i'), sha256('c'), '1 day', 'x@x', 'x',
        'viewer', '63.02', null, null, null, null, null, null)$q$, '42501');
    perform pg_temp.refuses($q$select correct_account(pg_temp.id('x'), 'x', null)$q$, '42501');
    perform pg_temp.refuses($q$select disable_account(pg_temp.id('x'), true)$q$, '42501');
    perform pg_temp.refuses($q$select data_of_account(pg_temp.id('x'))$q$, '42501');
    perform pg_temp.refuses($q$select note_deed('export', 'x', 'x')$q$, '42501');
    perform pg_temp.refuses($q$select append_event('service', 'x', 'x', 'insert', null, null)$q$, '42501');
end
$$;

rollback;
