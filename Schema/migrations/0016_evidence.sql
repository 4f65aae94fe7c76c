-- What is kept of closed rounds so that intervals, tests and verdicts need no families: offices may not read these, and
-- a request should not have to.

create table selaras.round_evidence (
    kabupaten_code text not null,
    round_id uuid not null,
    units integer not null,
    families integer[] not null,
    is_uniform boolean[] not null,
    covariance double precision[] not null,
    primary key (kabupaten_code, round_id),
    constraint evidence_belongs_to_a_round
        foreign key (kabupaten_code, round_id) references selaras.survey_round on delete restrict,
    constraint evidence_units_are_counted_from_zero check (units >= 0),
    constraint evidence_has_one_element_an_indicator check (
        cardinality(is_uniform) = cardinality(families)
        and cardinality(covariance) = cardinality(families) * (cardinality(families) + 1) / 2)
);
comment on table selaras.round_evidence is
    'How the indicators of a closed round vary over its families, each alone and together.';
comment on column selaras.round_evidence.units is
    'What varies: RTs where they were drawn as clusters, otherwise families.';
comment on column selaras.round_evidence.families is 'Per indicator: families with an eligible unit and an answer.';
comment on column selaras.round_evidence.is_uniform is
    'Per indicator: whether all of those have the same share of good units.';
comment on column selaras.round_evidence.covariance is
    'Of the indicators as shares of 0 to 1, without finite correction: the upper triangle, row by row.';

create table selaras.pair_evidence (
    kabupaten_code text not null,
    before_round_id uuid not null,
    after_round_id uuid not null,
    families_in_either integer not null,
    families_in_both integer not null,
    units integer not null,
    -- null: the rounds were drawn in different ways, or too little varies
    covariance double precision[],
    cells integer[] not null,
    primary key (kabupaten_code, before_round_id, after_round_id),
    constraint pair_before_is_a_round
        foreign key (kabupaten_code, before_round_id) references selaras.survey_round on delete restrict,
    constraint pair_after_is_a_round
        foreign key (kabupaten_code, after_round_id) references selaras.survey_round on delete restrict,
    constraint pair_is_of_two_rounds check (before_round_id <> after_round_id),
    constraint pair_families_in_both_are_in_either check (families_in_both between 0 and families_in_either),
    constraint pair_units_are_counted_from_zero check (units >= 0),
    constraint pair_has_four_cells_an_indicator check (cardinality(cells) % 4 = 0),
    constraint pair_covariance_is_of_both_rounds check (
        cardinality(covariance) = cardinality(cells) / 2 * (cardinality(cells) / 2 + 1) / 2)
);
comment on table selaras.pair_evidence is
    'How the indicators of two closed rounds of the same families vary together. The earlier round is the one of the
earlier year, or of the earlier purpose of one year.';
comment on column selaras.pair_evidence.cells is
    'Four per indicator: families that were good in both rounds, after only, before only, in neither; null where persons
are counted.';
comment on column selaras.pair_evidence.covariance is
    'Of the indicators of the earlier round followed by those of the later one: the upper triangle, row by row.';
create index pair_evidence_by_after on selaras.pair_evidence (kabupaten_code, after_round_id);

create trigger round_evidence_is_immutable before update or delete on selaras.round_evidence
    for each row execute function selaras.refuse_change();
create trigger pair_evidence_is_immutable before update or delete on selaras.pair_evidence
    for each row execute function selaras.refuse_change();

create trigger round_evidence_is_not_emptied before truncate on selaras.round_evidence
    for each statement execute function selaras.refuse_change();
create trigger pair_evidence_is_not_emptied before truncate on selaras.pair_evidence
    for each statement execute function selaras.refuse_change();

create function selaras.evidence_is_of_closed_rounds() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    rounds uuid[];
begin
    if tg_table_name = 'round_evidence' then
        rounds := array[new.round_id];
    else
        rounds := array[new.before_round_id, new.after_round_id];
    end if;
    if exists (
        select from survey_round r
        where r.kabupaten_code = new.kabupaten_code and r.id = any (rounds) and r.state <> 'closed'
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'evidence_is_of_closed_rounds',
            message = 'the round is open';
    end if;
    return new;
end
$$;
comment on function selaras.evidence_is_of_closed_rounds is
    'The families of an open round still change; what is kept of it would not follow.';
create trigger evidence_is_of_closed_rounds before insert on selaras.round_evidence
    for each row execute function selaras.evidence_is_of_closed_rounds();
create trigger evidence_is_of_closed_rounds before insert on selaras.pair_evidence
    for each row execute function selaras.evidence_is_of_closed_rounds();

-- Who ---------------------------------------------------------------------------------------------------------------

do $$
declare
    tenant text;
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
begin
    foreach tenant in array array['round_evidence', 'pair_evidence'] loop
        execute format('alter table selaras.%I enable row level security', tenant);
        execute format('alter table selaras.%I force row level security', tenant);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', tenant);
        execute format('create policy coordinators_keep_their_area on selaras.%I to selaras_coordinator, selaras_lead
            using (%s) with check (%s)', tenant, area, area);
        execute format('create policy offices_read_their_area on selaras.%I for select
            to selaras_agency, selaras_viewer, selaras_province using (%s)', tenant, area);
        execute format('grant select on selaras.%I to selaras_reader', tenant);
        execute format('grant insert on selaras.%I to selaras_coordinator, selaras_lead', tenant);
    end loop;
end
$$;

-- Evidence carries no lokus; a village reaches it through the rounds that it may read.
create policy villages_read_their_own on selaras.round_evidence for select to selaras_village using (
    kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
    and exists (
        select from selaras.survey_round r
        where r.kabupaten_code = round_evidence.kabupaten_code and r.id = round_evidence.round_id));
create policy villages_read_their_own on selaras.pair_evidence for select to selaras_village using (
    kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
    and 2 = (
        select count(*) from selaras.survey_round r
        where r.kabupaten_code = pair_evidence.kabupaten_code
            and r.id in (pair_evidence.before_round_id, pair_evidence.after_round_id)));
