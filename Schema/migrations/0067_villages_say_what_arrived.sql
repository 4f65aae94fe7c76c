-- A village says of a report whether what it tells of has arrived; that stands beside the figures and changes none.

-- What a village says -------------------------------------------------------------------------------------------------

alter table selaras.progress_report
    -- null: the village has said nothing of it
    add column village_says text,
    -- null: none, which a dispute always has
    add column village_note text,
    -- null: the village did not count, or what it counted is not what it disputes
    add column village_counted numeric(14, 2),
    -- null in these and the next: it has said nothing
    add column village_by uuid
        constraint report_village_is_a_principal references selaras.principal on delete restrict,
    add column village_at timestamptz,
    add column village_saw_version integer,
    add column village_saw_nil boolean,
    -- null in these, too: what it saw was a nil report
    add column village_saw_percent numeric(5, 2),
    add column village_saw_quantity numeric(14, 2),
    -- What was spent is not seen in a village.
    add column village_has_seen boolean not null generated always as (
        (nil, physical_percent, quantity) is not distinct from
            (village_saw_nil, village_saw_percent, village_saw_quantity)) stored,
    add constraint report_village_says_what_is_known check (village_says in ('confirmed', 'disputed')),
    add constraint report_village_is_known_with_its_word check (
        num_nonnulls(village_by, village_at, village_saw_version, village_saw_nil)
            = case when village_says is null then 0 else 4 end
        and (village_says is not null or num_nonnulls(village_note, village_counted) = 0)
        and num_nonnulls(village_saw_percent, village_saw_quantity)
            = case when not village_saw_nil then 2 else 0 end),
    add constraint report_dispute_gives_its_note check (
        village_says is distinct from 'disputed' or village_note is not null),
    add constraint report_village_note_is_not_blank check (village_note ~ '[^[:space:]]'),
    add constraint report_village_counts_what_it_disputes check (
        village_counted is null or village_says is not distinct from 'disputed'),
    add constraint report_village_count_is_not_negative check (village_counted >= 0),
    add constraint report_village_counts_another_quantity check (village_counted <> village_saw_quantity);
comment on column selaras.progress_report.village_says is
    'Whether what the report tells of arrived, as its own village says: confirmed, or disputed with a note.';
comment on column selaras.progress_report.village_note is
    'What the village adds. Personal data of anybody named, kept.';
comment on column selaras.progress_report.village_counted is
    'What arrived until then as the village counted it, in the unit of the intervention, where that is in dispute.';
comment on column selaras.progress_report.village_by is
    'The principal that said it for the village. Personal data of account holders, kept.';
comment on column selaras.progress_report.village_saw_version is
    'With the three after it, the report that it was said of; what is corrected afterwards it was not said of.';
comment on column selaras.progress_report.village_has_seen is
    'Whether what the village said is about the physical figures that the report has now.';

create function selaras.own_principals() returns uuid[]
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select coalesce(array_agg(p.id), '{}') from principal p
    where p.id = any (acting_ids()) or p.account_id = any (acting_ids())
$$;
comment on function selaras.own_principals is
    'All that the person holds who acts: which of them did something, the person did.';
grant execute on function selaras.own_principals to selaras_reader;

create function selaras.village_says_what_it_saw() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if new.village_says is null then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'report_keeps_what_its_village_said', message = 'what was said is followed by another word';
    end if;
    perform expect_permission('progress_report', array[case new.village_says
        when 'confirmed' then 'confirm' else 'dispute' end], old.state, 'progress_report', to_jsonb(old));
    if old.state not in ('submitted', 'verified') then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'report_is_submitted_before_its_village_answers', message = 'it is ' || old.state;
    end if;
    if is_own_report(new.written_by) or old.state = 'verified' and old.state_by = any (own_principals()) then
        raise exception using errcode = 'SL403', table = tg_table_name, constraint = 'report_is_confirmed_by_another',
            message = 'the caller wrote, submitted or verified it';
    end if;
    if (new.state, new.nil, new.physical_percent, new.quantity, new.spent_idr)
            is distinct from (old.state, old.nil, old.physical_percent, old.quantity, old.spent_idr) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'report_follows_its_transitions',
            message = 'one at a time';
    end if;
    new.village_by := nullif(current_setting('selaras.principal', true), '')::uuid;
    new.village_at := now();
    new.village_saw_version := old.version;
    new.village_saw_nil := old.nil;
    new.village_saw_percent := old.physical_percent;
    new.village_saw_quantity := old.quantity;
    return new;
end
$$;
comment on function selaras.village_says_what_it_saw is
    'Keeps who says for the village whether something arrived, and of which figures. Nobody confirms what they wrote or
verified themselves.';
create trigger village_says_what_it_saw before update of village_says, village_note, village_counted
    on selaras.progress_report
    for each row execute function selaras.village_says_what_it_saw();

create function selaras.report_is_verified_by_another_than_its_village() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if new.village_by = any (own_principals()) then
        raise exception using errcode = 'SL403', table = tg_table_name, constraint = 'report_is_decided_by_another',
            message = 'the caller spoke for the village';
    end if;
    return new;
end
$$;
comment on function selaras.report_is_verified_by_another_than_its_village is
    'Who said for a village what arrived does not verify it in another role: that would be one look and not two.';
create trigger report_is_verified_by_another_than_its_village before update on selaras.progress_report
    for each row when (new.state = 'verified' and old.state <> 'verified' and new.village_by is not null)
    execute function selaras.report_is_verified_by_another_than_its_village();

-- Who -----------------------------------------------------------------------------------------------------------------

insert into selaras.permission_effect (resource, action, command, target, columns)
select 'progress_report', action, 'update', 'progress_report', '{village_says,village_note,village_counted}'::text[]
from unnest('{confirm,dispute}'::text[]) action;
-- As the configuration says it, where the matrix knew reports before; an import says it anew.
insert into selaras.permission (role, resource, action, states, conditions)
select 'village', 'progress_report', action, '{submitted,verified}', '{own_lokus}'
from unnest('{confirm,dispute}'::text[]) action
where exists (select from selaras.permission where resource = 'progress_report' and action = 'verify')
on conflict do nothing;

-- What somebody is shown of themselves has what they said for a village.
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
        'confirmations', (select coalesce(json_agg(json_build_object('report_id', r.id, 'says', r.village_says,
            'note', r.village_note, 'counted', r.village_counted, 'at', r.village_at)
            order by r.village_at, r.id), '[]') from progress_report r where r.village_by in (select id from own)),
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
                from progress_report r
                union all
                select a.id, 'amendment', a.state, a.state_reason, a.state_changed_at, a.state_by
                from plan_amendment a) d
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
