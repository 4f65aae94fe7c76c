-- Who signs in or out, or fails to, is an event; and every event knows its request, its person and its session.

alter table selaras.sign_in_counter add column noted_at timestamptz not null default '-infinity';
comment on column selaras.sign_in_counter.noted_at is 'When a failure of the e-mail was last recorded as an event.';

drop function selaras.note_sign_in(text, text, uuid, uuid, uuid, text, json);
create function selaras.note_sign_in(deed text, account uuid, session uuid, request text, details json default null)
    returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    perform set_config('selaras.account', account::text, true),
        set_config('selaras.session', coalesce(session::text, ''), true),
        set_config('selaras.request', coalesce(request, ''), true);
    perform append_event(
        area_of(json_build_object('account_id', account)), 'account', account::text, deed, null, details);
end
$$;
comment on function selaras.note_sign_in is
    'Who signed in or out, or failed to, in the chain of the area of their first role. It leaves them in the settings of
the transaction, for what else it changes, and is its last statement: it holds the chain.';

create function selaras.refuse_sign_in(wanted_email text, by_email bytea, reason text, request text) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    subject uuid := (select a.id from account a where a.email = wanted_email);
begin
    -- Written whether there is such an account or not, so that the time of the answer does not tell.
    insert into sign_in_counter as c (key, failures, last_at, noted_at)
    values (by_email, 0, '-infinity', clock_timestamp())
    on conflict (key) do update set noted_at = clock_timestamp()
        where reason <> 'password' or c.noted_at < clock_timestamp() - interval '15 minutes';
    if found and subject is not null then
        perform note_sign_in('sign_in_failed', subject, null, request, json_build_object('reason', reason));
    end if;
end
$$;
comment on function selaras.refuse_sign_in is
    'Records that somebody failed to sign in. Of wrong passwords only the first of a quarter of an hour, and none where
there is no such account, or a stranger could fill the chain; a wrong code came with the right password.';
grant execute on function selaras.refuse_sign_in to selaras_login;

drop function selaras.begin_session(
    uuid, timestamptz, bytea, bytea, bytea, uuid, bytea, text, interval, interval, bigint, bytea);
create function selaras.begin_session(
    of_account uuid, password_set_at timestamptz, by_email bytea, by_address bytea, by_both bytea,
    new_id uuid, token_hash bytea, new_name text, lasts interval, idle interval, used_step bigint default null,
    used_recovery bytea default null, request text default null, new_cost integer default null,
    new_block_size integer default null, new_parallelism integer default null, new_salt bytea default null,
    new_hash bytea default null, kept integer default 0
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
    if new_hash is not null then
        perform set_password(of_account, new_cost, new_block_size, new_parallelism, new_salt, new_hash, kept);
        perform end_sessions(of_account, null);
    end if;
    insert into token (hash, id, kind, account_id, name, expires_at, idle_for, with_second_factor)
    values (token_hash, new_id, 'session', of_account, new_name, ends, idle,
        use_second_factor(of_account, used_step, used_recovery));
    perform trust_sign_in(by_email, by_address, by_both);
    perform note_sign_in('sign_in', of_account, new_id, request);
    return ends;
end
$$;
comment on function selaras.begin_session is
    'Makes the session of somebody whose password was right, and the code where they have a second factor; and gives them
another password where they sent one, which ends their other sessions.';
grant execute on function selaras.begin_session to selaras_login;

drop function selaras.end_session(bytea);
create function selaras.end_session(token_hash bytea, request text default null) returns boolean
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    ended token;
begin
    update token t set revoked_at = now()
    where t.hash = token_hash and t.kind = 'session' and t.revoked_at is null and t.expires_at > now()
    returning t.* into ended;
    if not found then
        return false;
    end if;
    perform note_sign_in('sign_out', ended.account_id, ended.id, request);
    return true;
end
$$;
comment on function selaras.end_session is
    'Signs out: whoever holds the token ends it, whatever became of the account. False where there is no such session.';
grant execute on function selaras.end_session to selaras_login;

create or replace function selaras.note_denial(token_hash bytea, request text, subject text, details json) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    held token;
begin
    select t.* into held from token t where t.hash = token_hash;
    -- A stranger could otherwise fill the chain with what he made up.
    if not found then
        return;
    end if;
    perform set_config('selaras.principal', coalesce(held.principal_id::text, ''), true),
        set_config('selaras.account', coalesce(held.account_id::text, (
            select p.account_id::text from principal p where p.id = held.principal_id), ''), true),
        set_config('selaras.session', held.id::text, true),
        set_config('selaras.request', request, true);
    perform append_event(
        area_of(json_build_object('principal_id', held.principal_id, 'account_id', held.account_id)), subject, '',
        'denied', null, details);
end
$$;

-- Which token it is, for the events of the request ----------------------------------------------------------------------

drop function selaras.enter(bytea, text, text, uuid, text[]);
create function selaras.enter(
    token_hash bytea, wanted_resource text, wanted_action text, wanted_principal uuid default null,
    second_factor_for text[] default null
) returns table (
    principal_id uuid, name text, role text, areas text, agency text, lokus text, account text, is_rested boolean,
    session text
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
    session := held.id::text;
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
