-- What an agency reported counts once somebody else has verified it; until then it stands beside what counts.

-- Edges ---------------------------------------------------------------------------------------------------------------

alter table selaras.transition
    drop constraint transition_is_of_a_subject_with_states,
    add constraint transition_is_of_a_subject_with_states check (
        subject in ('action_plan', 'intervention', 'progress_report'));
comment on table selaras.transition is
    'The only edges along which the state of a plan, an intervention or a report moves; who may take them is in the
matrix.';
comment on column selaras.transition.by_another is
    'Whether it is for somebody who neither wrote the plan or the report nor submitted it, whatever the matrix says.';
insert into selaras.transition (subject, from_state, action, to_state, needs_reason, by_another) values
    ('progress_report', 'draft', 'submit', 'submitted', false, false),
    ('progress_report', 'returned', 'submit', 'submitted', false, false),
    ('progress_report', 'submitted', 'verify', 'verified', false, true),
    ('progress_report', 'submitted', 'return', 'returned', true, false),
    ('progress_report', 'verified', 'return', 'returned', true, false);

-- What a report tells of itself ---------------------------------------------------------------------------------------

alter table selaras.progress_report
    -- What there was before counts as it was said.
    add column state text not null default 'verified',
    -- null: it is older than this column, and nobody has touched it since
    add column state_changed_at timestamptz,
    -- null: nobody that is known
    add column state_by uuid
        constraint report_state_was_set_by_a_principal references selaras.principal on delete restrict,
    -- null where none is asked for
    add column state_reason text,
    add column written_by uuid[] not null default '{}',
    -- null: no figures of it count
    add column verified_nil boolean,
    -- null in these: it counts as a nil report, or not at all
    add column verified_physical_percent numeric(5, 2),
    add column verified_quantity numeric(14, 2),
    add column verified_spent_idr bigint,
    add constraint report_state_is_known check (state in ('draft', 'submitted', 'verified', 'returned')),
    add constraint report_reason_is_not_blank check (state_reason ~ '[^[:space:]]'),
    add constraint report_counts_with_figures_or_as_nil check (
        num_nonnulls(verified_physical_percent, verified_quantity, verified_spent_idr)
            = case when verified_nil then 0 when not verified_nil then 3 else 0 end);
alter table selaras.progress_report
    alter column state set default 'submitted',
    alter column state_changed_at set default now();
comment on column selaras.progress_report.state_by is
    'The principal that took the last edge. Personal data of account holders, kept.';
comment on column selaras.progress_report.state_reason is
    'Why it was sent back. Personal data of anybody named, kept.';
comment on column selaras.progress_report.written_by is
    'Who wrote or submitted some of it; others verify it. Personal data of account holders, kept.';
comment on column selaras.progress_report.verified_nil is
    'With the three after it, what was verified last, which counts until another is verified or it is sent back.';

-- How a state changes -------------------------------------------------------------------------------------------------

create or replace function selaras.expect_transition(of_subject text, before jsonb, after jsonb, reason text)
    returns selaras.transition
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    edge transition;
    name text := case of_subject
        when 'action_plan' then 'plan' when 'progress_report' then 'report' else of_subject end;
    is_own boolean;
begin
    select t.* into edge from transition t
    where t.subject = of_subject and t.from_state = before ->> 'state' and t.to_state = after ->> 'state';
    if not found then
        raise exception using errcode = 'SL001', table = of_subject, constraint = name || '_follows_its_transitions',
            message = format('%s does not become %s', before ->> 'state', after ->> 'state');
    end if;
    perform expect_permission(of_subject, array[edge.action], before ->> 'state', of_subject, before);
    if edge.by_another then
        is_own := case of_subject
            when 'progress_report'
                then is_own_report(array(select jsonb_array_elements_text(before -> 'written_by'))::uuid[])
            else is_own_work(before ->> 'kabupaten_code', coalesce(before ->> 'plan_id', before ->> 'id')::uuid) end;
        if is_own then
            raise exception using errcode = 'SL403', table = of_subject, constraint = name || '_is_decided_by_another',
                message = 'the caller wrote or submitted it';
        end if;
    end if;
    if edge.needs_reason and coalesce(reason, '') !~ '[^[:space:]]' then
        raise exception using errcode = 'SL002', table = of_subject, constraint = 'transition_gives_its_reason',
            message = edge.action || ' without a reason';
    end if;
    return edge;
end
$$;

create function selaras.is_own_report(written_by uuid[]) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    -- Nobody that is known may be the one who wrote it.
    select acting_ids() = '{}' or acting_ids() && written_by
$$;
comment on function selaras.is_own_report is 'Whether the caller is among those who wrote or submitted a report.';
grant execute on function selaras.is_own_report, selaras.acting_ids to selaras_reader;

create function selaras.report_begins_unverified() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if new.state not in ('draft', 'submitted') then
        raise exception using errcode = 'SL002', table = tg_table_name, constraint = 'report_begins_unverified',
            message = 'a report begins as a draft or submitted';
    end if;
    new.state_by := nullif(current_setting('selaras.principal', true), '')::uuid;
    new.written_by := acting_ids();
    return new;
end
$$;
comment on function selaras.report_begins_unverified is 'Nobody verifies what they write.';
create trigger report_begins_unverified before insert on selaras.progress_report
    for each row execute function selaras.report_begins_unverified();

create function selaras.report_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    caller uuid := nullif(current_setting('selaras.principal', true), '')::uuid;
    taken transition;
    is_rewritten boolean := (new.nil, new.physical_percent, new.quantity, new.spent_idr, new.obstacles, new.follow_up)
        is distinct from (old.nil, old.physical_percent, old.quantity, old.spent_idr, old.obstacles, old.follow_up);
begin
    if (new.written_by, new.verified_nil, new.verified_physical_percent, new.verified_quantity, new.verified_spent_idr)
            is distinct from (old.written_by, old.verified_nil, old.verified_physical_percent, old.verified_quantity,
            old.verified_spent_idr) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'report_counts_what_was_verified',
            message = 'what counts is written by verifying it';
    end if;
    if old.state_changed_at is null then
        -- What counted before there were states counts until another is verified.
        new.verified_nil := old.nil;
        new.verified_physical_percent := old.physical_percent;
        new.verified_quantity := old.quantity;
        new.verified_spent_idr := old.spent_idr;
        new.written_by := array[old.reported_by]
            || array(select p.account_id from principal p where p.id = old.reported_by and p.account_id is not null);
        new.state_changed_at := old.created_at;
    elsif new.state = old.state and (new.state_changed_at, new.state_by, new.state_reason)
            is distinct from (old.state_changed_at, old.state_by, old.state_reason) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'report_follows_its_transitions',
            message = 'what a state says changes only with it';
    end if;
    if is_rewritten then
        perform expect_permission('progress_report', '{update}', old.state, 'progress_report', to_jsonb(old));
        new.written_by := array(select distinct unnest(new.written_by || acting_ids()) order by 1);
        new.reported_by := coalesce(caller, new.reported_by);
        if new.state <> old.state then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'report_follows_its_transitions', message = 'one at a time';
        elsif old.state in ('verified', 'returned') then
            -- Whoever verifies looks at it again; what was verified counts until then.
            new.state := 'submitted';
            new.state_changed_at := now();
            new.state_by := caller;
            new.state_reason := null;
        end if;
        return new;
    end if;
    new.reported_by := old.reported_by;
    if new.state = old.state then return new; end if;
    taken := expect_transition('progress_report', to_jsonb(new) || jsonb_build_object('state', old.state),
        to_jsonb(new), new.state_reason);
    if taken.action = 'submit' then
        new.written_by := array(select distinct unnest(new.written_by || acting_ids()) order by 1);
    elsif taken.action = 'verify' then
        new.verified_nil := new.nil;
        new.verified_physical_percent := new.physical_percent;
        new.verified_quantity := new.quantity;
        new.verified_spent_idr := new.spent_idr;
    elsif old.state = 'verified' then
        new.verified_nil := null;
        new.verified_physical_percent := null;
        new.verified_quantity := null;
        new.verified_spent_idr := null;
    end if;
    new.state_changed_at := now();
    new.state_by := caller;
    new.state_reason := case when taken.needs_reason then new.state_reason end;
    return new;
end
$$;
comment on function selaras.report_follows_its_transitions is
    'Lets the state of a report change only along an edge of the transition table, by whom the matrix lets take it;
keeps what was verified, and who wrote. What is corrected after it was verified or sent back is submitted by that.';
create trigger report_follows_its_transitions before update on selaras.progress_report
    for each row execute function selaras.report_follows_its_transitions();

-- Who -----------------------------------------------------------------------------------------------------------------

-- Whoever writes is named by the trigger; whoever verifies writes nothing.
drop policy reports_name_their_caller on selaras.progress_report;
create policy reports_name_their_caller on selaras.progress_report as restrictive for insert to selaras_reader
    with check (reported_by = nullif(current_setting('selaras.principal', true), '')::uuid);

update selaras.permission_effect set columns = array_remove(columns, 'reported_by')
where resource = 'progress_report' and action = 'update' and target = 'progress_report';
update selaras.permission_effect set columns = columns || '{state}'::text[]
where resource = 'progress_report' and action = 'create' and command = 'insert' and target = 'progress_report';
-- How far interventions got, and whether it counts.
update selaras.permission_effect
set columns = columns || '{state,state_changed_at,verified_nil,verified_physical_percent,verified_quantity,'
    'verified_spent_idr}'::text[]
where resource = 'intervention' and action = 'read' and target = 'progress_report';
insert into selaras.permission_effect (resource, action, command, target, columns)
select distinct 'progress_report', action, 'update', 'progress_report', '{state,state_reason}'::text[]
from selaras.transition where subject = 'progress_report';
-- As the configuration says it, where the matrix knew reports before; an import says it anew.
insert into selaras.permission (role, resource, action, states, conditions)
select role, 'progress_report', action, string_to_array(states, ' '),
    case when condition is null then '{}' else array[condition] end
from (values
    ('coordinator lead', 'submit', 'draft returned', null),
    ('agency reporter provincial_agency', 'submit', 'draft returned', 'own_agency'),
    ('coordinator lead', 'verify', 'submitted', null),
    ('coordinator lead', 'return', 'submitted verified', null)) c (roles, action, states, condition)
cross join unnest(string_to_array(c.roles, ' ')) role
where exists (select from selaras.permission where resource = 'progress_report' and action = 'update')
on conflict do nothing;
select selaras.enforce_permissions();
