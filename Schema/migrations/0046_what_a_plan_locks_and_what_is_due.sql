-- What was approved is not edited in place, what is closed is left alone, and reports are due from the agreement on.

-- What each state locks -----------------------------------------------------------------------------------------------

create function selaras.note_plan_author(of_kabupaten text, plan uuid) returns void
    language sql volatile security invoker set search_path = selaras, pg_temp
as $$
    insert into plan_author select of_kabupaten, plan, id from unnest(acting_ids()) id
    where not exists (select from plan_author a
        where a.kabupaten_code = of_kabupaten and a.plan_id = plan and a.author_id = id)
    on conflict do nothing
$$;
comment on function selaras.note_plan_author is 'Keeps that the caller wrote something of the plan, or submitted it.';

create function selaras.plan_content_is_open() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    written jsonb := coalesce(to_jsonb(new), to_jsonb(old));
    plan action_plan;
begin
    -- Whoever approves waits for what is being written, and what is written then finds it approved.
    if tg_argv[0] = 'intervention_id' then
        select p.* into plan from intervention i
        join action_plan p on p.kabupaten_code = i.kabupaten_code and p.id = i.plan_id
        where i.kabupaten_code = written ->> 'kabupaten_code' and i.id = (written ->> 'intervention_id')::uuid
        for share of p;
    else
        select p.* into plan from action_plan p
        where p.kabupaten_code = written ->> 'kabupaten_code' and p.id = (written ->> tg_argv[0])::uuid
        for share;
    end if;
    if plan.state in ('approved', 'running', 'evaluated', 'closed') then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'plan_content_is_open',
            message = 'the plan is ' || plan.state;
    end if;
    -- Without a plan a reference will say so.
    if plan.id is not null then perform note_plan_author(plan.kabupaten_code, plan.id); end if;
    return coalesce(new, old);
end
$$;
comment on function selaras.plan_content_is_open is
    'What was approved is what is carried out: to change it, the plan is returned first. Keeps who writes, too.';
create trigger plan_content_is_open before insert or update or delete on selaras.plan_target
    for each row execute function selaras.plan_content_is_open('plan_id');
create trigger plan_content_is_open before insert or update or delete on selaras.intervention_indicator
    for each row execute function selaras.plan_content_is_open('intervention_id');
create trigger plan_content_is_open before insert or update or delete on selaras.intervention_funding
    for each row execute function selaras.plan_content_is_open('intervention_id');
create trigger plan_content_is_open before insert on selaras.intervention
    for each row execute function selaras.plan_content_is_open('plan_id');
create trigger plan_content_stays_open before update on selaras.intervention
    for each row when ((new.agency_code, new.catalogue_code, new.title, new.target_quantity, new.unit, new.starts_on,
        new.ends_on, new.note) is distinct from (old.agency_code, old.catalogue_code, old.title, old.target_quantity,
        old.unit, old.starts_on, old.ends_on, old.note))
    execute function selaras.plan_content_is_open('plan_id');
create trigger plan_content_is_open before update on selaras.action_plan
    for each row when ((new.title, new.target_ikk, new.meeting_on, new.meeting_place, new.meeting_minutes,
        new.meeting_participants) is distinct from (old.title, old.target_ikk, old.meeting_on, old.meeting_place,
        old.meeting_minutes, old.meeting_participants))
    execute function selaras.plan_content_is_open('id');

create function selaras.plan_has_an_author() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
begin
    perform note_plan_author(new.kabupaten_code, new.id);
    return new;
end
$$;
comment on function selaras.plan_has_an_author is 'Whoever makes a plan or submits it does not decide on it.';
create trigger plan_has_an_author after insert on selaras.action_plan
    for each row execute function selaras.plan_has_an_author();
create trigger plan_has_who_submits_it after update on selaras.action_plan
    for each row when (new.state = 'submitted' and old.state <> 'submitted')
    execute function selaras.plan_has_an_author();

-- A closed plan is left alone. No lock here: reports come in by hundreds, and one that meets the closing does no harm.
create function selaras.plan_is_not_closed() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from intervention i join action_plan p on p.kabupaten_code = i.kabupaten_code and p.id = i.plan_id
        where i.kabupaten_code = new.kabupaten_code and i.id = (to_jsonb(new) ->> tg_argv[0])::uuid
            and p.state = 'closed'
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'plan_is_not_closed',
            message = 'the plan is closed';
    end if;
    return new;
end
$$;
comment on function selaras.plan_is_not_closed is 'Nothing happens any more in a plan that was closed.';
create trigger plan_is_not_closed before insert or update on selaras.progress_report
    for each row execute function selaras.plan_is_not_closed('intervention_id');
create trigger plan_is_not_closed before update on selaras.intervention
    for each row when (new.state <> old.state) execute function selaras.plan_is_not_closed('id');

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
    cross join lateral (select greatest(i.assigned_on, a.agreed_on) as since) begun
    join due d on d.kabupaten_code = i.kabupaten_code
        and d.period between extract(year from begun.since) * 4 + extract(quarter from begun.since) - 1
            and greatest(extract(year from i.ends_on) * 4 + extract(quarter from i.ends_on) - 1,
                extract(year from begun.since) * 4 + extract(quarter from begun.since) - 1)
    left join progress_report r on r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id
        and r.period = d.period
    where i.accepted_on is not null and a.agreed_on is not null and (a.state <> 'closed' or r.id is not null)
$$;
comment on function selaras.report_obligation is
    'What is to be reported and by when: for every accepted intervention of an agreed plan each quarter that has begun,
from the later of the days of assignment and agreement to its end (but at least the first). "Overdue" follows from the
day of reading, without any job. In a closed plan nothing is asked for any more.';

-- Who -----------------------------------------------------------------------------------------------------------------

update selaras.permission_effect set columns = array_remove(columns, 'agreed_on')
    || '{meeting_on,meeting_place,meeting_minutes,meeting_participants}'::text[]
where resource = 'action_plan' and target = 'action_plan' and command in ('insert', 'update');
insert into selaras.permission_effect (resource, action, command, target, columns)
select distinct 'action_plan', action, 'update', 'action_plan', '{state,state_reason}'::text[]
from selaras.transition where subject = 'action_plan';
-- As the configuration says it, where the matrix knew plans before; an import says it anew.
insert into selaras.permission (role, resource, action, states)
select role, 'action_plan', action, string_to_array(states, ' ')
from (values
    ('coordinator lead', 'submit', 'draft returned'), ('coordinator lead', 'return', 'submitted'),
    ('coordinator lead leadership', 'start', 'approved'), ('coordinator lead leadership', 'evaluate', 'running'),
    ('leadership', 'agree', 'submitted'), ('leadership', 'approve', 'agreed'), ('leadership', 'close', 'evaluated'),
    ('leadership', 'return', 'submitted agreed approved running')) c (roles, action, states)
cross join unnest(string_to_array(c.roles, ' ')) role
where exists (select from selaras.permission where resource = 'action_plan' and action = 'update')
on conflict do nothing;

-- What there was ------------------------------------------------------------------------------------------------------

-- Place, minutes and participants of those meetings are not known, and nobody makes them up. Events at once: a table
-- with some outstanding is not altered.
set constraints all immediate;
update selaras.action_plan set meeting_on = agreed_on where agreed_on is not null;
alter table selaras.action_plan disable trigger plan_follows_its_transitions;
update selaras.action_plan set state = 'agreed' where agreed_on is not null;
alter table selaras.action_plan enable trigger plan_follows_its_transitions;
set constraints all deferred;
insert into selaras.plan_author (kabupaten_code, plan_id, author_id)
select distinct e.area_code, p.id, author
from selaras.event e
join selaras.action_plan p on p.kabupaten_code = e.area_code
    and p.id::text in (e.subject_id, coalesce(e.after, e.before) ->> 'plan_id')
cross join unnest(array[e.principal_id, e.account_id]) author
where author is not null and (e.subject in ('action_plan', 'plan_target') or e.subject = 'intervention'
    and e.action = 'insert');

select selaras.enforce_permissions();
