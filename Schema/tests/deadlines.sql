-- What is due and when: working days by the kabupaten's calendar, obligations by its clock.
begin;
\ir fixture.psql

do $$
begin
    insert into holiday values ('63.10', '2024-04-01', 'x');
    perform pg_temp.enter('coordinator');
    -- 10 and 11 April 2024 are holidays, 6, 7, 13 and 14 a weekend.
    assert working_day_after('63.02', '2024-03-31', 1) = '2024-04-01', 'Monday after Sunday';
    assert working_day_after('63.02', '2024-04-05', 1) = '2024-04-08', 'Monday after Friday';
    assert working_day_after('63.02', '2024-04-06', 1) = '2024-04-08', 'Monday after Saturday';
    assert working_day_after('63.02', '2024-04-09', 1) = '2024-04-12', 'two holidays';
    assert working_day_after('63.02', '2024-04-10', 1) = '2024-04-12', 'the day itself does not count';
    assert working_day_after('63.02', '2024-03-31', 10) = '2024-04-16', 'tenth working day of April';
    -- Over New Year: 25 December and 1 January are holidays.
    assert working_day_after('63.02', '2024-12-20', 10) = '2025-01-07', 'from December into January';
    assert working_day_after('63.02', '2024-12-31', 10) = '2025-01-15', 'tenth working day of January';
    assert working_day_after('63.02', '2024-12-31', 60) = '2025-03-26', 'the longest deadline';

    perform pg_temp.administer();
    insert into holiday select '63.02', day, 'x' from generate_series(date '2025-02-01', '2025-03-15', '1 day') day;
    perform pg_temp.enter('coordinator');
    assert working_day_after('63.02', '2025-01-31', 10) = '2025-03-28', 'six weeks of holidays';
    perform pg_temp.enter('neighbour');
    assert working_day_after('63.10', '2024-03-31', 1) = '2024-04-02', 'each kabupaten has its own holidays';
    assert today('63.10', '2024-12-31 16:00Z') = '2025-01-01' and today('63.10', '2024-12-31 15:59Z') = '2024-12-31',
        'the day begins at 00:00 WITA';
    assert today('63.02') is null, 'the calendar of others is not told';
end
$$;

create function pg_temp.obliged(at timestamptz, name text) returns text language sql as $$
    select string_agg(format('%s/%s %s %s %s', budget_year, quarter, due_on, state, days_overdue), '; '
        order by budget_year, quarter)
    from report_obligation(at) where intervention_id = pg_temp.id(name)
$$;

-- All of them by their agencies' own word: nothing is due of what is only assigned.
do $$
begin
    perform pg_temp.enter('coordinator');
    assert pg_temp.obliged('2024-02-20', 'assigned one') is null, 'nothing is due before it is accepted';
    perform pg_temp.administer();
    update intervention set state = 'accepted' where state = 'assigned';
end
$$;

-- Assigned on 15 February 2024 until 31 December 2024; a report of the second quarter by `accepted` alone.
do $$
declare
    caller text;
begin
    foreach caller in array array['coordinator', 'lead', 'health', 'social', 'province', 'village'] loop
        perform pg_temp.enter(caller);
        assert pg_temp.obliged('2024-02-20', 'assigned one') = '2024/1 2024-04-16 due 0', 'from its quarter on';
        assert pg_temp.obliged('2024-03-31 15:59Z', 'assigned one') = '2024/1 2024-04-16 due 0', 'last minute';
        assert pg_temp.obliged('2024-03-31 16:00Z', 'assigned one')
            = '2024/1 2024-04-16 due 0; 2024/2 2024-07-12 due 0', 'a quarter begins at 00:00 WITA';
        assert pg_temp.obliged('2024-04-16 15:59Z', 'assigned one')
            = '2024/1 2024-04-16 due 0; 2024/2 2024-07-12 due 0', 'on the day itself at 23:59 WITA';
        assert pg_temp.obliged('2024-04-16 16:00Z', 'assigned one')
            = '2024/1 2024-04-16 overdue 1; 2024/2 2024-07-12 due 0', 'at 00:00 WITA the day after';
        assert pg_temp.obliged('2024-07-12 16:00Z', 'accepted one')
            = '2024/1 2024-04-16 overdue 88; 2024/2 2024-07-12 reported 0; 2024/3 2024-10-14 due 0', 'reported';
        assert pg_temp.obliged('2030-01-01', 'accepted one') like '%2024/2 2024-07-12 reported 0;%', 'stays reported';
        -- The last quarter is that of its end, due in the new year; nothing follows.
        assert pg_temp.obliged('2025-01-15 15:59Z', 'assigned one') like '%2024/4 2025-01-15 due 0', 'over New Year';
        assert pg_temp.obliged('2026-06-01', 'assigned one')
            like '2024/1 %; 2024/2 %; 2024/3 %; 2024/4 2025-01-15 overdue 502', 'four quarters and no more';
        assert pg_temp.obliged('2030-01-01', 'proposed one') is null, 'nothing is asked before the assignment';
        assert pg_temp.obliged('2023-12-31', 'assigned one') is null, 'nor before its quarter';
        assert (select report_id from report_obligation('2024-07-01') where state = 'reported'
            and lokus_id = pg_temp.id('one')) = pg_temp.id('report one'), 'which report';
        assert not exists (select from report_obligation('2030-01-01')
            where (report_id is null) = (state = 'reported')), 'state and report disagree';
        assert not exists (select from report_obligation('2030-01-01')
            where (days_overdue > 0) <> (state = 'overdue')), 'state and days disagree';
    end loop;
end
$$;

do $$
begin
    -- Reporting turns "due" into "reported", whoever asks next.
    perform pg_temp.enter('social');
    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
        reported_by) values ('63.02', pg_temp.id('new'), pg_temp.id('assigned one'), 'DINSOS', pg_temp.id('one'), 2024,
        1, true, pg_temp.id('social'));
    assert pg_temp.obliged('2024-02-20', 'assigned one') = '2024/1 2024-04-16 reported 0', 'nil is a report';

    -- Assigned after its end: the quarter of the assignment is asked for all the same.
    perform pg_temp.administer();
    insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity,
        unit, starts_on, ends_on, state, assigned_on, accepted_on)
    values ('63.02', pg_temp.id('late'), pg_temp.id('plan one'), pg_temp.id('one'), 'late', 'DINKES', 'x', 1, 'x',
        '2024-01-01', '2024-03-31', 'accepted', '2024-05-02', '2024-05-03');
    -- Another calendar, clock and deadline.
    update kabupaten set time_zone = 'Asia/Jakarta', report_due_working_days = 5 where code = '64.01';
    perform pg_temp.enter('coordinator');
    assert pg_temp.obliged('2030-01-01', 'late') like '2024/2 2024-07-12 overdue%'
        and pg_temp.obliged('2030-01-01', 'late') not like '%;%', pg_temp.obliged('2030-01-01', 'late');
    perform pg_temp.enter('far');
    assert pg_temp.obliged('2024-04-05 16:59Z', 'assigned four') like '2024/1 2024-04-05 due 0;%', 'WIB, 23:59';
    assert pg_temp.obliged('2024-04-05 17:00Z', 'assigned four') like '2024/1 2024-04-05 overdue 1;%', 'WIB, 00:00';
end
$$;

-- A plan is agreed before anything is due, by the later of both days; a return takes nothing back, a closing does.
do $$
declare
    of_plan constant text := $q$update action_plan set %s where id = pg_temp.id('plan one')$q$;
begin
    perform pg_temp.administer();
    set local session_replication_role = replica;
    execute format(of_plan, $q$state = 'submitted', agreed_on = null$q$);
    perform pg_temp.enter('social');
    assert pg_temp.obliged('2024-06-01', 'accepted one') is null, 'nothing is due before the plan is agreed';
    perform pg_temp.administer();
    execute format(of_plan, $q$state = 'agreed', agreed_on = '2024-04-01'$q$);
    perform pg_temp.enter('social');
    assert pg_temp.obliged('2024-08-01', 'accepted one')
        = '2024/2 2024-07-12 reported 0; 2024/3 2024-10-14 due 0', 'from the agreement on';
    perform pg_temp.administer();
    execute format(of_plan, $q$state = 'returned'$q$);
    perform pg_temp.enter('social');
    assert pg_temp.obliged('2024-08-01', 'accepted one')
        = '2024/2 2024-07-12 reported 0; 2024/3 2024-10-14 due 0', 'a return takes nothing back';
    perform pg_temp.administer();
    execute format(of_plan, $q$state = 'closed'$q$);
    perform pg_temp.enter('social');
    assert pg_temp.obliged('2024-08-01', 'accepted one') = '2024/2 2024-07-12 reported 0', 'what was reported is told';
    perform pg_temp.administer();
    set local session_replication_role = origin;
end
$$;

rollback;
