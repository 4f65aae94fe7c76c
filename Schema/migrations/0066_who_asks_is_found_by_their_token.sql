-- Who asks is found out by their token first, and then by what it is of: a machine has one principal, a person may hold several.
-- Both are found by a key. One statement for both kinds began what neither of them needs, before every request.

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
    person uuid;
    scopes text[];
    has_second_factor boolean;
    is_one_of_several boolean := false;
    is_permitted boolean;
begin
    select t.id::text, t.principal_id, t.account_id, t.scope, t.with_second_factor,
        t.seen_at < now() - interval '1 minute'
    into session, machine, person, scopes, has_second_factor, is_rested
    from token t
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now());
    -- A scalar of the permission, as PostgreSQL would hash the whole table to know whether one exists.
    if machine is not null then
        select p.id, p.name, p.role, p.kabupaten_code, coalesce(p.agency_code, ''), '', coalesce(p.account_id::text, ''),
            (select true from permission g
                where g.role = p.role and g.resource = wanted_resource and g.action = wanted_action)
        into principal_id, name, role, areas, agency, lokus, account, is_permitted
        from principal p
        left join account a on a.id = p.account_id
        where p.id = machine and is_held(p.ended_at, p.valid_from, p.valid_until) and a.disabled_at is null;
    else
        select p.id, p.name, p.role, p.kabupaten_code, coalesce(p.agency_code, ''), '', a.id::text,
            (select true from permission g
                where g.role = p.role and g.resource = wanted_resource and g.action = wanted_action),
            wanted_principal is null and exists (
                select from principal other
                where other.account_id = a.id and other.id <> p.id
                    and is_held(other.ended_at, other.valid_from, other.valid_until))
        into principal_id, name, role, areas, agency, lokus, account, is_permitted, is_one_of_several
        from account a
        left join principal p on p.account_id = a.id and (wanted_principal is null or p.id = wanted_principal)
            and is_held(p.ended_at, p.valid_from, p.valid_until)
        where a.id = person and a.disabled_at is null
        limit 1;
    end if;
    -- The token of a machine ends with its principal; a session may have others.
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    elsif principal_id is null or principal_id <> wanted_principal then
        raise exception using errcode = 'SL403', constraint = 'principal_is_held_now',
            message = 'the token''s owner does not hold such a principal now';
    elsif is_one_of_several then
        raise exception using errcode = 'SL300', message = 'several principals, and none is named';
    -- A machine has no second factor.
    elsif person is not null and not has_second_factor and role = any (second_factor_for) then
        raise exception using errcode = 'SL403', constraint = 'session_has_the_second_factor_of_its_role',
            message = format('%s acts with a second factor only', role);
    elsif is_permitted is not true or not wanted_resource || ':' || wanted_action = any (scopes) then
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
    scope := coalesce(array_to_string(scopes, ' '), '');
    return next;
end
$$;
