-- Whether somebody holds something is said in one place; and a token tells its scope.

-- These two have bodies that are bound when they are made, so that no search_path is looked up in them; without one they
-- become part of the statement around them, and cost it nothing.
create function selaras.is_lasting(ended_at timestamptz, valid_until timestamptz) returns boolean
    language sql stable parallel safe security invoker
    return ended_at is null and (valid_until is null or valid_until > now());
comment on function selaras.is_lasting is 'Whether a principal is held now, or will be from a day to come.';
create function selaras.is_held(ended_at timestamptz, valid_from timestamptz, valid_until timestamptz) returns boolean
    language sql stable parallel safe security invoker
    return ended_at is null and (valid_until is null or valid_until > now())
        and (valid_from is null or valid_from <= now());
comment on function selaras.is_held is 'Whether a principal is held now: whether a request may act in its name.';
grant execute on function selaras.is_held to selaras_account;

drop function selaras.enter(bytea, text, text, uuid, text[]);
create function selaras.enter(
    token_hash bytea, wanted_resource text, wanted_action text, wanted_principal uuid default null,
    second_factor_for text[] default null
) returns table (
    principal_id uuid, name text, role text, areas text, agency text, lokus text, account text, is_rested boolean,
    session text, scope text
)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
declare
    held token;
    who principal;
begin
    select t.* into held
    from token t
    left join principal p on p.id = t.principal_id
    left join account a on a.id = coalesce(t.account_id, p.account_id)
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now()) and a.disabled_at is null
        -- The token of a machine ends with its principal; a session may have others.
        and (p.id is null or is_held(p.ended_at, p.valid_from, p.valid_until));
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    end if;
    select p.* into who
    from principal p
    where (p.id = held.principal_id or p.account_id = held.account_id)
        and (wanted_principal is null or p.id = wanted_principal)
        and is_held(p.ended_at, p.valid_from, p.valid_until)
    limit 1;
    if not found then
        raise exception using errcode = 'SL403', constraint = 'principal_is_held_now',
            message = 'the token''s owner does not hold such a principal now';
    end if;
    if wanted_principal is null and held.principal_id is null and exists (
        select from principal p
        where p.account_id = held.account_id and p.id <> who.id and is_held(p.ended_at, p.valid_from, p.valid_until)
    ) then
        raise exception using errcode = 'SL300', message = 'several principals, and none is named';
    end if;
    -- A machine has no second factor.
    if held.kind = 'session' and not held.with_second_factor and who.role = any (second_factor_for) then
        raise exception using errcode = 'SL403', constraint = 'session_has_the_second_factor_of_its_role',
            message = format('%s acts with a second factor only', who.role);
    end if;
    if not exists (
        select from permission g
        where g.role = who.role and g.resource = wanted_resource and g.action = wanted_action
    ) or not coalesce(wanted_resource || ':' || wanted_action = any (held.scope), held.scope is null) then
        raise exception using errcode = 'SL403',
            message = format('%s may not %s %s', who.role, wanted_action, wanted_resource);
    end if;
    principal_id := who.id;
    name := who.name;
    role := 'selaras_' || who.role;
    account := coalesce(who.account_id::text, '');
    -- Of most it is said in their row; the others' reach is looked up, which costs a fifth of all this.
    if who.kabupaten_code is null or who.role in ('village', 'subdistrict') then
        select r.areas, r.agency, r.lokus into areas, agency, lokus from reach_of(who) r;
    else
        areas := who.kabupaten_code;
        agency := coalesce(who.agency_code, '');
        lokus := '';
    end if;
    session := held.id::text;
    scope := coalesce(array_to_string(held.scope, ' '), '');
    is_rested := held.seen_at < now() - interval '1 minute';
    return next;
end
$$;
comment on function selaras.enter is
    'Turns a token''s hash into its caller, or fails with SL401 (no such token), SL300 (the person holds several
principals and names none) or SL403 (not permitted, not in the scope of the token, not that principal''s holder, or
without the second factor that the service asks of the role). It is the first statement of every request, in the same
transaction as what the request does, so that what was revoked is refused at once: a token, a session, a principal, an
account. It cannot set the role itself (a security definer function may not), so the statement around it does.';
grant execute on function selaras.enter to selaras_login;

create or replace function selaras.enter_account(token_hash bytea)
    returns table (token_id uuid, account text, principal text, role text, is_rested boolean)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
begin
    select t.id, coalesce(t.account_id::text, ''), coalesce(t.principal_id::text, ''), 'selaras_account',
        t.seen_at < now() - interval '1 minute'
    into token_id, account, principal, role, is_rested
    from token t
    left join principal p on p.id = t.principal_id
    left join account a on a.id = coalesce(t.account_id, p.account_id)
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now()) and a.disabled_at is null
        -- The token of a machine ends with its principal; a session may have others.
        and (p.id is null or is_held(p.ended_at, p.valid_from, p.valid_until));
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    end if;
    return next;
end
$$;

create or replace function selaras.looks_after(giver uuid, wanted uuid) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select giver is null or not exists (
        select from principal p
        where p.account_id = wanted and is_lasting(p.ended_at, p.valid_until)
            and not may_give(giver, p.role, p.kabupaten_code))
$$;

create or replace function selaras.is_open(code selaras.invitation) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select code.accepted_at is null and code.revoked_at is null and code.expires_at > now()
        -- Once the roles have ended that it came with, it opens nothing.
        and exists (
            select from principal p
            where p.account_id = code.account_id and is_lasting(p.ended_at, p.valid_until))
        and looks_after(code.invited_by, code.account_id)
        and (code.invited_by is null or exists (
            select from principal maker left join account m on m.id = maker.account_id
            where maker.id = code.invited_by and is_lasting(maker.ended_at, maker.valid_until)
                and m.disabled_at is null))
        -- An operator lets those in again who were disabled.
        and (code.invited_by is null or exists (
            select from account a where a.id = code.account_id and a.disabled_at is null))
$$;
comment on function selaras.is_open is
    'Whether a code can be used: not used, ended or taken back, for somebody who holds something or will, and its maker
is still who may look after the account.';

alter table selaras.account
    -- null: an operator, or nobody since the password was chosen
    add column addressed_by uuid constraint account_was_addressed_by_a_principal references selaras.principal
        on delete restrict;
comment on column selaras.account.addressed_by is
    'Who gave it the e-mail that it has, since its password was chosen: the e-mail is worth what they may give.'
    ' Personal data of account holders, kept.';
create or replace function selaras.place_principal(
    new_id uuid, email text, person text, new_role text, kabupaten text, province text, agency text, desa text,
    kecamatan text, letter text, first_day date, last_day date
) returns uuid
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    holder account;
begin
    perform expect_not_erased(place_principal.email);
    insert into account (id, name, email) values (gen_random_uuid(), person, place_principal.email)
    on conflict on constraint account_email_is_of_one_person do nothing;
    select a.* into holder from account a where a.email = place_principal.email for update;
    if exists (
        select from principal p
        where p.account_id = holder.id and is_lasting(p.ended_at, p.valid_until)
            and (p.role, p.kabupaten_code, p.province_code, p.agency_code, p.desa_code, p.kecamatan_code,
                p.assignment_letter)
                is not distinct from (new_role, kabupaten, province, agency, desa, kecamatan, letter)
    ) then
        raise exception using errcode = 'SL001', constraint = 'principal_is_held_once', message = 'held already';
    end if;
    if exists (select from password w where w.account_id = holder.id and w.replaced_at is null)
        and not (may_give(holder.vouched_by, new_role, kabupaten)
            and may_give(holder.addressed_by, new_role, kabupaten)) then
        raise exception using errcode = 'SL001', constraint = 'password_is_vouched_for',
            message = 'who made the code of the password, or gave the e-mail, may not give that role';
    end if;
    insert into principal (id, name, role, kabupaten_code, province_code, agency_code, desa_code, kecamatan_code,
        assignment_letter, account_id, valid_from, valid_until)
    values (new_id, holder.name, new_role, kabupaten, province, agency, desa, kecamatan, letter, holder.id,
        day_begins(first_day, kabupaten), day_begins(last_day + 1, kabupaten));
    update invitation i set revoked_at = now()
    where i.account_id = holder.id and i.accepted_at is null and i.revoked_at is null
        and not looks_after(i.invited_by, holder.id);
    return holder.id;
end
$$;
