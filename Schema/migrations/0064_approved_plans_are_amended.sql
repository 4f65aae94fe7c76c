-- What was approved is changed by amendments: each says what becomes of which interventions and why, is decided by somebody
-- else than its writers, and is written into the plan as a whole. The plan as it was is read as of then.

-- Edges ---------------------------------------------------------------------------------------------------------------

alter table selaras.transition
    drop constraint transition_is_of_a_subject_with_states,
    add constraint transition_is_of_a_subject_with_states check (
        subject in ('action_plan', 'intervention', 'progress_report', 'plan_amendment'));
insert into selaras.transition (subject, from_state, action, to_state, needs_reason, by_another) values
    ('plan_amendment', 'draft', 'submit', 'submitted', false, false),
    ('plan_amendment', 'returned', 'submit', 'submitted', false, false),
    ('plan_amendment', 'submitted', 'approve', 'approved', false, true),
    ('plan_amendment', 'submitted', 'return', 'returned', true, false),
    ('plan_amendment', 'draft', 'withdraw', 'withdrawn', false, false),
    ('plan_amendment', 'returned', 'withdraw', 'withdrawn', false, false),
    ('plan_amendment', 'submitted', 'withdraw', 'withdrawn', false, false);
-- The text of an approved plan is not opened again.
delete from selaras.transition
where subject = 'action_plan' and action = 'return' and from_state in ('approved', 'running');
delete from selaras.permission
where resource = 'action_plan' and action = 'return' and states <> '{}' and states <@ '{approved,running}';
update selaras.permission set states = array_remove(array_remove(states, 'approved'), 'running')
where resource = 'action_plan' and action = 'return';

-- What an amendment says ----------------------------------------------------------------------------------------------

create type selaras.intervention_terms as (
    agency_code text, catalogue_code text, title text, indicators text[], target_quantity numeric(14, 2), unit text,
    starts_on date, ends_on date, note text, sources text[], amounts_idr bigint[], share_sources text[],
    share_lines uuid[], share_amounts_idr bigint[]);
comment on type selaras.intervention_terms is
    'What an intervention commits to, with its aims and its money, in one value: as of the same moment.';

create function selaras.terms_of(i selaras.intervention) returns selaras.intervention_terms
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select row(i.agency_code, i.catalogue_code, i.title,
        array(select x.indicator_code from intervention_indicator x
            where x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id
            order by x.indicator_code collate "C"),
        i.target_quantity, i.unit, i.starts_on, i.ends_on, i.note,
        array(select f.source from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id order by f.source collate "C"),
        array(select f.amount_idr from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id order by f.source collate "C"),
        array(select s.source from budget_share s
            where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id order by s.budget_line_id),
        array(select s.budget_line_id from budget_share s
            where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id order by s.budget_line_id),
        array(select s.amount_idr from budget_share s
            where s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id order by s.budget_line_id)
        )::intervention_terms
$$;
comment on function selaras.terms_of is 'What an intervention commits to now; lists in the order of their codes.';
grant execute on function selaras.terms_of to selaras_reader;

create table selaras.plan_amendment (
    kabupaten_code text not null,
    id uuid not null,
    plan_id uuid not null,
    lokus_id uuid not null,
    reason text not null,
    -- null: not approved
    number integer,
    state text not null default 'draft',
    state_changed_at timestamptz not null default now(),
    -- null: it is as it began
    state_by uuid constraint amendment_state_was_set_by_a_principal references selaras.principal on delete restrict,
    -- null where none is asked for
    state_reason text,
    -- null: in none
    applied_in xid8,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint amendment_is_of_a_plan
        foreign key (kabupaten_code, plan_id) references selaras.action_plan on delete restrict,
    constraint amendment_is_of_the_lokus_of_its_plan
        foreign key (kabupaten_code, lokus_id) references selaras.lokus on delete restrict,
    constraint amendment_number_is_of_its_plan unique (kabupaten_code, plan_id, number),
    constraint amendment_state_is_known check (
        state in ('draft', 'submitted', 'approved', 'returned', 'withdrawn')),
    constraint amendment_is_numbered_once_approved check ((state = 'approved') = (number is not null)),
    constraint amendment_reason_is_not_blank check (reason ~ '[^[:space:]]'),
    constraint amendment_state_reason_is_not_blank check (state_reason ~ '[^[:space:]]')
);
comment on table selaras.plan_amendment is
    'A change of an approved plan, from its draft to its approval: why, by whom, and with which number.';
comment on column selaras.plan_amendment.reason is
    'Why the plan is to be changed. Personal data of anybody named, kept.';
comment on column selaras.plan_amendment.state_by is
    'The principal that took the last edge. Personal data of account holders, kept.';
comment on column selaras.plan_amendment.state_reason is
    'Why it was sent back. Personal data of anybody named, kept.';
comment on column selaras.plan_amendment.applied_in is
    'The transaction that writes it into its plan, in which alone the content of the plan is open to it.';
create index plan_amendment_by_lokus on selaras.plan_amendment (kabupaten_code, lokus_id);

create table selaras.amendment_line (
    kabupaten_code text not null,
    amendment_id uuid not null,
    kind text not null,
    -- null: one that is yet to be made
    intervention_id uuid,
    -- within the plan, which has it or will
    reference text not null,
    -- null where the intervention is new
    before selaras.intervention_terms,
    -- null where the intervention is cancelled
    after selaras.intervention_terms,
    -- null where it is not cancelled
    reason text,
    primary key (kabupaten_code, amendment_id, reference),
    constraint amendment_line_is_of_an_amendment
        foreign key (kabupaten_code, amendment_id) references selaras.plan_amendment on delete restrict,
    constraint amendment_line_is_about_an_intervention
        foreign key (kabupaten_code, intervention_id) references selaras.intervention on delete restrict,
    constraint amendment_line_kind_is_known check (kind in ('change', 'add', 'cancel')),
    constraint amendment_line_reference_is_not_blank check (reference ~ '[^[:space:]]'),
    constraint amendment_line_is_about_what_there_is check (
        (kind <> 'add') = (intervention_id is not null) and (kind <> 'add') = (before is distinct from null)),
    constraint amendment_line_says_what_is_to_be check ((kind <> 'cancel') = (after is distinct from null)),
    constraint amendment_line_cancels_with_a_reason check (
        (kind = 'cancel') = (reason is not null) and reason ~ '[^[:space:]]')
);
comment on table selaras.amendment_line is
    'What an amendment makes of one intervention: how it was when the line was written, and how it is to be.';
comment on column selaras.amendment_line.after is 'Of what differs from before; the rest stays as it is.';
comment on column selaras.amendment_line.reason is
    'Why the intervention is to be cancelled. Personal data of anybody named, kept.';
create index amendment_line_by_intervention on selaras.amendment_line (kabupaten_code, intervention_id);

do $$
declare
    fact record;
begin
    for fact in
        select * from (values ('plan_amendment', 'id'), ('amendment_line', 'amendment_id')) f (relation, subject)
    loop
        execute format('create constraint trigger record_event after insert or update or delete on selaras.%I
            deferrable initially deferred for each row execute function selaras.record_event(%L)',
            fact.relation, fact.subject);
        execute format('create trigger %1$s_is_not_emptied before truncate on selaras.%1$I
            for each statement execute function selaras.refuse_change()', fact.relation);
        execute format('alter table selaras.%I enable row level security', fact.relation);
        execute format('alter table selaras.%I force row level security', fact.relation);
        execute format('create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)',
            fact.relation);
    end loop;
end
$$;
create trigger stamp_change before update on selaras.plan_amendment
    for each row execute function selaras.stamp_change();

-- Who -----------------------------------------------------------------------------------------------------------------

do $$
declare
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
    lokus constant text := 'lokus_id = any (string_to_array(current_setting(''selaras.lokus'', true), '','')::uuid[])';
begin
    insert into selaras.permission_narrowing (relation, area, own_lokus) values
        ('plan_amendment', area, lokus),
        ('amendment_line', area, format('exists (select from selaras.plan_amendment owner
            where owner.kabupaten_code = amendment_line.kabupaten_code and owner.id = amendment_line.amendment_id
                and owner.%s)', lokus));
end
$$;
insert into selaras.permission_effect (resource, action, command, target, columns) values
    ('plan_amendment', 'read', 'select', 'plan_amendment', null),
    ('plan_amendment', 'read', 'select', 'amendment_line', null),
    ('plan_amendment', 'create', 'insert', 'plan_amendment', '{kabupaten_code,id,plan_id,lokus_id,reason}'),
    ('plan_amendment', 'update', 'update', 'plan_amendment', '{reason}'),
    ('plan_amendment', 'update', 'delete', 'amendment_line', null);
insert into selaras.permission_effect (resource, action, command, target, columns)
select 'plan_amendment', action, 'insert', 'amendment_line',
    '{kabupaten_code,amendment_id,kind,intervention_id,reference,after,reason}'::text[]
from unnest('{create,update}'::text[]) action;
insert into selaras.permission_effect (resource, action, command, target)
select 'plan_amendment', action, 'execute', 'try_amendment' from unnest('{create,update,submit}'::text[]) action;
insert into selaras.permission_effect (resource, action, command, target, columns)
select distinct 'plan_amendment', action, 'update', 'plan_amendment', '{state,state_reason}'::text[]
from selaras.transition where subject = 'plan_amendment';

-- Where the matrix was imported already, an upgrade knows the new cells at once.
insert into selaras.permission (role, resource, action, states, conditions)
select role, 'plan_amendment', 'read', states, conditions from selaras.permission
where resource = 'action_plan' and action = 'read';
insert into selaras.permission (role, resource, action, states)
select p.role, 'plan_amendment', c.action, string_to_array(c.states, ' ')
from selaras.permission p
cross join (values ('create', ''), ('update', 'draft returned'), ('submit', 'draft returned'),
    ('withdraw', 'draft returned submitted')) c (action, states)
where p.resource = 'action_plan' and p.action = 'update';
insert into selaras.permission (role, resource, action, states)
select p.role, 'plan_amendment', unnest('{approve,return}'::text[]), '{submitted}' from selaras.permission p
where p.resource = 'action_plan' and p.action = 'approve';

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
