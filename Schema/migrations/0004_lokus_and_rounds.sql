-- A lokus, its survey rounds and the receipts of the files that came in.

create table selaras.lokus (
    kabupaten_code text not null
        constraint lokus_kabupaten_uses_the_service references selaras.kabupaten on delete restrict,
    id uuid not null,
    desa_code text not null
        constraint lokus_desa_is_in_the_register references selaras.region on delete restrict,
    year integer not null,
    -- null: the decree is not yet issued ("belum terbit")
    decree_number text,
    -- null: the decree is not yet issued
    decree_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint lokus_once_per_desa_and_year unique (kabupaten_code, desa_code, year),
    constraint lokus_lies_in_its_kabupaten check (desa_code like kabupaten_code || '.%'),
    constraint lokus_is_a_desa_or_kelurahan check (desa_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$'),
    constraint lokus_year_is_a_programme_year check (year between 2015 and 2100),
    constraint lokus_decree_has_number_and_date check ((decree_number is null) = (decree_on is null)),
    constraint lokus_decree_number_is_not_blank check (decree_number ~ '[^[:space:]]')
);
comment on table selaras.lokus is 'A desa or kelurahan chosen for a programme year.';
create index lokus_by_year on selaras.lokus (kabupaten_code, (-year), desa_code);

create table selaras.survey_round (
    kabupaten_code text not null,
    id uuid not null,
    lokus_id uuid not null,
    framework_code text not null,
    framework_version integer not null,
    purpose text not null,
    design text not null,
    -- null: a census, which speaks for the families that it lists
    families_in_village integer,
    -- null: the families are not those of another round
    panel_of uuid,
    -- null: not stated
    surveyed_from date,
    -- null: not stated
    surveyed_until date,
    state text not null default 'open',
    -- everything below is null until the round is closed
    closed_at timestamptz,
    families_complete integer,
    families_partial integer,
    families_no_respondent integer,
    families_refused integer,
    families_moved integer,
    families_represented integer,
    indicators_used smallint,
    weak_count smallint,
    -- also null when no indicator has a value
    ikk numeric,
    category text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint round_belongs_to_a_lokus
        foreign key (kabupaten_code, lokus_id) references selaras.lokus on delete restrict,
    constraint round_panel_is_a_round
        foreign key (kabupaten_code, panel_of) references selaras.survey_round on delete restrict,
    constraint round_framework_is_imported
        foreign key (framework_code, framework_version) references selaras.framework on delete restrict,
    constraint round_belongs_to_one_lokus unique (kabupaten_code, id, lokus_id),
    constraint round_once_per_purpose unique (kabupaten_code, lokus_id, purpose),
    constraint round_purpose_is_known check (purpose in ('baseline', 'midline', 'resurvey')),
    constraint round_design_is_known check (
        design in ('census', 'simple_random_sample', 'cluster_sample_by_rt', 'stratified_sample_by_rt')),
    constraint round_sample_says_how_many_families_it_speaks_for check (
        (design = 'census') = (families_in_village is null)),
    constraint round_families_in_village_are_counted_from_one check (families_in_village >= 1),
    constraint round_is_not_its_own_panel check (panel_of <> id),
    constraint round_ends_after_it_begins check (surveyed_from <= surveyed_until),
    constraint round_state_is_known check (state in ('open', 'closed')),
    constraint round_has_its_result_once_closed check (
        num_nonnulls(closed_at, families_complete, families_partial, families_no_respondent, families_refused,
            families_moved, families_represented, indicators_used, weak_count)
            = case state when 'closed' then 9 else 0 end
        and (state = 'closed' or ikk is null)),
    constraint round_counts_no_more_families_than_it_speaks_for check (
        families_complete + families_partial <= families_represented),
    constraint round_index_is_within_the_scale check (ikk between 0 and 100),
    constraint round_category_goes_with_an_index check ((ikk is null) = (category is null))
);
comment on table selaras.survey_round is
    'One survey of a lokus. Open while files come in; closing it computes its scores and fixes them.';
comment on column selaras.survey_round.panel_of is 'The round whose family ids this one uses again.';
comment on column selaras.survey_round.ikk is
    'As shown, with the decimals of the framework: 75.00 keeps both. Computed from exact fractions at closing.';

create function selaras.round_closed_is_final() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'round_closed_is_final',
        message = 'the round is closed';
end
$$;
comment on function selaras.round_closed_is_final is 'A closed round is neither edited nor opened again.';
create trigger round_closed_is_final before update or delete on selaras.survey_round
    for each row when (old.state = 'closed') execute function selaras.round_closed_is_final();

create function selaras.round_closes_now() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    new.closed_at := now();
    return new;
end
$$;
comment on function selaras.round_closes_now is
    'A closing bears the time of its transaction, by which its results are known to belong to it.';
create trigger round_closes_now before update on selaras.survey_round
    for each row when (old.state = 'open' and new.state = 'closed') execute function selaras.round_closes_now();
create trigger stamp_change before update on selaras.survey_round
    for each row execute function selaras.stamp_change();
create trigger stamp_change before update on selaras.lokus
    for each row execute function selaras.stamp_change();

create table selaras.survey_import (
    kabupaten_code text not null,
    id uuid not null,
    round_id uuid not null,
    file_name text not null,
    file_sha256 bytea not null,
    replaces_all boolean not null,
    rows_read integer not null,
    rows_added integer not null,
    rows_changed integer not null,
    rows_same integer not null,
    rows_removed integer not null,
    imported_by uuid not null
        constraint import_was_made_by_a_principal references selaras.principal on delete restrict,
    imported_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint import_belongs_to_a_round
        foreign key (kabupaten_code, round_id) references selaras.survey_round on delete restrict,
    constraint import_receipt_adds_up check (rows_read = rows_added + rows_changed + rows_same),
    constraint import_removes_only_when_it_replaces check (replaces_all or rows_removed = 0),
    constraint import_hash_is_sha256 check (octet_length(file_sha256) = 32)
);
comment on table selaras.survey_import is
    'The receipt of one imported file. A file with faults leaves none: it is refused whole.';
create index survey_import_by_round on selaras.survey_import (kabupaten_code, round_id, imported_at);

create trigger record_event after insert or update or delete on selaras.lokus
    for each row execute function selaras.record_event('id');
create trigger record_event after insert or update or delete on selaras.survey_round
    for each row execute function selaras.record_event('id');
create trigger record_event after insert or update or delete on selaras.survey_import
    for each row execute function selaras.record_event('id');

-- Who ---------------------------------------------------------------------------------------------------------------

do $$
declare
    tenant text;
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
    own constant text := area
        || ' and %s = any (string_to_array(current_setting(''selaras.lokus'', true), '','')::uuid[])';
begin
    foreach tenant in array array['lokus', 'survey_round', 'survey_import'] loop
        execute format('alter table selaras.%I enable row level security', tenant);
        execute format('alter table selaras.%I force row level security', tenant);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', tenant);
        execute format('create policy coordinators_keep_their_area on selaras.%I to selaras_coordinator, selaras_lead
            using (%s) with check (%s)', tenant, area, area);
        execute format('grant select on selaras.%I to selaras_coordinator, selaras_lead', tenant);
    end loop;
    foreach tenant in array array['lokus', 'survey_round'] loop
        execute format('create policy offices_read_their_area on selaras.%I for select
            to selaras_agency, selaras_viewer, selaras_province using (%s)', tenant, area);
        execute format('grant select on selaras.%I to selaras_reader', tenant);
    end loop;
    execute format('create policy villages_read_their_own on selaras.lokus for select to selaras_village using ('
        || own || ')', 'id');
    execute format('create policy villages_read_their_own on selaras.survey_round for select to selaras_village using ('
        || own || ')', 'lokus_id');
end
$$;

create policy imports_name_their_caller on selaras.survey_import as restrictive to selaras_reader
    using (true) with check (imported_by = nullif(current_setting('selaras.principal', true), '')::uuid);

-- Columns are listed: a round is not made closed, and nobody chooses a version or the time of its making.
grant insert (kabupaten_code, id, desa_code, year, decree_number, decree_on) on selaras.lokus
    to selaras_coordinator, selaras_lead;
grant insert (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design, families_in_village,
    panel_of, surveyed_from, surveyed_until) on selaras.survey_round to selaras_coordinator, selaras_lead;
grant insert (kabupaten_code, id, round_id, file_name, file_sha256, replaces_all, rows_read, rows_added, rows_changed,
    rows_same, rows_removed, imported_by) on selaras.survey_import to selaras_coordinator, selaras_lead;
grant update (decree_number, decree_on) on selaras.lokus to selaras_coordinator, selaras_lead;
grant update (design, families_in_village, panel_of, surveyed_from, surveyed_until, state, closed_at, families_complete, families_partial, families_no_respondent, families_refused,
    families_moved, families_represented, indicators_used, weak_count, ikk, category)
    on selaras.survey_round to selaras_coordinator, selaras_lead;
