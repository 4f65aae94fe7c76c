-- What agencies say of their interventions every quarter.

create table selaras.progress_report (
    kabupaten_code text not null,
    id uuid not null,
    intervention_id uuid not null,
    agency_code text not null,
    lokus_id uuid not null,
    budget_year integer not null,
    quarter smallint not null,
    period integer not null generated always as (budget_year * 4 + quarter - 1) stored,
    nil boolean not null,
    -- null: nothing happened in the period ("nihil"), so the figures before it still stand
    physical_percent numeric(5, 2),
    -- null: as above
    quantity numeric(14, 2),
    -- null: as above
    spent_idr bigint,
    obstacles text not null default '',
    follow_up text not null default '',
    reported_by uuid not null
        constraint report_was_made_by_a_principal references selaras.principal on delete restrict,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint report_is_about_an_intervention_of_its_agency
        foreign key (kabupaten_code, intervention_id, agency_code, lokus_id)
        references selaras.intervention (kabupaten_code, id, agency_code, lokus_id) on delete restrict,
    constraint report_one_per_period unique (kabupaten_code, intervention_id, period),
    constraint report_year_is_a_budget_year check (budget_year between 2015 and 2100),
    constraint report_quarter_is_one_of_four check (quarter between 1 and 4),
    constraint report_nil_has_no_figures check (
        num_nonnulls(physical_percent, quantity, spent_idr) = case when nil then 0 else 3 end),
    constraint report_percent_is_between_0_and_100 check (physical_percent between 0 and 100),
    constraint report_quantity_is_not_negative check (quantity >= 0),
    constraint report_spending_is_not_negative check (spent_idr >= 0),
    constraint report_spending_is_at_most_a_trillion check (spent_idr <= 1000000000000)
);
comment on table selaras.progress_report is
    'What an agency says of one intervention in one period: figures cumulative since its start, or nothing to report.';

create function selaras.report_falls_within_its_intervention() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    assigned date;
    today_here date := today(new.kabupaten_code);
begin
    select i.assigned_on into assigned from intervention i
    where i.kabupaten_code = new.kabupaten_code and i.id = new.intervention_id;
    if assigned is null or new.budget_year * 4 + new.quarter
            < extract(year from assigned) * 4 + extract(quarter from assigned) then
        raise exception using errcode = 'SL002', table = tg_table_name, constraint = 'report_follows_the_assignment',
            message = 'the period lies before the assignment';
    end if;
    if new.budget_year * 4 + new.quarter > extract(year from today_here) * 4 + extract(quarter from today_here) then
        raise exception using errcode = 'SL002', table = tg_table_name, constraint = 'report_period_has_begun',
            message = 'the period has not begun';
    end if;
    return new;
end
$$;
comment on function selaras.report_falls_within_its_intervention is
    'Reports begin with the quarter of the assignment and end with the present one.';
create trigger report_falls_within_its_intervention before insert on selaras.progress_report
    for each row execute function selaras.report_falls_within_its_intervention();
create trigger stamp_change before update on selaras.progress_report
    for each row execute function selaras.stamp_change();
create trigger record_event after insert or update or delete on selaras.progress_report
    for each row execute function selaras.record_event('id');

-- Who ---------------------------------------------------------------------------------------------------------------

alter table selaras.progress_report enable row level security;
alter table selaras.progress_report force row level security;
create policy owner_maintains on selaras.progress_report to selaras_owner using (true) with check (true);
create policy coordinators_keep_their_area on selaras.progress_report to selaras_coordinator, selaras_lead
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')))
    with check (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')));
create policy offices_read_their_area on selaras.progress_report for select
    to selaras_agency, selaras_viewer, selaras_province
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')));
create policy villages_read_their_own on selaras.progress_report for select to selaras_village
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and lokus_id = any (string_to_array(current_setting('selaras.lokus', true), ',')::uuid[]));
create policy agencies_report_on_their_own on selaras.progress_report for insert to selaras_agency
    with check (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and agency_code = current_setting('selaras.agency', true));
create policy agencies_correct_their_own on selaras.progress_report for update to selaras_agency
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and agency_code = current_setting('selaras.agency', true))
    with check (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and agency_code = current_setting('selaras.agency', true));

create policy reports_name_their_caller on selaras.progress_report as restrictive to selaras_reader
    using (true) with check (reported_by = nullif(current_setting('selaras.principal', true), '')::uuid);

grant insert (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil, physical_percent,
    quantity, spent_idr, obstacles, follow_up, reported_by) on selaras.progress_report
    to selaras_coordinator, selaras_lead, selaras_agency;
grant select on selaras.progress_report
    to selaras_coordinator, selaras_lead, selaras_agency, selaras_village, selaras_province;
grant update (nil, physical_percent, quantity, spent_idr, obstacles, follow_up, reported_by) on selaras.progress_report
    to selaras_coordinator, selaras_lead, selaras_agency;
-- A viewer reads results and how far interventions got, not what agencies say of their difficulties.
grant select (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, period, nil,
    physical_percent, quantity, spent_idr) on selaras.progress_report to selaras_viewer;

-- Emptying a table would delete facts without leaving an event, so not even the owner does it.
do $$
declare
    fact text;
begin
    foreach fact in array array[
        'lokus', 'survey_round', 'survey_import', 'family_answer', 'indicator_result', 'dimension_result',
        'action_plan', 'intervention', 'intervention_indicator', 'intervention_funding', 'progress_report'
    ] loop
        execute format('create trigger %1$s_is_not_emptied before truncate on selaras.%1$I
            for each statement execute function selaras.refuse_change()', fact);
    end loop;
end
$$;
