-- Progress is cumulative; a period's share is what it adds. In which order reports came in does not matter.
begin;
\ir fixture.psql

create function pg_temp.report(in_quarter integer, percent numeric, amount numeric, spent bigint) returns void
language sql as $$
    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
        physical_percent, quantity, spent_idr, reported_by)
    values ('63.02', gen_random_uuid(), pg_temp.id('assigned one'), 'DINSOS', pg_temp.id('one'), 2024, in_quarter,
        percent is null, percent, amount, spent, pg_temp.id('social'))
$$;
-- A line a quarter: cumulative percent, quantity, rupiah; then the shares.
create function pg_temp.progress() returns text language sql as $$
    select string_agg(format('%s%s: %s %s %s, %s %s %s', quarter, case when nil then ' nil' else '' end,
        physical_percent::real, quantity::real, spent_idr, physical_percent_share::real, quantity_share::real,
        spent_idr_share), '; ' order by period)
    from reported_progress
    where kabupaten_code = '63.02' and intervention_id = pg_temp.id('assigned one') and not counts
$$;

do $$
declare
    quarters integer[];
    next integer;
    expected constant text := '1: 10 1 100, 10 1 100; 2 nil: 10 1 100, 0 0 0; 3: 30.5 3 300, 20.5 2 200; '
        '4: 50 5.25 600, 19.5 2.25 300';
begin
    perform pg_temp.enter('social');
    assert pg_temp.progress() is null, 'absent is not zero';
    perform pg_temp.administer();

    -- All 24 orders.
    for quarters in
        select array[a, b, c, d] from generate_series(1, 4) a, generate_series(1, 4) b, generate_series(1, 4) c,
            generate_series(1, 4) d
        where a <> b and a <> c and a <> d and b <> c and b <> d and c <> d
    loop
        foreach next in array quarters loop
            perform pg_temp.report(next, (array[10, null, 30.5, 50])[next], (array[1, null, 3, 5.25])[next],
                (array[100, null, 300, 600])[next]);
        end loop;
        assert pg_temp.progress() = expected, format('%s: %s', quarters, pg_temp.progress());
        delete from progress_report where intervention_id = pg_temp.id('assigned one');
    end loop;

    perform pg_temp.report(1, 10, 1, 100), pg_temp.report(2, null, null, null), pg_temp.report(3, 30.5, 3, 300),
        pg_temp.report(4, 50, 5.25, 600);
    -- A late change of the first quarter is carried on, and only the next share gives way.
    update progress_report set physical_percent = 20, quantity = 0, spent_idr = 350
    where intervention_id = pg_temp.id('assigned one') and quarter = 1;
    assert pg_temp.progress() = '1: 20 0 350, 20 0 350; 2 nil: 20 0 350, 0 0 0; 3: 30.5 3 300, 10.5 3 -50; '
        '4: 50 5.25 600, 19.5 2.25 300', pg_temp.progress();

    -- The shares of every intervention add up to its newest figures.
    assert not exists (
        select from latest_statement l
        join (select intervention_id, sum(physical_percent_share) as percent, sum(quantity_share) as quantity,
                sum(spent_idr_share) as spent
            from reported_progress where not counts group by intervention_id) s on s.intervention_id = l.intervention_id
        where (l.physical_percent, l.quantity, l.spent_idr) <> (s.percent, s.quantity, s.spent)),
        'shares do not add up';
    assert (select count(*) from latest_statement) = 5, 'one line for each intervention that has a report';
    assert (select count(*) from latest_progress) = 4, 'and of each of which one was verified';
    assert (select (quarter, spent_idr) = (4, 600) from latest_statement
        where intervention_id = pg_temp.id('assigned one')), 'the newest';

    -- A figure withdrawn: nil repeats the one before it, also at the end.
    update progress_report set nil = true, physical_percent = null, quantity = null, spent_idr = null
    where intervention_id = pg_temp.id('assigned one') and quarter in (3, 4);
    assert pg_temp.progress() = '1: 20 0 350, 20 0 350; 2 nil: 20 0 350, 0 0 0; 3 nil: 20 0 350, 0 0 0; '
        '4 nil: 20 0 350, 0 0 0', pg_temp.progress();
    -- Nothing but nil is nothing done, and reported.
    delete from progress_report where intervention_id = pg_temp.id('assigned one') and quarter = 1;
    assert pg_temp.progress() = '2 nil: 0 0 0, 0 0 0; 3 nil: 0 0 0, 0 0 0; 4 nil: 0 0 0, 0 0 0', pg_temp.progress();
    assert (select nil from latest_statement where intervention_id = pg_temp.id('assigned one')), 'nil is a report';
    -- Reported zero is not nil.
    perform pg_temp.report(1, 0, 0, 0);
    assert pg_temp.progress() like '1: 0 0 0, 0 0 0; 2 nil%', pg_temp.progress();
end
$$;

-- The same figures for all who read them.
do $$
declare
    caller text;
begin
    foreach caller in array array['coordinator', 'lead', 'health', 'social', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        assert (select (physical_percent, spent_idr, spent_idr_share) = (40, 400000, 400000) from reported_progress
            where counts and id = pg_temp.id('report one')), caller;
        assert (select physical_percent = 40 from latest_progress where id = pg_temp.id('report one')), caller;
    end loop;
end
$$;

rollback;
