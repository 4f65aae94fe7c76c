-- What the public reads: open data of those who publish, without any figure on a small group, and nothing else.
begin;
\ir fixture.psql

-- The statement of the service for whoever shows no token.
create function pg_temp.enter_public(resource text default 'open_data', action text default 'read') returns void
language plpgsql as $$
begin
    perform pg_temp.login();
    perform set_config('role', e.role, true), set_config('selaras.areas', e.areas, true),
        set_config('selaras.agency', e.agency, true), set_config('selaras.lokus', e.lokus, true),
        set_config('selaras.principal', coalesce(e.principal_id::text, ''), true)
    from selaras.enter_public(resource, action) e;
end $$;

do $$
begin
    perform pg_temp.rule('protection_rule_is_known', $q$insert into protection values ('most_families', 5, 'x')$q$,
        $q$insert into protection values ('fewest_families', 5, 'x')$q$);
    perform pg_temp.rule('protection_threshold_is_at_least_three',
        $q$insert into protection values ('fewest_families', 2, 'x')$q$,
        $q$insert into protection values ('fewest_families', 3, 'x')$q$);
    perform pg_temp.rule('protection_names_its_source', $q$insert into protection values ('fewest_families', 5, ' ')$q$,
        $q$insert into protection values ('fewest_families', 5, 'x')$q$);
    perform pg_temp.covered('protection');
end
$$;

-- Four dimensions of 4, 3, 1 and 2 indicators; the last counts persons.
insert into framework values ('open', 1, 'Open', 'working', 'test', 'mean_of_dimensions', 75, 2, sha256('open'));
insert into framework_dimension select 'open', 1, n, 'd' || n, 'D' || n, 'D' || n from generate_series(0, 3) n;
insert into framework_indicator
select 'open', 1, n, 'i' || n, 'd' || case when n < 4 then 0 when n < 7 then 1 when n = 7 then 2 else 3 end, 'I' || n,
    'I' || n, 'positive', case when n < 8 then 'family' else 'person' end, 'all', false, 'test', null
from generate_series(0, 9) n;

-- Closes a round of 100 families with these good and eligible units, and families on either side.
create function pg_temp.publish(name text, lokus text, tallies jsonb) returns void language plpgsql as $$
begin
    insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design, state,
        closed_at, families_complete, families_partial, families_no_respondent, families_refused, families_moved,
        families_represented, indicators_used, weak_count, ikk, category)
    select kabupaten_code, pg_temp.id(name), id, 'open', 1, 'midline', 'census', 'closed', now(), 98, 2, 0, 0, 0, 104,
        9, 2, 70.00, 'cukup'
    from lokus where id = pg_temp.id(publish.lokus);
    insert into indicator_result
    select r.kabupaten_code, r.id, t.position - 1, (t.value ->> 0)::integer, (t.value ->> 1)::integer, 0,
        case when (t.value ->> 1)::integer = 0 then 100 else 0 end, (t.value ->> 2)::integer, (t.value ->> 3)::integer
    from survey_round r cross join jsonb_array_elements(tallies) with ordinality t (value, position)
    where r.id = pg_temp.id(name);
    insert into dimension_result
    select r.kabupaten_code, r.id, n, 60 + n from survey_round r cross join generate_series(0, 3) n
    where r.id = pg_temp.id(name);
end $$;

select pg_temp.publish('small alone', 'one', '[[98,100,98,2],[85,100,85,15],[60,100,60,40],[8,100,8,92],
    [70,100,70,30],[50,100,50,50],[0,0,0,0],[97,100,97,3],[120,200,80,60],[100,200,70,70]]') \g /dev/null
select pg_temp.publish('small hidden', 'two', '[[95,100,95,5],[5,100,5,95],[60,100,60,40],[80,100,80,20],
    [100,100,100,0],[94,100,94,6],[93,100,93,7],[80,100,80,20],[190,200,98,4],[150,200,80,40]]') \g /dev/null
select pg_temp.publish('not counted', 'four', '[[50,100,null,null],[85,100,85,15],[60,100,60,40],[8,100,8,92],
    [70,100,70,30],[50,100,50,50],[60,100,60,40],[80,100,80,20],[120,200,80,60],[100,200,70,70]]') \g /dev/null

-- Closed, until somebody opens it: the permission, the kabupaten and the threshold each by itself.
do $$
begin
    perform pg_temp.administer();
    delete from permission where role = 'public';
    perform enforce_permissions();
    perform pg_temp.login();
    perform pg_temp.refuses($q$select selaras.enter_public('open_data', 'read')$q$, 'SL403');
    set local role selaras_public;
    perform pg_temp.refuses('select from open_kabupaten', '42501');
    perform pg_temp.administer();
    insert into permission values ('public', 'open_data', 'read');
    perform enforce_permissions();
    perform pg_temp.enter_public();
    assert (select count(*) from open_kabupaten) = 0, 'nobody publishes';
    perform pg_temp.administer();
    update kabupaten set publishes_open_data = true where code in ('63.02', '64.01');
    perform pg_temp.enter_public();
    assert (select array_agg(kabupaten_code order by kabupaten_code) from open_kabupaten) = '{63.02,64.01}', 'who';
    assert (select count(*) from open_indicator) = 0 and (select count(*) from open_index) = 0, 'no threshold';
    perform pg_temp.administer();
    insert into protection values ('fewest_families', 5, 'test');
    update region set bps_code = '6302' where code = '63.02';
    update region set bps_code = '6302190006' where code = '63.02.12.2005';
end
$$;

do $$
declare
    found text;
begin
    perform pg_temp.enter_public();
    assert current_user = 'selaras_public', current_user;
    -- Round by round, what is withheld.
    select string_agg(indicator_code || ' ' || status, ', ' order by indicator_code) into found
    from open_indicator where desa_code = '63.02.12.2005' and purpose = 'midline' and status <> 'published';
    assert found = 'i0 withheld, i1 withheld, i6 not_applicable, i7 withheld', found;
    select string_agg(code || ' ' || status, ', ' order by code) into found
    from open_index where desa_code = '63.02.12.2005' and purpose = 'midline';
    assert found = 'IKK withheld, d0 published, d1 published, d2 withheld, d3 published', found;
    assert (select num_nonnulls(value, category, weak_count) from open_index
        where desa_code = '63.02.12.2005' and purpose = 'midline' and code = 'IKK') = 0, 'index withheld';
    assert (select (families_counted, families_represented, indicators_used) = (100, 104, 9) from open_index
        where desa_code = '63.02.12.2005' and purpose = 'midline' and code = 'IKK'), 'families';

    -- Five are enough, four are not, and none at all is fewer than five. Of i5 and i6, none far from the threshold,
    -- the one that is farther hides i4.
    select string_agg(indicator_code || ' ' || status, ', ' order by indicator_code) into found
    from open_indicator where desa_code = '63.02.12.2006' and purpose = 'midline' and status <> 'published';
    assert found = 'i4 withheld, i6 withheld, i8 withheld, i9 withheld', found;
    assert (select bool_and(status = 'published') from open_index
        where desa_code = '63.02.12.2006' and purpose = 'midline'), 'a hidden figure does not withhold the index';
    -- How many are weak would tell how many of the withheld ones are.
    assert (select (value, category) = (70.00, 'cukup') and weak_count is null from open_index
        where desa_code = '63.02.12.2006' and purpose = 'midline' and code = 'IKK'), 'the index';
    assert not exists (
        select from open_index w join open_indicator i using (kabupaten_code, desa_code, year, purpose)
        where w.weak_count is not null and i.status = 'withheld'), 'weak ones are counted beside withheld ones';

    -- Families that nobody counted are none.
    assert (select status from open_indicator where desa_code = '64.01.01.2001' and purpose = 'midline'
        and indicator_code = 'i0') = 'withheld', 'not counted';

    -- The fixture's rounds count four families: nothing of them is shown, not even how many.
    assert (select bool_and(status = 'withheld' and value is null and is_weak is null) from open_indicator
        where purpose = 'baseline'), 'four families';
    assert (select bool_and(status = 'withheld' and value is null and families_counted is null
        and families_represented is null) from open_index where purpose = 'baseline'), 'four families';

    -- What is withheld has no value, and what is shown is right.
    assert (select bool_and((status = 'published') = (value is not null) and (value is null) = (is_weak is null))
        from open_indicator), 'values';
    assert (select (value, is_weak, unit) = (60.00, true, 'family') from open_indicator
        where desa_code = '63.02.12.2005' and purpose = 'midline' and indicator_code = 'i2'), 'a value';
    assert (select (kabupaten_bps_code, desa_bps_code) = ('6302', '6302190006') and kecamatan_bps_code is null
        from open_index where desa_code = '63.02.12.2005' and purpose = 'midline' and code = 'd0'), 'both codes';

    -- Nobody computes a withheld value: none is alone in a dimension that is shown, nor a dimension in an index.
    assert not exists (
        select from open_indicator i
        join open_index d on d.kabupaten_code = i.kabupaten_code and d.desa_code = i.desa_code and d.year = i.year
            and d.purpose = i.purpose and d.code = i.dimension_code and d.status = 'published'
        group by i.kabupaten_code, i.desa_code, i.year, i.purpose, i.dimension_code
        having count(*) filter (where i.status = 'withheld') = 1), 'a withheld value follows from the others';
    assert not exists (
        select from open_index d join open_index w using (kabupaten_code, desa_code, year, purpose)
        where w.level = 'index' and w.status = 'published' and d.status = 'withheld'), 'a dimension follows';
end
$$;

-- Money: what was assigned, not what was proposed; the newest figures, and a nil report keeps those before it.
do $$
begin
    perform pg_temp.administer();
    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
        reported_by)
    select i.kabupaten_code, gen_random_uuid(), i.id, i.agency_code, i.lokus_id, 2024, 3, true, pg_temp.id('health')
    from intervention i where i.id in (pg_temp.id('accepted one'), pg_temp.id('assigned two'));
    perform set_config('selaras.principal', pg_temp.id('coordinator')::text, true);
    update progress_report set state = 'verified' where state = 'submitted';
    -- What nobody has verified is not told.
    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
        physical_percent, quantity, spent_idr, reported_by)
    select i.kabupaten_code, gen_random_uuid(), i.id, i.agency_code, i.lokus_id, 2024, 4, false, 99, 9, 999999,
        pg_temp.id('health')
    from intervention i where i.id = pg_temp.id('accepted one');
    perform pg_temp.enter_public();
    assert (select (interventions, accepted, reporting, budget_idr, spent_idr, last_period)
            = (1, 1, 1, 1000000, 400000, 2024 * 4 + 2)
        from open_intervention where desa_code = '63.02.12.2005' and agency_code = 'DINKES'), 'DINKES in one';
    assert (select (interventions, accepted, reporting, budget_idr) = (1, 0, 0, 1000000) and spent_idr is null
        from open_intervention where desa_code = '63.02.12.2005' and agency_code = 'DINSOS'), 'not reported';
    assert (select (reporting, spent_idr) = (1, 0)
        from open_intervention where desa_code = '63.02.12.2006' and agency_code = 'DINSOS'), 'nil from the beginning';
    assert (select array_agg(distinct kabupaten_code order by kabupaten_code) from open_intervention) = '{63.02,64.01}',
        'who publishes';
end
$$;

-- The public has these views and the threshold, and no way around them.
do $$
declare
    found record;
    seen text;
begin
    select string_agg(c.relname, ', ' order by c.relname) into seen
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and has_any_column_privilege('selaras_public', c.oid, 'select');
    assert seen = 'open_index, open_indicator, open_intervention, open_kabupaten, protection', seen;
    assert not exists (
        select from pg_class c
        where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            and has_any_column_privilege('selaras_public', c.oid, 'insert, update, references')), 'the public writes';
    assert not exists (select from pg_auth_members where member = 'selaras_public'::regrole), 'the public inherits';

    perform pg_temp.enter_public();
    for found in select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p', 'v')
            and c.relname not in ('open_index', 'open_indicator', 'open_intervention', 'open_kabupaten', 'protection')
    loop
        perform pg_temp.refuses(format('select count(*) from %s', found.name), '42501');
    end loop;
    perform pg_temp.refuses($q$update open_kabupaten set name = 'x'$q$, '55000');
    perform pg_temp.refuses('select report_obligation()', '42501');
    perform pg_temp.refuses('set local role selaras_owner', '42501');
    -- Who does not publish stays closed, whatever area is named; and without one there is nothing.
    perform set_config('selaras.areas', '63.10,63.02', true);
    assert (select array_agg(kabupaten_code) from open_kabupaten) = '{63.02}', 'a forged area';
    assert (select count(*) from open_intervention where kabupaten_code = '63.10') = 0, 'a forged area';
    assert (select count(*) from open_indicator where kabupaten_code = '63.10') = 0, 'a forged area';
    perform set_config('selaras.areas', '', true);
    assert (select count(*) from open_kabupaten) + (select count(*) from open_index)
        + (select count(*) from open_indicator) + (select count(*) from open_intervention) = 0, 'no identity';
end
$$;

rollback;
