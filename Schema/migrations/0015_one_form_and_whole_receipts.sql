-- One form for the names that interventions go by, refusals in the right order, and receipts that are told whole again.

-- Names -------------------------------------------------------------------------------------------------------------

create function selaras.plain_name(name text) returns text
    language sql immutable strict parallel safe security invoker set search_path = selaras, pg_temp
as $$
    select normalize(btrim(regexp_replace(name,
        '[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g')), nfc)
$$;
comment on function selaras.plain_name is
    'The one form of a name: in NFC, no blanks around it, one space for each run of blanks in it, of whichever kind.';
grant execute on function selaras.plain_name to selaras_reader;

update selaras.intervention set reference = selaras.plain_name(reference)
where reference <> selaras.plain_name(reference);
alter table selaras.intervention
    add constraint intervention_reference_is_in_plain_form check (reference = selaras.plain_name(reference));

-- Reports -----------------------------------------------------------------------------------------------------------

-- After the row, so that row-level security says first who may not report at all.
drop trigger report_falls_within_its_intervention on selaras.progress_report;
create trigger report_falls_within_its_intervention after insert on selaras.progress_report
    for each row execute function selaras.report_falls_within_its_intervention();

-- Receipts ----------------------------------------------------------------------------------------------------------

alter table selaras.survey_import
    -- null in these: of an import before they were kept
    add column families_missing integer,
    add column families_in_round integer,
    add column rows_by_status bigint[],
    add constraint import_outcome_is_whole check (
        num_nonnulls(families_missing, families_in_round, rows_by_status) in (0, 3)
        and cardinality(rows_by_status) = 5);
comment on column selaras.survey_import.families_missing is 'Families of the round that the file lacked.';
comment on column selaras.survey_import.families_in_round is 'Families of the round after the import.';
comment on column selaras.survey_import.rows_by_status is 'Rows of the file by family_answer.status, 1 to 5.';
grant insert (families_missing, families_in_round, rows_by_status) on selaras.survey_import
    to selaras_coordinator, selaras_lead;

-- Keys --------------------------------------------------------------------------------------------------------------

comment on column selaras.idempotency_key.location is
    'What was made: its id; of a batch one an item, separated by blanks, and for an item that was refused ! and the
reason; behind the id of a plan the numbers that an import or an assignment of all told.';

-- Operations --------------------------------------------------------------------------------------------------------

create or replace function selaras.cancel_operation(wanted uuid) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    present operation;
begin
    select o.* into present from operation o
    where o.id = wanted and o.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
    for update;
    if not found then
        raise exception using errcode = 'SL404', message = 'no such operation';
    elsif present.state in ('succeeded', 'failed') then
        raise exception using errcode = 'SL001', constraint = 'operation_is_at_its_end', message = present.state;
    end if;
    update operation o set cancel_requested_at = coalesce(o.cancel_requested_at, clock_timestamp())
    where o.id = wanted and o.state = 'running';
    update operation o set state = 'cancelled', cancel_requested_at = clock_timestamp(),
        finished_at = clock_timestamp()
    where o.id = wanted and o.state = 'queued';
end
$$;

create or replace function selaras.succeed_operation(wanted uuid, location text) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    update operation o set state = 'succeeded', result_location = location, finished_at = clock_timestamp()
    where o.id = wanted and o.finished_at is null and o.state = 'running'
        and o.principal_id = current_setting('selaras.principal')::uuid;
    if not found then
        raise exception using errcode = 'SL001', constraint = 'operation_is_at_its_end',
            message = 'ended by somebody else';
    end if;
end
$$;

drop function selaras.unfinished_operations(uuid);
create function selaras.unfinished_operations(own_spool uuid)
    returns table (id uuid, request_id text, target text, language text)
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select o.id, o.request_id, o.target, o.language from operation o
    where o.spool_id = own_spool and o.finished_at is null
$$;
comment on function selaras.unfinished_operations is
    'For a server that starts: what it should still have the uploads of, and what to tell of one that is lost.';
grant execute on function selaras.unfinished_operations to selaras_login;
