-- What somebody has, beside the password that they know: a program that counts time (RFC 6238), and codes on paper.

create table selaras.second_factor (
    account_id uuid primary key constraint second_factor_belongs_to_an_account references selaras.account
        on delete restrict,
    secret bytea not null,
    enrolled_at timestamptz not null default clock_timestamp(),
    -- null: not confirmed with a code yet, and so not asked for
    confirmed_at timestamptz,
    -- null: not confirmed
    last_step bigint,
    recovery_hashes bytea[] not null default '{}',
    codes_left integer not null generated always as (cardinality(recovery_hashes)) stored,
    constraint second_factor_secret_is_sealed check (octet_length(secret) >= 44),
    constraint second_factor_has_at_most_ten_recovery_codes check (cardinality(recovery_hashes) <= 10),
    constraint second_factor_counts_from_its_confirmation check (
        (confirmed_at is null) = (last_step is null) and (confirmed_at is not null or recovery_hashes = '{}'))
);
comment on table selaras.second_factor is
    'The second factor of a person: what their program of one-time codes computes with, and codes for when it is lost.';
comment on column selaras.second_factor.account_id is
    'Whose it is. Personal data of account holders, until left_accounts.';
comment on column selaras.second_factor.secret is
    'Sealed with a key that the database does not have, so that whoever reads the database can compute no code.'
    ' Personal data of account holders, until left_accounts.';
comment on column selaras.second_factor.enrolled_at is
    'When the secret was made and shown. Personal data of account holders, until left_accounts.';
comment on column selaras.second_factor.confirmed_at is
    'When a code showed that the person has it. Personal data of account holders, until left_accounts.';
comment on column selaras.second_factor.last_step is
    'The last step of thirty seconds whose code was accepted; that one and those before it are accepted no more.'
    ' Personal data of account holders, until left_accounts.';
comment on column selaras.second_factor.recovery_hashes is
    'SHA-256 of the recovery codes that were not used. Personal data of account holders, until left_accounts.';
comment on column selaras.second_factor.codes_left is
    'How many recovery codes were not used. Personal data of account holders, until left_accounts.';
alter table selaras.second_factor enable row level security;
alter table selaras.second_factor force row level security;
create policy owner_maintains on selaras.second_factor to selaras_owner using (true) with check (true);
-- A code of the program that was accepted is the event of its session.
create constraint trigger record_event after insert or update of secret, confirmed_at, recovery_hashes or delete
    on selaras.second_factor deferrable initially deferred
    for each row execute function selaras.record_event('account_id', 'secret,recovery_hashes', 'kabupaten_code');

alter table selaras.token
    add column with_second_factor boolean not null default false,
    add constraint token_second_factor_is_of_a_session check (kind = 'session' or not with_second_factor);
comment on column selaras.token.with_second_factor is
    'Of a session: it began with a code of the second factor, or one was confirmed in it.'
    ' Personal data of account holders, until ended_sessions.';
drop trigger record_event on selaras.token;
create constraint trigger record_event after insert
    or update of principal_id, kind, account_id, scope, expires_at, revoked_at, idle_for, with_second_factor or delete
    on selaras.token deferrable initially deferred
    for each row execute function selaras.record_event('id', 'hash,name', 'kabupaten_code');

create function selaras.use_second_factor(of_account uuid, used_step bigint, used_recovery bytea) returns boolean
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    if not exists (select from second_factor f where f.account_id = of_account and f.confirmed_at is not null) then
        return false;
    end if;
    -- Of two with the same code at a time, on whichever servers, the later waits for the row and finds the code used.
    if used_step is not null then
        update second_factor f set last_step = used_step where f.account_id = of_account and f.last_step < used_step;
    else
        update second_factor f set recovery_hashes = array_remove(f.recovery_hashes, used_recovery)
        where f.account_id = of_account and used_recovery = any (f.recovery_hashes);
    end if;
    if not found then
        raise exception using errcode = 'SL001', constraint = 'second_factor_code_is_used_once',
            message = 'used before, or none';
    end if;
    return true;
end
$$;
comment on function selaras.use_second_factor is
    'Uses a code up, by its step or by the hash of a recovery code. False where the person has no second factor.';

create function selaras.end_sessions(of_account uuid, except_of bytea) returns integer
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    ended integer;
begin
    update token t set revoked_at = now()
    where t.account_id = of_account and t.hash is distinct from except_of and t.revoked_at is null
        and t.expires_at > now();
    get diagnostics ended = row_count;
    return ended;
end
$$;
comment on function selaras.end_sessions is 'Ends a person''s sessions, all but one where it is named; how many.';

create function selaras.own_account(token_hash bytea, password_set_at timestamptz) returns uuid
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    own uuid;
begin
    select nullif(e.account, '')::uuid into own from enter_account(token_hash) e;
    perform from password w
    where w.account_id = own and w.replaced_at is null and w.set_at = password_set_at
    for update;
    if not found then
        raise exception using errcode = 'SL401', message = 'no longer so';
    end if;
    return own;
end
$$;
comment on function selaras.own_account is
    'Whose session it is, where the password that was just shown is still the one.';

create function selaras.own_second_factor(token_hash bytea)
    returns table (account_id uuid, secret bytea, confirmed_at timestamptz, codes_left integer)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
declare
    own uuid := (select nullif(e.account, '')::uuid from enter_account(token_hash) e);
begin
    if own is null then
        raise exception using errcode = 'SL403', message = 'a machine has none';
    end if;
    return query
    select own, f.secret, f.confirmed_at, f.codes_left
    from (select) one left join second_factor f on f.account_id = own;
end
$$;
comment on function selaras.own_second_factor is
    'The second factor of whoever holds the session: nulls where there is none, and no time where it is not confirmed.';
grant execute on function selaras.own_second_factor to selaras_login;

create function selaras.enrol_second_factor(token_hash bytea, password_set_at timestamptz, sealed bytea) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    insert into second_factor (account_id, secret) values (own_account(token_hash, password_set_at), sealed)
    on conflict (account_id) do update set secret = excluded.secret, enrolled_at = excluded.enrolled_at
        where second_factor.confirmed_at is null;
    if not found then
        raise exception using errcode = 'SL001', constraint = 'second_factor_is_one_at_a_time',
            message = 'has one already';
    end if;
end
$$;
comment on function selaras.enrol_second_factor is
    'Another secret for whoever has just shown their password; it counts once it is confirmed.';
grant execute on function selaras.enrol_second_factor to selaras_login;

create function selaras.confirm_second_factor(
    token_hash bytea, sealed bytea, used_step bigint, new_hashes bytea[]
) returns integer
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    own uuid := (select nullif(e.account, '')::uuid from enter_account(token_hash) e);
begin
    update second_factor f
    set confirmed_at = clock_timestamp(), last_step = used_step, recovery_hashes = new_hashes
    where f.account_id = own and f.confirmed_at is null and f.secret = sealed
        and f.enrolled_at > now() - interval '1 hour';
    if not found then
        raise exception using errcode = 'SL404', message = 'nothing to confirm';
    end if;
    update token t set with_second_factor = true where t.hash = token_hash;
    return end_sessions(own, token_hash);
end
$$;
comment on function selaras.confirm_second_factor is
    'From now on a code is asked for: one of the secret that was checked is right. Other sessions end; how many.';
grant execute on function selaras.confirm_second_factor to selaras_login;

create function selaras.renew_recovery_codes(
    token_hash bytea, password_set_at timestamptz, used_step bigint, used_recovery bytea, new_hashes bytea[]
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    own uuid := own_account(token_hash, password_set_at);
begin
    if not use_second_factor(own, used_step, used_recovery) then
        raise exception using errcode = 'SL404', message = 'has none';
    end if;
    update second_factor f set recovery_hashes = new_hashes where f.account_id = own;
end
$$;
comment on function selaras.renew_recovery_codes is
    'Other recovery codes for whoever has just shown their password and a code; those before are good no more.';
grant execute on function selaras.renew_recovery_codes to selaras_login;

create function selaras.end_second_factor(
    token_hash bytea, password_set_at timestamptz, used_step bigint, used_recovery bytea
) returns integer
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    own uuid := own_account(token_hash, password_set_at);
begin
    if not use_second_factor(own, used_step, used_recovery) then
        raise exception using errcode = 'SL404', message = 'has none';
    end if;
    delete from second_factor f where f.account_id = own;
    -- What asks for a second factor asks this session, too.
    update token t set with_second_factor = false where t.hash = token_hash;
    return end_sessions(own, token_hash);
end
$$;
comment on function selaras.end_second_factor is
    'No second factor any more, for whoever has just shown their password and a code. Other sessions end; how many.';
grant execute on function selaras.end_second_factor to selaras_login;

create function selaras.remove_second_factor(wanted uuid) returns integer
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    perform from principal p
    where p.account_id = wanted
        and p.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','));
    if not found then
        raise exception using errcode = 'SL404', message = 'no such person in the caller''s areas';
    elsif not may_look_after(wanted) then
        raise exception using errcode = 'SL403', constraint = 'account_is_ones_to_look_after',
            message = 'holds what is not the caller''s to give';
    end if;
    delete from second_factor f where f.account_id = wanted;
    return end_sessions(wanted, null);
end
$$;
comment on function selaras.remove_second_factor is
    'For somebody who lost what they had: the password alone lets them in again. All their sessions end; how many.';
insert into selaras.permission_effect (resource, action, command, target) values
    ('account', 'update', 'execute', 'remove_second_factor');
select selaras.enforce_permissions();

-- It is shown to whoever asks for their data, and goes with the rest.

create or replace function selaras.data_of_account(wanted uuid) returns json
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select json_build_object(
        'account', (select to_json(a) from account a where a.id = wanted),
        'roles', (select coalesce(json_agg(p order by p.created_at, p.id), '[]') from principal p
            where p.account_id = wanted),
        'passwords', (select coalesce(json_agg(json_build_object('set_at', w.set_at, 'replaced_at', w.replaced_at)
            order by w.set_at), '[]') from password w where w.account_id = wanted),
        'second_factor', (select json_build_object('enrolled_at', f.enrolled_at, 'confirmed_at', f.confirmed_at,
            'codes_left', f.codes_left) from second_factor f where f.account_id = wanted),
        'invitations', (select coalesce(json_agg(to_jsonb(i) - 'code_hash' order by i.created_at, i.id), '[]')
            from invitation i where i.account_id = wanted),
        'sessions', (select coalesce(json_agg(to_jsonb(t) - 'hash' order by t.created_at, t.id), '[]') from token t
            where t.account_id = wanted or t.principal_id in (
                select p.id from principal p where p.account_id = wanted)),
        'reports', (select coalesce(json_agg(r.id order by r.created_at, r.id), '[]') from progress_report r
            where r.reported_by in (select p.id from principal p where p.account_id = wanted)),
        'events', (select coalesce(json_agg(to_jsonb(e) - 'before' - 'after' - 'hash'
                order by e.occurred_at, e.area_code, e.number), '[]') from event e
            where e.account_id = wanted or e.principal_id in (
                select p.id from principal p where p.account_id = wanted)))
$$;

create or replace function selaras.erase_accounts(wanted uuid[]) returns bigint
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    gone uuid;
begin
    delete from password w where w.account_id = any (wanted);
    delete from second_factor f where f.account_id = any (wanted);
    delete from invitation i where i.account_id = any (wanted);
    -- Operations go on pointing at theirs.
    update token t set name = '', revoked_at = coalesce(t.revoked_at, now())
    where t.account_id = any (wanted) or t.principal_id in (
        select p.id from principal p where p.account_id = any (wanted));
    update principal p set name = 'Orang ' || left(p.account_id::text, 8), ended_at = coalesce(p.ended_at, now())
    where p.account_id = any (wanted);
    update account a set name = 'Orang ' || left(a.id::text, 8), email = gen_random_uuid() || '@terhapus.invalid',
        signed_in_at = null, disabled_at = coalesce(a.disabled_at, now())
    where a.id = any (wanted);
    foreach gone in array wanted loop
        perform append_event(
            area_of(json_build_object('account_id', gone)), 'account', gone::text, 'erase', null, null);
    end loop;
    return cardinality(wanted);
end
$$;
