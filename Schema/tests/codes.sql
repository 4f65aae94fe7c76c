-- A code is worth what its maker may give, and a password no more; and who was disabled stays so.
begin;
\ir fixture.psql

-- Of the two neighbours each coordinates a kabupaten; the administrator has all of the province.
insert into principal (id, name, role, province_code) values (pg_temp.id('chief'), 'chief', 'administrator', '63');
insert into token (hash, id, principal_id, expires_at)
values (sha256('chief'), pg_temp.id('token of chief'), pg_temp.id('chief'), now() + interval '1 day');

-- As whoever is entered: a role with a code named after the e-mail; the answer is whether there is one.
create function pg_temp.invites(email text, new_role text, kabupaten text) returns boolean language sql as $$
    select expires_at is not null from selaras.invite(gen_random_uuid(), gen_random_uuid(), sha256(email::bytea),
        interval '1 day', email || '@x', email, new_role, kabupaten, null, null, null, null, null, null)
$$;
-- The same by an operator.
create function pg_temp.gives(email text, new_role text, kabupaten text, province text) returns uuid language sql as $$
    select selaras.place_principal(gen_random_uuid(), email || '@x', email, new_role, kabupaten, province, null, null,
        null, null, null, null)
$$;
create function pg_temp.accepts_code(code text) returns void language sql as $$
    select selaras.accept_invitation(sha256(code::bytea), 'k', 2, 1, 1, substr(sha256('s'), 1, 16),
        sha256(code::bytea), 0, 'request of ' || code)
$$;
create function pg_temp.resets(email text, code text) returns void language sql as $$
    select selaras.reset_account((select id from selaras.account where account.email = resets.email || '@x'),
        gen_random_uuid(), sha256(code::bytea), interval '1 day')
$$;
create function pg_temp.no_code(code text) returns void language plpgsql as $$
begin
    perform pg_temp.login();
    assert not exists (select from open_invitation(sha256(code::bytea))), code || ' opens still';
    perform pg_temp.refuses(format('select pg_temp.accepts_code(%L)', code), 'SL404');
end $$;

-- Whose code is open: others who cannot look after all of it give nothing, and an operator's role ends it.
do $$
begin
    perform pg_temp.enter('coordinator');
    assert pg_temp.invites('budi', 'viewer', '63.02'), 'no code';
    perform pg_temp.enter('neighbour');
    perform pg_temp.refuses($q$select pg_temp.invites('budi', 'lead', '63.10')$q$, 'SL403',
        'account_is_ones_to_look_after');
    -- One's own can have more of one's own: with another code.
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses($q$select pg_temp.invites('budi', 'viewer', '63.02')$q$, 'SL001', 'principal_is_held_once');
    perform pg_temp.administer();
    perform pg_temp.gives('budi', 'lead', '63.10', null);
    perform pg_temp.no_code('budi');
    perform pg_temp.administer();
    assert (select revoked_at is not null from invitation where code_hash = sha256('budi')), 'not taken back';

    -- An operator's code outlasts what others give, and nobody else's does who may not give it.
    perform pg_temp.gives('wati', 'viewer', '63.02', null);
    perform place_invitation(null, (select id from account where email = 'wati@x'), gen_random_uuid(), sha256('wati'),
        interval '1 day');
    perform pg_temp.gives('wati', 'coordinator', '63.10', null);
    perform pg_temp.login();
    perform pg_temp.accepts_code('wati');
    perform pg_temp.administer();
    assert (select vouched_by is null from account where email = 'wati@x'), 'vouched for by nobody';

    -- A role that came by another way ends the code all the same.
    perform pg_temp.enter('coordinator');
    assert pg_temp.invites('cici', 'viewer', '63.02'), 'no code';
    perform pg_temp.administer();
    insert into principal (id, name, role, kabupaten_code, account_id)
    select gen_random_uuid(), 'Cici', 'lead', '63.10', id from account where email = 'cici@x';
    perform pg_temp.no_code('cici');
end
$$;

-- A code for another password is worth no more once the account has become more.
do $$
begin
    perform pg_temp.enter('chief');
    assert pg_temp.invites('dedi', 'viewer', '63.02'), 'no code';
    perform pg_temp.login();
    perform pg_temp.accepts_code('dedi');
    perform pg_temp.administer();
    assert (select vouched_by = pg_temp.id('chief') from account where email = 'dedi@x'), 'not vouched for';
    perform pg_temp.enter('coordinator');
    perform pg_temp.resets('dedi', 'dedi 2');
    perform pg_temp.enter('chief');
    assert not pg_temp.invites('dedi', 'coordinator', '63.02'), 'a code beside a password';
    perform pg_temp.no_code('dedi 2');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses($q$select pg_temp.resets('dedi', 'dedi 3')$q$, 'SL403', 'account_is_ones_to_look_after');

    -- Nor once its maker has lost the office, or the account.
    perform pg_temp.enter('chief');
    assert pg_temp.invites('eka', 'viewer', '63.02'), 'no code';
    perform pg_temp.administer();
    begin
        update principal set ended_at = now() where id = pg_temp.id('chief');
        perform pg_temp.no_code('eka');
        raise exception using errcode = 'TEST0';
    exception when sqlstate 'TEST0' then null;
    end;
    perform pg_temp.login();
    perform pg_temp.accepts_code('eka');
end
$$;

-- Whoever accepted a code himself owns the password: nobody adds to it what he could not have given.
do $$
begin
    perform pg_temp.enter('coordinator');
    assert pg_temp.invites('fani', 'viewer', '63.02'), 'no code';
    perform pg_temp.login();
    perform pg_temp.accepts_code('fani');
    perform pg_temp.enter('coordinator');
    assert not pg_temp.invites('fani', 'lead', '63.02'), 'a code beside a password';
    perform pg_temp.enter('neighbour');
    perform pg_temp.refuses($q$select pg_temp.invites('fani', 'lead', '63.10')$q$, 'SL001', 'password_is_vouched_for');
    perform pg_temp.enter('chief');
    perform pg_temp.refuses($q$select pg_temp.invites('fani', 'coordinator', '63.02')$q$, 'SL001',
        'password_is_vouched_for');
    perform pg_temp.administer();
    perform pg_temp.refuses($q$select pg_temp.gives('fani', 'province', null, '63')$q$, 'SL001',
        'password_is_vouched_for');
    -- Another password ends that. While its code is open nothing has changed.
    perform pg_temp.enter('chief');
    perform pg_temp.resets('fani', 'fani 2');
    perform pg_temp.refuses($q$select pg_temp.invites('fani', 'coordinator', '63.02')$q$, 'SL001',
        'password_is_vouched_for');
    perform pg_temp.login();
    perform pg_temp.accepts_code('fani 2');
    perform pg_temp.enter('chief');
    assert not pg_temp.invites('fani', 'coordinator', '63.02'), 'a code beside a password';
    perform pg_temp.administer();
    assert (select count(*) from principal p join account a on a.id = p.account_id where a.email = 'fani@x') = 3,
        'what was given';
end
$$;

-- Disabling ends sessions, tokens and codes for good; who did it, or is above, enables.
do $$
declare
    gita uuid;
begin
    perform pg_temp.enter('coordinator');
    assert pg_temp.invites('gita', 'viewer', '63.02'), 'no code';
    perform pg_temp.login();
    perform pg_temp.accepts_code('gita');
    perform pg_temp.administer();
    select id into gita from account where email = 'gita@x';
    insert into token (hash, id, kind, account_id, idle_for, expires_at) values
        (sha256('gita here'), gen_random_uuid(), 'session', gita, '1 hour', now() + interval '1 hour');
    insert into token (hash, id, principal_id, expires_at)
    select sha256('machine of gita'), gen_random_uuid(), id, now() + interval '1 hour' from principal
    where account_id = gita;
    perform pg_temp.enter('coordinator');
    perform pg_temp.resets('gita', 'gita 2');
    perform disable_account(gita, true);
    perform disable_account(gita, false);
    perform disable_account(gita, false);
    perform pg_temp.no_code('gita 2');
    perform pg_temp.refuses($q$select enter_account(sha256('gita here'))$q$, 'SL401');
    perform pg_temp.refuses($q$select enter_account(sha256('machine of gita'))$q$, 'SL401');

    perform pg_temp.enter('chief');
    perform disable_account(gita, true);
    perform pg_temp.enter('coordinator');
    -- To disable it again is no way to enable it.
    perform disable_account(gita, true);
    perform pg_temp.refuses(format('select disable_account(%L, false)', gita), 'SL403', 'account_is_ones_to_enable');
    perform pg_temp.resets('gita', 'gita 3');
    perform pg_temp.no_code('gita 3');
    perform pg_temp.enter('chief');
    perform disable_account(gita, false);
    perform pg_temp.enter('coordinator');
    perform disable_account(gita, true);
    perform pg_temp.enter('chief');
    perform disable_account(gita, false);

    -- By an operator: with a code of theirs, once it is used, and by nobody else.
    perform pg_temp.administer();
    update account set disabled_at = now() where id = gita;
    perform pg_temp.enter('chief');
    perform pg_temp.refuses(format('select disable_account(%L, false)', gita), 'SL403', 'account_is_ones_to_enable');
    perform pg_temp.administer();
    perform place_invitation(null, gita, gen_random_uuid(), sha256('gita 4'), interval '1 day');
    assert (select disabled_at is not null from account where id = gita), 'enabled by a code that nobody used';
    perform pg_temp.login();
    perform pg_temp.accepts_code('gita 4');
    perform pg_temp.administer();
    assert (select disabled_at is null and disabled_by is null and vouched_by is null from account where id = gita),
        'not enabled';

    -- Who was erased is nobody's to bring back.
    perform erase_accounts(array[gita]);
    perform pg_temp.refuses(format($q$select place_invitation(null, %L, gen_random_uuid(), sha256('x'),
        interval '1 day')$q$, gita), 'SL001', 'account_is_not_erased');
    perform pg_temp.refuses(format($q$select place_principal(gen_random_uuid(), '%s@terhapus.invalid', 'x', 'viewer',
        '63.02', null, null, null, null, null, null, null)$q$, gita), 'SL001', 'account_is_not_erased');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format('select disable_account(%L, false)', gita), 'SL404');
    perform pg_temp.refuses(format($q$select reset_account(%L, gen_random_uuid(), sha256('x'), interval '1 day')$q$,
        gita), 'SL404');
end
$$;

-- Who accepted a code is said in its events, and in which request.
do $$
begin
    perform pg_temp.administer();
    set constraints all immediate;
    assert exists (select from event e where e.subject = 'password' and e.action = 'insert'
        and e.request_id = 'request of fani 2' and e.account_id = (select id from account where email = 'fani@x')),
        'password';
end
$$;

rollback;
