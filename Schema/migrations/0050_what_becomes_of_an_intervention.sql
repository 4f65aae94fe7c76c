-- What becomes of an intervention: its agency declines it, has money for it, begins, is held up, finishes; it is
-- cancelled, or carried over into another. Along the edges of the one table, by whom the matrix lets take them.

-- States --------------------------------------------------------------------------------------------------------------

alter table selaras.intervention
    -- null: not on record, as its state is older than this column
    add column state_changed_at timestamptz,
    -- null: nobody that is known; it is as it began
    add column state_by uuid
        constraint intervention_state_was_set_by_a_principal references selaras.principal on delete restrict,
    -- null where none is asked for
    add column state_reason text,
    -- null until it is done, cancelled or carried over
    add column ended_on date,
    -- null: it continues no other
    add column continues_id uuid,
    drop constraint intervention_state_is_known,
    drop constraint intervention_has_the_dates_of_its_state,
    add constraint intervention_state_is_known check (
        state in ('proposed', 'assigned', 'declined', 'accepted', 'budgeted', 'running', 'delayed', 'done', 'cancelled',
            'carried_over')),
    add constraint intervention_has_the_dates_of_its_state check (
        case
            when state = 'proposed' then num_nonnulls(assigned_on, accepted_on, ended_on) = 0
            when state in ('assigned', 'declined')
                then assigned_on is not null and num_nonnulls(accepted_on, ended_on) = 0
            when state in ('done', 'carried_over') then num_nonnulls(assigned_on, accepted_on, ended_on) = 3
            when state = 'cancelled' then ended_on is not null and (accepted_on is null or assigned_on is not null)
            when state in ('accepted', 'budgeted', 'running', 'delayed')
                then num_nonnulls(assigned_on, accepted_on) = 2 and ended_on is null
            else true
        end),
    add constraint intervention_reason_is_not_blank check (state_reason ~ '[^[:space:]]'),
    add constraint intervention_continues_one_of_its_kabupaten
        foreign key (kabupaten_code, continues_id) references selaras.intervention on delete restrict,
    add constraint intervention_does_not_continue_itself check (continues_id <> id),
    add constraint intervention_is_continued_once unique (kabupaten_code, continues_id);
alter table selaras.intervention alter column state_changed_at set default now();
comment on column selaras.intervention.state_by is
    'The principal that took the last edge. Personal data of account holders, kept.';
comment on column selaras.intervention.state_reason is
    'Why it was declined, delayed, cancelled or carried over. Personal data of anybody named, kept.';
comment on column selaras.intervention.ended_on is
    'The day on which it was done, cancelled or carried over; nothing is reported of the quarters after it.';
comment on column selaras.intervention.continues_id is
    'The intervention that was carried over into this one; its reports stay with it.';

insert into selaras.transition (subject, from_state, action, to_state, needs_reason)
select 'intervention', from_state, action, to_state, needs_reason
from (values
    ('assigned', 'decline', 'declined', true),
    ('declined', 'propose', 'proposed', false),
    ('accepted', 'budget', 'budgeted', false),
    ('accepted budgeted', 'start', 'running', false),
    ('running', 'finish', 'done', false),
    ('accepted budgeted running', 'delay', 'delayed', true),
    ('delayed', 'resume', 'running', false),
    ('proposed assigned declined accepted budgeted running delayed', 'cancel', 'cancelled', true),
    ('accepted budgeted running delayed', 'carry_over', 'carried_over', true)
) edge (from_states, action, to_state, needs_reason)
cross join unnest(string_to_array(from_states, ' ')) from_state;

create function selaras.is_committed(state text) returns boolean
    language sql immutable parallel safe
    return state not in ('declined', 'cancelled', 'carried_over');
comment on function selaras.is_committed is
    'Whether an intervention in this state is one that its plan counts on: it counts in totals of interventions and
budgets, and what it aims at is covered. What was spent counts in every state.';
grant execute on function selaras.is_committed to selaras_reader, selaras_public;

-- How a state changes -------------------------------------------------------------------------------------------------

create or replace function selaras.intervention_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    taken transition;
begin
    if (new.agency_code, new.catalogue_code, new.title, new.target_quantity, new.unit, new.starts_on, new.ends_on,
            new.note) is distinct from (old.agency_code, old.catalogue_code, old.title, old.target_quantity, old.unit,
            old.starts_on, old.ends_on, old.note) then
        perform expect_permission('intervention', '{update,import}', old.state, 'intervention', to_jsonb(old));
    end if;
    if old.state not in ('proposed', 'declined') and new.agency_code <> old.agency_code then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_agency_is_settled_by_assignment', message = 'the intervention is assigned';
    end if;
    if new.state = old.state then
        if (new.assigned_on, new.accepted_on, new.ended_on, new.state_changed_at, new.state_by, new.state_reason)
                is distinct from (old.assigned_on, old.accepted_on, old.ended_on, old.state_changed_at, old.state_by,
                old.state_reason) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_follows_its_transitions', message = 'dates change only with the state';
        end if;
        return new;
    end if;
    taken := expect_transition('intervention', to_jsonb(old), to_jsonb(new), new.state_reason);
    case taken.action
    when 'assign' then
        new.assigned_on := coalesce(new.assigned_on, today(new.kabupaten_code));
        if new.assigned_on > today(new.kabupaten_code) then
            raise exception using errcode = 'SL002', table = tg_table_name,
                constraint = 'intervention_is_not_assigned_in_the_future', message = 'assigned_on lies in the future';
        end if;
        -- A mistyped year would make reports due for centuries.
        if extract(year from new.assigned_on) < (
            select l.year - 1 from lokus l where l.kabupaten_code = new.kabupaten_code and l.id = new.lokus_id
        ) then
            raise exception using errcode = 'SL002', table = tg_table_name,
                constraint = 'intervention_is_not_assigned_before_its_programme',
                message = 'assigned_on lies before the programme year';
        end if;
    when 'accept' then
        new.accepted_on := today(new.kabupaten_code);
    when 'decline' then
        if exists (
            select from progress_report r
            where r.kabupaten_code = new.kabupaten_code and r.intervention_id = new.id
        ) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_is_declined_before_it_is_reported', message = 'there are reports on it';
        end if;
    when 'propose' then
        new.assigned_on := null;
    when 'budget' then
        if not exists (
            select from intervention_funding f
            where f.kabupaten_code = new.kabupaten_code and f.intervention_id = new.id
        ) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_is_budgeted_with_funding', message = 'it has no funding';
        end if;
    when 'finish' then
        if not exists (
            select from progress_report r
            where r.kabupaten_code = new.kabupaten_code and r.intervention_id = new.id and not r.nil
        ) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_is_finished_with_a_report', message = 'nothing was reported of it';
        end if;
    when 'carry_over' then
        if not exists (
            select from intervention n
            where n.kabupaten_code = new.kabupaten_code and n.continues_id = new.id
        ) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_is_carried_over_into_another', message = 'no intervention continues it';
        end if;
    else null;
    end case;
    new.state_changed_at := now();
    new.state_by := nullif(current_setting('selaras.principal', true), '')::uuid;
    new.state_reason := case when taken.needs_reason then new.state_reason end;
    new.ended_on := case when new.state in ('done', 'cancelled', 'carried_over') then today(new.kabupaten_code) end;
    return new;
end
$$;

create function selaras.report_is_of_what_was_taken_on() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    subject intervention;
begin
    select i.* into subject from intervention i
    where i.kabupaten_code = new.kabupaten_code and i.id = new.intervention_id;
    if subject.state = 'declined' then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'report_is_of_what_was_not_declined', message = 'the agency declined it';
    elsif new.budget_year * 4 + new.quarter
            > extract(year from subject.ended_on) * 4 + extract(quarter from subject.ended_on) then
        raise exception using errcode = 'SL002', table = tg_table_name, constraint = 'report_is_not_after_the_end',
            message = 'the intervention had ended';
    end if;
    return new;
end
$$;
comment on function selaras.report_is_of_what_was_taken_on is
    'Nothing is reported of what was declined, nor of quarters after an intervention ended; late reports of earlier
quarters and corrections are taken.';
create trigger report_is_of_what_was_taken_on before insert on selaras.progress_report
    for each row execute function selaras.report_is_of_what_was_taken_on();

-- Who -----------------------------------------------------------------------------------------------------------------

alter table selaras.permission_narrowing add column open_plan text;
comment on column selaras.permission_narrowing.open_plan is
    'Of a plan that was not approved yet, or is returned: until then it is its writers'' to change.';
update selaras.permission_narrowing
set open_plan = 'plan_state(kabupaten_code, plan_id) in (''draft'', ''submitted'', ''agreed'', ''returned'')'
where relation = 'intervention';

insert into selaras.permission_effect (resource, action, command, target, columns)
select distinct 'intervention', action, 'update', 'intervention', '{state,state_reason}'::text[]
from selaras.transition where subject = 'intervention' and action not in ('assign', 'accept');
insert into selaras.permission_effect (resource, action, command, target, columns)
select 'intervention', 'carry_over', command, target,
    case target when 'intervention' then columns || '{continues_id}'::text[] else columns end
from selaras.permission_effect
where resource = 'intervention' and action = 'create' and command = 'insert';
-- As the configuration says it, where the matrix knew interventions before; an import says it anew.
insert into selaras.permission (role, resource, action, states, conditions)
select role, 'intervention', action, string_to_array(coalesce(states, ''), ' '),
    case when condition is null then '{}' else array[condition] end
from (values
    ('coordinator lead', 'decline', 'assigned', null),
    ('agency provincial_agency', 'decline', 'assigned', 'own_agency'),
    ('coordinator lead', 'propose', 'declined', null),
    ('coordinator lead', 'budget', 'accepted', null),
    ('agency provincial_agency', 'budget', 'accepted', 'own_agency'),
    ('coordinator lead', 'start', 'accepted budgeted', null),
    ('agency provincial_agency', 'start', 'accepted budgeted', 'own_agency'),
    ('coordinator lead', 'finish', 'running', null),
    ('agency provincial_agency', 'finish', 'running', 'own_agency'),
    ('coordinator lead', 'delay', 'accepted budgeted running', null),
    ('agency provincial_agency', 'delay', 'accepted budgeted running', 'own_agency'),
    ('coordinator lead', 'resume', 'delayed', null),
    ('agency provincial_agency', 'resume', 'delayed', 'own_agency'),
    ('coordinator lead', 'cancel', null, 'open_plan'),
    ('leadership', 'cancel', null, null),
    ('coordinator lead', 'carry_over', 'accepted budgeted running delayed', null)) c (roles, action, states, condition)
cross join unnest(string_to_array(c.roles, ' ')) role
where exists (select from selaras.permission where resource = 'intervention' and action = 'accept')
on conflict do nothing;

select selaras.enforce_permissions();
