-- The chain of a province is read by those who act for all of it, and an auditor may be sent to a province; and
-- somebody is shown all that is kept of them.

alter table selaras.principal
    drop constraint principal_acts_in_one_area,
    add constraint principal_acts_in_one_area check (
        case when role in ('province', 'provincial_agency', 'administrator')
                then province_code is not null and kabupaten_code is null
            when role = 'auditor' then num_nonnulls(province_code, kabupaten_code) = 1
            else kabupaten_code is not null and province_code is null end);

create or replace function selaras.reach_of(who selaras.principal, out areas text, out agency text, out lokus text)
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
begin
    agency := coalesce(who.agency_code, '');
    lokus := '';
    if who.role = 'provincial_agency' then
        select string_agg(a.kabupaten_code, ',' order by a.kabupaten_code) into areas
        from agency a
        where a.code = who.agency_code and a.kind = 'provincial' and a.kabupaten_code like who.province_code || '.%';
    elsif who.kabupaten_code is null then
        -- The province itself comes last: no row of a kabupaten has its code, and events of its chain do.
        select concat_ws(',', string_agg(k.code, ',' order by k.code), who.province_code) into areas
        from kabupaten k where k.code like who.province_code || '.%';
    else
        areas := who.kabupaten_code;
    end if;
    areas := coalesce(areas, '');
    if who.role in ('village', 'subdistrict') then
        select coalesce(string_agg(l.id::text, ','), '') into lokus
        from lokus l
        where l.kabupaten_code = who.kabupaten_code
            and (l.desa_code = who.desa_code or l.desa_code like who.kecamatan_code || '.%');
    end if;
end
$$;
comment on function selaras.reach_of is
    'How far a principal reaches: its kabupaten and, where it acts for all of a province, the province; the agency that
it is, the lokus that are its own. An office of the province reaches the kabupaten whose list of agencies names it.
Nothing at all is nothing, never everything.';

update selaras.permission_narrowing
set area = 'area_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))'
where relation = 'event';
-- Who administers accounts, and whose deeds these are, stands in the chain of the province.
insert into selaras.permission (role, resource, action)
select distinct 'administrator', 'event', 'read' from selaras.permission where role = 'administrator'
on conflict do nothing;
select selaras.enforce_permissions();
-- What was done in a kabupaten tells of receipts and reports, which are not theirs to follow.
create policy administrators_read_of_their_province on selaras.event as restrictive for select to selaras_administrator
    using (area_code !~ '[.]');

create or replace function selaras.data_of_account(wanted uuid) returns json
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    with own as (select p.id from principal p where p.account_id = wanted)
    select json_build_object(
        'account', (select to_json(a) from account a where a.id = wanted),
        'roles', (select coalesce(json_agg(p order by p.created_at, p.id), '[]') from principal p
            where p.account_id = wanted),
        'passwords', (select coalesce(json_agg(json_build_object('set_at', w.set_at, 'replaced_at', w.replaced_at)
            order by w.set_at), '[]') from password w where w.account_id = wanted),
        'second_factor', (select json_build_object('enrolled_at', f.enrolled_at, 'confirmed_at', f.confirmed_at,
            'codes_left', f.codes_left) from second_factor f where f.account_id = wanted),
        'invitations', (select coalesce(json_agg(to_jsonb(i) - 'code_hash' order by i.created_at, i.id), '[]')
            from invitation i where i.account_id = wanted),
        -- For whom is theirs, and not this one's.
        'invitations_made', (select coalesce(json_agg(to_jsonb(i) - 'code_hash' - 'account_id'
            order by i.created_at, i.id), '[]') from invitation i where i.invited_by in (select id from own)),
        'sessions', (select coalesce(json_agg(to_jsonb(t) - 'hash' order by t.created_at, t.id), '[]') from token t
            where t.account_id = wanted or t.principal_id in (select id from own)),
        'reports', (select coalesce(json_agg(json_build_object('id', r.id, 'intervention_id', r.intervention_id,
            'budget_year', r.budget_year, 'quarter', r.quarter, 'obstacles', r.obstacles, 'follow_up', r.follow_up,
            'created_at', r.created_at, 'updated_at', r.updated_at) order by r.created_at, r.id), '[]')
            from progress_report r where r.reported_by in (select id from own)),
        'imports', (select coalesce(json_agg(json_build_object('id', i.id, 'of', i.kind, 'file_name', i.file_name,
            'imported_at', i.imported_at) order by i.imported_at, i.id), '[]') from (
                select s.id, 'survey' as kind, s.file_name, s.imported_at, s.imported_by from survey_import s
                union all
                select r.id, 'result', r.file_name, r.imported_at, r.imported_by from result_import r) i
            where i.imported_by in (select id from own)),
        'operations', (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'target', o.target,
            'state', o.state, 'created_at', o.created_at, 'finished_at', o.finished_at)
            order by o.created_at, o.id), '[]') from operation o where o.principal_id in (select id from own)),
        'events', (select coalesce(json_agg(to_jsonb(e) - 'before' - 'after' - 'hash'
                order by e.occurred_at, e.area_code, e.number), '[]') from event e
            where e.account_id = wanted or e.principal_id in (select id from own)))
$$;
