-- How a person comes to an account, and to another password once the first is forgotten: by a code that somebody gives
-- them who may.

create table selaras.invitation (
    id uuid primary key,
    account_id uuid not null constraint invitation_is_for_an_account references selaras.account on delete restrict,
    code_hash bytea not null,
    -- null: an operator, at the server itself
    invited_by uuid constraint invitation_was_made_by_a_principal references selaras.principal on delete restrict,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    -- null: not used
    accepted_at timestamptz,
    -- null: not taken back
    revoked_at timestamptz,
    constraint invitation_code_is_of_one_invitation unique (code_hash),
    constraint invitation_code_is_sha256 check (octet_length(code_hash) = 32),
    constraint invitation_expires_after_its_making check (expires_at > created_at)
);
create index invitation_by_account on selaras.invitation (account_id);
comment on table selaras.invitation is
    'Codes with which a person chooses a password, each once and for a few days; only as SHA-256.';
comment on column selaras.invitation.id is 'Names the invitation where its code must not be known.';
comment on column selaras.invitation.account_id is 'Who may choose a password with it.';
comment on column selaras.invitation.code_hash is 'SHA-256 of the code.';
comment on column selaras.invitation.invited_by is 'Who made it.';
comment on column selaras.invitation.created_at is 'When it was made.';
comment on column selaras.invitation.expires_at is 'It is believed until then.';
comment on column selaras.invitation.accepted_at is 'When a password was chosen with it.';
comment on column selaras.invitation.revoked_at is 'When another one took its place, or it was taken back.';

create table selaras.grantable_role (
    granting_role text not null,
    granted_role text not null,
    primary key (granting_role, granted_role)
);
comment on table selaras.grantable_role is
    'Who may give whom a role, within the areas of the one who gives; and so whose accounts they look after.';
comment on column selaras.grantable_role.granting_role is 'Role of the one who gives.';
comment on column selaras.grantable_role.granted_role is 'Role that is given.';
insert into selaras.grantable_role values
    ('coordinator', 'lead'), ('coordinator', 'agency'), ('coordinator', 'reporter'), ('coordinator', 'village'),
    ('coordinator', 'viewer'), ('administrator', 'coordinator'), ('administrator', 'lead'),
    ('administrator', 'leadership'), ('administrator', 'agency'), ('administrator', 'reporter'),
    ('administrator', 'village'), ('administrator', 'viewer');

do $$
declare
    relation text;
begin
    foreach relation in array array['invitation', 'grantable_role'] loop
        execute format('alter table selaras.%I enable row level security', relation);
        execute format('alter table selaras.%I force row level security', relation);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', relation);
    end loop;
end
$$;

-- Whoever looks after accounts sees who holds what in their area, and who that is.
insert into selaras.permission_narrowing (relation, area) values ('account', $$exists (
    select from selaras.principal held where held.account_id = account.id
        and held.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')))$$);
insert into selaras.permission_effect (resource, action, command, target) values
    ('account', 'read', 'select', 'account'), ('account', 'create', 'execute', 'invite'),
    ('account', 'update', 'execute', 'reset_account'), ('account', 'update', 'execute', 'disable_account'),
    ('account', 'update', 'execute', 'end_principal');
-- Whose a principal is, by an id that names nobody: the policy above asks for it in the role of whoever reads.
grant select (account_id) on selaras.principal to selaras_reader;
grant select (province_code, desa_code, kecamatan_code, assignment_letter, created_at, valid_from,
    valid_until, ended_at) on selaras.principal to selaras_coordinator, selaras_administrator;

create function selaras.may_look_after(wanted uuid) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    -- Whoever could give somebody a new password could act as them: so all that they hold must be one's to give.
    select not exists (
        select from principal p
        where p.account_id = wanted and p.ended_at is null and (p.valid_until is null or p.valid_until > now())
            and not coalesce(
                p.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
                and exists (
                    select from grantable_role g join principal caller on caller.role = g.granting_role
                    where caller.id = current_setting('selaras.principal')::uuid and g.granted_role = p.role), false))
$$;
comment on function selaras.may_look_after is
    'Whether everything that an account holds lies in the caller''s areas and is of roles that the caller may give.';

create function selaras.place_invitation(
    invited_by uuid, wanted_account uuid, invitation uuid, code_hash bytea, lasts interval
) returns timestamptz
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    ends timestamptz := now() + lasts;
begin
    update invitation i set revoked_at = now()
    where i.account_id = wanted_account and i.accepted_at is null and i.revoked_at is null;
    insert into invitation (id, account_id, code_hash, invited_by, expires_at)
    values (invitation, wanted_account, code_hash, place_invitation.invited_by, ends);
    return ends;
end
$$;
comment on function selaras.place_invitation is 'A code for an account; one that was not used yet ends with it.';

create function selaras.day_begins(day date, kabupaten text) returns timestamptz
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select day::timestamp at time zone coalesce(
        (select k.time_zone from kabupaten k where k.code = kabupaten), 'Asia/Makassar')
$$;
comment on function selaras.day_begins is 'Midnight where the kabupaten lies; of a province, where most of it lies.';

create function selaras.place_principal(
    new_id uuid, email text, person text, new_role text, kabupaten text, province text, agency text, desa text,
    first_day date, last_day date
) returns uuid
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    holder account;
begin
    insert into account (id, name, email) values (gen_random_uuid(), person, place_principal.email)
    on conflict on constraint account_email_is_of_one_person do nothing;
    select a.* into holder from account a where a.email = place_principal.email for update;
    if exists (
        select from principal p
        where p.account_id = holder.id and p.ended_at is null and (p.valid_until is null or p.valid_until > now())
            and (p.role, p.kabupaten_code, p.province_code, p.agency_code, p.desa_code)
                is not distinct from (new_role, kabupaten, province, agency, desa)
    ) then
        raise exception using errcode = 'SL001', constraint = 'principal_is_held_once', message = 'held already';
    end if;
    insert into principal (id, name, role, kabupaten_code, province_code, agency_code, desa_code, account_id,
        valid_from, valid_until)
    values (new_id, holder.name, new_role, kabupaten, province, agency, desa, holder.id,
        day_begins(first_day, kabupaten), day_begins(last_day + 1, kabupaten));
    return holder.id;
end
$$;
comment on function selaras.place_principal is
    'Gives somebody a role, and an account where they have none: whose it is. Somebody who has one keeps their name.';

create function selaras.invite(
    new_principal uuid, new_invitation uuid, code_hash bytea, lasts interval, email text, person text, new_role text,
    kabupaten text, agency text, desa text, first_day date, last_day date
) returns table (account_id uuid, expires_at timestamptz)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    caller principal;
begin
    select p.* into caller from principal p where p.id = current_setting('selaras.principal')::uuid;
    if not exists (
        select from grantable_role g where g.granting_role = caller.role and g.granted_role = new_role
    ) or kabupaten is null or kabupaten <> all (string_to_array(current_setting('selaras.areas', true), ',')) then
        raise exception using errcode = 'SL403', constraint = 'role_is_ones_to_give',
            message = format('%s may not make somebody %s there', caller.role, new_role);
    end if;
    account_id := place_principal(
        new_principal, email, person, new_role, kabupaten, null, agency, desa, first_day, last_day);
    -- Who has a password needs no code, and a code for who has more elsewhere would open that, too.
    if not exists (select from password w where w.account_id = invite.account_id) and may_look_after(account_id) then
        expires_at := place_invitation(caller.id, account_id, new_invitation, code_hash, lasts);
    end if;
    return next;
end
$$;
comment on function selaras.invite is
    'Gives somebody a role in one of the caller''s areas, and a code where they have no account of their own yet. Null:
no code was made, the person signs in as they do.';

create function selaras.reset_account(
    wanted uuid, new_invitation uuid, code_hash bytea, lasts interval
) returns timestamptz
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
    return place_invitation(current_setting('selaras.principal')::uuid, wanted, new_invitation, code_hash, lasts);
end
$$;
comment on function selaras.reset_account is
    'A code for somebody who forgot their password; until it is used, the password holds.';

create function selaras.open_invitation(wanted bytea) returns table (account_id uuid, name text, email text)
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select a.id, a.name, a.email
    from invitation i join account a on a.id = i.account_id
    where i.code_hash = wanted and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
        and a.disabled_at is null
$$;
comment on function selaras.open_invitation is
    'Whose a code is; no row where it is unknown, used, ended or taken back.';
grant execute on function selaras.open_invitation to selaras_login;

create function selaras.accept_invitation(
    wanted bytea, by_email bytea, new_cost integer, new_block_size integer, new_parallelism integer, new_salt bytea,
    new_hash bytea, kept integer
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    holder uuid;
begin
    update invitation i set accepted_at = now()
    where i.code_hash = wanted and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
        and exists (select from account a where a.id = i.account_id and a.disabled_at is null)
    returning i.account_id into holder;
    if not found then
        raise exception using errcode = 'SL404', message = 'no such invitation';
    end if;
    perform set_password(holder, new_cost, new_block_size, new_parallelism, new_salt, new_hash, kept);
    update token t set revoked_at = now() where t.account_id = holder and t.revoked_at is null and t.expires_at > now();
    delete from sign_in_counter c where c.key = by_email;
end
$$;
comment on function selaras.accept_invitation is
    'Uses a code, once: of two at a time one finds none. Sessions that there are end, and failed attempts are
forgotten.';
grant execute on function selaras.accept_invitation to selaras_login;

create function selaras.end_principal(wanted uuid) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    subject principal;
begin
    select p.* into subject from principal p
    where p.id = wanted and p.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
    for update;
    if not found then
        raise exception using errcode = 'SL404', message = 'no such principal in the caller''s areas';
    elsif not exists (
        select from grantable_role g join principal caller on caller.role = g.granting_role
        where caller.id = current_setting('selaras.principal')::uuid and g.granted_role = subject.role
    ) then
        raise exception using errcode = 'SL403', constraint = 'role_is_ones_to_give',
            message = format('may not take the role %s from anybody', subject.role);
    end if;
    update principal p set ended_at = now() where p.id = wanted and p.ended_at is null;
end
$$;
comment on function selaras.end_principal is 'Takes a role back; from the next request on, nobody acts in it.';

create function selaras.disable_account(wanted uuid, is_disabled boolean) returns void
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
    update account a set disabled_at = case when is_disabled then coalesce(a.disabled_at, now()) end
    where a.id = wanted;
end
$$;
comment on function selaras.disable_account is 'Nothing of the account is believed any more, or again.';
