-- What is due, what is open to everybody and what is read of the past, now that reports have states.

create function selaras.known_at() returns timestamptz
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select coalesce(nullif(current_setting('selaras.as_of', true), '')::timestamptz, now())
$$;
comment on function selaras.known_at is 'The moment of which something is asked: now, or one that has passed.';
grant execute on function selaras.known_at to selaras_reader, selaras_public;

create or replace function selaras.today(of_kabupaten text, at timestamptz default selaras.known_at()) returns date
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select (at at time zone k.time_zone)::date from kabupaten k where k.code = of_kabupaten
$$;

drop function selaras.report_obligation;
create function selaras.report_obligation(at timestamptz default selaras.known_at())
    returns table (
        kabupaten_code text, intervention_id uuid, plan_id uuid, lokus_id uuid, agency_code text,
        budget_year integer, quarter smallint, due_on date, report_id uuid, state text, days_overdue integer,
        report_state text)
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
        case when r.is_made then 'reported' when d.today > d.due_on then 'overdue' else 'due' end,
        case when r.is_made then 0 else greatest(d.today - d.due_on, 0) end, r.state
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
    left join lateral (
        select r.id, r.state, r.state in ('submitted', 'verified') as is_made from progress_report r
        where r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id and r.period = d.period
    ) r on true
    where i.accepted_on is not null and a.agreed_on is not null and (a.state <> 'closed' or r.is_made)
$$;
comment on function selaras.report_obligation is
    'What is to be reported and by when: for every accepted intervention of an agreed plan each quarter that has begun,
from the later of the days of assignment and agreement to its end (but at least the first). What was done or carried
over owes the quarter in which it ended, what was cancelled those before: ending is no way not to have been late.
"Overdue" follows from the day of reading, without any job. In a closed plan nothing is asked for any more. A
draft is not made yet, and what was sent back is to be made again.';
grant execute on function selaras.report_obligation to selaras_reader;

create function selaras.intervention_is_finished_with_a_report() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if not exists (
        select from progress_report r
        where r.kabupaten_code = new.kabupaten_code and r.intervention_id = new.id and not r.nil
            and r.state in ('submitted', 'verified')
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_is_finished_with_a_report', message = 'nothing was reported of it';
    end if;
    return new;
end
$$;
comment on function selaras.intervention_is_finished_with_a_report is
    'What is a draft, or was sent back, tells nobody that anything was done.';
create trigger intervention_is_finished_with_a_report before update on selaras.intervention
    for each row when (new.state = 'done' and old.state <> 'done')
    execute function selaras.intervention_is_finished_with_a_report();

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
    -- What was verified: figures are cumulative, and a nil report repeats those before it: the last figure stands.
    left join lateral (
        select max(p.period) as period,
            coalesce((array_agg(said.spent_idr order by p.period desc) filter (where said.spent_idr is not null))[1], 0)
                as spent_idr
        from selaras.progress_report p
        cross join lateral (
            select case when p.state_changed_at is null then p.spent_idr else p.verified_spent_idr end as spent_idr
        ) said
        where p.kabupaten_code = i.kabupaten_code and p.intervention_id = i.id
            and (p.state_changed_at is null or p.verified_nil is not null)
        having count(*) > 0
    ) told on true
    -- What was given up before anything was reported of it is nobody's any more.
    where i.assigned_on is not null and (selaras.is_committed(i.state) or told.period is not null)
    group by o.kabupaten_code, o.lokus_id, o.year, o.kabupaten_bps_code, o.kabupaten_name, o.kecamatan_code,
        o.kecamatan_bps_code, o.kecamatan_name, o.desa_code, o.desa_bps_code, o.desa_name, a.code, a.name, a.kind;

-- The past ------------------------------------------------------------------------------------------------------------

create function selaras.past_names(kind text) returns text[]
    language sql immutable security invoker set search_path = selaras, pg_temp
as $$
    -- Those that others refer to come first, in tables and in conditions alike.
    select case kind
        when 'tables' then array['lokus', 'survey_round', 'survey_import', 'action_plan', 'intervention',
            'intervention_indicator', 'intervention_funding', 'plan_target', 'progress_report', 'published_figure',
            'indicator_result', 'dimension_result', 'round_evidence', 'pair_evidence', 'budget_line', 'budget_share']
        when 'views' then array['progress_statement', 'reported_progress', 'latest_progress', 'latest_statement',
            'intervention_year']
        when 'functions' then array['report_obligation'] end
$$;
comment on function selaras.past_names is
    'What selaras_past has of this kind. A migration that adds to it makes this function anew, and nothing else.';

create or replace function selaras.remake_past() returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    name text;
    granted record;
    tables constant text[] := past_names('tables');
    views constant text[] := past_names('views');
    definition text;
    made regprocedure;
begin
    for made in select p.oid from pg_proc p where p.pronamespace = 'selaras_past'::regnamespace loop
        execute format('drop function %s', made);
    end loop;
    for name in select v.relname from pg_class v where v.relnamespace = 'selaras_past'::regnamespace and v.relkind = 'v'
        order by v.oid desc
    loop
        execute format('drop view selaras_past.%I', name);
    end loop;
    foreach name in array tables || views loop
        if name = any (views) then
            definition := format('create view selaras_past.%I with (security_invoker = true) as %s', name,
                pg_get_viewdef(format('selaras.%I', name)::regclass));
        else
            definition := format('create view selaras_past.%1$I with (security_barrier = true) as
                select %1$I.* from (%2$s) %1$I where %3$s', name, past_rows(format('selaras.%I', name)::regclass),
                past_condition(format('selaras.%I', name)::regclass));
        end if;
        -- Names without a schema are now those of the past, where it has them.
        perform set_config('search_path', 'selaras_past, selaras, pg_temp', true);
        execute definition;
        perform set_config('search_path', 'selaras, pg_temp', true);
        execute format('comment on view selaras_past.%I is %L', name, 'selaras.' || name || ' at selaras.as_of.');
        for granted in
            select a.grantee::regrole::text as role, null as columns
            from pg_class c cross join aclexplode(c.relacl) a
            where c.oid = format('selaras.%I', name)::regclass and a.privilege_type = 'SELECT'
                and a.grantee <> c.relowner
            union all
            select a.grantee::regrole::text, string_agg(quote_ident(t.attname), ', ')
            from pg_attribute t cross join aclexplode(t.attacl) a
            where t.attrelid = format('selaras.%I', name)::regclass and a.privilege_type = 'SELECT'
            group by a.grantee
        loop
            execute format('grant select %s on selaras_past.%I to %s',
                coalesce('(' || granted.columns || ')', ''), name, granted.role);
        end loop;
    end loop;
    foreach name in array past_names('functions') loop
        made := format('selaras.%I', name)::regproc::oid;
        execute replace(replace(pg_get_functiondef(made), 'FUNCTION selaras.', 'FUNCTION selaras_past.'),
            'SET search_path TO ''selaras''', 'SET search_path TO ''selaras_past'', ''selaras''');
        execute format('comment on function selaras_past.%I is %L', name, 'selaras.' || name || ' at selaras.as_of.');
        execute format('revoke execute on function selaras_past.%I from public', name);
        execute format('grant execute on function selaras_past.%I to selaras_reader', name);
    end loop;
end
$$;
select selaras.enforce_permissions();
select selaras.remake_past();
