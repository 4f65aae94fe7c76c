-- The named rules of lokus, rounds, imports, answers, results, events and idempotency keys.
begin;
\ir fixture.psql

do $$
declare
    lokus constant text := $q$insert into lokus (kabupaten_code, id, desa_code, year, decree_number, decree_on)
        values ('%s', pg_temp.id('new'), '%s', %s, %L, %L)$q$;
    fits constant text := format(lokus, '63.02', '63.02.12.2007', 2015, '188.45/1', '2024-01-01');
begin
    perform pg_temp.rule('lokus_kabupaten_uses_the_service',
        format(lokus, '64.02', '64.02.01.2001', 2024, null, null), fits);
    perform pg_temp.rule('lokus_desa_is_in_the_register',
        format(lokus, '63.02', '63.02.12.2999', 2024, null, null), fits);
    perform pg_temp.rule('lokus_lies_in_its_kabupaten',
        format(lokus, '63.02', '63.10.01.2001', 2025, null, null), fits);
    perform pg_temp.rule('lokus_is_a_desa_or_kelurahan', format(lokus, '63.02', '63.02.12', 2024, null, null), fits);
    perform pg_temp.rule('lokus_once_per_desa_and_year', format(lokus, '63.02', '63.02.12.2005', 2024, null, null),
        format(lokus, '63.02', '63.02.12.2005', 2025, null, null));
    perform pg_temp.rule('lokus_year_is_a_programme_year',
        format(lokus, '63.02', '63.02.12.2007', 2014, null, null), fits);
    perform pg_temp.rule('lokus_year_is_a_programme_year',
        format(lokus, '63.02', '63.02.12.2007', 2101, null, null),
        format(lokus, '63.02', '63.02.12.2007', 2100, null, null));
    perform pg_temp.rule('lokus_decree_has_number_and_date',
        format(lokus, '63.02', '63.02.12.2007', 2024, '1', null), fits);
    perform pg_temp.rule('lokus_decree_has_number_and_date',
        format(lokus, '63.02', '63.02.12.2007', 2024, null, '2024-01-01'),
        format(lokus, '63.02', '63.02.12.2007', 2024, null, null));
    perform pg_temp.rule('lokus_decree_number_is_not_blank',
        format(lokus, '63.02', '63.02.12.2007', 2024, ' ', '2024-01-01'), fits);
    perform pg_temp.covered('lokus');
end
$$;

do $$
declare
    plain constant jsonb := jsonb_build_object('kabupaten_code', '63.02', 'id', pg_temp.id('new'),
        'lokus_id', pg_temp.id('one'), 'framework_code', 'ikk', 'framework_version', 1, 'purpose', 'midline',
        'design', 'census', 'basis', 'families', 'state', 'open', 'version', 1, 'created_at', now(), 'updated_at', now());
    closed constant jsonb := plain || '{"state": "closed", "closed_at": "2024-06-01", "families_complete": 3,
        "families_partial": 1, "families_no_respondent": 0, "families_refused": 0, "families_moved": 0,
        "families_represented": 4, "indicators_used": 3, "weak_count": 0, "ikk": 75.00, "category": "tinggi"}';
    announced jsonb := closed || '{"basis": "totals"}';
    round constant text := 'insert into survey_round select (jsonb_populate_record(null::survey_round, %L)).*';
    fits constant text := format(round, plain);
    done constant text := format(round, closed);
    sample constant text := format(round, plain || '{"design": "simple_random_sample", "families_in_village": 1}');
    column_name text;
    found record;
begin
    for found in select * from (values
        ('round_belongs_to_a_lokus', jsonb_build_object('lokus_id', pg_temp.id('three'))),
        ('round_framework_is_imported', '{"framework_version": 3}'),
        ('round_panel_is_a_round', jsonb_build_object('panel_of', pg_temp.id('baseline three'))),
        ('round_once_per_purpose', '{"purpose": "resurvey"}'), ('round_purpose_is_known', '{"purpose": "endline"}'),
        ('round_design_is_known', '{"design": "convenience", "families_in_village": 9}'),
        ('round_sample_says_how_many_families_it_speaks_for', '{"families_in_village": 9}'),
        ('round_is_not_its_own_panel', jsonb_build_object('panel_of', pg_temp.id('new'))),
        ('round_ends_after_it_begins', '{"surveyed_from": "2024-02-02", "surveyed_until": "2024-02-01"}'),
        ('round_state_is_known', '{"state": "draft"}'), ('round_basis_is_known', '{"basis": "answers"}'),
        ('round_without_families_is_closed', '{"basis": "totals"}'),
        ('round_has_its_result_once_closed', '{"state": "closed"}'),
        ('round_has_its_result_once_closed', '{"closed_at": "2024-06-01"}'),
        ('round_has_its_result_once_closed', '{"weak_count": 0}'),
        ('round_has_its_result_once_closed', '{"ikk": 75, "category": "tinggi"}'),
        ('round_category_goes_with_an_index', '{"category": "tinggi"}')
    ) r (rule, change) loop
        perform pg_temp.rule(found.rule, format(round, plain || found.change), fits);
    end loop;
    for found in select * from (values
        ('round_sample_says_how_many_families_it_speaks_for', '{"design": "cluster_sample_by_rt"}'::jsonb),
        ('round_families_in_village_are_counted_from_one',
            '{"design": "stratified_sample_by_rt", "families_in_village": 0}'),
        ('round_families_in_village_are_at_most_a_million',
            '{"design": "stratified_sample_by_rt", "families_in_village": 1000001}')
    ) r (rule, change) loop
        perform pg_temp.rule(found.rule, format(round, plain || found.change), sample);
    end loop;
    for found in select * from (values
        ('round_counts_no_more_families_than_it_speaks_for', '{"families_represented": 3}'::jsonb),
        ('round_index_is_within_the_scale', '{"ikk": 100.01}'), ('round_index_is_within_the_scale', '{"ikk": -0.01}'),
        ('round_category_goes_with_an_index', '{"ikk": null}'),
        ('round_category_goes_with_an_index', '{"category": null}')
    ) r (rule, change) loop
        perform pg_temp.rule(found.rule, format(round, closed || found.change), done);
    end loop;
    foreach column_name in array array['closed_at', 'families_complete', 'families_partial', 'families_no_respondent',
        'families_refused', 'families_moved', 'families_represented', 'indicators_used', 'weak_count'] loop
        perform pg_temp.rule('round_has_its_result_once_closed', format(round, closed - column_name), done);
    end loop;
    -- Without families nothing of them is known, and without indicators not how many are weak.
    foreach column_name in array array['families_complete', 'families_partial', 'families_no_respondent',
        'families_refused', 'families_moved', 'families_represented'] loop
        announced := announced - column_name;
    end loop;
    perform pg_temp.rule('round_has_its_result_once_closed', format(round, closed || '{"basis": "totals"}'),
        format(round, announced));
    perform pg_temp.rule('round_has_its_result_once_closed', format(round, announced - 'weak_count'),
        format(round, (announced - 'weak_count') || '{"indicators_used": 0, "basis": "values"}'));
    perform pg_temp.rule('round_has_its_result_once_closed', format(round, announced || '{"indicators_used": 0}'),
        format(round, announced || '{"indicators_used": 1}'));
    perform pg_temp.accepts(format(round, closed || '{"ikk": null, "category": null, "indicators_used": 0}'));
    perform pg_temp.accepts(format(round, plain || jsonb_build_object('panel_of', pg_temp.id('baseline one'))));
    -- It holds whatever the primary key holds; it is there to be referred to.
    insert into tried values ('round_belongs_to_one_lokus');
    perform pg_temp.covered('survey_round');
end
$$;

do $$
declare
    import constant text := $q$insert into survey_import (kabupaten_code, id, round_id, file_name, file_sha256,
        replaces_all, rows_read, rows_added, rows_changed, rows_same, rows_removed, imported_by)
        values ('63.02', pg_temp.id('new'), pg_temp.id('%s'), 'x', %s, %L, 6, %s, 2, 1, %s, pg_temp.id('%s'))$q$;
    fits constant text := format(import, 'resurvey one', $q$sha256('x')$q$, true, 3, 4, 'lead');
    answer constant text := $q$insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible,
        previous_family) values ('63.02', pg_temp.id('%s'), decode('%s', 'hex'), %s, '', '\x0101', '%s', %L)$q$;
    family constant text := md5('x');
    fine constant text := format(answer, 'resurvey one', family, 5, '\x0102', null);
begin
    perform pg_temp.rule('import_belongs_to_a_round',
        format(import, 'resurvey three', $q$sha256('x')$q$, false, 3, 0, 'lead'), fits);
    perform pg_temp.rule('import_was_made_by_a_principal',
        format(import, 'resurvey one', $q$sha256('x')$q$, false, 3, 0, 'nobody'), fits);
    perform pg_temp.rule('import_hash_is_sha256',
        format(import, 'resurvey one', $q$'\x00'$q$, false, 3, 0, 'lead'), fits);
    perform pg_temp.rule('import_outcome_is_whole',
        replace(replace(fits, 'imported_by)', 'imported_by, families_missing)'),
            $q$id('lead'))$q$, $q$id('lead'), 0)$q$), fits);
    perform pg_temp.rule('import_root_is_sha256',
        replace(replace(fits, 'imported_by)', 'imported_by, rows_root)'), $q$id('lead'))$q$, $q$id('lead'), '\x00')$q$),
        replace(replace(fits, 'imported_by)', 'imported_by, rows_root)'),
            $q$id('lead'))$q$, $q$id('lead'), sha256('x'))$q$));
    perform pg_temp.rule('import_receipt_adds_up',
        format(import, 'resurvey one', $q$sha256('x')$q$, false, 4, 0, 'lead'), fits);
    perform pg_temp.rule('import_removes_only_when_it_replaces',
        format(import, 'resurvey one', $q$sha256('x')$q$, false, 3, 1, 'lead'), fits);
    perform pg_temp.covered('survey_import');

    -- Kept by triggers, not by a foreign key: both its halves.
    perform pg_temp.refuses(format(answer, 'resurvey three', family, 1, '\x0102', null),
        '23503', 'answers_belong_to_a_round');
    execute fine;
    perform pg_temp.refuses($q$delete from survey_round where id = pg_temp.id('resurvey one')$q$,
        '23503', 'answers_belong_to_a_round');
    perform pg_temp.refuses($q$update survey_round set id = gen_random_uuid() where id = pg_temp.id('resurvey one')$q$,
        '23503', 'answers_belong_to_a_round');
    delete from family_answer f where f.round_id = pg_temp.id('resurvey one');
    perform pg_temp.rule('family_is_a_keyed_hash', format(answer, 'resurvey one', '00', 1, '\x0102', null), fine);
    perform pg_temp.rule('previous_family_is_a_keyed_hash',
        format(answer, 'resurvey one', family, 1, '\x0102', '\x00'),
        format(answer, 'resurvey one', family, 1, '\x0102', '\x' || md5('y')));
    perform pg_temp.rule('family_status_is_known', format(answer, 'resurvey one', family, 6, '\x0102', null), fine);
    perform pg_temp.rule('family_status_is_known', format(answer, 'resurvey one', family, 0, '\x0102', null),
        format(answer, 'resurvey one', family, 1, '\x0102', null));
    perform pg_temp.rule('family_answers_have_both_bytes',
        format(answer, 'resurvey one', family, 1, '\x01', null), fine);
    perform pg_temp.covered('family_answer');
end
$$;

-- Results: of rounds that this transaction closed.
do $$
declare
    tally constant text := $q$insert into indicator_result values ('63.02', pg_temp.id('%s'), 9, %s, 4, %s, %s)$q$;
    fits constant text := format(tally, 'baseline one', 4, 0, 0);
    families constant text := $q$insert into indicator_result
        values ('63.02', pg_temp.id('baseline one'), 9, %s, 4, 0, 0, %s, %s)$q$;
    value constant text := $q$insert into dimension_result values ('63.02', pg_temp.id('%s'), 9, %s)$q$;
begin
    perform pg_temp.rule('indicator_result_belongs_to_a_round', format(tally, 'baseline three', 4, 0, 0), fits);
    perform pg_temp.rule('result_good_is_within_eligible', format(tally, 'baseline one', 5, 0, 0), fits);
    perform pg_temp.rule('result_good_is_within_eligible', format(tally, 'baseline one', -1, 0, 0),
        format(tally, 'baseline one', 0, 0, 0));
    perform pg_temp.rule('result_families_are_counted_from_zero', format(tally, 'baseline one', 4, -1, 0), fits);
    perform pg_temp.rule('result_families_are_counted_from_zero', format(tally, 'baseline one', 4, 0, -1), fits);
    perform pg_temp.rule('result_families_are_no_more_than_units', format(families, 4, 5, 0),
        format(families, 4, 4, 0));
    perform pg_temp.rule('result_families_are_no_more_than_units', format(families, 4, 3, 1),
        format(families, 3, 3, 1));
    perform pg_temp.rule('result_families_are_counted_together', format(families, 4, 'null', 0),
        format(families, 4, 'null', 'null'));
    perform pg_temp.rule('result_is_counted_or_not_known', format(tally, 'baseline one', 'null', 0, 0), fits);
    perform pg_temp.rule('result_is_counted_or_not_known', format(tally, 'baseline one', 4, 'null', 0),
        format(tally, 'baseline one', 4, 'null', 'null'));
    perform pg_temp.rule('dimension_result_belongs_to_a_round', format(value, 'baseline three', 50),
        format(value, 'baseline one', 'null'));
    perform pg_temp.rule('dimension_result_is_within_the_scale', format(value, 'baseline one', 100.01),
        format(value, 'baseline one', 100));
    perform pg_temp.covered('indicator_result', 'dimension_result');
end
$$;

do $$
declare
    event constant text := $q$insert into event (area_code, number, occurred_at, principal_id, subject, subject_id,
        action, after, hash) values ('%s', %s, now(), pg_temp.id('%s'), 'x', 'x', '%s', %L, '\x%s')$q$;
    hash constant text := repeat('00', 32);
    fits constant text := format(event, '63', 1000, 'health', 'insert', '{}', hash);
    key constant text := $q$insert into idempotency_key values (pg_temp.id('%s'), 'x', '%s', '', '/')$q$;
begin
    perform pg_temp.rule('event_area_is_a_region_or_the_service',
        format(event, '63.02.12', 1000, 'health', 'insert', '{}', hash),
        format(event, 'service', 1000, 'health', 'insert', '{}', hash));
    perform pg_temp.rule('event_is_numbered_from_one', format(event, '63', 0, 'health', 'insert', '{}', hash), fits);
    perform pg_temp.rule('event_hash_is_sha256', format(event, '63', 1000, 'health', 'insert', '{}', '00'), fits);
    perform pg_temp.rule('event_was_caused_by_a_principal', format(event, '63', 1000, 'nobody', 'insert', '{}', hash),
        fits);
    perform pg_temp.rule('event_action_is_known', format(event, '63', 1000, 'health', 'truncate', '{}', hash), fits);
    perform pg_temp.rule('event_of_a_change_has_a_before_or_an_after',
        format(event, '63', 1000, 'health', 'insert', null, hash), format(event, '63', 1000, 'health', 'export', null, hash));
    perform pg_temp.rule('idempotency_key_belongs_to_a_principal',
        format(key, 'nobody', 'x'), format(key, 'lead', 'x'));
    perform pg_temp.rule('idempotency_key_has_a_sensible_length', format(key, 'lead', ''), format(key, 'lead', 'x'));
    perform pg_temp.rule('idempotency_key_has_a_sensible_length', format(key, 'lead', repeat('x', 256)),
        format(key, 'lead', repeat('x', 255)));
    perform pg_temp.covered('event', 'idempotency_key');
end
$$;

rollback;
