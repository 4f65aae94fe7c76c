-- One spelling of an e-mail is one person; a code ends with another password; a rehearsal tells nothing of people
-- elsewhere; and a name or an e-mail that is wrong can be put right.

alter table selaras.account
    -- Letters of other alphabets look the same, and marks that are not seen look like nothing.
    add constraint account_email_is_of_plain_letters check (email ~ '^[\x21-\x7e]+$');

create or replace function selaras.set_password(
    of_account uuid, new_cost integer, new_block_size integer, new_parallelism integer, new_salt bytea, new_hash bytea,
    kept integer
) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    update password w set replaced_at = clock_timestamp() where w.account_id = of_account and w.replaced_at is null;
    insert into password (account_id, algorithm, cost, block_size, parallelism, salt, hash)
    values (of_account, 'scrypt', new_cost, new_block_size, new_parallelism, new_salt, new_hash);
    delete from password w
    where w.account_id = of_account and w.replaced_at is not null and w.set_at not in (
        select k.set_at from password k where k.account_id = of_account and k.replaced_at is not null
        order by k.set_at desc limit kept);
    -- Made for the password of before: whoever still has it would undo the change.
    update invitation i set revoked_at = now()
    where i.account_id = of_account and i.accepted_at is null and i.revoked_at is null;
end
$$;
comment on function selaras.set_password is
    'Another password from now on; so many earlier ones are remembered, and codes that there are end.';

create or replace function selaras.place_invitation(
    invited_by uuid, wanted_account uuid, invitation uuid, code_hash bytea, lasts interval
) returns timestamptz
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    ends timestamptz := now() + lasts;
begin
    perform expect_not_erased(a.email) from account a where a.id = wanted_account;
    if not exists (
        select from principal p where p.account_id = wanted_account and is_lasting(p.ended_at, p.valid_until)
    ) then
        raise exception using errcode = 'SL001', constraint = 'code_is_for_who_holds_a_role',
            message = 'holds nothing, so a code would open nothing';
    end if;
    update invitation i set revoked_at = now()
    where i.account_id = wanted_account and i.accepted_at is null and i.revoked_at is null;
    insert into invitation (id, account_id, code_hash, invited_by, expires_at)
    values (invitation, wanted_account, code_hash, place_invitation.invited_by, ends);
    return ends;
end
$$;

create function selaras.is_of_callers_areas(of_account uuid) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select exists (
        select from principal p
        where p.account_id = of_account
            and p.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')))
$$;
comment on function selaras.is_of_callers_areas is
    'Whether somebody holds or held something in an area of the caller, who therefore sees the account.';

drop function selaras.invite;
create function selaras.invite(
    new_principal uuid, new_invitation uuid, code_hash bytea, lasts interval, email text, person text, new_role text,
    kabupaten text, agency text, desa text, kecamatan text, letter text, first_day date, last_day date,
    is_rehearsal boolean default false
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
    -- Who has an account elsewhere is told to whoever gives them a role, which is an event; not to whoever only asks.
    if is_rehearsal and not exists (
        select from account a where a.email = invite.email and is_of_callers_areas(a.id)
    ) then
        email := gen_random_uuid() || '@simulasi.invalid';
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
made, the person signs in as they do. A rehearsal takes whom the caller does not see for somebody new.';

-- What is wrong is put right ----------------------------------------------------------------------------------------

create function selaras.rename_account(wanted uuid, new_name text, new_email text) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    perform expect_not_erased(a.email) from account a where a.id = wanted;
    perform expect_not_erased(new_email);
    update account a set name = coalesce(new_name, a.name), email = coalesce(new_email, a.email)
    where a.id = wanted and (a.name, a.email)
        is distinct from (coalesce(new_name, a.name), coalesce(new_email, a.email));
    update principal p set name = new_name where p.account_id = wanted and p.name <> new_name;
end
$$;
comment on function selaras.rename_account is
    'Another name, also under what the person did, or another e-mail; null: the same. Events tell that it was done, and
not what it was and is.';

create function selaras.correct_account(wanted uuid, new_name text, new_email text)
    returns table (id uuid, name text, email text)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    present account := expect_looked_after(wanted);
begin
    begin
        perform rename_account(wanted, new_name, new_email);
    exception when unique_violation then
        -- A refusal is an event: nobody asks in secret whether an e-mail has an account.
        raise exception using errcode = 'SL403', constraint = 'email_is_of_nobody_else',
            message = 'is the e-mail of another account';
    end;
    -- Whoever gave it the e-mail could have given it to somebody else's: that opens no more than they may give, and codes
    -- that were meant for the e-mail before end.
    if new_email <> present.email then
        update account a set addressed_by = current_setting('selaras.principal')::uuid where a.id = wanted;
        update invitation i set revoked_at = now()
        where i.account_id = wanted and i.accepted_at is null and i.revoked_at is null;
    end if;
    return query select a.id, a.name, a.email from account a where a.id = wanted;
end
$$;
comment on function selaras.correct_account is
    'Corrects the name or the e-mail of somebody whose account is the caller''s to look after.';
insert into selaras.permission_effect (resource, action, command, target) values
    ('account', 'update', 'execute', 'correct_account');
select selaras.enforce_permissions();
