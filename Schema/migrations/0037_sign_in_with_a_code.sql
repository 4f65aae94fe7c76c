-- Signing in asks for the second factor of whoever has one, and a request for that of whoever must.

drop function selaras.begin_sign_in(text, bytea, bytea, bytea);
create function selaras.begin_sign_in(wanted_email text, by_email bytea, by_address bytea, by_both bytea)
    returns table (
        wait integer, account_id uuid, name text, set_at timestamptz, cost integer, block_size integer,
        parallelism integer, salt bytea, hash bytea, second_factor bytea)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    counted bytea := by_email;
begin
    -- Where the person has signed in before, a stranger elsewhere cannot keep them out by being wrong for them.
    if exists (select from sign_in_counter c where c.key = by_both) then
        counted := by_both;
    end if;
    wait := greatest(wait_of(counted, 5, 100), wait_of(by_address, 20, 100000));
    if wait = 0 then
        update sign_in_counter c set failures = c.failures + 1, last_at = clock_timestamp()
        where c.key in (counted, by_address);
    end if;
    select a.id, a.name, w.set_at, w.cost, w.block_size, w.parallelism, w.salt, w.hash, f.secret
    into account_id, name, set_at, cost, block_size, parallelism, salt, hash, second_factor
    from account a join password w on w.account_id = a.id and w.replaced_at is null
    left join second_factor f on f.account_id = a.id and f.confirmed_at is not null
    where a.email = wanted_email and a.disabled_at is null and wait = 0;
    return next;
end
$$;
comment on function selaras.begin_sign_in is
    'Counts an attempt as failed before it is looked at, so that many at a time gain nothing, and tells what a password
has to hash to, and the sealed secret of the second factor. Nulls: no such account, disabled, or without a password;
and while one has to wait.';
grant execute on function selaras.begin_sign_in to selaras_login;

drop function selaras.begin_session(
    uuid, timestamptz, bytea, bytea, bytea, uuid, bytea, text, interval, interval);
create function selaras.begin_session(
    of_account uuid, password_set_at timestamptz, by_email bytea, by_address bytea, by_both bytea,
    new_id uuid, new_hash bytea, new_name text, lasts interval, idle interval,
    used_step bigint default null, used_recovery bytea default null
) returns timestamptz
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    ends timestamptz := now() + lasts;
begin
    -- What was checked must be true still: the password may have been replaced, the account disabled meanwhile.
    update account a set signed_in_at = now()
    where a.id = of_account and a.disabled_at is null and exists (
        select from password w
        where w.account_id = a.id and w.replaced_at is null and w.set_at = password_set_at);
    if not found then
        raise exception using errcode = 'SL401', message = 'no longer so';
    end if;
    insert into token (hash, id, kind, account_id, name, expires_at, idle_for, with_second_factor)
    values (new_hash, new_id, 'session', of_account, new_name, ends, idle,
        use_second_factor(of_account, used_step, used_recovery));
    perform trust_sign_in(by_email, by_address, by_both);
    return ends;
end
$$;
comment on function selaras.begin_session is
    'Makes the session of somebody whose password was right, and the code where they have a second factor.';
grant execute on function selaras.begin_session to selaras_login;

drop function selaras.enter(bytea, text, text, uuid);
create function selaras.enter(
    token_hash bytea, wanted_resource text, wanted_action text, wanted_principal uuid default null,
    second_factor_for text[] default null
) returns table (
    principal_id uuid, name text, role text, areas text, agency text, lokus text, account text, is_rested boolean
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
        and (p.id is null or (p.ended_at is null and (p.valid_from is null or p.valid_from <= now())
            and (p.valid_until is null or p.valid_until > now())));
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    end if;
    select p.* into who
    from principal p
    where (p.id = held.principal_id or p.account_id = held.account_id)
        and (wanted_principal is null or p.id = wanted_principal)
        and p.ended_at is null and (p.valid_from is null or p.valid_from <= now())
        and (p.valid_until is null or p.valid_until > now())
    limit 1;
    if not found then
        raise exception using errcode = 'SL403', constraint = 'principal_is_held_now',
            message = 'the token''s owner does not hold such a principal now';
    end if;
    if wanted_principal is null and held.principal_id is null and exists (
        select from principal p
        where p.account_id = held.account_id and p.id <> who.id and p.ended_at is null
            and (p.valid_from is null or p.valid_from <= now()) and (p.valid_until is null or p.valid_until > now())
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
    select r.areas, r.agency, r.lokus into areas, agency, lokus from reach_of(who) r;
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
