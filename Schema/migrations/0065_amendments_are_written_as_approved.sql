-- How an amendment comes about, and that what is written into an approved plan is what somebody approved.

create function selaras.is_being_amended(of_kabupaten text, plan uuid) returns boolean
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select exists (select from plan_amendment a where a.kabupaten_code = of_kabupaten and a.plan_id = plan
        and a.applied_in = pg_current_xact_id_if_assigned())
$$;
comment on function selaras.is_being_amended is 'Whether this transaction writes an amendment into the plan, or tries to.';

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
        if is_being_amended(plan.kabupaten_code, plan.id) then
            -- Its writers are those of the amendment, and not who approves it.
            perform note_plan_content(plan.kabupaten_code, plan.id);
            return coalesce(new, old);
        end if;
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
    'What was approved is what is carried out: only an approved amendment changes it. Keeps who writes, and gives the
plan another version.';

create or replace function selaras.expect_transition(of_subject text, before jsonb, after jsonb, reason text)
    returns selaras.transition
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    edge transition;
    name text := case of_subject when 'action_plan' then 'plan' when 'progress_report' then 'report'
        when 'plan_amendment' then 'amendment' else of_subject end;
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
comment on table selaras.transition is
    'The only edges along which the state of a plan, an amendment, an intervention or a report moves; who may take them
is in the matrix.';

-- An amendment --------------------------------------------------------------------------------------------------------

create function selaras.amendment_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    taken transition;
begin
    if new.state = old.state then
        if (new.state_changed_at, new.state_by, new.state_reason) is distinct from (old.state_changed_at, old.state_by,
                old.state_reason) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'amendment_follows_its_transitions', message = 'what a state says changes only with it';
        elsif new.applied_in is distinct from old.applied_in then
            return new;
        elsif old.state not in ('draft', 'returned') then
            raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'amendment_is_open',
                message = 'the amendment is ' || old.state;
        end if;
        perform expect_permission('plan_amendment', '{update}', old.state, 'plan_amendment', to_jsonb(old));
        return new;
    elsif new.reason <> old.reason then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'amendment_follows_its_transitions', message = 'the reason stands with the state';
    end if;
    taken := expect_transition('plan_amendment', to_jsonb(old), to_jsonb(new), new.state_reason);
    new.state_changed_at := now();
    new.state_by := nullif(current_setting('selaras.principal', true), '')::uuid;
    new.state_reason := case when taken.needs_reason then new.state_reason end;
    return new;
end
$$;
comment on function selaras.amendment_follows_its_transitions is
    'Lets a state change only along an edge of the transition table, and the text only while it is open.';
create trigger amendment_follows_its_transitions before update on selaras.plan_amendment
    for each row execute function selaras.amendment_follows_its_transitions();

create function selaras.amendment_is_of_an_approved_plan() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    plan action_plan;
begin
    -- Two that are approved at once come one after the other.
    select p.* into plan from action_plan p where p.kabupaten_code = new.kabupaten_code and p.id = new.plan_id
    for no key update;
    if plan.state not in ('approved', 'running') then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'amendment_is_of_an_approved_plan', message = 'the plan is ' || plan.state;
    elsif new.state in ('submitted', 'approved') and not exists (
        select from amendment_line x where x.kabupaten_code = new.kabupaten_code and x.amendment_id = new.id
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'amendment_changes_something',
            message = 'the amendment has no line';
    end if;
    if new.state = 'approved' then
        new.number := 1 + coalesce((select max(a.number) from plan_amendment a
            where a.kabupaten_code = new.kabupaten_code and a.plan_id = new.plan_id), 0);
        new.applied_in := pg_current_xact_id();
    elsif plan.id is not null then
        perform note_plan_author(plan.kabupaten_code, plan.id);
    end if;
    return new;
end
$$;
comment on function selaras.amendment_is_of_an_approved_plan is
    'A plan that nobody approved is written itself. Numbers amendments as they are approved, and keeps who writes them.';
create trigger amendment_is_of_an_approved_plan before insert on selaras.plan_amendment
    for each row execute function selaras.amendment_is_of_an_approved_plan();
create trigger amendment_stays_of_an_approved_plan before update on selaras.plan_amendment
    for each row when (new.state in ('draft', 'submitted', 'approved', 'returned')
        and new.applied_in is not distinct from old.applied_in
        and not (new.state = 'returned' and old.state = 'submitted'))
    execute function selaras.amendment_is_of_an_approved_plan();

create function selaras.amendment_is_open() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    written amendment_line := coalesce(new, old);
    amendment plan_amendment;
    about intervention;
begin
    select a.* into amendment from plan_amendment a
    where a.kabupaten_code = written.kabupaten_code and a.id = written.amendment_id for no key update;
    -- Without one a reference will say so.
    if amendment.state not in ('draft', 'returned') then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'amendment_is_open',
            message = 'the amendment is ' || amendment.state;
    elsif tg_op = 'DELETE' then
        return old;
    end if;
    if new.intervention_id is not null then
        select i.* into about from intervention i
        where i.kabupaten_code = new.kabupaten_code and i.id = new.intervention_id and i.plan_id = amendment.plan_id;
        if about.id is null then
            raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'amendment_line_is_of_its_plan',
                message = 'the plan has no such intervention';
        elsif about.state in ('cancelled', 'carried_over', 'done') then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'amendment_changes_what_goes_on', message = about.reference || ' is ' || about.state;
        end if;
        new.reference := about.reference;
        new.before := terms_of(about);
    end if;
    return new;
end
$$;
comment on function selaras.amendment_is_open is
    'A line is written while its amendment is, and says how the intervention is at that moment.';
create trigger amendment_is_open before insert or delete on selaras.amendment_line
    for each row execute function selaras.amendment_is_open();

-- Into the plan -------------------------------------------------------------------------------------------------------

create function selaras.try_amendment(wanted uuid) returns void
    language sql volatile security definer set search_path = selaras, pg_temp
as $$
    update plan_amendment a set applied_in = pg_current_xact_id()
    where a.id = wanted and a.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
$$;
comment on function selaras.try_amendment is
    'Opens the plan to an amendment that nobody has approved, so that it is known whether it can be written. What is
written then cannot be committed (amendment_is_written_as_approved).';

create function selaras.amendment_is_written_as_approved() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    unwritten text;
begin
    -- As it is at the end of the transaction, whatever it was when this was noted.
    if not exists (select from plan_amendment a
        where a.kabupaten_code = new.kabupaten_code and a.id = new.id and a.state = 'approved') then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'amendment_is_written_as_approved', message = 'nobody has approved it';
    end if;
    select x.reference into unwritten
    from amendment_line x
    left join intervention i on i.kabupaten_code = x.kabupaten_code and i.plan_id = new.plan_id
        and i.reference = x.reference
    where x.kabupaten_code = new.kabupaten_code and x.amendment_id = new.id
        and case x.kind when 'cancel' then i.state is distinct from 'cancelled'
            when 'add' then i.id is null or to_jsonb(terms_of(i)) <> to_jsonb(x.after)
            else exists (
                select from jsonb_each(to_jsonb(x.after)) wanted
                where wanted.value <> to_jsonb(x.before) -> wanted.key
                    and wanted.value <> to_jsonb(terms_of(i)) -> wanted.key) end
    limit 1;
    if found then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'amendment_is_written_as_approved', message = unwritten || ' is not as approved';
    end if;
    return null;
end
$$;
comment on function selaras.amendment_is_written_as_approved is
    'What an amendment says is in the plan when its approval is committed, and nothing is without an approval.';
create constraint trigger amendment_is_written_as_approved after update on selaras.plan_amendment
    deferrable initially deferred for each row when (new.applied_in is distinct from old.applied_in)
    execute function selaras.amendment_is_written_as_approved();

create or replace function selaras.past_names(kind text) returns text[]
    language sql immutable security invoker set search_path = selaras, pg_temp
as $$
    -- Those that others refer to come first, in tables and in conditions alike.
    select case kind
        when 'tables' then array['lokus', 'survey_round', 'survey_import', 'action_plan', 'intervention',
            'intervention_indicator', 'intervention_funding', 'plan_target', 'progress_report', 'published_figure',
            'indicator_result', 'dimension_result', 'round_evidence', 'pair_evidence', 'budget_line', 'budget_share',
            'plan_amendment', 'amendment_line']
        when 'views' then array['progress_statement', 'reported_progress', 'latest_progress', 'latest_statement',
            'intervention_year']
        when 'functions' then array['report_obligation'] end
$$;
select selaras.enforce_permissions();
select selaras.remake_past();
