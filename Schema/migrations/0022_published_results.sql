-- Results as they were announced: beside the families of a round, or all that is known of it.

-- A round says what it is known by ----------------------------------------------------------------------------------

alter table selaras.survey_round
    add column basis text not null default 'families',
    add constraint round_basis_is_known check (basis in ('families', 'totals', 'values')),
    add constraint round_without_families_is_closed check (basis = 'families' or state = 'closed'),
    drop constraint round_has_its_result_once_closed,
    add constraint round_has_its_result_once_closed check (
        num_nonnulls(families_complete, families_partial, families_no_respondent, families_refused, families_moved,
            families_represented) = case when state = 'closed' and basis = 'families' then 6 else 0 end
        and num_nonnulls(closed_at, indicators_used) = case state when 'closed' then 2 else 0 end
        and (weak_count is null) = (state <> 'closed' or (basis <> 'families' and indicators_used = 0))
        and (state = 'closed' or ikk is null));
comment on column selaras.survey_round.basis is
    'families: their answers, from which closing computes the result. totals: good and eligible of its indicators;
values: only values. Those two are announced results, which may be corrected; the families are not known.';
comment on column selaras.survey_round.weak_count is
    'Also null where a round without families tells no indicator; otherwise of the indicators that it tells.';
grant update (basis) on selaras.survey_round to selaras_coordinator, selaras_lead;

-- A closed round with families is final. One without may be corrected, and its families may come after all: then it
-- is open again, and what was announced stands beside it.
drop trigger round_closed_is_final on selaras.survey_round;
create trigger round_closed_is_final before update on selaras.survey_round for each row
    when (old.state = 'closed' and (old.basis = 'families' or (new.basis = 'families') = (new.state = 'closed')))
    execute function selaras.round_closed_is_final();
create trigger round_closed_is_not_deleted before delete on selaras.survey_round
    for each row when (old.state = 'closed') execute function selaras.round_closed_is_final();

create function selaras.round_with_families_is_known_by_them() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from family_answer f where f.kabupaten_code = old.kabupaten_code and f.round_id = old.id
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'round_with_families_is_known_by_them', message = 'the round has answers';
    end if;
    return new;
end
$$;
comment on function selaras.round_with_families_is_known_by_them is
    'An announced result never takes the place of answers.';
create trigger round_with_families_is_known_by_them before update of basis on selaras.survey_round
    for each row when (old.basis = 'families' and new.basis <> 'families')
    execute function selaras.round_with_families_is_known_by_them();

-- The result of such a round follows what was announced -------------------------------------------------------------

alter table selaras.indicator_result
    -- null in both: of a round without families, and not announced
    alter column good drop not null,
    alter column eligible drop not null,
    -- null in both: of a round without families, in which they are not known
    alter column families_missing drop not null,
    alter column families_not_applicable drop not null,
    add constraint result_is_counted_or_not_known check (
        num_nulls(good, eligible) in (0, 2) and num_nulls(families_missing, families_not_applicable) in (0, 2));
comment on column selaras.indicator_result.eligible is
    'Units; but of an indicator that was announced by its value alone, value and scale: 75.91 is 7591 of 10000.';

create function selaras.result_of_families_is_immutable() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from survey_round r
        where r.kabupaten_code = old.kabupaten_code and r.id = old.round_id and r.basis <> 'families'
    ) then
        return case tg_op when 'DELETE' then old else new end;
    end if;
    raise exception using errcode = 'SL001', table = tg_table_name, message = 'results are not changed';
end
$$;
comment on function selaras.result_of_families_is_immutable is
    'Only the result of a round without families is replaced, since what was announced may be corrected.';
drop trigger indicator_result_is_immutable on selaras.indicator_result;
create trigger indicator_result_is_immutable before update or delete on selaras.indicator_result
    for each row execute function selaras.result_of_families_is_immutable();
drop trigger dimension_result_is_immutable on selaras.dimension_result;
create trigger dimension_result_is_immutable before update or delete on selaras.dimension_result
    for each row execute function selaras.result_of_families_is_immutable();
grant delete on selaras.indicator_result, selaras.dimension_result to selaras_coordinator, selaras_lead;

create or replace function selaras.results_are_written_by_closing() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from survey_round r
        where (r.kabupaten_code, r.id) in (select distinct c.kabupaten_code, c.round_id from changed c)
            and r.basis = 'families' and r.closed_at is distinct from now()
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'results_are_written_by_closing',
            message = 'the round is not being closed by this transaction';
    end if;
    return null;
end
$$;

-- What was announced ------------------------------------------------------------------------------------------------

create table selaras.result_import (
    kabupaten_code text not null
        constraint result_import_is_of_a_kabupaten references selaras.kabupaten on delete restrict,
    id uuid not null,
    file_name text not null,
    file_sha256 bytea not null,
    rows_read integer not null,
    rows_added integer not null,
    rows_changed integer not null,
    rows_same integer not null,
    rows_ignored integer not null,
    rounds uuid[] not null,
    rounds_made integer not null,
    imported_by uuid not null
        constraint result_import_was_made_by_a_principal references selaras.principal on delete restrict,
    imported_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint result_import_receipt_adds_up check (
        rows_read = rows_added + rows_changed + rows_same + rows_ignored),
    constraint result_import_hash_is_sha256 check (octet_length(file_sha256) = 32),
    constraint result_import_makes_no_more_rounds_than_it_names check (rounds_made between 0 and cardinality(rounds))
);
comment on table selaras.result_import is
    'The receipt of one file of announced results; where it reaches several kabupaten, one each under the same id.';
comment on column selaras.result_import.rows_ignored is
    'Lines about other kabupaten, which whoever sent the file asked to leave alone; on the first of its receipts.';

create table selaras.published_figure (
    kabupaten_code text not null,
    round_id uuid not null,
    level text not null,
    position smallint not null,
    -- null: only totals were announced
    value numeric,
    -- null in both: only a value was announced
    good integer,
    eligible integer,
    -- null: not stated
    source text,
    -- null: not stated
    published_on date,
    import_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, round_id, level, position),
    constraint published_figure_belongs_to_a_round
        foreign key (kabupaten_code, round_id) references selaras.survey_round on delete restrict,
    constraint published_figure_came_with_an_import
        foreign key (kabupaten_code, import_id) references selaras.result_import on delete restrict,
    constraint published_level_is_known check (level in ('index', 'dimension', 'indicator')),
    constraint published_position_fits_its_level check (position >= 0 and (level <> 'index' or position = 0)),
    constraint published_value_is_within_the_scale check (value between 0 and 100),
    constraint published_value_has_at_most_four_decimals check (scale(value) <= 4),
    constraint published_totals_are_of_an_indicator check (level = 'indicator' or num_nonnulls(good, eligible) = 0),
    constraint published_totals_are_whole check (num_nonnulls(good, eligible) in (0, 2)),
    constraint published_good_is_within_eligible check (good between 0 and eligible and eligible <= 1000000000),
    constraint published_figure_says_something check (num_nonnulls(value, eligible) > 0),
    constraint published_value_agrees_with_its_totals check (
        2 * abs(value * eligible - 100 * good::numeric) <= eligible * power(10::numeric, -scale(value))
        and (eligible > 0 or value is null)),
    constraint published_source_is_not_blank check (source ~ '[^[:space:]]')
);
comment on table selaras.published_figure is
    'One figure of a round as it was announced. It may be corrected; what stood before is in the events.';
comment on column selaras.published_figure.position is 'In framework order; 0 of the index.';
comment on column selaras.published_figure.value is
    'With the decimals that were announced: 75.90 is known to two, 75.9 to one.';

create trigger record_event after insert or update or delete on selaras.result_import
    for each row execute function selaras.record_event('id');
create trigger record_event after insert or update or delete on selaras.published_figure
    for each row execute function selaras.record_event('round_id');
create trigger stamp_change before update on selaras.published_figure
    for each row execute function selaras.stamp_change();
create trigger result_import_is_not_emptied before truncate on selaras.result_import
    for each statement execute function selaras.refuse_change();
create trigger published_figure_is_not_emptied before truncate on selaras.published_figure
    for each statement execute function selaras.refuse_change();

-- Who ---------------------------------------------------------------------------------------------------------------

do $$
declare
    tenant text;
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
begin
    foreach tenant in array array['result_import', 'published_figure'] loop
        execute format('alter table selaras.%I enable row level security', tenant);
        execute format('alter table selaras.%I force row level security', tenant);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', tenant);
        execute format('create policy coordinators_keep_their_area on selaras.%I to selaras_coordinator, selaras_lead
            using (%s) with check (%s)', tenant, area, area);
        execute format('grant select on selaras.%I to selaras_coordinator, selaras_lead', tenant);
    end loop;
    execute format('create policy offices_read_their_area on selaras.published_figure for select
        to selaras_agency, selaras_viewer, selaras_province using (%s)', area);
    -- Figures carry no lokus; a village reaches them through the rounds that it may read.
    execute format('create policy villages_read_their_own on selaras.published_figure for select to selaras_village
        using (%s and exists (select from selaras.survey_round r
            where r.kabupaten_code = published_figure.kabupaten_code and r.id = published_figure.round_id))', area);
end
$$;

create policy result_imports_name_their_caller on selaras.result_import as restrictive to selaras_reader
    using (true) with check (imported_by = nullif(current_setting('selaras.principal', true), '')::uuid);

grant select on selaras.published_figure to selaras_reader;
grant insert (kabupaten_code, id, file_name, file_sha256, rows_read, rows_added, rows_changed, rows_same, rows_ignored,
    rounds, rounds_made, imported_by) on selaras.result_import to selaras_coordinator, selaras_lead;
grant insert (kabupaten_code, round_id, level, position, value, good, eligible, source, published_on, import_id)
    on selaras.published_figure to selaras_coordinator, selaras_lead;
grant update (value, good, eligible, source, published_on, import_id) on selaras.published_figure
    to selaras_coordinator, selaras_lead;
