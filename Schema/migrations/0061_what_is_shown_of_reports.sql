-- What somebody is shown of themselves has the reports that they wrote some of, verified or sent back.

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
            'created_at', r.created_at, 'updated_at', r.updated_at) order by r.created_at, r.id), '[]')
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
