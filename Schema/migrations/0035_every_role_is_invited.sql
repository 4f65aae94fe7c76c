-- A camat and an auditor are people with accounts, too: what their roles need is given with the invitation.
-- And what was revoked stays so.

create function selaras.token_stays_revoked() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if old.revoked_at is not null then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'token_stays_revoked',
            message = 'the token was revoked';
    end if;
    new.revoked_at := now();
    return new;
end
$$;
comment on function selaras.token_stays_revoked is
    'Whoever may revoke a token may not bring it back, nor let it end some day.';
create trigger token_stays_revoked before update of revoked_at on selaras.token
    for each row when (old.revoked_at is distinct from new.revoked_at)
    execute function selaras.token_stays_revoked();

drop function selaras.invite;
drop function selaras.place_principal;

create function selaras.place_principal(
    new_id uuid, email text, person text, new_role text, kabupaten text, province text, agency text, desa text,
    kecamatan text, letter text, first_day date, last_day date
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
            and (p.role, p.kabupaten_code, p.province_code, p.agency_code, p.desa_code, p.kecamatan_code,
                p.assignment_letter)
                is not distinct from (new_role, kabupaten, province, agency, desa, kecamatan, letter)
    ) then
        raise exception using errcode = 'SL001', constraint = 'principal_is_held_once', message = 'held already';
    end if;
    insert into principal (id, name, role, kabupaten_code, province_code, agency_code, desa_code, kecamatan_code,
        assignment_letter, account_id, valid_from, valid_until)
    values (new_id, holder.name, new_role, kabupaten, province, agency, desa, kecamatan, letter, holder.id,
        day_begins(first_day, kabupaten), day_begins(last_day + 1, kabupaten));
    return holder.id;
end
$$;
comment on function selaras.place_principal is
    'Gives somebody a role, and an account where they have none: whose it is. Somebody who has one keeps their name.';

create function selaras.invite(
    new_principal uuid, new_invitation uuid, code_hash bytea, lasts interval, email text, person text, new_role text,
    kabupaten text, agency text, desa text, kecamatan text, letter text, first_day date, last_day date
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
    account_id := place_principal(new_principal, email, person, new_role, kabupaten, null, agency, desa, kecamatan,
        letter, first_day, last_day);
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

insert into selaras.grantable_role values
    ('coordinator', 'subdistrict'), ('administrator', 'subdistrict'),
    -- Whoever is audited does not look after the account of the auditor.
    ('administrator', 'auditor');
select selaras.enforce_permissions();
