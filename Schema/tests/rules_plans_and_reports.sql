-- The named rules of plans, what interventions consist of, and reports.
begin;
\ir fixture.psql

do $$
declare
    plan constant text := $q$insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version,
        title) values ('63.02', pg_temp.id('new'), pg_temp.id('%s'), 'ikk', %s, '%s')$q$;
    fits constant text := format(plan, 'next', 1, 'x');
    found record;
begin
    insert into lokus (kabupaten_code, id, desa_code, year)
    values ('63.02', pg_temp.id('next'), '63.02.12.2005', 2025);
    perform pg_temp.rule('plan_belongs_to_a_lokus', format(plan, 'three', 1, 'x'), fits);
    perform pg_temp.rule('plan_framework_is_imported', format(plan, 'next', 3, 'x'), fits);
    perform pg_temp.rule('plan_once_per_lokus', format(plan, 'one', 1, 'x'), fits);
    perform pg_temp.rule('plan_title_is_not_blank', format(plan, 'next', 1, ' '), fits);
    -- It holds whatever the primary key holds; interventions refer to it.
    insert into tried values ('plan_belongs_to_one_lokus');
    perform pg_temp.does(fits, 1);
    perform pg_temp.rule('plan_target_ikk_is_within_the_scale',
        $q$update action_plan set target_ikk = 100.01 where id = pg_temp.id('new')$q$,
        $q$update action_plan set target_ikk = 100 where id = pg_temp.id('new')$q$);
    for found in select * from (values
        ('plan_state_is_known', 'state = ''x'', agreed_on = ''2025-08-05''', 'state = ''submitted'''),
        ('plan_has_the_day_of_its_agreement', 'state = ''agreed'', agreed_on = null',
            'state = ''agreed'', agreed_on = ''2025-08-05'''),
        ('plan_reason_is_not_blank', 'state_reason = '' ''', 'state_reason = ''x'''),
        ('plan_meeting_is_of_this_century', 'meeting_on = ''1999-12-31''', 'meeting_on = ''2000-01-01'''),
        ('plan_meeting_is_of_this_century', 'meeting_on = ''2101-01-01''', 'meeting_on = ''2100-12-31'''),
        ('plan_meeting_place_is_not_blank', 'meeting_place = '' ''', 'meeting_place = ''x'''),
        ('plan_meeting_minutes_are_not_blank', 'meeting_minutes = '' ''', 'meeting_minutes = ''x'''),
        ('plan_state_was_set_by_a_principal', format('state_by = %L', pg_temp.id('nobody')),
            format('state_by = %L', pg_temp.id('lead')))
    ) r (rule, wrong, right_one) loop
        -- The trigger would let none of these states in.
        set local session_replication_role = replica;
        if found.rule = 'plan_state_was_set_by_a_principal' then
            set local session_replication_role = origin;
            alter table action_plan disable trigger plan_follows_its_transitions;
        end if;
        perform pg_temp.rule(found.rule,
            format('update action_plan set %s where id = pg_temp.id(''new'')', found.wrong),
            format('update action_plan set %s where id = pg_temp.id(''new'')', found.right_one));
        set local session_replication_role = origin;
    end loop;
    alter table action_plan enable trigger plan_follows_its_transitions;
    perform pg_temp.covered('action_plan');
end
$$;

-- Targets, and that they are declared before the re-survey.
do $$
declare
    target constant text := $q$insert into plan_target values ('63.02', pg_temp.id('%s'), 'ikk', %s, '%s', %s)$q$;
    fits constant text := format(target, 'planned', 1, 'b', 0);
begin
    insert into lokus (kabupaten_code, id, desa_code, year)
    values ('63.02', pg_temp.id('before'), '63.02.12.2005', 2026);
    insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
    values ('63.02', pg_temp.id('planned'), pg_temp.id('before'), 'ikk', 1, 'x');
    perform pg_temp.rule('target_belongs_to_a_plan', format(target, 'nowhere', 1, 'b', 80), fits);
    perform pg_temp.rule('target_is_of_an_indicator_of_the_framework', format(target, 'planned', 1, 'x', 80), fits);
    perform pg_temp.rule('target_is_within_the_scale', format(target, 'planned', 1, 'c', 100.01), fits);
    perform pg_temp.rule('target_is_within_the_scale', format(target, 'planned', 1, 'c', -0.01), fits);
    perform pg_temp.refuses(format(target, 'plan one', 1, 'b', 80), 'SL001', 'targets_are_declared_before_the_resurvey');
    perform pg_temp.covered('plan_target');

    perform pg_temp.does(fits, 1);
    update action_plan set target_ikk = 80 where id = pg_temp.id('planned');
    insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
    values ('63.02', pg_temp.id('midline'), pg_temp.id('before'), 'ikk', 1, 'midline', 'census');
    update plan_target set target = 81 where plan_id = pg_temp.id('planned');
    insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
    values ('63.02', pg_temp.id('again'), pg_temp.id('before'), 'ikk', 1, 'resurvey', 'census');
    perform pg_temp.refuses($q$update plan_target set target = 10 where plan_id = pg_temp.id('planned')$q$, 'SL001');
    perform pg_temp.refuses($q$delete from plan_target where plan_id = pg_temp.id('planned')$q$, 'SL001');
    perform pg_temp.refuses($q$update action_plan set target_ikk = 10 where id = pg_temp.id('planned')$q$, 'SL001');
    perform pg_temp.refuses($q$update action_plan set target_ikk = null where id = pg_temp.id('planned')$q$, 'SL001');
    update action_plan set title = 'y', target_ikk = 80 where id = pg_temp.id('planned');
    -- A plan that is made too late has none.
    insert into lokus (kabupaten_code, id, desa_code, year)
    values ('63.02', pg_temp.id('late'), '63.02.12.2005', 2027);
    insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
    values ('63.02', pg_temp.id('late again'), pg_temp.id('late'), 'ikk', 1, 'resurvey', 'census');
    perform pg_temp.refuses($q$insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version,
        title, target_ikk) values ('63.02', pg_temp.id('late plan'), pg_temp.id('late'), 'ikk', 1, 'x', 80)$q$, 'SL001');
end
$$;

do $$
declare
    aim constant text := $q$insert into intervention_indicator values ('63.02', pg_temp.id('%s'), 'ikk', %s, '%s')$q$;
    funding constant text := $q$insert into intervention_funding values ('63.02', pg_temp.id('%s'), '%s', %s)$q$;
    transition constant text := $q$insert into transition values ('%s', '%s', '%s', '%s')$q$;
begin
    perform pg_temp.rule('aim_belongs_to_an_intervention', format(aim, 'proposed three', 1, 'b'),
        format(aim, 'proposed one', 1, 'b'));
    perform pg_temp.rule('intervention_aims_at_indicators_of_the_framework', format(aim, 'proposed one', 2, 'b'),
        format(aim, 'proposed one', 1, 'b'));
    perform pg_temp.covered('intervention_indicator');

    perform pg_temp.rule('funding_belongs_to_an_intervention', format(funding, 'proposed three', 'csr', 1),
        format(funding, 'proposed one', 'csr', 1));
    perform pg_temp.rule('funding_source_is_known', format(funding, 'proposed one', 'loan', 1),
        format(funding, 'proposed one', 'baznas', 1));
    perform pg_temp.rule('funding_is_not_negative', format(funding, 'proposed one', 'csr', -1),
        format(funding, 'proposed one', 'csr', 0));
    perform pg_temp.rule('funding_is_at_most_a_trillion', format(funding, 'proposed one', 'csr', 1000000000001),
        format(funding, 'proposed one', 'csr', 1000000000000));
    perform pg_temp.rule('funding_without_budget_has_no_amount', format(funding, 'proposed one', 'none', 1),
        format(funding, 'proposed one', 'none', 0));
    perform pg_temp.covered('intervention_funding');

    perform pg_temp.rule('transition_leads_to_one_state', format(transition, 'intervention', 'assigned', 'take',
        'accepted'), format(transition, 'intervention', 'accepted', 'take', 'accepted'));
    perform pg_temp.rule('transition_is_of_a_subject_with_states', format(transition, 'lokus', 'a', 'take', 'b'),
        format(transition, 'action_plan', 'a', 'take', 'b'));
    perform pg_temp.covered('transition');
    perform pg_temp.rule('author_is_of_a_plan',
        format('insert into plan_author values (%L, %L, %L)', '63.02', pg_temp.id('nowhere'), pg_temp.id('lead')),
        format('insert into plan_author values (%L, %L, %L)', '63.02', pg_temp.id('plan one'), pg_temp.id('lead')));
    perform pg_temp.covered('plan_author');
end
$$;

-- Reports are made by the agency, so that nothing of this depends on who sees more.
do $$
declare
    plain constant jsonb := jsonb_build_object('kabupaten_code', '63.02', 'id', pg_temp.id('new'),
        'intervention_id', pg_temp.id('accepted one'), 'agency_code', 'DINKES', 'lokus_id', pg_temp.id('one'),
        'budget_year', 2024, 'quarter', 3, 'nil', false, 'physical_percent', 100, 'quantity', 0, 'spent_idr', 0,
        'obstacles', '', 'follow_up', '', 'reported_by', pg_temp.id('health'), 'state', 'submitted');
    report constant text := 'insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
        budget_year, quarter, nil, physical_percent, quantity, spent_idr, obstacles, follow_up, reported_by, state_reason,
        verified_nil, verified_spent_idr, state)
        select kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil, physical_percent,
        quantity, spent_idr, obstacles, follow_up, reported_by, state_reason, verified_nil, verified_spent_idr, state from jsonb_populate_record(null::progress_report, %L)';
    nil constant jsonb := '{"nil": true, "physical_percent": null, "quantity": null, "spent_idr": null}';
    word constant jsonb := jsonb_build_object('village_says', 'confirmed', 'village_note', 'Baik', 'village_counted', null,
        'village_by', pg_temp.id('village'), 'village_at', now(), 'village_saw_version', 1, 'village_saw_nil', false,
        'village_saw_percent', 40, 'village_saw_quantity', 4);
    said constant text := $q$update progress_report r set (village_says, village_note, village_counted, village_by,
        village_at, village_saw_version, village_saw_nil, village_saw_percent, village_saw_quantity) = (
        select w.village_says, w.village_note, w.village_counted, w.village_by, w.village_at, w.village_saw_version,
            w.village_saw_nil, w.village_saw_percent, w.village_saw_quantity
        from jsonb_populate_record(null::progress_report, %L) w) where r.id = pg_temp.id('report one')$q$;
    today_here constant date := (now() at time zone 'Asia/Makassar')::date;
    present constant integer := extract(year from today_here) * 4 + extract(quarter from today_here) - 1;
    found record;
begin
    for found in select * from (values
        ('report_is_about_an_intervention_of_its_agency', '{"agency_code": "DINSOS"}'::jsonb, '{}'::jsonb),
        ('report_is_about_an_intervention_of_its_agency', jsonb_build_object('lokus_id', pg_temp.id('two')), '{}'),
        ('report_one_per_period', '{"quarter": 2}', '{}'),
        ('report_spending_is_at_most_a_trillion', '{"spent_idr": 1000000000001}', '{"spent_idr": 1000000000000}'),
        ('report_quarter_is_one_of_four', '{"quarter": 5}', '{"quarter": 4}'),
        ('report_quarter_is_one_of_four', '{"quarter": 0, "budget_year": 2025}',
            '{"quarter": 1, "budget_year": 2025}'),
        ('report_nil_has_no_figures', '{"nil": true}', nil),
        ('report_nil_has_no_figures', nil || '{"nil": false}', nil),
        ('report_nil_has_no_figures', nil || '{"spent_idr": 0}', nil),
        ('report_nil_has_no_figures', '{"quantity": null}', '{}'),
        ('report_percent_is_between_0_and_100', '{"physical_percent": 100.01}', '{}'),
        ('report_percent_is_between_0_and_100', '{"physical_percent": -0.01}', '{"physical_percent": 0}'),
        ('report_quantity_is_not_negative', '{"quantity": -0.01}', '{}'),
        ('report_spending_is_not_negative', '{"spent_idr": -1}', '{}'),
        ('report_reason_is_not_blank', '{"state_reason": " "}', '{"state_reason": "x"}'),
        ('report_counts_with_figures_or_as_nil', '{"verified_spent_idr": 1}', '{"verified_nil": true}'),
        ('report_counts_with_figures_or_as_nil', '{"verified_nil": false}', '{}'),
        ('report_was_made_by_a_principal', jsonb_build_object('reported_by', pg_temp.id('nobody')), '{}')
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(report, plain || found.wrong),
            format(report, plain || found.right_one));
    end loop;

    -- The quarter of the assignment (15 February 2024) is the first; before it there was nothing to report.
    perform pg_temp.refuses(format(report, plain || '{"budget_year": 2023, "quarter": 4}'), 'SL002',
        'report_follows_the_assignment');
    perform pg_temp.accepts(format(report, plain || '{"quarter": 1}'));
    perform pg_temp.refuses(format(report, plain || jsonb_build_object('intervention_id', pg_temp.id('proposed one'))),
        'SL002', 'report_follows_the_assignment');
    -- The present quarter is the last, however long the intervention goes on.
    perform pg_temp.accepts(format(report,
        plain || jsonb_build_object('budget_year', present / 4, 'quarter', present % 4 + 1)));
    perform pg_temp.refuses(format(report,
        plain || jsonb_build_object('budget_year', (present + 1) / 4, 'quarter', (present + 1) % 4 + 1)),
        'SL002', 'report_period_has_begun');
    -- A year that no clock reaches is not a budget year, which the update shows that no trigger watches.
    perform pg_temp.rule('report_year_is_a_budget_year',
        $q$update progress_report set budget_year = 2101 where id = pg_temp.id('report one')$q$,
        $q$update progress_report set budget_year = 2100 where id = pg_temp.id('report one')$q$);
    perform pg_temp.rule('report_year_is_a_budget_year',
        $q$update progress_report set budget_year = 2014 where id = pg_temp.id('report one')$q$,
        $q$update progress_report set budget_year = 2015 where id = pg_temp.id('report one')$q$);
    -- Whoever adds a report has no say in these.
    alter table progress_report disable trigger report_begins_unverified;
    alter table progress_report disable trigger report_follows_its_transitions;
    perform pg_temp.rule('report_state_is_known', format(report, plain || '{"state": "lost"}'),
        format(report, plain || '{"state": "returned"}'));
    perform pg_temp.rule('report_state_was_set_by_a_principal',
        $q$update progress_report set state_by = pg_temp.id('nobody') where id = pg_temp.id('report one')$q$,
        $q$update progress_report set state_by = pg_temp.id('lead') where id = pg_temp.id('report one')$q$);
    -- What a village says is whole, whoever writes it.
    alter table progress_report disable trigger village_says_what_it_saw;
    for found in select * from (values
        ('report_village_says_what_is_known', '{"village_says": "perhaps"}'::jsonb, '{}'::jsonb),
        ('report_village_is_known_with_its_word', '{"village_says": null, "village_note": null}', '{}'),
        ('report_village_is_known_with_its_word', '{"village_saw_quantity": null}', '{}'),
        ('report_village_is_known_with_its_word', '{"village_saw_nil": true}',
            '{"village_saw_nil": true, "village_saw_quantity": null, "village_saw_percent": null}'),
        ('report_dispute_gives_its_note', '{"village_says":"disputed", "village_note":null}', '{"village_says":"disputed"}'),
        ('report_village_note_is_not_blank', '{"village_note": " "}', '{"village_note": null}'),
        ('report_village_counts_what_it_disputes', '{"village_counted": 3}',
            '{"village_counted": 3, "village_says": "disputed"}'),
        ('report_village_count_is_not_negative', '{"village_counted": -1, "village_says": "disputed"}',
            '{"village_counted": 0, "village_says": "disputed"}'),
        ('report_village_counts_another_quantity', '{"village_counted": 4, "village_says": "disputed"}',
            '{"village_counted": 5, "village_says": "disputed"}'),
        ('report_village_is_a_principal', jsonb_build_object('village_by', pg_temp.id('nobody')), '{}')
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(said, word || found.wrong), format(said, word || found.right_one));
    end loop;
    perform pg_temp.covered('progress_report');
end
$$;

rollback;
