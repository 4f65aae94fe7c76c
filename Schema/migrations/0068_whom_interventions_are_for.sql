-- An intervention says whom it is for, where in the village, and who helps its agency. And whoever asks is found a little sooner.

alter table selaras.intervention
    add column target_group text not null default '',
    -- null: not said
    add column target_families integer,
    -- null: not said
    add column target_people integer,
    add column location text not null default '',
    add column supporting_agencies text[] not null default '{}',
    add constraint intervention_target_families_are_sensible check (target_families between 1 and 100000),
    add constraint intervention_target_people_are_sensible check (target_people between 1 and 1000000),
    add constraint intervention_is_not_supported_by_its_own_agency check (not agency_code = any (supporting_agencies)),
    add constraint intervention_is_supported_by_some check (cardinality(supporting_agencies) <= 20);
comment on column selaras.intervention.target_group is 'Whom it is for, in words; nobody''s name.';
comment on column selaras.intervention.location is 'Where in the village, as far down as the RT; in words.';
comment on column selaras.intervention.supporting_agencies is
    'Codes of agencies of the kabupaten that help the responsible one. They owe no report.';

create function selaras.intervention_says_whom_it_is_for() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    unknown text;
    origin intervention;
begin
    if tg_op = 'UPDATE' then
        perform expect_permission('intervention', '{update,import}', old.state, 'intervention', to_jsonb(old));
    elsif new.continues_id is not null then
        select i.* into origin from intervention i
        where i.kabupaten_code = new.kabupaten_code and i.id = new.continues_id;
        if origin.id is not null and (new.target_group, new.target_families, new.target_people, new.location,
                new.supporting_agencies) is distinct from (origin.target_group, origin.target_families,
                origin.target_people, origin.location, origin.supporting_agencies) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_continues_the_same', message = 'it says something else';
        end if;
    end if;
    -- Who helps is a set: twice is once, and the order says nothing.
    new.supporting_agencies := array(
        select s.code from unnest(new.supporting_agencies) s (code) group by s.code order by s.code collate "C");
    select coalesce(s.code, 'null') into unknown
    from unnest(new.supporting_agencies) s (code)
    where not exists (select from agency a where a.kabupaten_code = new.kabupaten_code and a.code = s.code)
    limit 1;
    if found then
        raise exception using errcode = '23503', table = tg_table_name,
            constraint = 'intervention_supporters_are_of_the_kabupaten', message = 'no such agency: ' || unknown;
    end if;
    return new;
end
$$;
comment on function selaras.intervention_says_whom_it_is_for is
    'Whom it is for, where and with whom is part of what an intervention commits to, and written by whoever writes that.';
create trigger intervention_says_whom_it_is_for before insert on selaras.intervention
    for each row when (new.supporting_agencies <> '{}' or new.continues_id is not null)
    execute function selaras.intervention_says_whom_it_is_for();
create trigger intervention_says_whom_it_is_for_anew before update on selaras.intervention
    for each row when ((new.target_group, new.target_families, new.target_people, new.location,
        new.supporting_agencies) is distinct from (old.target_group, old.target_families, old.target_people,
        old.location, old.supporting_agencies))
    execute function selaras.intervention_says_whom_it_is_for();
create trigger plan_content_stays_open_to_whom before update on selaras.intervention
    for each row when ((new.target_group, new.target_families, new.target_people, new.location,
        new.supporting_agencies) is distinct from (old.target_group, old.target_families, old.target_people,
        old.location, old.supporting_agencies))
    execute function selaras.plan_content_is_open('plan_id');

update selaras.permission_effect
set columns = columns || '{target_group,target_families,target_people,location,supporting_agencies}'::text[]
where resource = 'intervention' and target = 'intervention' and 'note' = any (columns);

-- Amendments ----------------------------------------------------------------------------------------------------------

alter type selaras.intervention_terms
    add attribute target_group text, add attribute target_families integer, add attribute target_people integer,
    add attribute location text, add attribute supporting_agencies text[];
create or replace function selaras.terms_of(i selaras.intervention) returns selaras.intervention_terms
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select row(i.agency_code, i.catalogue_code, i.title,
        array(select x.indicator_code from intervention_indicator x
            where x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id
            order by x.indicator_code collate "C"),
        i.target_quantity, i.unit, i.starts_on, i.ends_on, i.note,
        array(select f.source from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id order by f.source collate "C"),
        array(select f.amount_idr from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id order by f.source collate "C"),
        array(select s.source from budget_share s
            where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id order by s.budget_line_id),
        array(select s.budget_line_id from budget_share s
            where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id order by s.budget_line_id),
        array(select s.amount_idr from budget_share s
            where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id order by s.budget_line_id),
        i.target_group, i.target_families, i.target_people, i.location, i.supporting_agencies)::intervention_terms
$$;
-- Lines of before say nothing of it: as it is now, which is nothing.
update selaras.amendment_line
set after.target_group = '', after.location = '', after.supporting_agencies = '{}'
where after is distinct from null;

-- Who asks -----------------------------------------------------------------------------------------------------------

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
        where p.id = machine and is_held(p.ended_at, p.valid_from, p.valid_until);
        -- Most machines are nobody's.
        if account <> '' then
            perform from account a where a.id = account::uuid and a.disabled_at is null;
        end if;
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

select selaras.enforce_permissions();
select selaras.remake_past();
