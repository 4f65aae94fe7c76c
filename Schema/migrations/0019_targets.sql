-- What a plan wants to reach, declared before the re-survey that judges it.

alter table selaras.action_plan
    -- null: none was declared
    add column target_ikk numeric(5, 2),
    add constraint plan_target_ikk_is_within_the_scale check (target_ikk between 0 and 100);

create table selaras.plan_target (
    kabupaten_code text not null,
    plan_id uuid not null,
    framework_code text not null,
    framework_version integer not null,
    indicator_code text not null,
    target numeric(5, 2) not null,
    primary key (kabupaten_code, plan_id, indicator_code),
    constraint target_belongs_to_a_plan
        foreign key (kabupaten_code, plan_id) references selaras.action_plan on delete restrict,
    constraint target_is_of_an_indicator_of_the_framework
        foreign key (framework_code, framework_version, indicator_code)
        references selaras.framework_indicator (framework_code, framework_version, code) on delete restrict,
    constraint target_is_within_the_scale check (target between 0 and 100)
);
comment on table selaras.plan_target is 'The value that a plan wants an indicator to reach by the re-survey.';

create function selaras.targets_are_declared_before_the_resurvey() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    -- Of the plan itself, or of the plan that the target is of.
    plan uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0];
begin
    if exists (
        select from action_plan p
        join survey_round r on r.kabupaten_code = p.kabupaten_code and r.lokus_id = p.lokus_id
            and r.purpose = 'resurvey'
        where p.kabupaten_code = coalesce(new.kabupaten_code, old.kabupaten_code) and p.id = plan
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'targets_are_declared_before_the_resurvey', message = 'the lokus was surveyed again';
    end if;
    return coalesce(new, old);
end
$$;
comment on function selaras.targets_are_declared_before_the_resurvey is
    'A target chosen after its result is no target: it would always have been reached.';
create trigger targets_are_declared_before_the_resurvey before insert or update or delete on selaras.plan_target
    for each row execute function selaras.targets_are_declared_before_the_resurvey('plan_id');
create trigger target_of_the_index_is_declared_before_the_resurvey before update on selaras.action_plan
    for each row when (old.target_ikk is distinct from new.target_ikk)
    execute function selaras.targets_are_declared_before_the_resurvey('id');
-- After the plan is there: the function looks at its lokus.
create trigger first_target_of_the_index_is_declared_before_the_resurvey after insert on selaras.action_plan
    for each row when (new.target_ikk is not null)
    execute function selaras.targets_are_declared_before_the_resurvey('id');

create trigger record_event after insert or update or delete on selaras.plan_target
    for each row execute function selaras.record_event('plan_id');
create trigger plan_target_is_not_emptied before truncate on selaras.plan_target
    for each statement execute function selaras.refuse_change();

-- Who ---------------------------------------------------------------------------------------------------------------

do $$
declare
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
begin
    alter table selaras.plan_target enable row level security;
    alter table selaras.plan_target force row level security;
    create policy owner_maintains on selaras.plan_target to selaras_owner using (true) with check (true);
    execute format('create policy coordinators_keep_their_area on selaras.plan_target
        to selaras_coordinator, selaras_lead using (%s) with check (%s)', area, area);
    execute format('create policy offices_read_their_area on selaras.plan_target for select
        to selaras_agency, selaras_viewer, selaras_province using (%s)', area);
    execute format('create policy villages_read_their_own on selaras.plan_target for select to selaras_village
        using (%s and exists (select from selaras.action_plan p
            where p.kabupaten_code = plan_target.kabupaten_code and p.id = plan_target.plan_id))', area);
end
$$;

grant select on selaras.plan_target to selaras_reader;
grant insert, delete on selaras.plan_target to selaras_coordinator, selaras_lead;
grant update (target) on selaras.plan_target to selaras_coordinator, selaras_lead;
grant insert (target_ikk), update (target_ikk) on selaras.action_plan to selaras_coordinator, selaras_lead;
