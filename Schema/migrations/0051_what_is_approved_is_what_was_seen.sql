-- Whoever decides on a plan decides on what he has seen: what changes its content changes its version. An intervention
-- is carried over into another one. What ended is asked for no more, and counts no more.

-- The content of a plan -----------------------------------------------------------------------------------------------

create function selaras.note_plan_content(of_kabupaten text, plan uuid) returns void
    language sql volatile security invoker set search_path = selaras, pg_temp
as $$
    -- Once a transaction: a file of interventions is one change.
    update action_plan p set version = p.version
    where p.kabupaten_code = of_kabupaten and p.id = plan and p.updated_at <> now()
$$;
comment on function selaras.note_plan_content is
    'Gives the plan another version: who approves it at the one before is told that it is not what he has seen.';

create or replace function selaras.plan_content_is_open() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    written jsonb := coalesce(to_jsonb(new), to_jsonb(old));
    of intervention;
    plan action_plan;
begin
    if tg_argv[0] = 'intervention_id' then
        select i.* into of from intervention i
        where i.kabupaten_code = written ->> 'kabupaten_code' and i.id = (written ->> 'intervention_id')::uuid;
    end if;
    -- Whoever approves waits for what is being written, and what is written then finds it approved.
    select p.* into plan from action_plan p
    where p.kabupaten_code = written ->> 'kabupaten_code'
        and p.id = coalesce(of.plan_id, (written ->> tg_argv[0])::uuid)
    for no key update;
    if plan.state in ('approved', 'running', 'evaluated', 'closed')
        -- What was carried over brings its aims along when it is made, and waits for the money of its year.
        and (plan.state = 'closed' or of.continues_id is null or not case tg_table_name
            when 'intervention_indicator' then of.created_at = now()
            else of.state in ('proposed', 'assigned', 'accepted') end)
    then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'plan_content_is_open',
            message = 'the plan is ' || plan.state;
    end if;
    -- Without a plan a reference will say so.
    if plan.id is not null then
        perform note_plan_author(plan.kabupaten_code, plan.id);
        -- The plan itself and its targets are written at a version of the plan.
        if tg_table_name not in ('action_plan', 'plan_target') then
            perform note_plan_content(plan.kabupaten_code, plan.id);
        end if;
    end if;
    return coalesce(new, old);
end
$$;
comment on function selaras.plan_content_is_open is
    'What was approved is what is carried out: to change it, the plan is returned first. Keeps who writes, and gives the
plan another version.';

create function selaras.plan_counts_on_others() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
begin
    perform note_plan_content(new.kabupaten_code, new.plan_id);
    return new;
end
$$;
comment on function selaras.plan_counts_on_others is
    'An intervention that is declined, proposed again, cancelled or carried over makes another plan of it.';
create trigger plan_counts_on_others after update on selaras.intervention
    for each row when (new.state <> old.state and new.state in ('declined', 'proposed', 'cancelled', 'carried_over'))
    execute function selaras.plan_counts_on_others();

-- Carrying over -------------------------------------------------------------------------------------------------------

drop trigger plan_content_is_open on selaras.intervention;
create trigger plan_content_is_open before insert on selaras.intervention
    for each row when (new.continues_id is null) execute function selaras.plan_content_is_open('plan_id');

create function selaras.intervention_continues_another() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    origin intervention;
    plan action_plan;
begin
    select i.* into origin from intervention i
    where i.kabupaten_code = new.kabupaten_code and i.id = new.continues_id
    for no key update;
    select p.* into plan from action_plan p
    where p.kabupaten_code = new.kabupaten_code and p.id = new.plan_id
    for no key update;
    -- Without one of them a reference will say so.
    if origin.id is null or plan.id is null then return new; end if;
    if not exists (
        select from transition t
        where t.subject = 'intervention' and t.from_state = origin.state and t.to_state = 'carried_over'
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_follows_its_transitions', message = origin.state || ' is not carried over';
    elsif plan_state(origin.kabupaten_code, origin.plan_id) = 'closed' or plan.state = 'closed' then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'plan_is_not_closed',
            message = 'the plan is closed';
    elsif plan.id <> origin.plan_id and plan.state in ('approved', 'running', 'evaluated') then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'plan_content_is_open',
            message = 'the plan is ' || plan.state;
    elsif (new.agency_code, new.catalogue_code, new.title, new.unit, new.note) is distinct from
            (origin.agency_code, origin.catalogue_code, origin.title, origin.unit, origin.note) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_continues_the_same', message = 'it says something else';
    elsif new.target_quantity > origin.target_quantity then
        raise exception using errcode = 'SL002', table = tg_table_name,
            constraint = 'intervention_continues_with_what_is_left', message = 'more than was to be done';
    elsif plan.id = origin.plan_id and extract(year from new.starts_on) <= extract(year from origin.starts_on) then
        raise exception using errcode = 'SL002', table = tg_table_name,
            constraint = 'intervention_continues_in_a_later_year', message = 'the same budget year';
    end if;
    perform note_plan_author(plan.kabupaten_code, plan.id);
    perform note_plan_content(plan.kabupaten_code, plan.id);
    return new;
end
$$;
comment on function selaras.intervention_continues_another is
    'What continues an intervention says the same as that one: in a later budget year of its plan, approved or not, or
in another plan of which the content is open.';
create trigger intervention_continues_another before insert on selaras.intervention
    for each row when (new.continues_id is not null) execute function selaras.intervention_continues_another();

create function selaras.what_is_continued_was_carried_over() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from intervention i
        where i.kabupaten_code = new.kabupaten_code and i.id = new.continues_id and i.state <> 'carried_over'
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'what_is_continued_was_carried_over', message = 'the other one goes on';
    end if;
    return null;
end
$$;
comment on function selaras.what_is_continued_was_carried_over is
    'An intervention and the one that continues it are not carried out at the same time.';
create constraint trigger what_is_continued_was_carried_over after insert on selaras.intervention
    deferrable initially deferred for each row when (new.continues_id is not null)
    execute function selaras.what_is_continued_was_carried_over();

-- What is due ---------------------------------------------------------------------------------------------------------

create or replace function selaras.report_obligation(at timestamptz default now())
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
    join action_plan a on a.kabupaten_code = i.kabupaten_code and a.id = i.plan_id
    cross join lateral (
        -- Until what continues another begins, that one is what is reported.
        select greatest(i.assigned_on, a.agreed_on, case when i.continues_id is not null then i.starts_on end) as since
    ) begun
    join due d on d.kabupaten_code = i.kabupaten_code
        and d.period between extract(year from begun.since) * 4 + extract(quarter from begun.since) - 1
            and least(greatest(extract(year from i.ends_on) * 4 + extract(quarter from i.ends_on) - 1,
                    extract(year from begun.since) * 4 + extract(quarter from begun.since) - 1),
                extract(year from i.ended_on) * 4 + extract(quarter from i.ended_on) - 1
                    - case when i.state = 'cancelled' then 1 else 0 end)
    left join progress_report r on r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id
        and r.period = d.period
    where i.accepted_on is not null and a.agreed_on is not null and (a.state <> 'closed' or r.id is not null)
$$;
comment on function selaras.report_obligation is
    'What is to be reported and by when: for every accepted intervention of an agreed plan each quarter that has begun,
from the later of the days of assignment and agreement to its end (but at least the first). What was done or carried
over owes the quarter in which it ended, what was cancelled those before: ending is no way not to have been late.
"Overdue" follows from the day of reading, without any job. In a closed plan nothing is asked for any more.';

-- What is open to everybody -------------------------------------------------------------------------------------------

create or replace view selaras.open_intervention with (security_barrier = true) as
    select o.kabupaten_code, o.lokus_id, o.year, o.kabupaten_bps_code, o.kabupaten_name, o.kecamatan_code,
        o.kecamatan_bps_code, o.kecamatan_name, o.desa_code, o.desa_bps_code, o.desa_name, a.code as agency_code,
        a.name as agency_name, a.kind as agency_kind,
        (count(*) filter (where selaras.is_committed(i.state)))::integer as interventions,
        (count(*) filter (where selaras.is_committed(i.state) and i.accepted_on is not null))::integer as accepted,
        count(told.period)::integer as reporting,
        coalesce(sum(paid.amount_idr) filter (where selaras.is_committed(i.state)), 0)::bigint as budget_idr,
        sum(told.spent_idr)::bigint as spent_idr, max(told.period) as last_period
    from selaras.intervention i
    join selaras.open_place o on o.kabupaten_code = i.kabupaten_code and o.lokus_id = i.lokus_id
    join selaras.agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
    left join lateral (
        select sum(f.amount_idr) as amount_idr from selaras.intervention_funding f
        where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id
    ) paid on true
    -- Figures are cumulative, and a nil report repeats those before it: the last figure stands.
    left join lateral (
        select max(p.period) as period,
            coalesce((array_agg(p.spent_idr order by p.period desc) filter (where not p.nil))[1], 0) as spent_idr
        from selaras.progress_report p
        where p.kabupaten_code = i.kabupaten_code and p.intervention_id = i.id
        having count(*) > 0
    ) told on true
    -- What was given up before anything was reported of it is nobody's any more.
    where i.assigned_on is not null and (selaras.is_committed(i.state) or told.period is not null)
    group by o.kabupaten_code, o.lokus_id, o.year, o.kabupaten_bps_code, o.kabupaten_name, o.kecamatan_code,
        o.kecamatan_bps_code, o.kecamatan_name, o.desa_code, o.desa_bps_code, o.desa_name, a.code, a.name, a.kind;
