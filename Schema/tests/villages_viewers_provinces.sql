-- Those who only read: a village its own lokus, a viewer results and progress, a province its kabupaten.
begin;
\ir fixture.psql

do $$
declare
    relation text;
    seen bigint;
begin
    perform pg_temp.enter('village');
    assert (select array_agg(id) from lokus) = array[pg_temp.id('one')], 'a village reads its own lokus';
    -- By the ids of a lokus of the same kabupaten: nothing, in any table.
    foreach relation in array array['lokus', 'survey_round', 'action_plan', 'intervention', 'progress_report'] loop
        execute format('select count(*) from %I where id = any (array(select pg_temp.id(prefix || %L)
            from unnest(array['''', ''baseline '', ''resurvey '', ''plan '', ''accepted '', ''report '']) prefix))',
            relation, 'two') into seen;
        assert seen = 0, relation;
        execute format('select count(*) from %I', relation) into seen;
        assert seen > 0, relation || ' of its own';
    end loop;
    assert (select array_agg(distinct round_id) from indicator_result) = array[pg_temp.id('baseline one')], 'results';
    assert (select array_agg(distinct round_id) from dimension_result) = array[pg_temp.id('baseline one')], 'results';
    assert (select array_agg(plan_id) from plan_target) = array[pg_temp.id('plan one')], 'targets';
    foreach relation in array array['intervention_indicator', 'intervention_funding', 'reported_progress',
        'latest_progress'] loop
        execute format('select count(*) from %I where intervention_id not in (select i.id from intervention i
            where i.lokus_id = pg_temp.id(%L))', relation, 'one') into seen;
        assert seen = 0, relation;
        execute format('select count(*) from %I', relation) into seen;
        assert seen > 0, relation || ' of its own';
    end loop;
    assert (select array_agg(distinct lokus_id) from report_obligation()) = array[pg_temp.id('one')], 'obligations';

    -- A lokus of the same desa in another year is its own as well.
    perform pg_temp.administer();
    insert into lokus (kabupaten_code, id, desa_code, year)
    values ('63.02', pg_temp.id('next'), '63.02.12.2005', 2025);
    perform pg_temp.enter('village');
    assert (select count(*) from lokus) = 2, 'a village reads the lokus of all its years';
end
$$;

-- What agencies say of their difficulties is not for the viewer, not even in a filter or a row as a whole.
do $$
declare
    sql text;
begin
    perform pg_temp.enter('viewer');
    foreach sql in array array[
        'select obstacles from progress_report', 'select follow_up from progress_report',
        'select * from progress_report', 'select id from progress_report order by obstacles',
        'select r from progress_report r', 'select to_jsonb(r) from progress_report r',
        'select reported_by from progress_report', 'select village_says from progress_report', 'select from progress_report where obstacles is not null',
        'select from event', 'select from family_answer', 'select from survey_import'
    ] loop
        perform pg_temp.refuses(sql, '42501');
    end loop;
    assert (select sum(physical_percent) from latest_progress) = 80 and (select sum(ikk) from survey_round) = 125
        and (select count(*) from indicator_result) = 6 and (select count(*) from intervention) = 6, 'results';
end
$$;

-- A province reads all its kabupaten and no other.
do $$
begin
    perform pg_temp.enter('province');
    assert (select array_agg(kabupaten_code order by kabupaten_code) from lokus)
        = '{63.02,63.02,63.02,63.10}', 'its own';
    assert (select count(*) from lokus where id = pg_temp.id('four')) = 0, 'another province''s by id';
    assert (select count(*) from progress_report where obstacles <> '') = 3, 'reports';
    assert (select sum(amount_idr) from intervention_funding) = 9000000, 'money';
    perform pg_temp.enter('other province');
    assert (select array_agg(id) from lokus) = array[pg_temp.id('four')], 'the other province';
end
$$;

-- None of them writes anything.
do $$
declare
    caller text;
    relation text;
    column_name text;
begin
    foreach caller in array array['village', 'viewer', 'province', 'leadership', 'camat', 'auditor', 'administrator'] loop
        perform pg_temp.enter(caller);
        for relation, column_name in
            select c.relname, (select t.attname from pg_attribute t
                where t.attrelid = c.oid and t.attnum > 0 and not t.attisdropped order by t.attnum desc limit 1)
            from pg_class c where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p')
        loop
            -- Leadership decides on plans and what is in them, and writes nothing there.
            if caller = 'leadership' and relation in ('action_plan', 'intervention', 'plan_amendment') then
                assert (select array_agg(t.attname order by t.attname) from pg_attribute t
                    where t.attrelid = relation::regclass and t.attnum > 0 and not t.attisdropped
                        and has_column_privilege(relation, t.attnum, 'update')) = '{state,state_reason}', 'states';
                continue;
            end if;
            -- A village says of reports whether what they tell of arrived, and writes nothing else in them.
            if caller = 'village' and relation = 'progress_report' then
                assert (select array_agg(t.attname order by t.attname) from pg_attribute t
                    where t.attrelid = relation::regclass and t.attnum > 0 and not t.attisdropped
                        and has_column_privilege(relation, t.attnum, 'update'))
                    = '{village_counted,village_note,village_says}', 'what it says';
                continue;
            end if;
            assert not has_table_privilege(relation, 'insert, update, delete, truncate, references, trigger')
                and not has_any_column_privilege(relation, 'insert, update, references'), caller || ' ' || relation;
            perform pg_temp.refuses(format('insert into %I default values', relation), '42501');
            perform pg_temp.refuses(format('update %1$I set %2$I = default', relation, column_name), '42501');
            perform pg_temp.refuses(format('delete from %I', relation), '42501');
        end loop;
    end loop;
end
$$;

rollback;
