-- What was announced is replaced in place, and read of then as it was: corrected, taken away, and families in its place.
begin;
\ir fixture.psql
set local role selaras_owner;
select remake_past() \g /dev/null
set constraints all immediate;

create temporary table moment (name text, at timestamptz);
grant select, insert on moment to public;

-- What is read of the round at that moment; the time of an event is that of its place in the chain.
create function pg_temp.told(of_moment text) returns text language plpgsql as $$
declare
    told text;
begin
    perform pg_temp.enter('viewer');
    perform set_config('selaras.as_of', (select at::text from moment m where m.name = of_moment), true);
    select concat_ws(' ', r.state, r.basis, r.ikk,
        (select string_agg(format('%s:%s/%s', s.position, s.good, s.eligible), ' ' order by s.position)
            from selaras_past.indicator_result s where s.round_id = r.id),
        (select string_agg(format('%s=%s', d.position, d.value), ' ' order by d.position)
            from selaras_past.dimension_result d where d.round_id = r.id)) into told
    from selaras_past.survey_round r where r.id = pg_temp.id('resurvey one');
    return told;
end
$$;
create function pg_temp.now_is(name text) returns void language sql as $$
    insert into moment values (name, clock_timestamp())
$$;
grant execute on function pg_temp.now_is, pg_temp.told to public;

do $$
declare
    announces constant text := $q$update survey_round set state = 'closed', basis = '%s', closed_at = now(),
        indicators_used = 3, weak_count = 1, ikk = %s, category = 'tinggi' where id = pg_temp.id('resurvey one')$q$;
    result constant text :=
        $q$insert into indicator_result values ('63.02', pg_temp.id('resurvey one'), %s, %s, 4, null, null)$q$;
    dimension constant text := $q$insert into dimension_result values ('63.02', pg_temp.id('resurvey one'), 0, %s)$q$;
begin
    perform pg_temp.enter('coordinator');
    delete from family_answer where round_id = pg_temp.id('resurvey one');
    perform pg_temp.now_is('before');
    perform pg_temp.does(format(announces, 'totals', '75.00'));
    perform pg_temp.now_is('not recorded yet');
    perform pg_temp.does(format(result, 0, 3));
    perform pg_temp.does(format(result, 1, 2));
    perform pg_temp.does(format(dimension, 75));
    perform pg_temp.now_is('announced');
    perform pg_temp.does(format(announces, 'values', '76.50'));
    perform pg_temp.does($q$delete from indicator_result where round_id = pg_temp.id('resurvey one')$q$, 2);
    perform pg_temp.does($q$delete from dimension_result where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.does(format(result, 0, 4));
    perform pg_temp.does(format(dimension, 77));
    perform pg_temp.now_is('corrected');
    perform pg_temp.does($q$delete from indicator_result where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.does($q$delete from dimension_result where round_id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.does($q$update survey_round set state = 'open', basis = 'families', closed_at = null,
        indicators_used = null, weak_count = null, ikk = null, category = null where id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.now_is('open again');
    perform pg_temp.accepts($q$insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
        values ('63.02', pg_temp.id('resurvey one'), decode(md5('new'), 'hex'), 1, '', '\x01', '\x01')$q$);
    perform pg_temp.does($q$update survey_round set state = 'closed', closed_at = now(), families_complete = 1,
        families_partial = 0, families_no_respondent = 0, families_refused = 0, families_moved = 0,
        families_represented = 1, indicators_used = 3, weak_count = 0, ikk = 80.00, category = 'tinggi'
        where id = pg_temp.id('resurvey one')$q$);
    perform pg_temp.does(format(result, 0, 1));
    perform pg_temp.does(format(dimension, 80));
    perform pg_temp.now_is('surveyed');
end
$$;

do $$
begin
    assert pg_temp.told('before') = 'open families', pg_temp.told('before');
    -- As is a round that was announced before its results were recorded.
    assert pg_temp.told('not recorded yet') = 'closed totals 75.00 0:3/4 1:2/4 0=75', pg_temp.told('not recorded yet');
    assert pg_temp.told('announced') = 'closed totals 75.00 0:3/4 1:2/4 0=75', pg_temp.told('announced');
    assert pg_temp.told('corrected') = 'closed values 76.50 0:4/4 0=77', pg_temp.told('corrected');
    assert pg_temp.told('open again') = 'open families', pg_temp.told('open again');
    assert pg_temp.told('surveyed') = 'closed families 80.00 0:1/4 0=80', pg_temp.told('surveyed');
    -- What follows from families is no event.
    perform pg_temp.administer();
    assert not exists (
        select from event e join survey_round r on r.id::text = e.subject_id and r.id <> pg_temp.id('resurvey one')
        where e.subject in ('indicator_result', 'dimension_result')), 'results of families are recorded';
end
$$;

-- A report that was recorded before there were states counted.
do $$
declare
    of_before text;
    recorded json;
begin
    perform pg_temp.administer();
    select r.id::text, (to_jsonb(r) - '{state,state_changed_at,state_by,state_reason,written_by,verified_nil,
        verified_physical_percent,verified_quantity,verified_spent_idr}'::text[]
        || jsonb_build_object('id', pg_temp.id('of before'), 'budget_year', 2031))::json
    into of_before, recorded from progress_report r where r.kabupaten_code = '63.02' order by r.id limit 1;
    perform append_event('63.02', 'progress_report', pg_temp.id('of before')::text, 'insert', null, recorded);
    insert into moment values ('reported', clock_timestamp());
    perform pg_temp.enter('coordinator');
    perform set_config('selaras.as_of', (select at::text from moment where name = 'reported'), true);
    perform set_config('search_path', 'selaras_past, selaras, pg_temp', true);
    assert (select (r.state, r.state_changed_at is null) from progress_report r where r.id = pg_temp.id('of before'))
        = ('verified'::text, true), 'state';
    assert (select count(*) from progress_statement s where s.id = pg_temp.id('of before') and s.counts) = 1, 'counts';
end
$$;

-- What is due is what was due then, by what was known then.
do $$
declare
    then_due text;
begin
    perform pg_temp.enter('coordinator');
    perform set_config('selaras.as_of', (select at::text from moment where name = 'before'), true);
    perform set_config('search_path', 'selaras_past, selaras, pg_temp', true);
    select string_agg(o::text, e'\n' order by o::text) into then_due from report_obligation() o;
    assert then_due is not null, 'nothing is due';
    assert then_due = (select string_agg(o::text, e'\n' order by o::text) from selaras.report_obligation() o),
        then_due;
    perform pg_temp.administer();
    update intervention set ended_on = null, title = 'later';
    delete from progress_report;
    perform pg_temp.enter('coordinator');
    perform set_config('selaras.as_of', (select at::text from moment where name = 'before'), true);
    perform set_config('search_path', 'selaras_past, selaras, pg_temp', true);
    assert then_due = (select string_agg(o::text, e'\n' order by o::text) from report_obligation() o), 'changed';
    perform set_config('selaras.as_of', '2001-01-01', true);
    assert not exists (select from report_obligation()), 'due before anything was';
    perform set_config('selaras.as_of', '2001-01-01T16:30:00Z', true);
    assert today('63.02') = '2001-01-02', today('63.02');
end
$$;
rollback;
