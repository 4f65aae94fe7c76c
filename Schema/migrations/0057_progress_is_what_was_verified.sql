-- Progress is what was verified; what was said and is not verified stands beside it.

create view selaras.progress_statement with (security_invoker = true) as
    select r.kabupaten_code, r.intervention_id, r.id, r.budget_year, r.quarter, r.period, r.nil, r.physical_percent,
        r.quantity, r.spent_idr, false as counts, r.state
    from selaras.progress_report r
    union all
    -- What is older than states counts as it was said.
    select r.kabupaten_code, r.intervention_id, r.id, r.budget_year, r.quarter, r.period,
        case when r.state_changed_at is null then r.nil else r.verified_nil end,
        case when r.state_changed_at is null then r.physical_percent else r.verified_physical_percent end,
        case when r.state_changed_at is null then r.quantity else r.verified_quantity end,
        case when r.state_changed_at is null then r.spent_idr else r.verified_spent_idr end, true,
        r.state
    from selaras.progress_report r
    where r.state_changed_at is null or r.verified_nil is not null;
comment on view selaras.progress_statement is
    'Each report as it is written, and each once more as it was verified last, which counts.';

create or replace view selaras.reported_progress with (security_invoker = true) as
    select
        said.kabupaten_code, said.intervention_id, said.id, said.budget_year, said.quarter, said.period, said.nil,
        coalesce(case when said.nil then said.percents[said.run] else said.physical_percent end, 0) as physical_percent,
        coalesce(case when said.nil then said.quantities[said.run] else said.quantity end, 0) as quantity,
        coalesce(case when said.nil then said.amounts[said.run] else said.spent_idr end, 0) as spent_idr,
        coalesce(case when said.nil then said.percents[said.run] else said.physical_percent end, 0)
            - coalesce(said.percents[said.run - said.begins], 0) as physical_percent_share,
        coalesce(case when said.nil then said.quantities[said.run] else said.quantity end, 0)
            - coalesce(said.quantities[said.run - said.begins], 0) as quantity_share,
        coalesce(case when said.nil then said.amounts[said.run] else said.spent_idr end, 0)
            - coalesce(said.amounts[said.run - said.begins], 0) as spent_idr_share,
        said.counts, said.state
    from (
        -- Figures as they were said, one after the other, and how many of them until then: the last of these is what
        -- a nil report repeats. A draft is told beside them and is none of them.
        select r.*, sum(r.begins) over earlier as run,
            array_agg(r.physical_percent) filter (where r.begins = 1) over earlier as percents,
            array_agg(r.quantity) filter (where r.begins = 1) over earlier as quantities,
            array_agg(r.spent_idr) filter (where r.begins = 1) over earlier as amounts
        from (
            select r.*, (not r.nil and r.state is distinct from 'draft')::integer as begins
            from selaras.progress_statement r
        ) r
        window earlier as (partition by r.kabupaten_code, r.intervention_id, r.counts order by r.period)
    ) said;
comment on view selaras.reported_progress is
    'Each statement with its cumulative figures and the share that its period adds to those of its kind; a draft adds to
what was said, and nothing adds to it. Recomputed from the facts at every reading, so the order in which reports came
in, and a late change of an early one, do not matter.';

create or replace view selaras.latest_progress with (security_invoker = true) as
    select distinct on (p.kabupaten_code, p.intervention_id) p.*
    from selaras.reported_progress p
    where p.counts
    order by p.kabupaten_code, p.intervention_id, p.period desc;
comment on view selaras.latest_progress is
    'The newest verified report of each intervention that has one: absent is not zero.';

create view selaras.latest_statement with (security_invoker = true) as
    select distinct on (p.kabupaten_code, p.intervention_id) p.*
    from selaras.reported_progress p
    where not p.counts and p.state is distinct from 'draft'
    order by p.kabupaten_code, p.intervention_id, p.period desc;
comment on view selaras.latest_statement is
    'What was said last of each intervention, verified or not; drafts are not said yet.';
grant select on selaras.progress_statement, selaras.latest_statement to selaras_reader;

create or replace view selaras.intervention_year with (security_invoker = true) as
    select i.kabupaten_code, i.id as intervention_id, i.plan_id, i.lokus_id, i.agency_code, i.reference, y.budget_year
    from selaras.intervention i
    cross join lateral (
        select generate_series(extract(year from i.starts_on)::integer,
            extract(year from least(i.ends_on, i.ended_on))::integer) as budget_year
        union
        select r.budget_year from selaras.progress_report r
        where r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id and r.state <> 'draft'
    ) y
    where i.accepted_on is not null and (selaras.is_committed(i.state) or exists (
        select from selaras.progress_report r
        where r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id and not r.nil
            and r.state <> 'draft'));

