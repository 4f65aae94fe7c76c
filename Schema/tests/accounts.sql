-- People: their rules, what a session may act as, what is their own, and who looks after whom.
begin;
\ir fixture.psql

-- Siti coordinates 63.02 and reads 63.10; Rahmat is PUPR's; Ani holds nothing now.
insert into account (id, name, email)
select pg_temp.id(name), name, lower(name) || '@kotabaru.example' from unnest('{Siti,Rahmat,Ani}'::text[]) name;
insert into principal (id, name, role, kabupaten_code, agency_code, account_id, valid_from, valid_until, ended_at)
select pg_temp.id(id), holder, role, kabupaten, agency, pg_temp.id(holder), valid_from, valid_until, ended
from (values
    ('Siti here', 'Siti', 'coordinator', '63.02', null, null::timestamptz, null::timestamptz, null::timestamptz),
    ('Siti there', 'Siti', 'viewer', '63.10', null, now() - interval '1 day', now() + interval '1 day', null),
    ('Rahmat here', 'Rahmat', 'agency', '63.02', 'DINKES', null, null, null),
    ('Ani past', 'Ani', 'viewer', '63.02', null, null, now(), null),
    ('Ani coming', 'Ani', 'lead', '63.02', null, now() + interval '1 hour', null, null),
    ('Ani ended', 'Ani', 'village', '63.02', null, null, null, now())
) p (id, holder, role, kabupaten, agency, valid_from, valid_until, ended)
where role <> 'village';
insert into token (hash, id, kind, account_id, idle_for, expires_at)
select sha256(name::bytea), pg_temp.id('session of ' || name), 'session', id, interval '1 hour',
    now() + interval '12 hours'
from account;

do $$
declare
    account constant text := 'insert into account (id, name, email) values (pg_temp.id(''new''), %L, %L)';
    fits text := format(account, 'Budi', 'budi@x');
    password constant text := $q$insert into password (account_id, algorithm, cost, block_size, parallelism, salt, hash)
        values (pg_temp.id('%s'), '%s', %s, 8, 3, substr(sha256('x'), 1, %s), substr(sha256('x'), 1, %s))$q$;
    hashed constant text := format(password, 'Siti', 'scrypt', 32768, 16, 32);
    invitation constant text := $q$insert into invitation (id, account_id, code_hash, invited_by, created_at,
        expires_at)
        values (pg_temp.id('new'), pg_temp.id('%s'), %s, pg_temp.id('%s'), '2024-01-01', '%s')$q$;
    invited constant text := format(invitation, 'Siti', 'sha256(''a'')', 'lead', '2024-01-02');
    counter constant text := 'insert into sign_in_counter values (substr(sha256(''n''), 1, %s), %s, now())';
    letter text;
begin
    perform pg_temp.rule('account_email_is_of_one_person', format(account, 'x', 'siti@kotabaru.example'), fits);
    perform pg_temp.rule('account_email_is_in_lower_case', format(account, 'x', 'Budi@x'), fits);
    perform pg_temp.rule('account_email_has_a_name_and_a_place', format(account, 'x', 'budi'), fits);
    perform pg_temp.rule('account_email_has_a_name_and_a_place', format(account, 'x', 'budi @x'), fits);
    perform pg_temp.rule('account_email_has_a_name_and_a_place', format(account, 'x', 'b@' || repeat('x', 253)), fits);
    -- What looks the same, or like nothing, is no other person: accents, other alphabets, marks that are not seen.
    for letter in select unnest(array[U&'\00e9', U&'\0430', U&'\200b', U&'\202e', U&'\00ad', U&'\feff', U&'\ff41'])
    loop
        perform pg_temp.rule('account_email_is_of_plain_letters', format(account, 'x', 'b' || letter || 'di@x'), fits);
    end loop;
    perform pg_temp.rule('account_name_is_not_blank', format(account, ' ', 'budi@x'), fits);
    foreach fits in array array['vouched_by', 'addressed_by', 'disabled_by'] loop
        perform pg_temp.rule(
            case fits when 'vouched_by' then 'account_is_vouched_for_by_a_principal'
                when 'addressed_by' then 'account_was_addressed_by_a_principal'
                else 'account_was_disabled_by_a_principal' end,
            format('update account set %I = pg_temp.id(''nobody'') where id = pg_temp.id(''Siti'')', fits),
            format('update account set %I = pg_temp.id(''lead'') where id = pg_temp.id(''Siti'')', fits));
    end loop;
    perform pg_temp.covered('account');

    perform pg_temp.rule('password_belongs_to_an_account', format(password, 'new', 'scrypt', 32768, 16, 32), hashed);
    perform pg_temp.rule('password_algorithm_is_known', format(password, 'Siti', 'md5', 32768, 16, 32), hashed);
    perform pg_temp.rule('password_parameters_are_those_of_scrypt', format(password, 'Siti', 'scrypt', 1, 16, 32),
        hashed);
    perform pg_temp.rule('password_salt_has_sixteen_bytes', format(password, 'Siti', 'scrypt', 32768, 15, 32), hashed);
    perform pg_temp.rule('password_hash_has_thirty_two_bytes', format(password, 'Siti', 'scrypt', 32768, 16, 31),
        hashed);
    perform pg_temp.covered('password');

    perform pg_temp.rule('counter_key_is_a_keyed_hash', format(counter, 31, 0), format(counter, 32, 0));
    perform pg_temp.rule('counter_counts_from_zero', format(counter, 32, -1), format(counter, 32, 0));
    perform pg_temp.covered('sign_in_counter');

    insert into invitation (id, account_id, code_hash, expires_at)
    values (pg_temp.id('old'), pg_temp.id('Siti'), sha256('old'), now() + interval '1 day');
    perform pg_temp.rule('invitation_is_for_an_account',
        format(invitation, 'new', 'sha256(''a'')', 'lead', '2024-01-02'), invited);
    perform pg_temp.rule('invitation_was_made_by_a_principal',
        format(invitation, 'Siti', 'sha256(''a'')', 'nobody', '2024-01-02'), invited);
    perform pg_temp.rule('invitation_code_is_sha256', format(invitation, 'Siti', '''\x00''', 'lead', '2024-01-02'),
        invited);
    perform pg_temp.rule('invitation_code_is_of_one_invitation',
        format(invitation, 'Siti', 'sha256(''old'')', 'lead', '2024-01-02'), invited);
    perform pg_temp.rule('invitation_expires_after_its_making',
        format(invitation, 'Siti', 'sha256(''a'')', 'lead', '2024-01-01'), invited);
    perform pg_temp.covered('invitation');
end
$$;

-- A session acts as one of what its person holds now.
do $$
declare
    found record;
begin
    perform pg_temp.login();
    select * into strict found from selaras.enter(sha256('Rahmat'), 'lokus', 'read');
    assert (found.principal_id, found.role, found.areas, found.agency, found.account)
        = (pg_temp.id('Rahmat here'), 'selaras_agency', '63.02', 'DINKES', pg_temp.id('Rahmat')::text), found::text;
    perform pg_temp.refuses($q$select selaras.enter(sha256('Siti'), 'lokus', 'read')$q$, 'SL300');
    select * into strict found from selaras.enter(sha256('Siti'), 'lokus', 'read', pg_temp.id('Siti there'));
    assert (found.role, found.areas) = ('selaras_viewer', '63.10'), found::text;
    perform pg_temp.refuses($q$select selaras.enter(sha256('Siti'), 'lokus', 'create', pg_temp.id('Siti there'))$q$,
        'SL403');
    select * into strict found from selaras.enter(sha256('Siti'), 'lokus', 'create', pg_temp.id('Siti here'));
    assert (found.role, found.areas) = ('selaras_coordinator', '63.02'), found::text;
    -- Neither what is somebody else's, nor what is past, coming or ended.
    perform pg_temp.refuses(format($q$select selaras.enter(sha256(%L), 'lokus', 'read', pg_temp.id(%L))$q$, who,
        as_whom),
        'SL403', 'principal_is_held_now')
    from (values ('Siti', 'Rahmat here'), ('Siti', 'viewer'), ('Ani', 'Ani past'), ('Ani', 'Ani coming'),
        ('Rahmat', 'nothing'), ('coordinator', 'lead')) v (who, as_whom);
    perform pg_temp.refuses($q$select selaras.enter(sha256('Ani'), 'lokus', 'read')$q$, 'SL403',
        'principal_is_held_now');
    -- A machine may say what it is.
    select * into strict found from selaras.enter(sha256('viewer'), 'lokus', 'read', pg_temp.id('viewer'));
    assert found.account = '' and not found.is_rested, found::text;
end
$$;

-- What ends a session, a token, a principal or an account ends it with the next request.
do $$
declare
    ending record;
begin
    for ending in select * from (values
        ('session', 'SL401', $q$update token set revoked_at = now() where id = pg_temp.id('session of Rahmat')$q$),
        ('session', 'SL401', $q$update token set seen_at = now() - interval '61 minutes'
            where id = pg_temp.id('session of Rahmat')$q$),
        ('session', 'SL401', $q$update token set created_at = now() - interval '1 day', expires_at = now()
            where id = pg_temp.id('session of Rahmat')$q$),
        ('session', 'SL401', $q$update account set disabled_at = now() where id = pg_temp.id('Rahmat')$q$),
        ('session', 'SL403', $q$update principal set ended_at = now() where id = pg_temp.id('Rahmat here')$q$),
        ('session', 'SL403', $q$update principal set valid_until = now() where id = pg_temp.id('Rahmat here')$q$),
        ('session', 'SL403', $q$update principal set valid_from = now() + interval '1 second'
            where id = pg_temp.id('Rahmat here')$q$),
        ('machine', 'SL401', $q$update principal set ended_at = now() where id = pg_temp.id('viewer')$q$),
        ('machine', 'SL401', $q$update principal set valid_until = now() where id = pg_temp.id('viewer')$q$),
        ('machine', 'SL401', $q$with held as (update principal set account_id = pg_temp.id('Ani')
            where id = pg_temp.id('viewer')) update account set disabled_at = now() where id = pg_temp.id('Ani')$q$)
    ) e (kind, state, change) loop
        perform pg_temp.administer();
        begin
            execute ending.change;
            perform pg_temp.login();
            perform pg_temp.refuses(format('select selaras.enter(sha256(%L), ''lokus'', ''read'')',
                case ending.kind when 'session' then 'Rahmat' else 'viewer' end), ending.state);
            if ending.kind = 'machine' then
                -- Nor by naming somebody else.
                perform pg_temp.refuses($q$select selaras.enter(sha256('viewer'), 'lokus', 'read', pg_temp.id('lead'))$q$,
                    'SL401');
            end if;
            if ending.state = 'SL401' then
                perform pg_temp.refuses(format('select selaras.enter_account(sha256(%L))',
                    case ending.kind when 'session' then 'Rahmat' else 'viewer' end), 'SL401');
            end if;
            raise exception using errcode = 'TEST0';
        exception when sqlstate 'TEST0' then null;
        end;
    end loop;
    perform pg_temp.login();
    perform selaras.enter(sha256('Rahmat'), 'lokus', 'read');
    perform selaras.enter(sha256('viewer'), 'lokus', 'read');
end
$$;

-- A scope takes away and gives nothing.
do $$
begin
    perform pg_temp.administer();
    update token set scope = '{lokus:read,lokus:close}' where hash = sha256('coordinator');
    perform pg_temp.login();
    perform selaras.enter(sha256('coordinator'), 'lokus', 'read');
    perform pg_temp.refuses($q$select selaras.enter(sha256('coordinator'), 'lokus', 'create')$q$, 'SL403');
    perform pg_temp.refuses($q$select selaras.enter(sha256('coordinator'), 'lokus', 'close')$q$, 'SL403');
    perform pg_temp.refuses($q$select selaras.enter(sha256('coordinator'), 'survey_round', 'read')$q$, 'SL403');
end
$$;

-- Use is noted in the end, and brings nothing back.
do $$
declare
    found record;
begin
    perform pg_temp.administer();
    update token set seen_at = now() - interval '50 minutes' where id = pg_temp.id('session of Rahmat');
    update token set seen_at = now() - interval '2 hours' where id = pg_temp.id('session of Siti');
    perform pg_temp.login();
    select * into strict found from selaras.enter(sha256('Rahmat'), 'lokus', 'read');
    assert found.is_rested, 'not rested';
    assert touch_tokens(array[sha256('Rahmat'), sha256('Siti'), sha256('nobody')]) = 1, 'brought back';
    select * into strict found from selaras.enter(sha256('Rahmat'), 'lokus', 'read');
    assert not found.is_rested, 'rested';
    perform pg_temp.administer();
    update token set seen_at = now();
end
$$;

-- One's own is one's own: oneself, what one holds, one's sessions; and of these only their end is one's to write.
do $$
begin
    perform pg_temp.enter_account('Siti');
    assert (select array_agg(email) from account) = '{siti@kotabaru.example}', 'others are seen';
    assert (select count(*) from principal) = 2 and (select count(*) from token) = 1, 'others are seen';
    perform pg_temp.does($q$update token set revoked_at = now() where id = pg_temp.id('session of Rahmat')$q$, 0);
    perform pg_temp.accepts($q$update token set revoked_at = now() where id = pg_temp.id('session of Siti')$q$);
    perform pg_temp.refuses(sql, '42501') from unnest(array[
        'select hash from token', $q$update token set expires_at = 'infinity'$q$, 'update token set scope = null',
        $q$update account set email = 'x@x'$q$, 'select count(*) from lokus', 'select count(*) from region',
        'select count(*) from password', 'select count(*) from permission', 'delete from token',
        $q$update principal set role = 'coordinator'$q$, 'insert into account values (null)']) sql;
    perform pg_temp.enter_account('viewer');
    assert (select count(*) from account) = 0 and (select count(*) from token) = 0, 'of a machine';
    assert (select array_agg(id) from principal) = array[pg_temp.id('viewer')], 'of a machine';
    -- Nobody: no settings, no rows.
    perform pg_temp.login();
    perform set_config('role', 'selaras_account', true);
    assert (select count(*) from account) + (select count(*) from principal) + (select count(*) from token) = 0,
        'nobody';
end
$$;

rollback;
