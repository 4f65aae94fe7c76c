-- A closed round is final: no answers, no other results, no reopening. An open one has no results.
begin;
\ir fixture.psql

create function pg_temp.closes(place text) returns text language sql as $$
    select format($q$update survey_round set state = 'closed', closed_at = now(), families_complete = 1,
        families_partial = 0, families_no_respondent = 0, families_refused = 0, families_moved = 0,
        families_represented = 1, indicators_used = 3, weak_count = 1, ikk = 75.00, category = 'tinggi'
        where id = pg_temp.id('resurvey %s')$q$, place)
$$;
create function pg_temp.adds(what text, place text) returns text language sql as $$
    select format(case what
        when 'answer' then $q$insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
            values ('63.02', pg_temp.id('%s'), decode(md5('new'), 'hex'), 1, '', '\x01', '\x01')$q$
        when 'result' then $q$insert into indicator_result values ('63.02', pg_temp.id('%s'), 9, 3, 4, 0, 0)$q$
        when 'dimension' then $q$insert into dimension_result values ('63.02', pg_temp.id('%s'), 9, 75)$q$
        end, place)
$$;

do $$
begin
    perform pg_temp.enter('coordinator');
    -- Open: answers come, change and go; results do not come.
    perform pg_temp.accepts(pg_temp.adds('answer', 'resurvey one'));
    perform pg_temp.accepts($q$update family_answer set status = 2, eligible = '\x020202'$q$
        || $q$ where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.accepts($q$delete from family_answer where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.refuses(pg_temp.adds('result', 'resurvey one'), 'SL001', 'results_are_written_by_closing');
    perform pg_temp.refuses(pg_temp.adds('dimension', 'resurvey one'), 'SL001', 'results_are_written_by_closing');

    -- Closing, as the service does it, results after the round; the time is the transaction's, whatever was said.
    perform pg_temp.does(replace(pg_temp.closes('one'), 'closed_at = now()', $q$closed_at = '2020-01-01'$q$));
    perform pg_temp.does(pg_temp.adds('result', 'resurvey one'));
    perform pg_temp.does(pg_temp.adds('dimension', 'resurvey one'));
    assert (select (closed_at, version) = (now(), 2) from survey_round where id = pg_temp.id('resurvey one')), 'closed';
end
$$;

do $$
declare
    caller text;
    sql text;
begin
    foreach caller in array array['coordinator', 'lead', 'owner', 'superuser'] loop
        perform pg_temp.enter(case when caller in ('coordinator', 'lead') then caller else 'coordinator' end);
        if caller in ('owner', 'superuser') then perform pg_temp.administer(); end if;
        if caller = 'owner' then set local role selaras_owner; end if;
        foreach sql in array array[
            $q$update survey_round set state = 'open', closed_at = null where id = pg_temp.id('resurvey one')$q$,
            $q$update survey_round set ikk = 100 where id = pg_temp.id('resurvey one')$q$,
            $q$update survey_round set weak_count = weak_count where id = pg_temp.id('resurvey one')$q$,
            pg_temp.closes('one'), pg_temp.adds('answer', 'resurvey one'),
            $q$update family_answer set status = 2 where round_id = pg_temp.id('resurvey one')$q$,
            $q$delete from family_answer where round_id = pg_temp.id('resurvey one')$q$
        ] loop
            perform pg_temp.refuses(sql, 'SL001', 'round_closed_is_final');
        end loop;
        perform pg_temp.refuses($q$update indicator_result set good = 4$q$,
            case when caller in ('coordinator', 'lead') then '42501' else 'SL001' end);
        perform pg_temp.refuses($q$delete from indicator_result$q$, 'SL001');
        perform pg_temp.refuses($q$delete from dimension_result$q$, 'SL001');
        perform pg_temp.refuses($q$update dimension_result set value = 4$q$,
            case when caller in ('coordinator', 'lead') then '42501' else 'SL001' end);
        perform pg_temp.refuses($q$delete from survey_round where id = pg_temp.id('resurvey one')$q$,
            case when caller in ('coordinator', 'lead') then '42501' else 'SL001' end);
        -- A statement that touches nothing of a closed round goes through.
        perform pg_temp.accepts($q$update family_answer set status = 2 where round_id = pg_temp.id('resurvey two')$q$);
    end loop;

    -- Not even the owner moves an answer out of a closed round or into one.
    perform pg_temp.administer();
    perform pg_temp.refuses($q$update family_answer set round_id = pg_temp.id('resurvey two'), family = sha256('')
        where round_id = pg_temp.id('resurvey one')$q$, '23514', 'family_is_a_keyed_hash');
    perform pg_temp.refuses($q$update family_answer set round_id = pg_temp.id('resurvey two'),
        family = decode(md5('moved'), 'hex') where round_id = pg_temp.id('resurvey one')$q$,
        'SL001', 'round_closed_is_final');
    perform pg_temp.refuses($q$update family_answer set round_id = pg_temp.id('resurvey one'),
        family = decode(md5('moved'), 'hex') where round_id = pg_temp.id('resurvey two')$q$,
        'SL001', 'round_closed_is_final');

    -- A round that was closed by an earlier transaction takes no further results.
    insert into survey_round select (jsonb_populate_record(r, jsonb_build_object('id', pg_temp.id('earlier'), 'purpose',
        'midline', 'closed_at', now() - interval '1 second'))).*
    from survey_round r where id = pg_temp.id('baseline one');
    perform pg_temp.refuses(pg_temp.adds('result', 'earlier'), 'SL001', 'results_are_written_by_closing');
    perform pg_temp.refuses(pg_temp.adds('dimension', 'earlier'), 'SL001', 'results_are_written_by_closing');
    perform pg_temp.accepts(pg_temp.adds('result', 'baseline one'));
end
$$;

-- A round is not made closed, and what identifies it is not changed: those columns are not granted.
do $$
declare
    column_name text;
begin
    perform pg_temp.enter('coordinator');
    foreach column_name in array array['state', 'closed_at', 'ikk', 'category', 'weak_count', 'families_complete',
        'version', 'created_at', 'updated_at'] loop
        assert not has_column_privilege('survey_round', column_name, 'insert'), column_name;
    end loop;
    foreach column_name in array array['kabupaten_code', 'id', 'lokus_id', 'framework_code', 'framework_version',
        'purpose', 'version', 'created_at', 'updated_at'] loop
        perform pg_temp.refuses(format('update survey_round set %1$I = %1$I', column_name), '42501');
    end loop;
    foreach column_name in array array['kabupaten_code', 'round_id', 'family'] loop
        perform pg_temp.refuses(format('update family_answer set %1$I = %1$I', column_name), '42501');
    end loop;
end
$$;

rollback;
