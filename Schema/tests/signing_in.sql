-- Passwords and invitations: how often somebody may be wrong, what a code opens, and who gives whom a role.
begin;
\ir fixture.psql

create function pg_temp.key(name text) returns bytea language sql immutable return sha256(name::bytea);
create function pg_temp.tries(email text, place text) returns integer language plpgsql as $$
begin
    perform pg_temp.login();
    return (select wait from begin_sign_in(email, pg_temp.key(email), pg_temp.key(place), pg_temp.key(email || place)));
end $$;

insert into account (id, name, email) values (pg_temp.id('Siti'), 'Siti', 'siti@x'), (pg_temp.id('Ani'), 'Ani',
    'ani@x');
select set_password(pg_temp.id('Siti'), 32768, 8, 3, substr(sha256('s'), 1, 16), sha256('h'), 0) \g /dev/null

-- Five times, and then one waits; an e-mail without an account is no different.
do $$
declare
    found record;
    email text;
begin
    foreach email in array array['siti@x', 'nobody@x'] loop
        for attempt in 1..5 loop
            assert pg_temp.tries(email, 'far' || attempt) = 0, 'waits too early';
        end loop;
        assert pg_temp.tries(email, 'elsewhere') = 1, 'does not wait';
        perform pg_temp.administer();
        update sign_in_counter set last_at = last_at - interval '1 second' where key = pg_temp.key(email);
        assert pg_temp.tries(email, 'elsewhere') = 0, 'waits too long';
        assert pg_temp.tries(email, 'elsewhere') = 2, 'not twice as long';
        perform pg_temp.administer();
        update sign_in_counter set failures = 90 where key = pg_temp.key(email);
        assert pg_temp.tries(email, 'elsewhere') between 899 and 900, 'longer than a quarter of an hour';
        perform pg_temp.administer();
        -- A hundred are a day; after that they are fifty.
        update sign_in_counter set failures = 100, last_at = clock_timestamp() where key = pg_temp.key(email);
        assert pg_temp.tries(email, 'elsewhere') between 86000 and 86400, 'more than a hundred';
        perform pg_temp.administer();
        update sign_in_counter set last_at = now() - interval '1 day' where key = pg_temp.key(email);
        assert pg_temp.tries(email, 'elsewhere') = 0, 'more than a day';
        assert pg_temp.tries(email, 'elsewhere') between 800 and 900, 'forgotten at once';
    end loop;
    -- Waiting tells nothing of the account.
    perform pg_temp.login();
    select * into strict found from begin_sign_in('siti@x', pg_temp.key('siti@x'), pg_temp.key('p'), pg_temp.key('q'));
    assert found.wait > 0 and found.account_id is null and found.hash is null, found::text;
    -- An address of many people waits later than one e-mail.
    perform pg_temp.administer();
    delete from sign_in_counter;
    for attempt in 1..20 loop
        assert pg_temp.tries('x' || attempt || '@x', 'office') = 0, 'the address waits too early';
    end loop;
    assert pg_temp.tries('y@x', 'office') = 1, 'the address does not wait';
    assert pg_temp.tries('y@x', 'home') = 0, 'another address waits';
end
$$;

-- Where somebody has signed in before, strangers elsewhere do not keep them out.
do $$
declare
    found record;
begin
    perform pg_temp.administer();
    delete from sign_in_counter;
    perform pg_temp.login();
    select * into strict found
    from begin_sign_in('siti@x', pg_temp.key('siti@x'), pg_temp.key('office'), pg_temp.key('siti@xoffice'));
    assert (found.account_id, found.name, found.cost, found.hash) = (pg_temp.id('Siti'), 'Siti', 32768, sha256('h')),
        found::text;
    perform begin_session(found.account_id, found.set_at, pg_temp.key('siti@x'), pg_temp.key('office'),
        pg_temp.key('siti@xoffice'), pg_temp.id('session'), sha256('session'), 'curl', interval '12 hours',
            interval '2 hours');
    perform enter_account(sha256('session'));
    perform pg_temp.administer();
    insert into sign_in_counter values (pg_temp.key('siti@x'), 100, now());
    assert pg_temp.tries('siti@x', 'far') > 86000 and pg_temp.tries('siti@x', 'office') = 0, 'kept out';
    -- It counts there, too.
    for attempt in 1..4 loop assert pg_temp.tries('siti@x', 'office') = 0, 'waits too early'; end loop;
    assert pg_temp.tries('siti@x', 'office') = 1, 'does not wait where it is known';
    perform pg_temp.login();
    perform undo_sign_in(pg_temp.key('siti@x'), pg_temp.key('office'), pg_temp.key('siti@xoffice'));
    assert pg_temp.tries('siti@x', 'office') = 0, 'what nobody looked at was counted';
    -- What was checked must be so still.
    perform pg_temp.login();
    perform pg_temp.refuses($q$select begin_session(pg_temp.id('Siti'), '2024-01-01', 'a', 'b', 'c', pg_temp.id('t'),
        sha256('t'), '', interval '1 hour', interval '1 hour')$q$, 'SL401');
    perform pg_temp.administer();
    update account set disabled_at = now() where id = pg_temp.id('Siti');
    delete from sign_in_counter;
    perform pg_temp.login();
    select * into strict found
    from begin_sign_in('siti@x', pg_temp.key('siti@x'), pg_temp.key('office'), pg_temp.key('siti@xoffice'));
    assert found.wait = 0 and found.account_id is null, 'disabled';
    perform pg_temp.administer();
    update account set disabled_at = null;
end
$$;

-- Another password ends the other sessions; so many earlier ones are remembered.
do $$
declare
    since timestamptz := (select set_at from password where replaced_at is null);
begin
    perform pg_temp.administer();
    insert into token (hash, id, kind, account_id, idle_for, expires_at)
    values (sha256('other'), pg_temp.id('other'), 'session', pg_temp.id('Siti'), '1 hour', now() + interval '1 hour');
    perform pg_temp.login();
    assert change_password(sha256('session'), since, 'a', 'b', sha256('c'), 32768, 8, 3, substr(sha256('s'), 1, 16),
        sha256('2'), 1) = 1, 'the other session goes on';
    perform enter_account(sha256('session'));
    perform pg_temp.refuses($q$select enter_account(sha256('other'))$q$, 'SL401');
    -- The one that was shown is no longer the one.
    perform pg_temp.refuses(format('select change_password(sha256(%L), %L, %L, %L, sha256(%L), 2, 1, 1, %L,
        sha256(%L), 0)',
        'session', since, 'a', 'b', 'c', substr(sha256('s'), 1, 16), 'x'), 'SL401');
    assert (select array_agg(hash) from earlier_passwords(pg_temp.id('Siti'))) = array[sha256('2'), sha256('h')],
        'history';
    assert end_session(sha256('session')) and not end_session(sha256('session')) and not end_session(sha256('lead')),
        'signing out';
    perform pg_temp.refuses($q$select enter_account(sha256('session'))$q$, 'SL401');
end
$$;

-- A coordinator gives roles of their area, and codes to who has no account; a code opens one account, once.
do $$
declare
    invited record;
begin
    perform pg_temp.enter('coordinator');
    select * into strict invited from invite(pg_temp.id('p1'), pg_temp.id('i1'), sha256('code'), interval '7 days',
        'budi@x', 'Budi', 'agency', '63.02', 'DINKES', null, null, null, null, current_date + 1);
    assert invited.expires_at is not null, 'no code';
    assert exists (select from principal where id = pg_temp.id('p1')
        and (account_id, name, kabupaten_code, agency_code) = (invited.account_id, 'Budi', '63.02', 'DINKES')),
        'not what was given';
    assert (select email from account where id = invited.account_id) = 'budi@x', 'not seen by who invited';
    perform pg_temp.refuses($q$select invite(pg_temp.id('p2'), pg_temp.id('i2'), sha256('c'), interval '7 days',
        'budi@x', 'Budi', 'agency', '63.02', 'DINKES', null, null, null, null, null)$q$, 'SL001', 'principal_is_held_once');
    -- What is not theirs to give.
    perform pg_temp.refuses(format($q$select invite(pg_temp.id('p3'), pg_temp.id('i3'), sha256('c'), interval '1 day',
        'cici@x', 'Cici', %L, %L, null, null, null, null, null, null)$q$, role, kabupaten), 'SL403', 'role_is_ones_to_give')
    from (values ('coordinator', '63.02'), ('province', '63.02'), ('viewer', '63.10'), ('viewer', null),
        ('administrator', '63.02')) v (role, kabupaten);
    perform pg_temp.enter('viewer');
    perform pg_temp.refuses($q$select invite(pg_temp.id('p3'), pg_temp.id('i3'), sha256('c'), interval '1 day',
        'cici@x', 'Cici', 'viewer', '63.02', null, null, null, null, null, null)$q$, '42501');
    perform pg_temp.refuses('select count(*) from account', '42501');

    perform pg_temp.login();
    assert (select email from open_invitation(sha256('code'))) = 'budi@x', 'whose is it';
    perform accept_invitation(sha256('code'), 'k', 32768, 8, 3, substr(sha256('s'), 1, 16), sha256('b'), 0);
    perform pg_temp.refuses($q$select accept_invitation(sha256('code'), 'k', 32768, 8, 3, substr(sha256('s'), 1, 16),
        sha256('b'), 0)$q$, 'SL404');
    assert not exists (select from open_invitation(sha256('code'))), 'open still';
    assert (select hash from begin_sign_in('budi@x', sha256('1'), sha256('2'), sha256('3'))) = sha256('b'),
        'no password';

    -- Whom others let in is given nothing by somebody who cannot trust these, and is nobody's to look after there.
    perform pg_temp.enter('neighbour');
    perform pg_temp.refuses($q$select invite(pg_temp.id('p4'), pg_temp.id('i4'), sha256('c4'), interval '7 days',
        'budi@x', 'Somebody', 'viewer', '63.10', null, null, null, null, null, null)$q$, 'SL001',
        'password_is_vouched_for');
    perform pg_temp.administer();
    perform place_principal(pg_temp.id('p4'), 'ani@x', 'Somebody', 'viewer', '63.10', null, null, null, null, null,
        null, null);
    assert (select name from principal where id = pg_temp.id('p4')) = 'Ani', 'another name';
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format($q$select reset_account(%L, pg_temp.id('i5'), sha256('c5'), interval '1 day')$q$,
        pg_temp.id('Ani')), 'SL404');
    perform pg_temp.refuses(format('select disable_account(%L, true)', pg_temp.id('Ani')), 'SL404');
    perform pg_temp.refuses($q$select end_principal(pg_temp.id('p4'))$q$, 'SL404');

    -- A later code takes the place of the one before, and all end with the account.
    perform reset_account(invited.account_id, pg_temp.id('i6'), sha256('c6'), interval '1 day');
    perform reset_account(invited.account_id, pg_temp.id('i7'), sha256('c7'), interval '1 day');
    perform pg_temp.login();
    assert not exists (select from open_invitation(sha256('c6'))), 'two codes at a time';
    assert exists (select from open_invitation(sha256('c7'))), 'no code';
    perform pg_temp.enter('coordinator');
    perform disable_account(invited.account_id, true);
    perform pg_temp.login();
    assert not exists (select from open_invitation(sha256('c7'))), 'a code of a disabled account';
    perform pg_temp.refuses($q$select accept_invitation(sha256('c7'), 'k', 32768, 8, 3, substr(sha256('s'), 1, 16),
        sha256('b'), 0)$q$, 'SL404');
    perform pg_temp.enter('coordinator');
    perform disable_account(invited.account_id, false);
    perform pg_temp.login();
    assert not exists (select from open_invitation(sha256('c7'))), 'a code came back';
    perform pg_temp.enter('coordinator');
    perform reset_account(invited.account_id, pg_temp.id('i9'), sha256('c9'), interval '1 day');
    perform pg_temp.login();
    assert exists (select from open_invitation(sha256('c9'))), 'not enabled';
    perform pg_temp.administer();
    update invitation set created_at = now() - interval '2 days', expires_at = now() where code_hash = sha256('c9');
    perform pg_temp.login();
    assert not exists (select from open_invitation(sha256('c9'))), 'expired';

    -- A peer's account is not a coordinator's to open.
    perform pg_temp.administer();
    update principal set account_id = pg_temp.id('Ani') where id = pg_temp.id('lead');
    insert into principal (id, name, role, kabupaten_code, account_id)
    values (pg_temp.id('peer'), 'Ani', 'coordinator', '63.02', pg_temp.id('Ani'));
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses($q$select reset_account(pg_temp.id('Ani'), pg_temp.id('i8'), sha256('c8'),
        interval '1 day')$q$,
        'SL403', 'account_is_ones_to_look_after');
    perform pg_temp.refuses($q$select end_principal(pg_temp.id('peer'))$q$, 'SL403', 'role_is_ones_to_give');
end
$$;

rollback;
