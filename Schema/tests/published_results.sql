-- What was announced of a round: its named rules, and that it takes the place of families only where there are none.
begin;
\ir fixture.psql

do $$
declare
    receipt constant text := $q$insert into result_import values ('%s', pg_temp.id('new'), 'x', %s, 6, %s, 2, 1, 0,
        array[pg_temp.id('baseline one')], %s, pg_temp.id('%s'))$q$;
    fits constant text := format(receipt, '63.02', $q$sha256('x')$q$, 3, 1, 'lead');
    figure constant text := $q$insert into published_figure
        (kabupaten_code, round_id, level, position, value, good, eligible, source, import_id)
        values ('63.02', pg_temp.id('%s'), '%s', %s, %s, %s, %s, %L, pg_temp.id('%s'))$q$;
    valued constant text := format(figure, 'resurvey one', 'indicator', 2, '74.995', 'null', 'null', null,
        'results one');
    counted constant text := format(figure, 'resurvey one', 'indicator', 2, '33.33', 1, 3, 'SK', 'results one');
    found record;
begin
    perform pg_temp.rule('result_import_is_of_a_kabupaten',
        format(receipt, '64.02', $q$sha256('x')$q$, 3, 1, 'lead'), fits);
    perform pg_temp.rule('result_import_was_made_by_a_principal',
        format(receipt, '63.02', $q$sha256('x')$q$, 3, 1, 'nobody'), fits);
    perform pg_temp.rule('result_import_hash_is_sha256', format(receipt, '63.02', $q$'\x00'$q$, 3, 1, 'lead'), fits);
    perform pg_temp.rule('result_import_receipt_adds_up',
        format(receipt, '63.02', $q$sha256('x')$q$, 4, 1, 'lead'), fits);
    perform pg_temp.rule('result_import_makes_no_more_rounds_than_it_names',
        format(receipt, '63.02', $q$sha256('x')$q$, 3, 2, 'lead'), fits);
    perform pg_temp.covered('result_import');

    for found in select * from (values
        ('published_figure_belongs_to_a_round', 'nobody', 'indicator', '2', '75', 'null', 'null', null, 'results one'),
        ('published_figure_came_with_an_import', 'resurvey one', 'indicator', '2', '75', 'null', 'null', null,
            'results three'),
        ('published_level_is_known', 'resurvey one', 'village', '0', '75', 'null', 'null', null, 'results one'),
        ('published_position_fits_its_level', 'resurvey one', 'index', '1', '75', 'null', 'null', null, 'results one'),
        ('published_position_fits_its_level', 'resurvey one', 'dimension', '-1', '75', 'null', 'null', null,
            'results one'),
        ('published_value_is_within_the_scale', 'resurvey one', 'indicator', '2', '100.01', 'null', 'null', null,
            'results one'),
        ('published_value_has_at_most_four_decimals', 'resurvey one', 'indicator', '2', '75.00001', 'null', 'null',
            null, 'results one'),
        ('published_figure_says_something', 'resurvey one', 'indicator', '2', 'null', 'null', 'null', null,
            'results one'),
        ('published_source_is_not_blank', 'resurvey one', 'indicator', '2', '75', 'null', 'null', ' ', 'results one')
    ) f (rule, round, level, position, value, good, eligible, source, import) loop
        perform pg_temp.rule(found.rule, format(figure, found.round, found.level, found.position, found.value,
            found.good, found.eligible, found.source, found.import), valued);
    end loop;
    for found in select * from (values
        ('published_totals_are_whole', 'indicator', '33.33', '1', 'null'),
        ('published_good_is_within_eligible', 'indicator', 'null', '4', '3'),
        ('published_good_is_within_eligible', 'indicator', 'null', '-1', '3'),
        -- Beyond rounding, at the decimals that were announced; and nobody is no value.
        ('published_value_agrees_with_its_totals', 'indicator', '33.34', '1', '3'),
        ('published_value_agrees_with_its_totals', 'indicator', '33.0', '1', '3'),
        ('published_value_agrees_with_its_totals', 'indicator', '0', '0', '0'),
        ('published_totals_are_of_an_indicator', 'dimension', 'null', '1', '3')
    ) f (rule, level, value, good, eligible) loop
        perform pg_temp.rule(found.rule, format(figure, 'resurvey one', found.level, 1, found.value, found.good,
            found.eligible, null, 'results one'), counted);
    end loop;
    perform pg_temp.covered('published_figure');
    perform pg_temp.accepts(format(figure, 'resurvey one', 'indicator', 2, 'null', 0, 0, null, 'results one'));
    perform pg_temp.accepts(format(figure, 'resurvey one', 'indicator', 2, '33', 1, 3, null, 'results one'));
    -- 74.995 of 200 rounds to 75.00 or to 74.99, depending on who rounds.
    perform pg_temp.accepts(format(figure, 'resurvey one', 'indicator', 2, '75.00', 14999, 20000, null, 'results one'));
    perform pg_temp.accepts(format(figure, 'resurvey one', 'indicator', 2, '74.99', 14999, 20000, null, 'results one'));
end
$$;

create function pg_temp.announces(place text, basis text) returns text language sql as $$
    select format($q$update survey_round set state = 'closed', basis = '%s', closed_at = now(), indicators_used = 3,
        weak_count = 1, ikk = 75.00, category = 'tinggi' where id = pg_temp.id('resurvey %s')$q$, basis, place)
$$;

-- A round with families keeps them; one without is corrected, and its families may come after all.
do $$
declare
    opens constant text := $q$update survey_round set state = 'open', basis = 'families', closed_at = null,
        indicators_used = null, weak_count = null, ikk = null, category = null where id = pg_temp.id('resurvey one')$q$;
    result constant text :=
        $q$insert into indicator_result values ('63.02', pg_temp.id('resurvey one'), %s, %s, 4, null, null)$q$;
begin
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(pg_temp.announces('one', 'totals'), 'SL001', 'round_with_families_is_known_by_them');
    delete from family_answer where round_id = pg_temp.id('resurvey one');
    perform pg_temp.does(pg_temp.announces('one', 'totals'));
    perform pg_temp.does(format(result, 0, 3));
    perform pg_temp.does($q$insert into indicator_result
        values ('63.02', pg_temp.id('resurvey one'), 1, null, null, null, null)$q$);
    perform pg_temp.does($q$insert into dimension_result values ('63.02', pg_temp.id('resurvey one'), 0, 75)$q$);
    -- Answers do not slip in beside it, and it is not half opened or made one with families.
    perform pg_temp.refuses($q$insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
        values ('63.02', pg_temp.id('resurvey one'), decode(md5('new'), 'hex'), 1, '', '\x01', '\x01')$q$,
        'SL001', 'round_closed_is_final');
    perform pg_temp.refuses($q$update survey_round set basis = 'families', families_complete = 1,
        families_partial = 0, families_no_respondent = 0, families_refused = 0, families_moved = 0,
        families_represented = 1 where id = pg_temp.id('resurvey one')$q$, 'SL001', 'round_closed_is_final');
    perform pg_temp.refuses($q$update survey_round set state = 'open' where id = pg_temp.id('resurvey one')$q$,
        'SL001', 'round_closed_is_final');
    -- A correction: the values, the basis, the result.
    perform pg_temp.does($q$update survey_round set basis = 'values', ikk = 75.02
        where id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.refuses($q$update indicator_result set good = 4 where round_id = pg_temp.id('resurvey one')$q$,
        '42501');
    perform pg_temp.does($q$delete from indicator_result where round_id = pg_temp.id('resurvey one')$q$, 2);
    perform pg_temp.does($q$delete from dimension_result where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.does(format(result, 0, 4));
    perform pg_temp.does($q$delete from indicator_result where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.does(opens);
    perform pg_temp.refuses(format(result, 0, 4), 'SL001', 'results_are_written_by_closing');
    perform pg_temp.accepts($q$insert into family_answer
        (kabupaten_code, round_id, family, status, rt, good, eligible)
        values ('63.02', pg_temp.id('resurvey one'), decode(md5('new'), 'hex'), 1, '', '\x01', '\x01')$q$);
    -- A closed round with families stays what it is.
    perform pg_temp.refuses(replace(pg_temp.announces('one', 'totals'), 'resurvey', 'baseline'),
        'SL001', 'round_closed_is_final');
    perform pg_temp.refuses($q$update survey_round set basis = 'totals' where id = pg_temp.id('baseline one')$q$,
        'SL001', 'round_closed_is_final');
end
$$;

-- Who enters it: those who import, in their own name; nobody takes a figure away or changes what it is of.
do $$
declare
    caller text;
    column_name text;
begin
    foreach caller in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses('delete from published_figure', '42501');
        perform pg_temp.refuses('delete from result_import', '42501');
        foreach column_name in array array['kabupaten_code', 'round_id', 'level', 'position', 'version'] loop
            perform pg_temp.refuses(format('update published_figure set %1$I = %1$I', column_name), '42501');
        end loop;
        if caller in ('coordinator', 'lead') then
            perform pg_temp.accepts(format($q$insert into result_import (kabupaten_code, id, file_name, file_sha256,
                rows_read, rows_added, rows_changed, rows_same, rows_ignored, rounds, rounds_made, imported_by) values
                ('63.02', pg_temp.id('new'), 'x', sha256('x'), 0, 0, 0, 0, 0, '{}', 0, pg_temp.id(%L))$q$, caller));
            perform pg_temp.refuses($q$insert into result_import (kabupaten_code, id, file_name, file_sha256,
                rows_read, rows_added, rows_changed, rows_same, rows_ignored, rounds, rounds_made, imported_by) values
                ('63.02', pg_temp.id('new'), 'x', sha256('x'), 0, 0, 0, 0, 0, '{}', 0, pg_temp.id('health'))$q$,
                '42501');
            perform pg_temp.accepts(
                $q$update published_figure set value = 62.52 where round_id = pg_temp.id('baseline one')$q$);
            perform pg_temp.does(
                $q$update published_figure set value = 62.52 where round_id = pg_temp.id('baseline three')$q$, 0);
        else
            perform pg_temp.refuses('update published_figure set value = value', '42501');
        end if;
    end loop;
    perform pg_temp.enter('village');
    assert (select array_agg(round_id) from published_figure) = array[pg_temp.id('baseline one')], 'a village its own';
end
$$;

rollback;
