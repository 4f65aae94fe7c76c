-- Numbers that lists show, each in one place: progress so far, a period's own share, what is due and overdue.

create view selaras.reported_progress with (security_invoker = true) as
    select
        filled.kabupaten_code, filled.intervention_id, filled.id, filled.budget_year, filled.quarter, filled.period,
        filled.nil,
        coalesce(filled.physical_percent, 0) as physical_percent,
        coalesce(filled.quantity, 0) as quantity,
        coalesce(filled.spent_idr, 0) as spent_idr,
        coalesce(filled.physical_percent, 0)
            - coalesce(lag(filled.physical_percent) over earlier, 0) as physical_percent_share,
        coalesce(filled.quantity, 0) - coalesce(lag(filled.quantity) over earlier, 0) as quantity_share,
        coalesce(filled.spent_idr, 0) - coalesce(lag(filled.spent_idr) over earlier, 0) as spent_idr_share
    from (
        -- A nil report repeats the last figures before it: max() over the run that begins with a figure.
        select
            run.kabupaten_code, run.intervention_id, run.id, run.budget_year, run.quarter, run.period, run.nil,
            max(run.physical_percent) over of_run as physical_percent,
            max(run.quantity) over of_run as quantity,
            max(run.spent_idr) over of_run as spent_idr
        from (
            select r.kabupaten_code, r.intervention_id, r.id, r.budget_year, r.quarter, r.period, r.nil,
                r.physical_percent, r.quantity, r.spent_idr,
                count(*) filter (where not r.nil)
                    over (partition by r.kabupaten_code, r.intervention_id order by r.period) as run
            from selaras.progress_report r
        ) run
        window of_run as (partition by run.kabupaten_code, run.intervention_id, run.run)
    ) filled
    window earlier as (partition by filled.kabupaten_code, filled.intervention_id order by filled.period);
comment on view selaras.reported_progress is
    'Each report with its cumulative figures and the share that its period adds. Recomputed from the facts at every
reading, so the order in which reports came in, and a late change of an early one, do not matter.';

create view selaras.latest_progress with (security_invoker = true) as
    select distinct on (p.kabupaten_code, p.intervention_id) p.*
    from selaras.reported_progress p
    order by p.kabupaten_code, p.intervention_id, p.period desc;
comment on view selaras.latest_progress is 'The newest report of each intervention that has one: absent is not zero.';

create function selaras.working_day_after(of_kabupaten text, day date, working_days integer) returns date
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    -- Looks far enough ahead for the longest holidays; the span grows with the number asked.
    select day + ahead
    from generate_series(1, 30 + working_days * 4) ahead
    where extract(isodow from day + ahead) < 6
        and not exists (
            select from holiday h where h.kabupaten_code = of_kabupaten and h.day = working_day_after.day + ahead)
    order by ahead
    offset working_days - 1 limit 1
$$;
comment on function selaras.working_day_after is 'The n-th working day after a day, by the kabupaten''s calendar.';

create function selaras.report_obligation(at timestamptz default now())
    returns table (
        kabupaten_code text, intervention_id uuid, plan_id uuid, lokus_id uuid, agency_code text,
        budget_year integer, quarter smallint, due_on date, report_id uuid, state text, days_overdue integer)
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    -- One row a period and kabupaten, not one an intervention: deadlines are few, interventions are many. Materialized,
    -- or the planner puts the working days back into the join and counts them anew for every obligation.
    with due as materialized (
        select k.code as kabupaten_code, today(k.code, at) as today, p.period,
            working_day_after(k.code, ends.quarter_ends_on, k.report_due_working_days) as due_on
        from kabupaten k
        cross join lateral (
            select generate_series(
                (select min(extract(year from i.assigned_on) * 4 + extract(quarter from i.assigned_on) - 1)::integer
                    from intervention i where i.kabupaten_code = k.code),
                (extract(year from today(k.code, at)) * 4 + extract(quarter from today(k.code, at)) - 1)::integer
            ) as period
        ) p
        cross join lateral (
            select (make_date(p.period / 4, p.period % 4 * 3 + 1, 1) + interval '3 months')::date - 1 as quarter_ends_on
        ) ends
    )
    select i.kabupaten_code, i.id, i.plan_id, i.lokus_id, i.agency_code,
        d.period / 4, (d.period % 4 + 1)::smallint, d.due_on, r.id,
        case when r.id is not null then 'reported' when d.today > d.due_on then 'overdue' else 'due' end,
        case when r.id is null then greatest(d.today - d.due_on, 0) else 0 end
    from intervention i
    join due d on d.kabupaten_code = i.kabupaten_code
        and d.period between extract(year from i.assigned_on) * 4 + extract(quarter from i.assigned_on) - 1
            and greatest(extract(year from i.ends_on) * 4 + extract(quarter from i.ends_on) - 1,
                extract(year from i.assigned_on) * 4 + extract(quarter from i.assigned_on) - 1)
    left join progress_report r on r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id
        and r.period = d.period
$$;
comment on function selaras.report_obligation is
    'What is to be reported and by when: for every assigned intervention each quarter from its assignment to its end
(but at least the one of its assignment) that has begun. "Overdue" follows from the day of reading, without any job.';

grant execute on function selaras.working_day_after, selaras.report_obligation to selaras_reader;
grant select on selaras.reported_progress, selaras.latest_progress to selaras_reader;
