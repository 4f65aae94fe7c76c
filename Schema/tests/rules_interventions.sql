-- The named rules of interventions.
begin;
\ir fixture.psql

do $$
declare
    plain constant jsonb := jsonb_build_object('kabupaten_code', '63.02', 'id', pg_temp.id('new'),
        'plan_id', pg_temp.id('plan one'), 'lokus_id', pg_temp.id('one'), 'reference', 'new', 'agency_code', 'DINKES',
        'title', 'x', 'target_quantity', 0, 'unit', 'x', 'starts_on', '2024-01-01', 'ends_on', '2024-01-01',
        'note', '', 'target_group', '', 'location', '', 'supporting_agencies', '{}'::text[], 'state', 'proposed',
        'version', 1, 'created_at', now(), 'updated_at', now());
    intervention constant text := 'insert into intervention select (jsonb_populate_record(null::intervention, %L)).*';
    found record;
begin
    for found in select * from (values
        ('intervention_belongs_to_a_plan', jsonb_build_object('plan_id', pg_temp.id('plan three')), '{}'::jsonb),
        -- The plan of one lokus does not serve another.
        ('intervention_belongs_to_a_plan', jsonb_build_object('lokus_id', pg_temp.id('two')), '{}'),
        ('intervention_agency_is_of_the_kabupaten', '{"agency_code": "DINAS"}', '{"agency_code": "DINSOS"}'),
        ('intervention_kind_is_in_the_catalogue', '{"catalogue_code": "x"}', '{"catalogue_code": "isbat"}'),
        ('intervention_reference_is_unique_in_its_plan', '{"reference": "proposed"}', '{"reference": "Proposed"}'),
        ('intervention_reference_is_not_blank', '{"reference": ""}', '{}'),
        ('intervention_reference_is_in_plain_form', '{"reference": " A 1"}', '{"reference": "A 1"}'),
        ('intervention_reference_is_in_plain_form', '{"reference": "A\u00a01"}', '{"reference": "A 1"}'),
        ('intervention_reference_is_in_plain_form', '{"reference": "A  1"}', '{"reference": "A 1"}'),
        ('intervention_reference_is_in_plain_form', '{"reference": "Kede\u0301"}', '{"reference": "Ked\u00e9"}'),
        ('intervention_title_is_not_blank', '{"title": " "}', '{}'),
        ('intervention_unit_is_not_blank', '{"unit": "\t"}', '{}'),
        ('intervention_target_is_not_negative', '{"target_quantity": -0.01}', '{}'),
        ('intervention_ends_after_it_starts', '{"ends_on": "2023-12-31"}', '{}'),
        ('intervention_target_families_are_sensible', '{"target_families": 0}', '{"target_families": 100000}'),
        ('intervention_target_people_are_sensible', '{"target_people": 1000001}', '{"target_people": 1}'),
        ('intervention_is_not_supported_by_its_own_agency', '{"supporting_agencies": ["DINKES"]}',
            '{"supporting_agencies": ["DINSOS"]}'),
        ('intervention_dates_are_of_this_century', '{"starts_on": "1999-12-31"}', '{"starts_on": "2000-01-01"}'),
        ('intervention_dates_are_of_this_century', '{"ends_on": "2101-01-01"}', '{"ends_on": "2100-12-31"}'),
        ('intervention_state_is_known', '{"state": "lost", "assigned_on": "2024-01-01"}',
            '{"state": "assigned", "assigned_on": "2024-01-01"}'),
        ('intervention_has_the_dates_of_its_state', '{"assigned_on": "2024-01-01"}', '{}'),
        ('intervention_has_the_dates_of_its_state', '{"accepted_on": "2024-01-01"}', '{}'),
        ('intervention_has_the_dates_of_its_state', '{"state": "assigned"}',
            '{"state": "assigned", "assigned_on": "2024-01-01"}'),
        ('intervention_has_the_dates_of_its_state', '{"state": "accepted", "assigned_on": "2024-01-01"}',
            '{"state": "accepted", "assigned_on": "2024-01-01", "accepted_on": "2024-01-01"}'),
        ('intervention_has_the_dates_of_its_state', '{"state": "accepted", "accepted_on": "2024-01-01"}', '{}'),
        ('intervention_has_the_dates_of_its_state', '{"state": "cancelled"}',
            '{"state": "cancelled", "ended_on": "2024-01-01"}'),
        ('intervention_has_the_dates_of_its_state',
            '{"state": "done", "assigned_on": "2024-01-01", "accepted_on": "2024-01-01"}',
            '{"state": "done", "assigned_on": "2024-01-01", "accepted_on": "2024-01-01", "ended_on": "2024-01-01"}'),
        ('intervention_has_the_dates_of_its_state',
            '{"state": "declined", "assigned_on": "2024-01-01", "accepted_on": "2024-01-01"}',
            '{"state": "declined", "assigned_on": "2024-01-01"}'),
        ('intervention_state_was_set_by_a_principal', jsonb_build_object('state_by', pg_temp.id('x')),
            jsonb_build_object('state_by', pg_temp.id('health'))),
        ('intervention_reason_is_not_blank', '{"state_reason": " "}', '{"state_reason": "x"}')
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(intervention, plain || found.wrong),
            format(intervention, plain || found.right_one));
    end loop;
    -- It holds whatever the primary key holds; reports refer to it.
    insert into tried values ('intervention_belongs_to_one_agency_and_lokus');
    -- There are no more agencies here than may help.
    alter table intervention disable trigger intervention_says_whom_it_is_for;
    perform pg_temp.rule('intervention_is_supported_by_some',
        format(intervention, plain || jsonb_build_object('supporting_agencies', array_fill('X'::text, '{21}'))),
        format(intervention, plain || jsonb_build_object('supporting_agencies', array_fill('X'::text, '{20}'))));
    -- What continues another one; that it says the same and is alone is tried in interventions.sql.
    alter table intervention disable trigger intervention_continues_another;
    alter table intervention disable trigger what_is_continued_was_carried_over;
    for found in select * from (values
        ('intervention_continues_one_of_its_kabupaten', pg_temp.id('accepted three'), pg_temp.id('accepted two')),
        ('intervention_does_not_continue_itself', pg_temp.id('new'), pg_temp.id('accepted one'))
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(intervention, plain || jsonb_build_object('continues_id', found.wrong)),
            format(intervention, plain || jsonb_build_object('continues_id', found.right_one)));
    end loop;
    execute format(intervention, plain || jsonb_build_object('id', pg_temp.id('first'), 'reference', 'first',
        'continues_id', pg_temp.id('accepted one')));
    perform pg_temp.rule('intervention_is_continued_once',
        format(intervention, plain || jsonb_build_object('continues_id', pg_temp.id('accepted one'))),
        format(intervention, plain || jsonb_build_object('continues_id', pg_temp.id('accepted two'))));
    perform pg_temp.covered('intervention');
end
$$;

rollback;
