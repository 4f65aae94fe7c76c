-- A plan is submitted, agreed in a meeting, approved, carried out, evaluated and closed: along edges of one table, by
-- whom the matrix lets take them, and what others than its writers have to decide is decided by others.

-- Edges ---------------------------------------------------------------------------------------------------------------

drop trigger intervention_follows_its_transitions on selaras.intervention;
drop function selaras.intervention_follows_its_transitions;
drop table selaras.intervention_transition;

create table selaras.transition (
    subject text not null,
    from_state text not null,
    action text not null,
    to_state text not null,
    needs_reason boolean not null default false,
    by_another boolean not null default false,
    primary key (subject, from_state, action),
    constraint transition_leads_to_one_state unique (subject, from_state, to_state),
    constraint transition_is_of_a_subject_with_states check (subject in ('action_plan', 'intervention'))
);
comment on table selaras.transition is
    'The only edges along which the state of a plan or an intervention moves; who may take them is in the matrix.';
comment on column selaras.transition.needs_reason is 'Whether whoever takes it has to say why.';
comment on column selaras.transition.by_another is
    'Whether it is for somebody who neither wrote the plan nor submitted it, whatever the matrix says.';
insert into selaras.transition (subject, from_state, action, to_state, needs_reason, by_another) values
    ('intervention', 'proposed', 'assign', 'assigned', false, false),
    ('intervention', 'assigned', 'accept', 'accepted', false, false),
    ('action_plan', 'draft', 'submit', 'submitted', false, false),
    ('action_plan', 'returned', 'submit', 'submitted', false, false),
    ('action_plan', 'submitted', 'agree', 'agreed', false, true),
    ('action_plan', 'agreed', 'approve', 'approved', false, true),
    ('action_plan', 'approved', 'start', 'running', false, false),
    ('action_plan', 'running', 'evaluate', 'evaluated', false, false),
    ('action_plan', 'evaluated', 'close', 'closed', false, true),
    ('action_plan', 'submitted', 'return', 'returned', true, false),
    ('action_plan', 'agreed', 'return', 'returned', true, false),
    ('action_plan', 'approved', 'return', 'returned', true, false),
    ('action_plan', 'running', 'return', 'returned', true, false);
alter table selaras.transition enable row level security;
alter table selaras.transition force row level security;
create policy owner_maintains on selaras.transition to selaras_owner using (true) with check (true);
create policy everyone_signed_in_reads on selaras.transition for select to selaras_reader using (true);
grant select on selaras.transition to selaras_reader;

-- What a plan tells of itself -----------------------------------------------------------------------------------------

alter table selaras.action_plan
    add column state text not null default 'draft',
    add column state_changed_at timestamptz not null default now(),
    -- null: nobody that is known; it is as it began, or as the migration found it
    add column state_by uuid
        constraint plan_state_was_set_by_a_principal references selaras.principal on delete restrict,
    -- null where none is asked for
    add column state_reason text,
    -- null in these: not on record
    add column meeting_on date,
    add column meeting_place text,
    add column meeting_minutes text,
    add column meeting_participants text[] not null default '{}',
    add constraint plan_state_is_known check (
        state in ('draft', 'submitted', 'agreed', 'approved', 'running', 'evaluated', 'closed', 'returned')),
    add constraint plan_has_the_day_of_its_agreement check (
        state in ('draft', 'submitted', 'returned') or agreed_on is not null),
    add constraint plan_reason_is_not_blank check (state_reason ~ '[^[:space:]]'),
    add constraint plan_meeting_is_of_this_century check (meeting_on >= '2000-01-01' and meeting_on < '2101-01-01'),
    add constraint plan_meeting_place_is_not_blank check (meeting_place ~ '[^[:space:]]'),
    add constraint plan_meeting_minutes_are_not_blank check (meeting_minutes ~ '[^[:space:]]');
comment on column selaras.action_plan.agreed_on is
    'The day of the meeting that agreed it first; reports are due from then on.';
comment on column selaras.action_plan.state_by is
    'The principal that took the last edge. Personal data of account holders, kept.';
comment on column selaras.action_plan.state_reason is
    'Why it was returned. Personal data of anybody named, kept.';
comment on column selaras.action_plan.meeting_minutes is
    'Minutes of the meeting (rakor), or where they lie. Personal data of anybody named, kept.';
comment on column selaras.action_plan.meeting_participants is
    'Offices and persons that took part in the meeting. Personal data of anybody named, kept.';

create table selaras.plan_author (
    kabupaten_code text not null,
    plan_id uuid not null,
    author_id uuid not null,
    primary key (kabupaten_code, plan_id, author_id),
    constraint author_is_of_a_plan
        foreign key (kabupaten_code, plan_id) references selaras.action_plan on delete restrict
);
comment on table selaras.plan_author is
    'Who wrote something of a plan or submitted it: principals and the accounts behind them. Others decide on it.';
comment on column selaras.plan_author.author_id is
    'A principal or an account. Personal data of account holders, kept.';
alter table selaras.plan_author enable row level security;
alter table selaras.plan_author force row level security;
create policy owner_maintains on selaras.plan_author to selaras_owner using (true) with check (true);
create trigger plan_author_is_not_emptied before truncate on selaras.plan_author
    for each statement execute function selaras.refuse_change();

create function selaras.acting_ids() returns uuid[]
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select coalesce(array_agg(distinct id), '{}') from (
        select nullif(current_setting('selaras.principal', true), '')::uuid
        union all select nullif(current_setting('selaras.account', true), '')::uuid
        union all select p.account_id from principal p
            where p.id = nullif(current_setting('selaras.principal', true), '')::uuid
    ) who (id) where id is not null
$$;
comment on function selaras.acting_ids is
    'The principal that acts and the person behind it, as far as there is one: two roles of one person are one.';

create function selaras.is_own_work(of_kabupaten text, plan uuid) returns boolean
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    -- Nobody that is known may be the one who wrote it.
    select acting_ids() = '{}' or exists (select from plan_author a
        where a.kabupaten_code = of_kabupaten and a.plan_id = plan and a.author_id = any (acting_ids()))
$$;
comment on function selaras.is_own_work is 'Whether the caller wrote something of the plan, or submitted it.';
grant execute on function selaras.is_own_work to selaras_reader;

create function selaras.plan_state(of_kabupaten text, plan uuid) returns text
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select p.state from action_plan p
    where p.kabupaten_code = of_kabupaten and p.id = plan
        and p.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
$$;
comment on function selaras.plan_state is
    'The state of a plan in the areas of the caller: what may be done with an intervention depends on it, whoever may
read the plan.';
grant execute on function selaras.plan_state to selaras_reader;

-- How a state changes -------------------------------------------------------------------------------------------------

create function selaras.expect_transition(of_subject text, before jsonb, after jsonb, reason text)
    returns selaras.transition
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    edge transition;
    plan uuid := coalesce(before ->> 'plan_id', before ->> 'id');
begin
    select t.* into edge from transition t
    where t.subject = of_subject and t.from_state = before ->> 'state' and t.to_state = after ->> 'state';
    if not found then
        raise exception using errcode = 'SL001', table = of_subject,
            constraint = case of_subject when 'action_plan' then 'plan' else of_subject end
                || '_follows_its_transitions',
            message = format('%s does not become %s', before ->> 'state', after ->> 'state');
    end if;
    perform expect_permission(of_subject, array[edge.action], before ->> 'state', of_subject, before);
    if edge.by_another and is_own_work(before ->> 'kabupaten_code', plan) then
        raise exception using errcode = 'SL403', table = of_subject, constraint = 'plan_is_decided_by_another',
            message = 'the caller wrote or submitted it';
    end if;
    if edge.needs_reason and coalesce(reason, '') !~ '[^[:space:]]' then
        raise exception using errcode = 'SL002', table = of_subject, constraint = 'transition_gives_its_reason',
            message = edge.action || ' without a reason';
    end if;
    return edge;
end
$$;
comment on function selaras.expect_transition is
    'The edge between two states of a subject; fails where there is none, where it is not the caller''s to take, where
another person has to, and where the reason that it asks for is missing.';
grant execute on function selaras.expect_transition to selaras_reader;

create function selaras.intervention_follows_its_transitions() returns trigger
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
    if old.state <> 'proposed' and new.agency_code <> old.agency_code then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_agency_is_settled_by_assignment', message = 'the intervention is assigned';
    end if;
    if new.state = old.state then
        if (new.assigned_on, new.accepted_on) is distinct from (old.assigned_on, old.accepted_on) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_follows_its_transitions', message = 'dates change only with the state';
        end if;
        return new;
    end if;
    taken := expect_transition('intervention', to_jsonb(old), to_jsonb(new), null);
    if taken.action = 'assign' then
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
    elsif taken.action = 'accept' then
        new.accepted_on := today(new.kabupaten_code);
    end if;
    return new;
end
$$;
comment on function selaras.intervention_follows_its_transitions is
    'Lets a state change only along an edge of the transition table, by whom the matrix lets take it, and dates it.';
create trigger intervention_follows_its_transitions before update on selaras.intervention
    for each row execute function selaras.intervention_follows_its_transitions();

create function selaras.plan_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    taken transition;
begin
    if (new.title, new.target_ikk, new.meeting_on, new.meeting_place, new.meeting_minutes, new.meeting_participants)
            is distinct from (old.title, old.target_ikk, old.meeting_on, old.meeting_place, old.meeting_minutes,
            old.meeting_participants) then
        perform expect_permission('action_plan', '{update}', old.state, 'action_plan', to_jsonb(old));
    end if;
    if new.state = old.state then
        if (new.agreed_on, new.state_changed_at, new.state_by, new.state_reason) is distinct from (old.agreed_on,
                old.state_changed_at, old.state_by, old.state_reason) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'plan_follows_its_transitions', message = 'what a state says changes only with it';
        end if;
        return new;
    end if;
    taken := expect_transition('action_plan', to_jsonb(old), to_jsonb(new), new.state_reason);
    if taken.action = 'submit' and not exists (
        select from intervention i where i.kabupaten_code = old.kabupaten_code and i.plan_id = old.id
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'plan_is_submitted_with_interventions', message = 'the plan has no intervention';
    elsif taken.action in ('agree', 'approve') then
        -- Looked at twice: until it is approved the record may still be corrected.
        if new.meeting_on is null or new.meeting_place is null or new.meeting_minutes is null
                or cardinality(new.meeting_participants) = 0 then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'plan_is_agreed_in_a_meeting', message = 'the meeting is not on record';
        elsif new.meeting_on > today(new.kabupaten_code) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'plan_is_agreed_when_its_meeting_was_held', message = 'the meeting lies in the future';
        end if;
        -- The first day stands: a plan that comes back does not move what is due.
        if taken.action = 'agree' then new.agreed_on := coalesce(old.agreed_on, new.meeting_on); end if;
    end if;
    new.state_changed_at := now();
    new.state_by := nullif(current_setting('selaras.principal', true), '')::uuid;
    new.state_reason := case when taken.needs_reason then new.state_reason end;
    return new;
end
$$;
comment on function selaras.plan_follows_its_transitions is
    'Lets a state change only along an edge of the transition table, under its conditions and with its effects.';
create trigger plan_follows_its_transitions before update on selaras.action_plan
    for each row execute function selaras.plan_follows_its_transitions();
