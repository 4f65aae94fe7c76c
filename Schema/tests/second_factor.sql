-- The second factor: enrolled, confirmed, asked for, used up, taken away; and seen by nobody.
begin;
\ir fixture.psql

insert into account (id, name, email) values (pg_temp.id('Siti'), 'Siti', 'siti@x'),
    (pg_temp.id('Ani'), 'Ani', 'ani@x');
insert into principal (id, name, role, kabupaten_code, account_id)
values (pg_temp.id('Siti here'), 'Siti', 'viewer', '63.02', pg_temp.id('Siti')),
    (pg_temp.id('Ani here'), 'Ani', 'coordinator', '63.02', pg_temp.id('Ani'));
select set_password(id, 32768, 8, 3, substr(sha256('s'), 1, 16), sha256('h'), 0) from account \g /dev/null
insert into token (hash, id, kind, account_id, idle_for, expires_at)
select sha256(name::bytea), pg_temp.id(name), 'session', pg_temp.id(split_part(name, ' ', 1)), '1 hour',
    now() + interval '1 hour' from unnest('{Siti one,Siti two,Ani one}'::text[]) name;

create function pg_temp.sealed(name text) returns bytea language sql immutable
    return sha256(name::bytea) || substr(sha256(name::bytea), 1, 16);
create function pg_temp.set_at(name text) returns timestamptz language sql security definer set search_path = selaras
    as $$ select set_at from password where account_id = md5(name)::uuid and replaced_at is null $$;
-- A session with a code, or its refusal.
create function pg_temp.signs_in(step bigint, recovery bytea default null) returns text language plpgsql as $$
begin
    perform pg_temp.login();
    return format('select begin_session(%L, %L, sha256(%L), sha256(%L), sha256(%L), gen_random_uuid(), sha256(%L), %L,
        interval %L, interval %L, %L, %L)', pg_temp.id('Siti'), pg_temp.set_at('Siti'), 'e', 'a', 'b',
        gen_random_uuid(), 'x', '1 hour', '1 hour', step, recovery);
end $$;

do $$
declare
    factor constant text := $q$insert into second_factor (account_id, secret, confirmed_at, last_step, recovery_hashes)
        values (pg_temp.id(%L), %s, %L, %L, %s)$q$;
    fits constant text := format(factor, 'Siti', 'pg_temp.sealed(''x'')', '2026-01-01', 1, '''{}''');
begin
    perform pg_temp.rule('second_factor_belongs_to_an_account',
        format(factor, 'nobody', 'pg_temp.sealed(''x'')', '2026-01-01', 1, '''{}'''), fits);
    perform pg_temp.rule('second_factor_secret_is_sealed',
        format(factor, 'Siti', 'sha256(''x'')', '2026-01-01', 1, '''{}'''), fits);
    perform pg_temp.rule('second_factor_has_at_most_ten_recovery_codes', format(factor, 'Siti', 'pg_temp.sealed(''x'')',
        '2026-01-01', 1, 'array_fill(sha256(''x''), array[11])'), fits);
    perform pg_temp.rule('second_factor_counts_from_its_confirmation',
        format(factor, 'Siti', 'pg_temp.sealed(''x'')', null, 1, '''{}'''), fits);
    perform pg_temp.rule('second_factor_counts_from_its_confirmation', format(factor, 'Siti', 'pg_temp.sealed(''x'')',
        null, null, 'array[sha256(''x'')]'), fits);
    perform pg_temp.covered('second_factor');
end
$$;

-- Enrolled with the password of now, confirmed with the secret that was shown, and within an hour.
do $$
declare
    found record;
begin
    perform pg_temp.login();
    perform pg_temp.refuses($q$select enrol_second_factor(sha256('Siti one'), '2024-01-01', pg_temp.sealed('1'))$q$,
        'SL401');
    perform pg_temp.refuses(format($q$select enrol_second_factor(sha256('coordinator'), %L, pg_temp.sealed('1'))$q$,
        pg_temp.set_at('Siti')), 'SL401');
    perform pg_temp.refuses($q$select own_second_factor(sha256('nobody'))$q$, 'SL401');
    perform pg_temp.refuses($q$select own_second_factor(sha256('coordinator'))$q$, 'SL403');
    select * into strict found from own_second_factor(sha256('Siti one'));
    assert found.account_id = pg_temp.id('Siti') and found.secret is null and found.codes_left is null, found::text;
    perform enrol_second_factor(sha256('Siti one'), pg_temp.set_at('Siti'), pg_temp.sealed('1'));
    perform enrol_second_factor(sha256('Siti one'), pg_temp.set_at('Siti'), pg_temp.sealed('2'));
    select * into strict found from own_second_factor(sha256('Siti two'));
    assert found.secret = pg_temp.sealed('2') and found.confirmed_at is null and found.codes_left = 0, found::text;
    -- Not asked for yet.
    assert (select second_factor is null and hash = sha256('h') from begin_sign_in('siti@x', sha256('1'), sha256('2'),
        sha256('3'))), 'asked for before it is confirmed';
    perform pg_temp.refuses(
        $q$select confirm_second_factor(sha256('Siti one'), pg_temp.sealed('1'), 7, array[sha256('c1')])$q$, 'SL404');
    perform pg_temp.refuses(
        $q$select confirm_second_factor(sha256('Ani one'), pg_temp.sealed('2'), 7, array[sha256('c1')])$q$, 'SL404');
    perform pg_temp.administer();
    update second_factor set enrolled_at = now() - interval '61 minutes';
    perform pg_temp.login();
    perform pg_temp.refuses(
        $q$select confirm_second_factor(sha256('Siti one'), pg_temp.sealed('2'), 7, array[sha256('c1')])$q$, 'SL404');
    perform enrol_second_factor(sha256('Siti one'), pg_temp.set_at('Siti'), pg_temp.sealed('3'));
    assert confirm_second_factor(sha256('Siti one'), pg_temp.sealed('3'), 7, array[sha256('c1'), sha256('c2')]) = 1,
        'the other session goes on';
    perform enter_account(sha256('Siti one'));
    perform pg_temp.refuses($q$select enter_account(sha256('Siti two'))$q$, 'SL401');
    perform pg_temp.refuses(
        $q$select confirm_second_factor(sha256('Siti one'), pg_temp.sealed('3'), 8, array[sha256('c1')])$q$, 'SL404');
    perform pg_temp.refuses(format($q$select enrol_second_factor(sha256('Siti one'), %L, pg_temp.sealed('4'))$q$,
        pg_temp.set_at('Siti')), 'SL001', 'second_factor_is_one_at_a_time');
    assert (select second_factor = pg_temp.sealed('3') from begin_sign_in('siti@x', sha256('1'), sha256('2'),
        sha256('3'))), 'not asked for';
end
$$;

-- Without a code, with one of before, or with one that was used, there is no session; each is good once.
do $$
begin
    perform pg_temp.refuses(pg_temp.signs_in(null), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.refuses(pg_temp.signs_in(7), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.refuses(pg_temp.signs_in(6), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.refuses(pg_temp.signs_in(null, sha256('c3')), 'SL001', 'second_factor_code_is_used_once');
    execute pg_temp.signs_in(9);
    perform pg_temp.refuses(pg_temp.signs_in(9), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.refuses(pg_temp.signs_in(8), 'SL001', 'second_factor_code_is_used_once');
    execute pg_temp.signs_in(null, sha256('c1'));
    perform pg_temp.refuses(pg_temp.signs_in(null, sha256('c1')), 'SL001', 'second_factor_code_is_used_once');
    assert (select codes_left from own_second_factor(sha256('Siti one'))) = 1, 'codes left';
    perform renew_recovery_codes(sha256('Siti one'), pg_temp.set_at('Siti'), 10, null,
        array[sha256('d1'), sha256('d2')]);
    perform pg_temp.refuses(pg_temp.signs_in(null, sha256('c2')), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.refuses(format($q$select renew_recovery_codes(sha256('Siti one'), %L, 10, null, '{}')$q$,
        pg_temp.set_at('Siti')), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.administer();
    assert (select bool_and(with_second_factor) from token where account_id = pg_temp.id('Siti') and name = 'x'),
        'the session does not know it';
end
$$;

-- A role may ask for it: of sessions, not of machines, and as which somebody acts counts.
do $$
begin
    perform pg_temp.login();
    perform enter(sha256('Siti one'), 'lokus', 'read', null, '{viewer}');
    perform enter(sha256('Ani one'), 'lokus', 'read', null, '{viewer}');
    perform enter(sha256('viewer'), 'lokus', 'read', null, '{viewer}');
    perform pg_temp.refuses($q$select enter(sha256('Ani one'), 'lokus', 'read', null, '{viewer,coordinator}')$q$,
        'SL403', 'session_has_the_second_factor_of_its_role');
    perform enter_account(sha256('Ani one'));
end
$$;

-- Taken away by oneself with a code, and by those who look after the account; sessions end.
do $$
begin
    perform pg_temp.login();
    perform pg_temp.refuses(format($q$select end_second_factor(sha256('Siti one'), %L, 10, null)$q$,
        pg_temp.set_at('Siti')), 'SL001', 'second_factor_code_is_used_once');
    perform pg_temp.refuses(format($q$select end_second_factor(sha256('Ani one'), %L, 10, null)$q$,
        pg_temp.set_at('Ani')), 'SL404');
    assert end_second_factor(sha256('Siti one'), pg_temp.set_at('Siti'), null, sha256('d1')) = 2, 'sessions';
    perform pg_temp.refuses($q$select enter(sha256('Siti one'), 'lokus', 'read', null, '{viewer}')$q$,
        'SL403', 'session_has_the_second_factor_of_its_role');
    execute pg_temp.signs_in(null);
    perform pg_temp.administer();
    assert not exists (select from second_factor), 'there still';
    insert into second_factor (account_id, secret) values (pg_temp.id('Siti'), pg_temp.sealed('5')),
        (pg_temp.id('Ani'), pg_temp.sealed('6'));
    perform pg_temp.enter('neighbour');
    perform pg_temp.refuses($q$select remove_second_factor(pg_temp.id('Siti'))$q$, 'SL404');
    perform pg_temp.enter('viewer');
    perform pg_temp.refuses($q$select remove_second_factor(pg_temp.id('Siti'))$q$, '42501');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses($q$select remove_second_factor(pg_temp.id('Ani'))$q$, 'SL403',
        'account_is_ones_to_look_after');
    assert remove_second_factor(pg_temp.id('Siti')) = 2 and remove_second_factor(pg_temp.id('Siti')) = 0, 'sessions';
    perform pg_temp.enter('administrator');
    perform remove_second_factor(pg_temp.id('Ani'));
    perform pg_temp.refuses('select count(*) from second_factor', '42501');
    perform pg_temp.administer();
    assert not exists (select from second_factor), 'there still';
end
$$;

-- All of it is told, without what is secret.
do $$
declare
    told text;
begin
    set constraints all immediate;
    select string_agg(e.action || ' ' || coalesce(e.after ->> 'codes_left', '-'), ', ' order by e.number) into told
    from event e where e.subject = 'second_factor' and e.subject_id = pg_temp.id('Siti')::text;
    assert told = 'insert 0, update 0, update 0, update 2, update 1, update 2, update 1, delete -, insert 0, '
        'delete -', told;
    assert not exists (select from event e where e.subject = 'second_factor'
        and coalesce(e.after, e.before)::jsonb ?| '{secret,recovery_hashes}'), 'a secret is in an event';
    assert (select bool_and(e.area_code = '63.02') from event e where e.subject = 'second_factor'), 'area';
end
$$;

rollback;
