-- Whoever made the code with which a password was chosen may know that password. So a code is worth what its maker may
-- give at every moment until it is used, and a password no more than that ever after. And who was disabled stays so until
-- somebody enables them who may.

alter table selaras.account
    -- null: an operator at the server itself, or nobody yet, as there is no password
    add column vouched_by uuid constraint account_is_vouched_for_by_a_principal references selaras.principal
        on delete restrict,
    -- null: an operator, or not disabled
    add column disabled_by uuid constraint account_was_disabled_by_a_principal references selaras.principal
        on delete restrict;
comment on column selaras.account.vouched_by is
    'Who made the code with which the password was chosen: who has made sure that it is the person.'
    ' Personal data of account holders, kept.';
comment on column selaras.account.disabled_by is 'Who disabled it. Personal data of account holders, kept.';
drop trigger record_event on selaras.account;
create constraint trigger record_event
    after insert or update of name, email, disabled_at, disabled_by, vouched_by or delete
    on selaras.account deferrable initially deferred
    for each row execute function selaras.record_event('id', 'name,email', 'kabupaten_code');
update selaras.account a set vouched_by = i.invited_by
from (
    select distinct on (account_id) account_id, invited_by from selaras.invitation where accepted_at is not null
    order by account_id, accepted_at desc
) i where i.account_id = a.id and i.invited_by is not null;

-- What somebody may give ----------------------------------------------------------------------------------------------

create function selaras.may_give(giver uuid, given_role text, kabupaten text) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select giver is null or exists (
        select from principal p
        join grantable_role g on g.granting_role = p.role and g.granted_role = may_give.given_role
        cross join lateral reach_of(p) r
        where p.id = giver and kabupaten = any (string_to_array(r.areas, ',')))
$$;
comment on function selaras.may_give is
    'Whether a principal may give a role in a kabupaten, by its own role and areas; without one it is an operator, who may
give all. Whether it is held still is not asked: who follows in an office trusts those whom the office let in.';

create function selaras.looks_after(giver uuid, wanted uuid) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select giver is null or not exists (
        select from principal p
        where p.account_id = wanted and p.ended_at is null and (p.valid_until is null or p.valid_until > now())
            and not may_give(giver, p.role, p.kabupaten_code))
$$;
comment on function selaras.looks_after is 'Whether everything that an account holds is somebody''s to give.';

create or replace function selaras.may_look_after(wanted uuid) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select looks_after(current_setting('selaras.principal')::uuid, wanted)
$$;
comment on function selaras.may_look_after is
    'Whether the caller may: whoever could give somebody a new password could act as them.';

create function selaras.is_erased(email text) returns boolean
    language sql immutable parallel safe security invoker set search_path = selaras, pg_temp
as $$
    select email like '%@terhapus.invalid'
$$;
comment on function selaras.is_erased is
    'Whether it is what erase_accounts leaves: whose data was taken away does not come back under their number.';

create function selaras.expect_not_erased(email text) returns void
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
begin
    if is_erased(email) then
        raise exception using errcode = 'SL001', constraint = 'account_is_not_erased', message = 'is nobody any more';
    end if;
end
$$;
comment on function selaras.expect_not_erased is
    'For whoever names somebody by e-mail to let them in.';

create function selaras.expect_looked_after(wanted uuid) returns selaras.account
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    found_account account;
begin
    -- Held, so that nobody gives the account more between this look and what follows from it.
    select a.* into found_account from account a
    where a.id = wanted and not is_erased(a.email) and exists (
        select from principal p
        where p.account_id = wanted
            and p.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')))
    for update;
    if not found then
        raise exception using errcode = 'SL404', message = 'no such person in the caller''s areas';
    end if;
    if not may_look_after(wanted) then
        raise exception using errcode = 'SL403', constraint = 'account_is_ones_to_look_after',
            message = 'holds what is not the caller''s to give';
    end if;
    return found_account;
end
$$;
comment on function selaras.expect_looked_after is 'Holds an account of the caller''s areas, if it is theirs to look after.';

-- Giving ---------------------------------------------------------------------------------------------------------------

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
        where p.account_id = holder.id and p.ended_at is null and (p.valid_until is null or p.valid_until > now())
            and (p.role, p.kabupaten_code, p.province_code, p.agency_code, p.desa_code, p.kecamatan_code,
                p.assignment_letter)
                is not distinct from (new_role, kabupaten, province, agency, desa, kecamatan, letter)
    ) then
        raise exception using errcode = 'SL001', constraint = 'principal_is_held_once', message = 'held already';
    end if;
    if exists (select from password w where w.account_id = holder.id and w.replaced_at is null)
        and not may_give(holder.vouched_by, new_role, kabupaten) then
        raise exception using errcode = 'SL001', constraint = 'password_is_vouched_for',
            message = 'who made the code of the password may not give that role';
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
comment on function selaras.place_principal is
    'Gives somebody a role, and an account where they have none: whose it is. Somebody who has one keeps their name. Codes
end whose makers may not give that role; and where the password was chosen with such a code, nothing is given.';

create or replace function selaras.invite(
    new_principal uuid, new_invitation uuid, code_hash bytea, lasts interval, email text, person text, new_role text,
    kabupaten text, agency text, desa text, kecamatan text, letter text, first_day date, last_day date
) returns table (account_id uuid, expires_at timestamptz)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    caller uuid := current_setting('selaras.principal')::uuid;
begin
    if kabupaten is null or not may_give(caller, new_role, kabupaten) then
        raise exception using errcode = 'SL403', constraint = 'role_is_ones_to_give',
            message = format('may not make somebody %s there', new_role);
    end if;
    account_id := place_principal(new_principal, email, person, new_role, kabupaten, null, agency, desa, kecamatan,
        letter, first_day, last_day);
    -- Who has a password needs no code. Who has none could never sign in: a code would open what they have elsewhere.
    if not exists (select from password w where w.account_id = invite.account_id) then
        if not may_look_after(account_id) then
            raise exception using errcode = 'SL403', constraint = 'account_is_ones_to_look_after',
                message = 'was invited by others, and has no password yet';
        end if;
        expires_at := place_invitation(caller, account_id, new_invitation, code_hash, lasts);
    end if;
    return next;
end
$$;
comment on function selaras.invite is
    'Gives somebody a role in one of the caller''s areas, and a code where they have no password yet. Null: no code was
made, the person signs in as they do.';

create or replace function selaras.place_invitation(
    invited_by uuid, wanted_account uuid, invitation uuid, code_hash bytea, lasts interval
) returns timestamptz
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    ends timestamptz := now() + lasts;
begin
    perform expect_not_erased(a.email) from account a where a.id = wanted_account;
    update invitation i set revoked_at = now()
    where i.account_id = wanted_account and i.accepted_at is null and i.revoked_at is null;
    insert into invitation (id, account_id, code_hash, invited_by, expires_at)
    values (invitation, wanted_account, code_hash, place_invitation.invited_by, ends);
    return ends;
end
$$;

create or replace function selaras.reset_account(
    wanted uuid, new_invitation uuid, code_hash bytea, lasts interval
) returns timestamptz
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    perform expect_looked_after(wanted);
    return place_invitation(current_setting('selaras.principal')::uuid, wanted, new_invitation, code_hash, lasts);
end
$$;

-- Accepting -----------------------------------------------------------------------------------------------------------

create function selaras.is_open(code selaras.invitation) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select code.accepted_at is null and code.revoked_at is null and code.expires_at > now()
        and looks_after(code.invited_by, code.account_id)
        and (code.invited_by is null or exists (
            select from principal maker left join account m on m.id = maker.account_id
            where maker.id = code.invited_by and maker.ended_at is null
                and (maker.valid_until is null or maker.valid_until > now()) and m.disabled_at is null))
        -- An operator lets those in again who were disabled.
        and (code.invited_by is null or exists (
            select from account a where a.id = code.account_id and a.disabled_at is null))
$$;
comment on function selaras.is_open is
    'Whether a code can be used: not used, ended or taken back, and its maker is still who may look after the account.';

create or replace function selaras.open_invitation(wanted bytea) returns table (account_id uuid, name text, email text)
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select a.id, a.name, a.email
    from invitation i join account a on a.id = i.account_id
    where i.code_hash = wanted and is_open(i)
$$;

drop function selaras.accept_invitation(bytea, bytea, integer, integer, integer, bytea, bytea, integer);
create function selaras.accept_invitation(
    wanted bytea, by_email bytea, new_cost integer, new_block_size integer, new_parallelism integer, new_salt bytea,
    new_hash bytea, kept integer, request text default ''
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    used invitation;
begin
    -- Held before the code is looked at: who gives the account more holds it, too, and ends the code.
    perform from account a join invitation i on i.account_id = a.id where i.code_hash = wanted for update of a;
    update invitation i set accepted_at = now() where i.code_hash = wanted and is_open(i) returning i.* into used;
    if not found then
        raise exception using errcode = 'SL404', message = 'no such invitation';
    end if;
    perform set_config('selaras.account', used.account_id::text, true), set_config('selaras.request', request, true);
    perform set_password(used.account_id, new_cost, new_block_size, new_parallelism, new_salt, new_hash, kept);
    update account a set vouched_by = used.invited_by, addressed_by = null, disabled_at = null, disabled_by = null
    where a.id = used.account_id;
    perform end_sessions(used.account_id, null);
    delete from sign_in_counter c where c.key = by_email;
end
$$;
comment on function selaras.accept_invitation is
    'Uses a code, once: of two at a time one finds none. Sessions that there are end, failed attempts are forgotten, and
who made the code has vouched for the account from now on.';
grant execute on function selaras.accept_invitation to selaras_login;

-- Disabling -----------------------------------------------------------------------------------------------------------

create or replace function selaras.disable_account(wanted uuid, is_disabled boolean) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    caller principal;
    subject account := expect_looked_after(wanted);
    outranks boolean;
begin
    select p.* into caller from principal p where p.id = current_setting('selaras.principal')::uuid;
    outranks := subject.disabled_at is null or exists (
        select from principal before
        where before.id = subject.disabled_by and (before.role = caller.role or exists (
            select from grantable_role g where g.granting_role = caller.role and g.granted_role = before.role)));
    if not is_disabled then
        if not outranks then
            raise exception using errcode = 'SL403', constraint = 'account_is_ones_to_enable',
                message = 'was disabled by somebody above the caller';
        end if;
        update account a set disabled_at = null, disabled_by = null where a.id = wanted and a.disabled_at is not null;
        return;
    end if;
    if outranks then
        update account a set disabled_at = coalesce(a.disabled_at, now()), disabled_by = caller.id where a.id = wanted;
    end if;
    update invitation i set revoked_at = now()
    where i.account_id = wanted and i.accepted_at is null and i.revoked_at is null;
    update token t set revoked_at = now()
    where t.revoked_at is null and t.expires_at > now() and (t.account_id = wanted or t.principal_id in (
        select p.id from principal p where p.account_id = wanted));
end
$$;
comment on function selaras.disable_account is
    'Nothing of the account is believed any more: its sessions, its tokens and its codes end for good. Or it may sign in
again, where nobody above the caller has disabled it.';
