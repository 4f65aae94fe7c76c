-- Every change of a fact leaves exactly one event, and an event stays as it was written.
begin;
\ir fixture.psql

-- Runs a statement that changes one row and compares the event that it leaves with the row before and after.
create function pg_temp.leaves_event(sql text, wanted_subject text, wanted_id uuid, wanted_action text, row_is text)
returns void language plpgsql as $$
declare
    last bigint;
    was jsonb;
    is_now jsonb;
    found record;
begin
    select coalesce(max(number), 0) into last from event where area_code = '63.02';
    execute format('select to_jsonb(t) from %I t where %s', wanted_subject, row_is) into was;
    perform pg_temp.does(sql);
    execute format('select to_jsonb(t) from %I t where %s', wanted_subject, row_is) into is_now;
    select * into strict found from event where area_code = '63.02' and number > last;
    assert (found.subject, found.subject_id, found.action) = (wanted_subject, wanted_id::text, wanted_action),
        found::text;
    assert found.number = last + 1 and found.occurred_at between now() and clock_timestamp(), found::text;
    assert found.principal_id is not distinct from nullif(current_setting('selaras.principal', true), '')::uuid
        and found.request_id is not distinct from nullif(current_setting('selaras.request', true), ''), found::text;
    assert found.before::jsonb is not distinct from was and found.after::jsonb is not distinct from is_now, found::text;
    assert (wanted_action = 'insert') = (was is null) and (wanted_action = 'delete') = (is_now is null), found::text;
end $$;

-- Inserts, updates and deletes a row of each, as somebody who may, or as the superuser.
do $$
declare
    may boolean;
    found record;
begin
    for found in select * from (values
        ('lokus', 'id', $q$(kabupaten_code, id, desa_code, year)
            values ('63.02', pg_temp.id('new'), '63.02.12.2007', 2024)$q$,
            $q$decree_number = '1', decree_on = '2024-01-01'$q$),
        ('survey_round', 'id', $q$(kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
            values ('63.02', pg_temp.id('new'), pg_temp.id('one'), 'ikk', 1, 'midline', 'census')$q$, 'state = state'),
        ('survey_import', 'id', $q$(kabupaten_code, id, round_id, file_name, file_sha256, replaces_all, rows_read,
            rows_added, rows_changed, rows_same, rows_removed, imported_by) values ('63.02', pg_temp.id('new'),
            pg_temp.id('resurvey one'), 'x', sha256('x'), false, 0, 0, 0, 0, 0, pg_temp.id('coordinator'))$q$,
            $q$file_name = 'y'$q$),
        ('result_import', 'id', $q$(kabupaten_code, id, file_name, file_sha256, rows_read, rows_added, rows_changed,
            rows_same, rows_ignored, rounds, rounds_made, imported_by) values ('63.02', pg_temp.id('new'), 'x',
            sha256('x'), 0, 0, 0, 0, 0, '{}', 0, pg_temp.id('coordinator'))$q$, $q$file_name = 'y'$q$),
        ('published_figure', 'round_id', $q$(kabupaten_code, round_id, level, position, value, import_id)
            values ('63.02', pg_temp.id('resurvey one'), 'index', 0, 75.91, pg_temp.id('results one'))$q$,
            'value = 75.92'),
        ('action_plan', 'id', $q$(kabupaten_code, id, lokus_id, framework_code, framework_version, title)
            values ('63.02', pg_temp.id('new'), pg_temp.id('bare'), 'ikk', 1, 'x')$q$, $q$title = 'y'$q$),
        ('intervention', 'id', $q$(kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
            target_quantity, unit, starts_on, ends_on) values ('63.02', pg_temp.id('new'), pg_temp.id('plan one'),
            pg_temp.id('one'), 'new', 'DINKES', 'x', 1, 'x', '2024-01-01', '2024-12-31')$q$, $q$state = 'assigned'$q$),
        ('intervention_indicator', 'intervention_id',
            $q$values ('63.02', pg_temp.id('proposed one'), 'ikk', 1, 'b')$q$, $q$indicator_code = 'c'$q$),
        ('intervention_funding', 'intervention_id',
            $q$values ('63.02', pg_temp.id('bare intervention'), 'csr', 1)$q$, 'amount_idr = 2'),
        ('budget_line', 'id', $q$(kabupaten_code, id, agency_code, budget_year, source, title, murni_idr)
            values ('63.02', pg_temp.id('new'), 'DINKES', 2024, 'csr', 'x', 5)$q$, 'perubahan_idr = 4'),
        ('budget_share', 'intervention_id',
            $q$values ('63.02', pg_temp.id('proposed one'), pg_temp.id('line one'), 'apbdes', 5)$q$, 'amount_idr = 4'),
        ('plan_target', 'plan_id', $q$values ('63.02', pg_temp.id('bare plan'), 'ikk', 1, 'b', 80)$q$, 'target = 81'),
        ('progress_report', 'id', $q$(kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter,
            nil, reported_by) values ('63.02', pg_temp.id('new'), pg_temp.id('accepted one'), 'DINKES',
            pg_temp.id('one'), 2024, 4, true, pg_temp.id('coordinator'))$q$,
            $q$obstacles = 'x'$q$)
    ) t (relation, id_column, inserted, updated) loop
        perform pg_temp.administer();
        insert into lokus (kabupaten_code, id, desa_code, year)
        values ('63.02', pg_temp.id('bare'), '63.02.12.2005', 2030),
            ('63.02', pg_temp.id('barer'), '63.02.12.2005', 2031) on conflict do nothing;
        insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
        values ('63.02', pg_temp.id('bare plan'), pg_temp.id('barer'), 'ikk', 1, 'x') on conflict do nothing;
        insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity,
            unit, starts_on, ends_on) values ('63.02', pg_temp.id('bare intervention'), pg_temp.id('plan one'),
            pg_temp.id('one'), 'bare', 'DINKES', 'x', 1, 'x', '2024-01-01', '2024-12-31') on conflict do nothing;
        declare
            subject uuid := pg_temp.id(case found.relation when 'intervention_indicator' then 'proposed one'
                when 'budget_share' then 'proposed one'
                when 'intervention_funding' then 'bare intervention' when 'plan_target' then 'bare plan'
                when 'published_figure' then 'resurvey one' else 'new' end);
            row_is text := format('%I = %L', found.id_column, subject);
        begin
            perform pg_temp.enter('coordinator');
            perform pg_temp.leaves_event(format('insert into %I %s', found.relation, found.inserted),
                found.relation, subject, 'insert', row_is);
            may := found.relation not in ('survey_import', 'result_import', 'intervention_indicator');
            if not may then perform pg_temp.administer(); end if;
            perform pg_temp.leaves_event(format('update %I set %s where %s', found.relation, found.updated, row_is),
                found.relation, subject, 'update', row_is);
            -- Without a caller, as when the owner mends something by hand: nobody and no request, but recorded.
            perform pg_temp.administer();
            perform set_config('selaras.principal', '', true), set_config('selaras.request', '', true);
            delete from plan_author where plan_id = pg_temp.id('new');
            perform pg_temp.leaves_event(format('delete from %I where %s', found.relation, row_is),
                found.relation, subject, 'delete', row_is);
        end;
    end loop;
end
$$;

-- No fact without the trigger; one that is added later must say here why it has none.
do $$
declare
    missing text;
begin
    select string_agg(c.relname, ', ') into missing
    from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'kabupaten_code'
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'record_event')
        -- An import is one event with its counts; results follow from the answers, authors from the events of what they wrote.
        and c.relname not in ('family_answer', 'indicator_result', 'dimension_result', 'round_evidence',
            'pair_evidence', 'plan_author');
    assert missing is null, 'no events of ' || missing;

    select string_agg(c.relname, ', ') into missing
    from pg_class c join pg_attribute t on t.attrelid = c.oid and t.attname = 'kabupaten_code'
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = c.relname || '_is_not_emptied')
        and c.relname not in ('holiday', 'agency', 'agency_duty', 'catalogue_agency', 'principal');
    assert missing is null, 'truncate leaves no event: ' || missing;
end
$$;

-- A statement that is undone leaves no event.
do $$
declare
    before bigint;
begin
    perform pg_temp.enter('coordinator');
    select count(*) into before from event;
    perform pg_temp.accepts($q$update lokus set decree_number = '9', decree_on = '2024-01-01'
        where id = pg_temp.id('one')$q$);
    perform pg_temp.does($q$update lokus set decree_number = '9', decree_on = '2024-01-01'
        where id = pg_temp.id('three')$q$, 0);
    assert (select count(*) from event) = before, 'an event without a change';
end
$$;

-- Append-only: callers lack the right, the owner the policy, and the superuser meets the trigger.
do $$
declare
    caller text;
    relation text;
    before jsonb;
    after jsonb;
begin
    foreach caller in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses($q$insert into event (area_code, number, occurred_at, subject, subject_id, action,
            after, hash) values ('63.02', 1, now(), 'x', 'x', 'insert', '{}', sha256('x'))$q$, '42501');
        perform pg_temp.refuses('update event set action = action', '42501');
        perform pg_temp.refuses('delete from event', '42501');
        perform pg_temp.refuses('truncate event', '42501');
        perform pg_temp.refuses('select selaras.record_event()', '42501');
        perform pg_temp.refuses('select selaras.append_event(''63.02'', ''x'', ''x'', ''insert'', null, ''{}'')', '42501');
        if caller in ('coordinator', 'lead') then
            -- The one who may make temporary tables cannot let the recording function speak of them.
            create temporary table forged (kabupaten_code text, id text) on commit drop;
            perform pg_temp.refuses($q$create trigger record_event after insert on pg_temp.forged
                for each row execute function selaras.record_event('id')$q$, '42501');
            drop table pg_temp.forged;
            assert (select array_agg(distinct area_code) from event) = '{63.02}', 'events of others';
        end if;
    end loop;

    perform pg_temp.administer();
    select jsonb_agg(to_jsonb(e) order by e.area_code, e.number) into before from event e;
    set local role selaras_owner;
    perform pg_temp.does('update event set subject_id = $q$x$q$', 0);
    perform pg_temp.does('delete from event', 0);
    perform pg_temp.refuses('truncate event', 'SL001');
    set local client_min_messages = warning; -- or it names every table that it would have emptied
    perform pg_temp.refuses('truncate selaras.kabupaten cascade', 'SL001');
    perform pg_temp.administer();
    perform pg_temp.refuses('update event set subject_id = $q$x$q$', 'SL001');
    perform pg_temp.refuses('delete from event', 'SL001');
    perform pg_temp.refuses('truncate event', 'SL001');
    foreach relation in array array['budget_share', 'progress_report', 'family_answer', 'survey_import'] loop
        perform pg_temp.refuses('truncate ' || relation, 'SL001');
    end loop;
    select jsonb_agg(to_jsonb(e) order by e.area_code, e.number) into after from event e;
    assert before = after, 'events were changed';
end
$$;

rollback;
