-- The families' answers, and what follows from them once a round is closed.

create table selaras.family_answer (
    kabupaten_code text not null,
    round_id uuid not null,
    family bytea not null,
    status smallint not null,
    rt text not null,
    good bytea not null,
    eligible bytea not null,
    -- null: not stated
    enumerator text,
    -- null: not stated
    interviewed_on date,
    -- null: the family has the same id as in the round that this one is a panel of, or is new
    previous_family bytea,
    primary key (kabupaten_code, round_id, family),
    constraint family_is_a_keyed_hash check (octet_length(family) = 16),
    constraint previous_family_is_a_keyed_hash check (octet_length(previous_family) = 16),
    constraint family_status_is_known check (status between 1 and 5),
    constraint family_answers_have_both_bytes check (octet_length(good) = octet_length(eligible))
);
comment on table selaras.family_answer is
    'One family in one round: a byte for good and one for eligible per indicator, in framework order. The family''s id
is stored only as a keyed hash. An import is one event with counts and the file''s hash, not one per family.';
comment on column selaras.family_answer.eligible is '255: no answer; 254: nobody eligible; otherwise units counted.';

-- The reference to survey_round is kept by triggers: a foreign key asks once per row, which took half of the time of
-- an import, and 100,000 rows of an import are of one round.
create function selaras.answers_belong_to_an_open_round() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    touched integer := (select count(*) from (select distinct c.kabupaten_code, c.round_id from changed c) rounds);
    -- Locked against closing until the end of the transaction, or answers could slip in beside a closing under way.
    states text[] := array(
        select r.state from survey_round r
        where (r.kabupaten_code, r.id) in (select distinct c.kabupaten_code, c.round_id from changed c)
        for share of r);
begin
    if cardinality(states) < touched then
        raise exception using errcode = 'foreign_key_violation', table = tg_table_name,
            constraint = 'answers_belong_to_a_round', message = 'there is no such round';
    elsif 'closed' = any (states) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'round_closed_is_final',
            message = 'the round is closed';
    end if;
    return null;
end
$$;
comment on function selaras.answers_belong_to_an_open_round is
    'Once per statement: whether every round exists and is open.';

create function selaras.round_keeps_its_answers() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from family_answer f where f.kabupaten_code = old.kabupaten_code and f.round_id = old.id
    ) then
        raise exception using errcode = 'foreign_key_violation', table = tg_table_name,
            constraint = 'answers_belong_to_a_round', message = 'the round has answers';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function selaras.round_keeps_its_answers is
    'The other half of the reference: a round with answers is neither deleted nor given another key.';
create trigger round_keeps_its_answers_on_delete before delete on selaras.survey_round
    for each row execute function selaras.round_keeps_its_answers();
create trigger round_keeps_its_answers_on_update before update of kabupaten_code, id on selaras.survey_round
    for each row execute function selaras.round_keeps_its_answers();

create trigger answers_belong_to_an_open_round_on_insert after insert on selaras.family_answer
    referencing new table as changed for each statement execute function selaras.answers_belong_to_an_open_round();
-- Twice, or an answer could be moved out of a closed round into an open one.
create trigger answers_belong_to_an_open_round_on_update after update on selaras.family_answer
    referencing new table as changed for each statement execute function selaras.answers_belong_to_an_open_round();
create trigger answers_come_from_an_open_round_on_update after update on selaras.family_answer
    referencing old table as changed for each statement execute function selaras.answers_belong_to_an_open_round();
create trigger answers_belong_to_an_open_round_on_delete after delete on selaras.family_answer
    referencing old table as changed for each statement execute function selaras.answers_belong_to_an_open_round();

create table selaras.indicator_result (
    kabupaten_code text not null,
    round_id uuid not null,
    position smallint not null,
    good integer not null,
    eligible integer not null,
    families_missing integer not null,
    families_not_applicable integer not null,
    primary key (kabupaten_code, round_id, position),
    constraint indicator_result_belongs_to_a_round
        foreign key (kabupaten_code, round_id) references selaras.survey_round on delete restrict,
    constraint result_good_is_within_eligible check (good between 0 and eligible),
    constraint result_families_are_counted_from_zero check (families_missing >= 0 and families_not_applicable >= 0)
);
comment on table selaras.indicator_result is
    'Numerator and denominator of every indicator of a closed round; the value and whether it is weak follow from
them.';

create table selaras.dimension_result (
    kabupaten_code text not null,
    round_id uuid not null,
    position smallint not null,
    -- null: no indicator of the dimension has a value
    value numeric,
    primary key (kabupaten_code, round_id, position),
    constraint dimension_result_is_within_the_scale check (value between 0 and 100),
    constraint dimension_result_belongs_to_a_round
        foreign key (kabupaten_code, round_id) references selaras.survey_round on delete restrict
);
comment on table selaras.dimension_result is 'The shown value of every dimension of a closed round.';

create trigger indicator_result_is_immutable before update or delete on selaras.indicator_result
    for each row execute function selaras.refuse_change();
create trigger dimension_result_is_immutable before update or delete on selaras.dimension_result
    for each row execute function selaras.refuse_change();

create function selaras.results_are_written_by_closing() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if exists (
        select from survey_round r
        where (r.kabupaten_code, r.id) in (select distinct c.kabupaten_code, c.round_id from changed c)
            and r.closed_at is distinct from now()
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'results_are_written_by_closing',
            message = 'the round is not being closed by this transaction';
    end if;
    return null;
end
$$;
comment on function selaras.results_are_written_by_closing is
    'Results are added neither to an open round nor, later, to one that was closed.';
create trigger results_are_written_by_closing after insert on selaras.indicator_result
    referencing new table as changed for each statement execute function selaras.results_are_written_by_closing();
create trigger results_are_written_by_closing after insert on selaras.dimension_result
    referencing new table as changed for each statement execute function selaras.results_are_written_by_closing();

-- Who ---------------------------------------------------------------------------------------------------------------

do $$
declare
    tenant text;
    area constant text := 'kabupaten_code = any (string_to_array(current_setting(''selaras.areas'', true), '',''))';
begin
    foreach tenant in array array['family_answer', 'indicator_result', 'dimension_result'] loop
        execute format('alter table selaras.%I enable row level security', tenant);
        execute format('alter table selaras.%I force row level security', tenant);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', tenant);
        execute format('create policy coordinators_keep_their_area on selaras.%I to selaras_coordinator, selaras_lead
            using (%s) with check (%s)', tenant, area, area);
        execute format('grant select, insert on selaras.%I to selaras_coordinator, selaras_lead', tenant);
    end loop;
    foreach tenant in array array['indicator_result', 'dimension_result'] loop
        execute format('create policy offices_read_their_area on selaras.%I for select
            to selaras_agency, selaras_viewer, selaras_province using (%s)', tenant, area);
        -- Results carry no lokus; a village reaches them through the rounds that it may read.
        execute format('create policy villages_read_their_own on selaras.%1$I for select to selaras_village using (%2$s
            and exists (select from selaras.survey_round r where r.kabupaten_code = %1$I.kabupaten_code
                and r.id = %1$I.round_id))', tenant, area);
        execute format('grant select on selaras.%I to selaras_reader', tenant);
    end loop;
end
$$;

-- Columns are listed: an answer does not change its family, its round or its kabupaten.
grant update (status, rt, good, eligible, enumerator, interviewed_on, previous_family) on selaras.family_answer
    to selaras_coordinator, selaras_lead;
grant delete on selaras.family_answer to selaras_coordinator, selaras_lead;
