-- What a lokus is going to do about its weak indicators, and who does it.

create table selaras.action_plan (
    kabupaten_code text not null,
    id uuid not null,
    lokus_id uuid not null,
    framework_code text not null,
    framework_version integer not null,
    title text not null,
    -- null: no coordination meeting (rakor) has agreed the plan yet
    agreed_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint plan_belongs_to_a_lokus
        foreign key (kabupaten_code, lokus_id) references selaras.lokus on delete restrict,
    constraint plan_framework_is_imported
        foreign key (framework_code, framework_version) references selaras.framework on delete restrict,
    constraint plan_once_per_lokus unique (kabupaten_code, lokus_id),
    constraint plan_belongs_to_one_lokus unique (kabupaten_code, id, lokus_id),
    constraint plan_title_is_not_blank check (title ~ '[^[:space:]]')
);
comment on table selaras.action_plan is 'Rencana aksi: what a lokus does in its cycle.';

create table selaras.intervention (
    kabupaten_code text not null,
    id uuid not null,
    plan_id uuid not null,
    lokus_id uuid not null,
    reference text not null,
    agency_code text not null,
    -- null: not one of the catalogue
    catalogue_code text
        constraint intervention_kind_is_in_the_catalogue references selaras.catalogue_item on delete restrict,
    title text not null,
    target_quantity numeric(14, 2) not null,
    unit text not null,
    starts_on date not null,
    ends_on date not null,
    note text not null default '',
    state text not null default 'proposed',
    -- null until assigned
    assigned_on date,
    -- null until accepted
    accepted_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint intervention_belongs_to_a_plan foreign key (kabupaten_code, plan_id, lokus_id)
        references selaras.action_plan (kabupaten_code, id, lokus_id) on delete restrict,
    constraint intervention_agency_is_of_the_kabupaten
        foreign key (kabupaten_code, agency_code) references selaras.agency on delete restrict,
    constraint intervention_reference_is_unique_in_its_plan unique (kabupaten_code, plan_id, reference),
    constraint intervention_belongs_to_one_agency_and_lokus unique (kabupaten_code, id, agency_code, lokus_id),
    constraint intervention_reference_is_not_blank check (reference ~ '[^[:space:]]'),
    constraint intervention_title_is_not_blank check (title ~ '[^[:space:]]'),
    constraint intervention_unit_is_not_blank check (unit ~ '[^[:space:]]'),
    constraint intervention_target_is_not_negative check (target_quantity >= 0),
    constraint intervention_ends_after_it_starts check (starts_on <= ends_on),
    constraint intervention_dates_are_of_this_century check (starts_on >= '2000-01-01' and ends_on < '2101-01-01'),
    constraint intervention_state_is_known check (state in ('proposed', 'assigned', 'accepted')),
    constraint intervention_has_the_dates_of_its_state check (
        (assigned_on is not null) = (state <> 'proposed') and (accepted_on is not null) = (state = 'accepted'))
);
comment on table selaras.intervention is 'One agency''s commitment in a plan, aimed at indicators.';
create index intervention_by_agency on selaras.intervention (kabupaten_code, agency_code);
create index intervention_by_lokus on selaras.intervention (kabupaten_code, lokus_id);

create table selaras.intervention_indicator (
    kabupaten_code text not null,
    intervention_id uuid not null,
    framework_code text not null,
    framework_version integer not null,
    indicator_code text not null,
    primary key (kabupaten_code, intervention_id, indicator_code),
    constraint aim_belongs_to_an_intervention
        foreign key (kabupaten_code, intervention_id) references selaras.intervention on delete restrict,
    constraint intervention_aims_at_indicators_of_the_framework
        foreign key (framework_code, framework_version, indicator_code)
        references selaras.framework_indicator (framework_code, framework_version, code) on delete restrict
);
comment on table selaras.intervention_indicator is 'The indicators that an intervention is meant to move.';

create table selaras.intervention_funding (
    kabupaten_code text not null,
    intervention_id uuid not null,
    source text not null,
    amount_idr bigint not null,
    primary key (kabupaten_code, intervention_id, source),
    constraint funding_belongs_to_an_intervention
        foreign key (kabupaten_code, intervention_id) references selaras.intervention on delete restrict,
    constraint funding_source_is_known check (
        source in ('apbd_kabupaten', 'apbd_provinsi', 'apbn', 'apbdes', 'csr', 'baznas', 'swadaya', 'other', 'none')),
    constraint funding_is_not_negative check (amount_idr >= 0),
    constraint funding_is_at_most_a_trillion check (amount_idr <= 1000000000000),
    constraint funding_without_budget_has_no_amount check (source <> 'none' or amount_idr = 0)
);
comment on table selaras.intervention_funding is 'Money by source, in whole rupiah.';

create table selaras.intervention_transition (
    from_state text not null,
    action text not null,
    to_state text not null,
    roles text[] not null,
    primary key (from_state, action),
    constraint transition_leads_to_one_state unique (from_state, to_state)
);
comment on table selaras.intervention_transition is 'The only edges along which the state of an intervention moves.';
insert into selaras.intervention_transition (from_state, action, to_state, roles) values
    ('proposed', 'assign', 'assigned', '{selaras_coordinator,selaras_lead}'),
    ('assigned', 'accept', 'accepted', '{selaras_agency,selaras_coordinator,selaras_lead}');

create function selaras.today(of_kabupaten text, at timestamptz default now()) returns date
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select (at at time zone k.time_zone)::date from kabupaten k where k.code = of_kabupaten
$$;
comment on function selaras.today is 'The calendar day in the kabupaten''s own zone.';

create function selaras.intervention_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
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
    if not exists (
        select from intervention_transition t
        where t.from_state = old.state and t.to_state = new.state
            and (current_user = any (t.roles) or current_user = 'selaras_owner')
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_follows_its_transitions',
            message = old.state || ' does not become ' || new.state || ' for ' || current_user;
    end if;
    if new.state = 'assigned' then
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
    elsif new.state = 'accepted' then
        new.accepted_on := today(new.kabupaten_code);
    end if;
    return new;
end
$$;
comment on function selaras.intervention_follows_its_transitions is
    'Lets a state change only along an edge of the transition table, by a role that it names, and dates the change.';
create trigger intervention_follows_its_transitions before update on selaras.intervention
    for each row execute function selaras.intervention_follows_its_transitions();
create trigger stamp_change before update on selaras.intervention
    for each row execute function selaras.stamp_change();
create trigger stamp_change before update on selaras.action_plan
    for each row execute function selaras.stamp_change();

create trigger record_event after insert or update or delete on selaras.action_plan
    for each row execute function selaras.record_event('id');
create trigger record_event after insert or update or delete on selaras.intervention
    for each row execute function selaras.record_event('id');
create trigger record_event after insert or update or delete on selaras.intervention_indicator
    for each row execute function selaras.record_event('intervention_id');
create trigger record_event after insert or update or delete on selaras.intervention_funding
    for each row execute function selaras.record_event('intervention_id');

-- Who ---------------------------------------------------------------------------------------------------------------

do $$
declare
    tenant text;
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
    own constant text := area
        || ' and lokus_id = any (string_to_array(current_setting(''selaras.lokus'', true), '','')::uuid[])';
    agency constant text := area || ' and agency_code = current_setting(''selaras.agency'', true)';
begin
    foreach tenant in array array[
        'action_plan', 'intervention', 'intervention_indicator', 'intervention_funding'
    ] loop
        execute format('alter table selaras.%I enable row level security', tenant);
        execute format('alter table selaras.%I force row level security', tenant);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', tenant);
        execute format('create policy coordinators_keep_their_area on selaras.%I to selaras_coordinator, selaras_lead
            using (%s) with check (%s)', tenant, area, area);
        execute format('create policy offices_read_their_area on selaras.%I for select
            to selaras_agency, selaras_viewer, selaras_province using (%s)', tenant, area);
        execute format('grant select on selaras.%I to selaras_coordinator, selaras_lead', tenant);
        execute format('grant select on selaras.%I to selaras_agency, selaras_village, selaras_province', tenant);
    end loop;
    foreach tenant in array array['action_plan', 'intervention'] loop
        execute format('create policy villages_read_their_own on selaras.%I for select to selaras_village using (%s)',
            tenant, own);
    end loop;
    foreach tenant in array array['intervention_indicator', 'intervention_funding'] loop
        execute format('create policy villages_read_their_own on selaras.%1$I for select to selaras_village using (%2$s
            and exists (select from selaras.intervention i where i.kabupaten_code = %1$I.kabupaten_code
                and i.id = %1$I.intervention_id))', tenant, area);
    end loop;
    execute format('create policy agencies_accept_their_own on selaras.intervention for update to selaras_agency
        using (%s) with check (%s)', agency, agency);
end
$$;

-- Columns are listed: an intervention begins as proposed, and nobody chooses a version or the time of its making.
grant insert (kabupaten_code, id, lokus_id, framework_code, framework_version, title, agreed_on) on selaras.action_plan
    to selaras_coordinator, selaras_lead;
grant insert (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, catalogue_code, title, target_quantity,
    unit, starts_on, ends_on, note) on selaras.intervention to selaras_coordinator, selaras_lead;
grant insert on selaras.intervention_indicator, selaras.intervention_funding to selaras_coordinator, selaras_lead;
grant update (title, agreed_on) on selaras.action_plan to selaras_coordinator, selaras_lead;
grant update (agency_code, catalogue_code, title, target_quantity, unit, starts_on, ends_on, note, state, assigned_on)
    on selaras.intervention to selaras_coordinator, selaras_lead;
grant update (state) on selaras.intervention to selaras_agency;
grant delete on selaras.intervention_indicator, selaras.intervention_funding to selaras_coordinator, selaras_lead;
grant update (amount_idr) on selaras.intervention_funding to selaras_coordinator, selaras_lead;
grant select on selaras.action_plan, selaras.intervention, selaras.intervention_indicator,
    selaras.intervention_funding to selaras_viewer;
grant select on selaras.intervention_transition to selaras_reader;
alter table selaras.intervention_transition enable row level security;
alter table selaras.intervention_transition force row level security;
create policy owner_maintains on selaras.intervention_transition to selaras_owner using (true) with check (true);
create policy everyone_signed_in_reads on selaras.intervention_transition for select to selaras_reader using (true);
grant execute on function selaras.today to selaras_reader;
