-- Nobody writes into another kabupaten, by whatever id, nor learns from a refusal what is there.
begin;
\ir fixture.psql

create function pg_temp.inserts_into(kabupaten text, place text) returns text[] language sql as $$
    select array[
        format($q$insert into lokus (kabupaten_code, id, desa_code, year) values (%L, %L, %L, 2025)$q$,
            kabupaten, pg_temp.id('new'), (select desa from place p where p.name = place)),
        format($q$insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose,
            design) values (%L, %L, %L, 'ikk', 1, 'midline', 'census')$q$,
            kabupaten, pg_temp.id('new'), pg_temp.id(place)),
        format($q$insert into survey_import (kabupaten_code, id, round_id, file_name, file_sha256, replaces_all,
            rows_read, rows_added, rows_changed, rows_same, rows_removed, imported_by)
            values (%L, %L, %L, 'b.csv', sha256('b'), false, 0, 0, 0, 0, 0, %L)$q$,
            kabupaten, pg_temp.id('new'), pg_temp.id('resurvey ' || place), pg_temp.id('coordinator')),
        format($q$insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
            values (%L, %L, decode(md5('x'), 'hex'), 1, '', '\x01', '\x01')$q$,
            kabupaten, pg_temp.id('resurvey ' || place)),
        format($q$insert into indicator_result values (%L, %L, 3, 0, 0, 0, 0)$q$,
            kabupaten, pg_temp.id('baseline ' || place)),
        format($q$insert into dimension_result values (%L, %L, 3, 0)$q$,
            kabupaten, pg_temp.id('baseline ' || place)),
        format($q$insert into result_import (kabupaten_code, id, file_name, file_sha256, rows_read, rows_added,
            rows_changed, rows_same, rows_ignored, rounds, rounds_made, imported_by)
            values (%L, %L, 'b.csv', sha256('b'), 0, 0, 0, 0, 0, '{}', 0, %L)$q$,
            kabupaten, pg_temp.id('new'), pg_temp.id('coordinator')),
        format($q$insert into published_figure (kabupaten_code, round_id, level, position, value, import_id)
            values (%L, %L, 'index', 0, 75, %L)$q$,
            kabupaten, pg_temp.id('resurvey ' || place), pg_temp.id('results ' || place)),
        format($q$insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
            values (%L, %L, %L, 'ikk', 1, 'x')$q$, kabupaten, pg_temp.id('new'), pg_temp.id(place)),
        format($q$insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
            target_quantity, unit, starts_on, ends_on)
            values (%L, %L, %L, %L, 'new', 'DINKES', 'x', 1, 'unit', '2024-01-01', '2024-12-31')$q$,
            kabupaten, pg_temp.id('new'), pg_temp.id('plan ' || place), pg_temp.id(place)),
        format($q$insert into intervention_indicator values (%L, %L, 'ikk', 1, 'c')$q$,
            kabupaten, pg_temp.id('accepted ' || place)),
        format($q$insert into intervention_funding values (%L, %L, 'csr', 1)$q$,
            kabupaten, pg_temp.id('accepted ' || place))]
$$;

do $$
declare
    caller text;
    sql text;
begin
    foreach caller in array array['coordinator', 'lead'] loop
        perform pg_temp.enter(caller);
        if caller = 'coordinator' then
            -- The same statements with one's own kabupaten do work: `two` has no midline and no lokus of 2025.
            foreach sql in array pg_temp.inserts_into('63.02', 'two') loop
                continue when sql ~ 'action_plan';
                perform pg_temp.accepts(sql);
            end loop;
        end if;
        -- A thing that exists there, a thing that does not, and a kabupaten that does not use the service.
        foreach sql in array pg_temp.inserts_into('63.10', 'three') || pg_temp.inserts_into('63.10', 'nowhere')
            || pg_temp.inserts_into('64.01', 'four') || pg_temp.inserts_into('71.01', 'four') loop
            perform pg_temp.refuses(sql, '42501');
        end loop;
        -- One's own kabupaten with another's id: the reference carries the kabupaten and finds nothing.
        foreach sql in array pg_temp.inserts_into('63.02', 'three') loop
            -- A receipt refers to nothing but its kabupaten.
            continue when sql ~ 'insert into result_import';
            if sql ~ 'insert into lokus' then
                perform pg_temp.refuses(sql, '23514', 'lokus_lies_in_its_kabupaten');
            elsif sql ~ 'survey_import' and caller = 'lead' then
                perform pg_temp.refuses(sql, '42501');
            else
                perform pg_temp.refuses(sql, '23503');
            end if;
        end loop;
    end loop;
end
$$;

-- Every statement of the service that goes by id touches nothing there.
do $$
declare
    caller text;
    sql text;
    id_of_three text := quote_literal(pg_temp.id('three'));
begin
    foreach caller in array array['coordinator', 'lead'] loop
        perform pg_temp.enter(caller);
        foreach sql in array array[
            $q$update lokus set decree_number = '1', decree_on = '2024-01-01' where id = pg_temp.id('three')$q$,
            $q$update survey_round set state = 'closed' where id = pg_temp.id('resurvey three')$q$,
            $q$update family_answer set status = 2 where round_id = pg_temp.id('resurvey three')$q$,
            $q$delete from family_answer where round_id = pg_temp.id('resurvey three')$q$,
            $q$update action_plan set title = 'x' where id = pg_temp.id('plan three')$q$,
            $q$update intervention set title = 'x' where id = pg_temp.id('accepted three')$q$,
            $q$update intervention set state = 'assigned' where id = pg_temp.id('proposed three')$q$,
            $q$delete from intervention_indicator where intervention_id = pg_temp.id('accepted three')$q$,
            $q$update intervention_funding set amount_idr = 1 where intervention_id = pg_temp.id('accepted three')$q$,
            $q$delete from intervention_funding where intervention_id = pg_temp.id('accepted three')$q$,
            $q$update progress_report set spent_idr = 1 where id = pg_temp.id('report three')$q$,
            $q$select from lokus where id = pg_temp.id('three') for update$q$
        ] loop
            perform pg_temp.does(sql, 0);
        end loop;
        -- A row stays in its kabupaten and keeps its id: those columns are not granted.
        foreach sql in array array['lokus', 'survey_round', 'survey_import', 'family_answer', 'action_plan',
            'plan_target', 'intervention', 'intervention_indicator', 'intervention_funding', 'progress_report', 'indicator_result',
            'dimension_result'] loop
            perform pg_temp.refuses(format('update %I set kabupaten_code = %L', sql, '63.10'), '42501');
        end loop;
        perform pg_temp.refuses(format('update lokus set id = %s', id_of_three), '42501');
        perform pg_temp.refuses(format('update survey_round set lokus_id = %s', id_of_three), '42501');
        perform pg_temp.refuses(format('update family_answer set round_id = %s', id_of_three), '42501');
        perform pg_temp.refuses(format('update action_plan set lokus_id = %s', id_of_three), '42501');
        perform pg_temp.refuses(format('update intervention set plan_id = %s', id_of_three), '42501');
        perform pg_temp.refuses(format('update progress_report set intervention_id = %s', id_of_three), '42501');
    end loop;
    perform pg_temp.enter('far health');
    perform pg_temp.does($q$update intervention set state = 'accepted' where id = pg_temp.id('assigned one')$q$, 0);
    perform pg_temp.does($q$update progress_report set spent_idr = 1
        where id = pg_temp.id('report one')$q$, 0);
end
$$;

-- The same agency code in another kabupaten is another agency, and a principal elsewhere is not confirmed to exist.
do $$
declare
    sql constant text := $q$insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
        budget_year, quarter, nil, reported_by)
        values ('%s', pg_temp.id('new'), pg_temp.id('accepted %s'), 'DINKES', pg_temp.id('%2$s'), 2024, 3, true,
        pg_temp.id('%s'))$q$;
begin
    perform pg_temp.enter('far health');
    perform pg_temp.accepts(format(sql, '64.01', 'four', 'far health'));
    perform pg_temp.refuses(format(sql, '63.02', 'one', 'far health'), '42501');
    perform pg_temp.refuses(format(sql, '63.02', 'nowhere', 'far health'), '42501');
    perform pg_temp.refuses(format(sql, '64.01', 'four', 'health'), '42501');
    perform pg_temp.refuses(format(sql, '64.01', 'four', 'nobody at all'), '42501');
end
$$;

rollback;
