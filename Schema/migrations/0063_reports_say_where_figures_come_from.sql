-- A report may say where its figures come from: which file, which row of it, and by which rule a sum was divided.

alter table selaras.progress_report add column basis text not null default '';
comment on column selaras.progress_report.basis is
    'Where the figures come from, in words; empty where nobody said. Personal data of anybody named, kept.';

update selaras.permission_effect set columns = columns || '{basis}'::text[]
where resource = 'progress_report' and action in ('create', 'update') and target = 'progress_report'
    and 'follow_up' = any (columns);

create or replace function selaras.report_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    caller uuid := nullif(current_setting('selaras.principal', true), '')::uuid;
    taken transition;
    is_rewritten boolean;
begin
    -- Money that somebody writes over does not come from where the amount before it did.
    if (new.nil, new.spent_idr) is distinct from (old.nil, old.spent_idr) and new.basis = old.basis then
        new.basis := '';
    end if;
    is_rewritten := (new.nil, new.physical_percent, new.quantity, new.spent_idr, new.obstacles, new.follow_up, new.basis)
        is distinct from (old.nil, old.physical_percent, old.quantity, old.spent_idr, old.obstacles, old.follow_up,
            old.basis);
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

-- What somebody is shown of themselves has it too.
create or replace function selaras.data_of_account(wanted uuid) returns json
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    with own as (select p.id from principal p where p.account_id = wanted)
    select json_build_object(
        'account', (select to_json(a) from account a where a.id = wanted),
        'roles', (select coalesce(json_agg(p order by p.created_at, p.id), '[]') from principal p
            where p.account_id = wanted),
        'passwords', (select coalesce(json_agg(json_build_object('set_at', w.set_at, 'replaced_at', w.replaced_at)
            order by w.set_at), '[]') from password w where w.account_id = wanted),
        'second_factor', (select json_build_object('enrolled_at', f.enrolled_at, 'confirmed_at', f.confirmed_at,
            'codes_left', f.codes_left) from second_factor f where f.account_id = wanted),
        'invitations', (select coalesce(json_agg(to_jsonb(i) - 'code_hash' order by i.created_at, i.id), '[]')
            from invitation i where i.account_id = wanted),
        -- For whom is theirs, and not this one's.
        'invitations_made', (select coalesce(json_agg(to_jsonb(i) - 'code_hash' - 'account_id'
            order by i.created_at, i.id), '[]') from invitation i where i.invited_by in (select id from own)),
        -- Whom they let in, kept out or gave an address; whose those are is not told.
        'accounts_looked_after', (select json_build_object(
            'vouched_for', count(*) filter (where a.vouched_by in (select id from own)),
            'disabled', count(*) filter (where a.disabled_by in (select id from own)),
            'addressed', count(*) filter (where a.addressed_by in (select id from own))) from account a),
        'sessions', (select coalesce(json_agg(to_jsonb(t) - 'hash' order by t.created_at, t.id), '[]') from token t
            where t.account_id = wanted or t.principal_id in (select id from own)),
        'reports', (select coalesce(json_agg(json_build_object('id', r.id, 'intervention_id', r.intervention_id,
            'budget_year', r.budget_year, 'quarter', r.quarter, 'obstacles', r.obstacles, 'follow_up', r.follow_up,
            'basis', r.basis, 'created_at', r.created_at, 'updated_at', r.updated_at) order by r.created_at, r.id), '[]')
            from progress_report r where r.reported_by in (select id from own)
                or r.written_by && (array(select id from own) || wanted)),
        'plans_written', (select coalesce(json_agg(distinct w.plan_id), '[]') from plan_author w
            where w.author_id = wanted or w.author_id in (select id from own)),
        'states_set', (select coalesce(json_agg(json_build_object('of', d.kind, 'id', d.id, 'state', d.state,
            'reason', d.state_reason, 'at', d.state_changed_at) order by d.state_changed_at, d.id), '[]') from (
                select p.id, 'plan' as kind, p.state, p.state_reason, p.state_changed_at, p.state_by from action_plan p
                union all
                select i.id, 'intervention', i.state, i.state_reason, i.state_changed_at, i.state_by
                from intervention i
                union all
                select r.id, 'report', r.state, r.state_reason, r.state_changed_at, r.state_by
                from progress_report r) d
            where d.state_by in (select id from own)),
        'imports', (select coalesce(json_agg(json_build_object('id', i.id, 'of', i.kind, 'file_name', i.file_name,
            'imported_at', i.imported_at) order by i.imported_at, i.id), '[]') from (
                select s.id, 'survey' as kind, s.file_name, s.imported_at, s.imported_by from survey_import s
                union all
                select r.id, 'result', r.file_name, r.imported_at, r.imported_by from result_import r) i
            where i.imported_by in (select id from own)),
        'operations', (select coalesce(json_agg(json_build_object('id', o.id, 'kind', o.kind, 'target', o.target,
            'state', o.state, 'created_at', o.created_at, 'finished_at', o.finished_at)
            order by o.created_at, o.id), '[]') from operation o where o.principal_id in (select id from own)),
        'events', (select coalesce(json_agg(to_jsonb(e) - 'before' - 'after' - 'hash'
                order by e.occurred_at, e.area_code, e.number), '[]') from event e
            where e.account_id = wanted or e.principal_id in (select id from own)))
$$;

select selaras.enforce_permissions();
select selaras.remake_past();
