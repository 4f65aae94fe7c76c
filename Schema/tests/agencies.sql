-- An agency reads its kabupaten, accepts and reports on what is its own, and writes nothing else.
begin;
\ir fixture.psql

do $$
declare
    sql text;
begin
    perform pg_temp.enter('social', 'progress_report', 'create');
    assert (select count(*) from intervention) = 6, 'an agency reads the interventions of its kabupaten';

    -- Accepting: one's own, along the edge, and only the state.
    perform pg_temp.accepts($q$update intervention set state = 'accepted' where id = pg_temp.id('assigned one')$q$);
    perform pg_temp.does($q$update intervention set state = 'accepted' where id = pg_temp.id('accepted one')$q$, 0);
    perform pg_temp.does($q$update intervention set state = 'assigned' where id = pg_temp.id('proposed one')$q$, 0);
    perform pg_temp.refuses($q$update intervention set state = 'proposed' where id = pg_temp.id('assigned one')$q$,
        'SL001', 'intervention_follows_its_transitions');
    foreach sql in array array[
        $q$agency_code = 'DINSOS'$q$, $q$title = 'x'$q$, $q$target_quantity = 0$q$, $q$ends_on = '2024-03-31'$q$,
        $q$assigned_on = '2024-09-01'$q$, $q$accepted_on = '2024-01-01'$q$, $q$note = ''$q$, $q$version = 1$q$
    ] loop
        perform pg_temp.refuses('update intervention set ' || sql || $q$ where id = pg_temp.id('assigned one')$q$,
            '42501');
    end loop;

    perform pg_temp.enter('health', 'progress_report', 'create');
    -- Its own, but only proposed: assigning is the coordinators'.
    perform pg_temp.refuses($q$update intervention set state = 'assigned' where id = pg_temp.id('proposed one')$q$,
        '42501');
    perform pg_temp.refuses($q$update intervention set state = 'accepted' where id = pg_temp.id('proposed one')$q$,
        'SL001', 'intervention_follows_its_transitions');
end
$$;

-- Reporting.
do $$
declare
    sql constant text := $q$insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
        budget_year, quarter, nil, physical_percent, quantity, spent_idr, obstacles, follow_up, reported_by)
        select '63.02', pg_temp.id('new'), pg_temp.id('%s'), '%s', pg_temp.id('one'), 2024, 3, false, 50, 5, 500000,
        '', '', pg_temp.id('%s')$q$;
    column_name text;
begin
    perform pg_temp.enter('health', 'progress_report', 'create');
    perform pg_temp.accepts(format(sql, 'accepted one', 'DINKES', 'health'));
    -- Another agency's intervention, under its name or one's own.
    perform pg_temp.refuses(format(sql, 'assigned one', 'DINSOS', 'health'), '42501');
    perform pg_temp.refuses(format(sql, 'assigned one', 'DINKES', 'health'), '23503',
        'report_is_about_an_intervention_of_its_agency');
    -- In somebody else's name.
    perform pg_temp.refuses(format(sql, 'accepted one', 'DINKES', 'coordinator'), '42501');

    -- Correcting: one's own figures and words; never whose, which and when.
    perform pg_temp.accepts($q$update progress_report set physical_percent = 41
        where id = pg_temp.id('report one')$q$);
    perform pg_temp.refuses($q$update progress_report set reported_by = pg_temp.id('social')
        where id = pg_temp.id('report one')$q$, '42501');
    foreach column_name in array array['agency_code', 'intervention_id', 'lokus_id', 'budget_year', 'quarter',
        'version', 'created_at', 'updated_at'] loop
        perform pg_temp.refuses(format('update progress_report set %1$I = %1$I', column_name), '42501');
    end loop;
    perform pg_temp.refuses('delete from progress_report', '42501');

    perform pg_temp.enter('social', 'progress_report', 'create');
    assert (select count(*) from progress_report where obstacles <> '') = 2, 'an agency reads others'' reports';
    perform pg_temp.does($q$update progress_report set physical_percent = 41
        where id = pg_temp.id('report one')$q$, 0);
end
$$;

-- All other tables are closed to its writing.
do $$
declare
    relation text;
begin
    perform pg_temp.enter('health');
    foreach relation in array array['lokus', 'survey_round', 'survey_import', 'family_answer', 'indicator_result',
        'dimension_result', 'action_plan', 'plan_target', 'intervention', 'intervention_indicator',
        'intervention_funding', 'event', 'result_import', 'published_figure',
        'kabupaten', 'holiday', 'agency', 'agency_duty', 'catalogue_agency', 'principal', 'token', 'permission',
        'region', 'framework', 'idempotency_key', 'migration', 'transition', 'plan_author'] loop
        perform pg_temp.refuses(format('insert into %I default values', relation), '42501');
        perform pg_temp.refuses(format('delete from %I', relation), '42501');
    end loop;
    perform pg_temp.refuses('update lokus set decree_number = null', '42501');
    perform pg_temp.refuses('update survey_round set state = state', '42501');
    perform pg_temp.refuses('update action_plan set title = title', '42501');
    perform pg_temp.refuses('update intervention_funding set amount_idr = amount_idr', '42501');
end
$$;

rollback;
