-- Who asks is found out in one statement instead of four: it stands before every request, and each costs its own beginning
-- and end. Why somebody is refused is looked for where they are.

create or replace function selaras.enter(
    token_hash bytea, wanted_resource text, wanted_action text, wanted_principal uuid default null,
    second_factor_for text[] default null
) returns table (
    principal_id uuid, name text, role text, areas text, agency text, lokus text, account text, is_rested boolean,
    session text, scope text
)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
declare
    machine uuid;
    is_one_of_several boolean;
    lacks_second_factor boolean;
    is_permitted boolean;
begin
    select p.id, p.name, p.role, p.kabupaten_code, coalesce(p.agency_code, ''), '', coalesce(p.account_id::text, ''),
        t.seen_at < now() - interval '1 minute', t.id::text, coalesce(array_to_string(t.scope, ' '), ''), t.principal_id,
        case when wanted_principal is null and t.principal_id is null then exists (
            select from principal other
            where other.account_id = t.account_id and other.id <> p.id
                and is_held(other.ended_at, other.valid_from, other.valid_until)) end,
        -- A machine has no second factor.
        t.kind = 'session' and not t.with_second_factor and p.role = any (second_factor_for),
        coalesce(wanted_resource || ':' || wanted_action = any (t.scope), t.scope is null) and exists (
            select from permission g
            where g.role = p.role and g.resource = wanted_resource and g.action = wanted_action)
    into principal_id, name, role, areas, agency, lokus, account, is_rested, session, scope, machine, is_one_of_several,
        lacks_second_factor, is_permitted
    from token t
    left join principal p on (p.id = t.principal_id or p.account_id = t.account_id)
        and (wanted_principal is null or p.id = wanted_principal)
        and is_held(p.ended_at, p.valid_from, p.valid_until)
    left join account a on a.id = coalesce(t.account_id, p.account_id)
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now()) and a.disabled_at is null
    limit 1;
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    elsif principal_id is null then
        -- The token of a machine ends with its principal; a session may have others.
        if machine is not null and not exists (
            select from principal p
            left join account a on a.id = p.account_id
            where p.id = machine and is_held(p.ended_at, p.valid_from, p.valid_until) and a.disabled_at is null
        ) then
            raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
        end if;
        raise exception using errcode = 'SL403', constraint = 'principal_is_held_now',
            message = 'the token''s owner does not hold such a principal now';
    elsif is_one_of_several then
        raise exception using errcode = 'SL300', message = 'several principals, and none is named';
    elsif lacks_second_factor then
        raise exception using errcode = 'SL403', constraint = 'session_has_the_second_factor_of_its_role',
            message = format('%s acts with a second factor only', role);
    elsif not is_permitted then
        raise exception using errcode = 'SL403',
            message = format('%s may not %s %s', role, wanted_action, wanted_resource);
    end if;
    -- Of most it is said in their row; the others' reach is looked up.
    if areas is null or role in ('village', 'subdistrict') then
        select r.areas, r.agency, r.lokus into areas, agency, lokus
        from principal p, reach_of(p) r
        where p.id = principal_id;
    end if;
    role := 'selaras_' || role;
    return next;
end
$$;
