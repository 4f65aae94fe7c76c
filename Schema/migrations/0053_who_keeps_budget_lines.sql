-- Who reads and keeps budget lines, and what they were in the past.

do $$
declare
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
    agency constant text := 'agency_code = current_setting(''selaras.agency'', true)';
    via constant text := 'exists (select from selaras.intervention owner
        where owner.kabupaten_code = budget_share.kabupaten_code and owner.id = budget_share.intervention_id
            and owner.%s)';
begin
    insert into selaras.permission_narrowing (relation, area, own_agency, own_lokus) values
        ('budget_line', area, agency, null),
        ('budget_share', area, format(via, agency), format(via,
            'lokus_id = any (string_to_array(current_setting(''selaras.lokus'', true), '','')::uuid[])'));
end
$$;

-- Shares are read with the lines that they are of, all of them: a sum of some would be none.
insert into selaras.permission_effect values
    ('budget_line', 'read', 'select', 'budget_line', null),
    ('budget_line', 'read', 'select', 'budget_share', null),
    ('budget_line', 'create', 'insert', 'budget_line', '{kabupaten_code,id,agency_code,budget_year,source,code,
        written_code,nomenclature,title,murni_idr,pergeseran_idr,perubahan_idr}'),
    ('budget_line', 'update', 'update', 'budget_line', '{code,written_code,nomenclature,title,murni_idr,
        pergeseran_idr,perubahan_idr}');
insert into selaras.permission_effect (resource, action, command, target, columns)
select 'intervention', cell, command, 'budget_share', columns
from (values ('insert', '{kabupaten_code,intervention_id,budget_line_id,source,amount_idr}'::text[]), ('update', '{amount_idr}'), ('delete', null)) e (command, columns)
cross join unnest('{create,update,import,carry_over}'::text[]) cell
where command = 'insert' or cell in ('update', 'import');

-- Where the matrix was imported already, an upgrade knows the new cells at once.
insert into selaras.permission (role, resource, action)
select role, 'budget_line', 'read' from selaras.permission where resource = 'intervention' and action = 'read';
insert into selaras.permission (role, resource, action)
select role, 'budget_line', unnest('{create,update}'::text[]) from selaras.permission
where resource = 'intervention' and action = 'create';
insert into selaras.permission (role, resource, action, conditions)
select role, 'budget_line', unnest('{create,update}'::text[]), '{own_agency}' from selaras.permission
where resource = 'intervention' and action = 'accept' and conditions = '{own_agency}'
on conflict do nothing;

create or replace function selaras.remake_past() returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    name text;
    granted record;
    -- Those that others refer to come first, in tables and in conditions alike.
    tables constant text[] := array['lokus', 'survey_round', 'action_plan', 'intervention', 'intervention_indicator',
        'intervention_funding', 'plan_target', 'progress_report', 'published_figure', 'indicator_result',
        'dimension_result', 'round_evidence', 'pair_evidence', 'budget_line', 'budget_share'];
    views constant text[] := array['reported_progress', 'latest_progress'];
    definition text;
begin
    for name in select v.relname from pg_class v where v.relnamespace = 'selaras_past'::regnamespace and v.relkind = 'v'
        order by v.oid desc
    loop
        execute format('drop view selaras_past.%I', name);
    end loop;
    foreach name in array tables || views loop
        if name = any (views) then
            definition := format('create view selaras_past.%I with (security_invoker = true) as %s', name,
                pg_get_viewdef(format('selaras.%I', name)::regclass));
        else
            definition := format('create view selaras_past.%1$I with (security_barrier = true) as
                select %1$I.* from (%2$s) %1$I where %3$s', name, past_rows(format('selaras.%I', name)::regclass),
                past_condition(format('selaras.%I', name)::regclass));
        end if;
        -- Names without a schema are now those of the past, where it has them.
        perform set_config('search_path', 'selaras_past, selaras, pg_temp', true);
        execute definition;
        perform set_config('search_path', 'selaras, pg_temp', true);
        execute format('comment on view selaras_past.%I is %L', name, 'selaras.' || name || ' at selaras.as_of.');
        for granted in
            select a.grantee::regrole::text as role, null as columns
            from pg_class c cross join aclexplode(c.relacl) a
            where c.oid = format('selaras.%I', name)::regclass and a.privilege_type = 'SELECT'
                and a.grantee <> c.relowner
            union all
            select a.grantee::regrole::text, string_agg(quote_ident(t.attname), ', ')
            from pg_attribute t cross join aclexplode(t.attacl) a
            where t.attrelid = format('selaras.%I', name)::regclass and a.privilege_type = 'SELECT'
            group by a.grantee
        loop
            execute format('grant select %s on selaras_past.%I to %s',
                coalesce('(' || granted.columns || ')', ''), name, granted.role);
        end loop;
    end loop;
end
$$;

select selaras.enforce_permissions();
select selaras.remake_past();
