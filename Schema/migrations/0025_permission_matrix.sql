-- What each cell of the permission matrix comes to in this schema. The matrix is Config/permissions.csv; from it
-- and from these tables `enforce_permissions` (0026) makes the policies and the grants.

alter table selaras.permission
    add column states text[] not null default '{}',
    add column conditions text[] not null default '{}';
comment on table selaras.permission is
    'What each role may do, from Config/permissions.csv: the matrix. enforce_permissions makes row-level security and
grants of it; a role without a cell may nothing.';
comment on column selaras.permission.states is 'In which states of its subject; empty: in every one.';
comment on column selaras.permission.conditions is
    'What has to hold of its subject, beside the area of the caller: columns of permission_narrowing; all of them.';

-- What the policies written by hand said of those who were there; an import of the configuration says it anew.
update selaras.permission set conditions = '{own_lokus}' where role = 'village'
    and resource in ('lokus', 'survey_round', 'action_plan', 'intervention', 'progress_report');
update selaras.permission set conditions = '{own_agency}' where role = 'agency'
    and (resource = 'intervention' and action = 'accept' or resource = 'progress_report' and action <> 'read');
update selaras.permission set states = case action
        when 'assign' then '{proposed}'::text[] when 'accept' then '{assigned}' else '{open}' end
where (resource, action) in (('intervention', 'assign'), ('intervention', 'accept'), ('survey_round', 'close'));
insert into selaras.permission (role, resource, action)
select role, own.resource, 'read' from selaras.permission
cross join unnest('{family_answer,event}'::text[]) own (resource)
where permission.resource = 'survey_import' and action = 'read';

create table selaras.permission_narrowing (
    relation text primary key,
    -- null: shared by all kabupaten
    area text,
    -- null in these: cannot be said of its rows
    own_agency text,
    own_lokus text
);
comment on table selaras.permission_narrowing is
    'Expressions over the rows of each relation: those of the areas of the caller, of its agency, of its own lokus.
Columns are compared with the settings themselves, so that the comparison is a condition of an index.';

do $$
declare
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
    agency constant text := 'agency_code = current_setting(''selaras.agency'', true)';
    lokus constant text := '%s = any (string_to_array(current_setting(''selaras.lokus'', true), '','')::uuid[])';
    -- What carries neither agency nor lokus reaches them through what it belongs to.
    via constant text := 'exists (select from selaras.%1$I owner where owner.kabupaten_code = %2$I.kabupaten_code
        and owner.id = %2$I.%3$I and owner.%4$s)';
    of_round constant text := format(via, 'survey_round', '#', 'round_id', format(lokus, 'lokus_id'));
begin
    insert into selaras.permission_narrowing (relation)
    select unnest(array['region', 'framework', 'framework_category', 'framework_dimension', 'framework_indicator',
        'catalogue_item', 'catalogue_indicator']);
    insert into selaras.permission_narrowing (relation, area)
    select unnest(array['agency', 'agency_duty', 'catalogue_agency', 'result_import', 'operation', 'event']), area;
    insert into selaras.permission_narrowing (relation, area, own_lokus)
    select relation, area, replace(of_round, '"#"', relation)
    from unnest(array['survey_import', 'family_answer', 'indicator_result', 'dimension_result', 'round_evidence',
        'published_figure']) relation;
    insert into selaras.permission_narrowing (relation, area, own_lokus) values
        ('pair_evidence', area,
            format(via, 'survey_round', 'pair_evidence', 'before_round_id', format(lokus, 'lokus_id')) || ' and '
            || format(via, 'survey_round', 'pair_evidence', 'after_round_id', format(lokus, 'lokus_id'))),
        ('lokus', area, format(lokus, 'id')),
        ('survey_round', area, format(lokus, 'lokus_id')),
        ('action_plan', area, format(lokus, 'lokus_id')),
        ('plan_target', area, format(via, 'action_plan', 'plan_target', 'plan_id', format(lokus, 'lokus_id')));
    insert into selaras.permission_narrowing (relation, area, own_agency, own_lokus)
    select relation, area, agency, format(lokus, 'lokus_id')
    from unnest('{intervention,progress_report}'::text[]) relation
    union all
    select relation, area, format(via, 'intervention', relation, 'intervention_id', agency),
        format(via, 'intervention', relation, 'intervention_id', format(lokus, 'lokus_id'))
    from unnest('{intervention_indicator,intervention_funding}'::text[]) relation;
end
$$;

create table selaras.permission_effect (
    resource text not null,
    action text not null,
    command text not null,
    -- a relation, a function, or nothing
    target text not null,
    -- null: all columns
    columns text[],
    primary key (resource, action, command, target),
    constraint permission_effect_command_is_known check (
        command in ('select', 'insert', 'update', 'delete', 'execute', 'temporary')),
    constraint permission_effect_lists_columns_where_they_count check (
        columns is null or command in ('select', 'insert', 'update'))
);
comment on table selaras.permission_effect is 'What has to be granted for each cell of the matrix, and on what.';

insert into selaras.permission_effect (resource, action, command, target)
select resource, 'read', 'select', unnest(string_to_array(targets, ' '))
from (values
    ('region', 'region'),
    ('framework', 'framework framework_category framework_dimension framework_indicator'),
    ('agency', 'agency agency_duty'),
    ('catalogue', 'catalogue_item catalogue_indicator catalogue_agency'),
    ('lokus', 'lokus'),
    ('survey_round', 'survey_round indicator_result dimension_result round_evidence pair_evidence published_figure'),
    ('survey_import', 'survey_import result_import'),
    ('family_answer', 'family_answer'),
    ('operation', 'operation'),
    ('event', 'event'),
    ('action_plan', 'action_plan plan_target'),
    ('intervention', 'intervention intervention_indicator intervention_funding'),
    ('progress_report', 'progress_report'),
    ('open_data', 'open_indicator open_index open_intervention open_kabupaten')
) t (resource, targets);

-- Columns are listed: nobody chooses a version, the time of a making, or the state in which a thing begins.
insert into selaras.permission_effect
select split_part(cell, ' ', 1), split_part(cell, ' ', 2), split_part(what, ' ', 1), split_part(what, ' ', 2),
    string_to_array(columns, ' ')
from (values
    ('lokus create', 'insert lokus', 'kabupaten_code id desa_code year decree_number decree_on'),
    ('lokus update', 'update lokus', 'decree_number decree_on'),
    ('survey_round import', 'insert survey_round', 'kabupaten_code id lokus_id framework_code framework_version '
        'purpose design families_in_village panel_of surveyed_from surveyed_until'),
    ('survey_round import', 'update survey_round', 'design families_in_village panel_of surveyed_from surveyed_until '
        'basis state closed_at indicators_used weak_count ikk category'),
    ('survey_round import', 'insert survey_import', 'kabupaten_code id round_id file_name file_sha256 replaces_all '
        'rows_read rows_added rows_changed rows_same rows_removed rows_ignored families_missing families_in_round '
        'rows_by_status imported_by'),
    ('survey_round import', 'insert family_answer', null),
    ('survey_round import', 'update family_answer',
        'status rt good eligible enumerator interviewed_on previous_family'),
    ('survey_round import', 'delete family_answer', null),
    ('survey_round import', 'insert result_import', 'kabupaten_code id file_name file_sha256 rows_read rows_added '
        'rows_changed rows_same rows_ignored rounds rounds_made imported_by'),
    ('survey_round import', 'insert published_figure',
        'kabupaten_code round_id level position value good eligible source published_on import_id'),
    ('survey_round import', 'update published_figure', 'value good eligible source published_on import_id'),
    ('survey_round import', 'insert indicator_result', null),
    ('survey_round import', 'delete indicator_result', null),
    ('survey_round import', 'insert dimension_result', null),
    ('survey_round import', 'delete dimension_result', null),
    ('survey_round import', 'execute use_family_key', null),
    ('survey_round import', 'execute queue_operation', null),
    ('survey_round import', 'execute succeed_operation', null),
    ('survey_round import', 'temporary ', null),
    ('survey_round close', 'update survey_round', 'state closed_at families_complete families_partial '
        'families_no_respondent families_refused families_moved families_represented indicators_used weak_count ikk '
        'category'),
    ('survey_round close', 'insert indicator_result', null),
    ('survey_round close', 'insert dimension_result', null),
    ('survey_round close', 'insert round_evidence', null),
    ('survey_round close', 'insert pair_evidence', null),
    ('survey_round close', 'execute queue_operation', null),
    ('survey_round close', 'execute succeed_operation', null),
    ('operation cancel', 'execute cancel_operation', null),
    ('action_plan create', 'insert action_plan',
        'kabupaten_code id lokus_id framework_code framework_version title agreed_on target_ikk'),
    ('action_plan create', 'insert plan_target', null),
    ('action_plan update', 'update action_plan', 'title agreed_on target_ikk'),
    ('action_plan update', 'insert plan_target', null),
    ('action_plan update', 'update plan_target', 'target'),
    ('action_plan update', 'delete plan_target', null),
    ('intervention assign', 'update intervention', 'state assigned_on'),
    ('intervention accept', 'update intervention', 'state'),
    -- How far interventions got, without what agencies say of their difficulties.
    ('intervention read', 'select progress_report', 'kabupaten_code id intervention_id agency_code lokus_id '
        'budget_year quarter period nil physical_percent quantity spent_idr'),
    ('progress_report create', 'insert progress_report', 'kabupaten_code id intervention_id agency_code lokus_id '
        'budget_year quarter nil physical_percent quantity spent_idr obstacles follow_up reported_by'),
    ('progress_report update', 'update progress_report',
        'nil physical_percent quantity spent_idr obstacles follow_up reported_by')
) e (cell, what, columns);
-- An import does what creating and changing do.
insert into selaras.permission_effect
select 'intervention', cell, split_part(what, ' ', 1), split_part(what, ' ', 2), string_to_array(columns, ' ')
from (values
    ('create', 'insert intervention', 'kabupaten_code id plan_id lokus_id reference agency_code catalogue_code title '
        'target_quantity unit starts_on ends_on note'),
    ('update', 'update intervention',
        'agency_code catalogue_code title target_quantity unit starts_on ends_on note'),
    ('', 'insert intervention_indicator', null),
    ('', 'insert intervention_funding', null),
    ('update', 'delete intervention_indicator', null),
    ('update', 'delete intervention_funding', null),
    ('update', 'update intervention_funding', 'amount_idr')
) e (of_cell, what, columns)
cross join unnest('{create,update,import}'::text[]) cell
where cell = 'import' or of_cell in ('', cell);

do $$
declare
    relation text;
begin
    foreach relation in array array['permission_narrowing', 'permission_effect'] loop
        execute format('alter table selaras.%I enable row level security', relation);
        execute format('alter table selaras.%I force row level security', relation);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', relation);
    end loop;
end
$$;
-- The triggers of whoever writes look here.
create policy everyone_signed_in_reads on selaras.permission_narrowing for select to selaras_reader using (true);
grant select on selaras.permission_narrowing to selaras_reader;
