-- Work that goes on after its request was answered: an upload that is being imported, a round that is being closed.

create table selaras.operation (
    kabupaten_code text not null
        constraint operation_belongs_to_a_kabupaten references selaras.kabupaten on delete restrict,
    id uuid not null,
    kind text not null,
    state text not null default 'queued',
    principal_id uuid not null
        constraint operation_was_asked_for_by_a_principal references selaras.principal on delete restrict,
    -- the one that it acts with: revoked, it does no more
    token_id uuid not null
        constraint operation_acts_with_a_token references selaras.token (id) on delete restrict,
    request_id text not null,
    -- path and query of the request
    target text not null,
    -- the version that a closing names; null: an import
    version_read integer,
    language text not null,
    -- which server keeps the upload, as it is never in the database
    spool_id uuid not null,
    bytes_total bigint not null,
    bytes_read bigint not null default 0,
    rows_read bigint not null default 0,
    -- null: nobody has
    cancel_requested_at timestamptz,
    -- null unless it succeeded
    result_location text,
    -- null unless it failed: the problem, as a request would have been answered with
    problem text,
    created_at timestamptz not null default now(),
    -- null: it has not begun
    started_at timestamptz,
    -- null: it is not at its end
    finished_at timestamptz,
    primary key (kabupaten_code, id),
    constraint operation_kind_is_known check (kind in ('survey_import', 'survey_close')),
    constraint operation_state_is_known check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    constraint operation_has_the_result_of_its_state check (
        (state = 'succeeded') = (result_location is not null) and (state = 'failed') = (problem is not null)
        and (state in ('queued', 'running')) = (finished_at is null))
);
comment on table selaras.operation is
    'Work that goes on after its request was answered, and what became of it. The upload itself lies with the server.';
create index operation_by_time on selaras.operation (kabupaten_code, created_at desc);
create index operation_under_way on selaras.operation (kabupaten_code, id) where finished_at is null;

create trigger operation_is_not_emptied before truncate on selaras.operation
    for each statement execute function selaras.refuse_change();
-- Progress is written every second and is no event; a change of state is.
create trigger record_event after insert or update of state or delete on selaras.operation
    for each row execute function selaras.record_event('id');

alter table selaras.operation enable row level security;
alter table selaras.operation force row level security;
create policy owner_maintains on selaras.operation to selaras_owner using (true) with check (true);
create policy coordinators_read_their_area on selaras.operation for select to selaras_coordinator, selaras_lead
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')));
grant select on selaras.operation to selaras_coordinator, selaras_lead;

-- What a caller does ------------------------------------------------------------------------------------------------

create function selaras.queue_operation(
    new_id uuid, new_kind text, kabupaten text, token_hash bytea, new_target text, new_version integer,
    new_language text, new_spool uuid, new_bytes bigint
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if kabupaten is null or kabupaten <> all (string_to_array(current_setting('selaras.areas', true), ',')) then
        raise exception using errcode = 'SL404', message = 'no such place';
    end if;
    insert into operation (kabupaten_code, id, kind, principal_id, token_id, request_id, target, version_read, language,
        spool_id, bytes_total)
    select kabupaten, new_id, new_kind, t.principal_id, t.id, current_setting('selaras.request'), new_target,
        new_version, new_language, new_spool, new_bytes
    from token t
    where t.hash = token_hash and t.principal_id = current_setting('selaras.principal')::uuid;
    if not found then
        raise exception using errcode = 'SL401', message = 'not the caller''s token';
    end if;
end
$$;
comment on function selaras.queue_operation is
    'Notes work that goes on after its request, in the name of whoever entered, and with his token.';
grant execute on function selaras.queue_operation to selaras_coordinator, selaras_lead;

create function selaras.cancel_operation(wanted uuid) returns void
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
        raise exception using errcode = 'SL001', constraint = 'operation_is_still_under_way', message = present.state;
    end if;
    update operation o set cancel_requested_at = coalesce(o.cancel_requested_at, clock_timestamp())
    where o.id = wanted and o.state = 'running';
    update operation o set state = 'cancelled', cancel_requested_at = clock_timestamp(),
        finished_at = clock_timestamp()
    where o.id = wanted and o.state = 'queued';
end
$$;
comment on function selaras.cancel_operation is
    'Ends what has not begun, and asks what runs to end; its server sees that within a second or two.';
grant execute on function selaras.cancel_operation to selaras_coordinator, selaras_lead;

create function selaras.succeed_operation(wanted uuid, location text) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    update operation o set state = 'succeeded', result_location = location, finished_at = clock_timestamp()
    where o.id = wanted and o.finished_at is null and o.state = 'running'
        and o.principal_id = current_setting('selaras.principal')::uuid;
    if not found then
        raise exception using errcode = 'SL001', constraint = 'operation_is_still_under_way',
            message = 'ended by somebody else';
    end if;
end
$$;
comment on function selaras.succeed_operation is
    'Last statement of an operation, in the transaction of its effect: both are there, or neither, and nothing is done
twice.';
grant execute on function selaras.succeed_operation to selaras_coordinator, selaras_lead;

-- What a server does, in nobody's name ------------------------------------------------------------------------------

create function selaras.begin_operation(wanted uuid, own_spool uuid)
    returns table (token_hash bytea, request_id text, kind text, target text, version_read integer, language text)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if not exists (select from operation o where o.id = wanted and o.spool_id = own_spool) then
        raise exception using errcode = 'SL404', message = 'no such operation';
    end if;
    -- Its server died before it saw that it should end.
    update operation o set state = 'cancelled', finished_at = clock_timestamp()
    where o.id = wanted and o.state = 'running' and o.cancel_requested_at is not null;
    return query
    update operation o
    set state = 'running', started_at = coalesce(o.started_at, clock_timestamp()), bytes_read = 0, rows_read = 0
    from token t
    where o.id = wanted and o.spool_id = own_spool and o.finished_at is null and t.id = o.token_id
        and o.cancel_requested_at is null
    returning t.hash, o.request_id, o.kind, o.target, o.version_read, o.language;
end
$$;
comment on function selaras.begin_operation is
    'For the server that holds the upload: what is to be done, and in whose name. No row: there is nothing to do.
SL404: it is not known here.';
grant execute on function selaras.begin_operation to selaras_login;

create function selaras.report_operation(wanted uuid, bytes bigint, lines bigint) returns boolean
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    goes_on boolean;
begin
    update operation o set bytes_read = bytes, rows_read = lines
    where o.id = wanted and o.finished_at is null and o.state = 'running'
    returning o.cancel_requested_at is null into goes_on;
    return coalesce(goes_on, true);
end
$$;
comment on function selaras.report_operation is 'How far an operation is; false where it has been asked to end.';
grant execute on function selaras.report_operation to selaras_login;

create function selaras.end_operation(wanted uuid, new_state text, new_problem text) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    update operation o set state = new_state, problem = new_problem, finished_at = clock_timestamp()
    where o.id = wanted and o.finished_at is null and new_state in ('failed', 'cancelled');
end
$$;
comment on function selaras.end_operation is
    'Ends an operation that had no effect; one that is at its end stays as it is.';
grant execute on function selaras.end_operation to selaras_login;

create function selaras.unfinished_operations(own_spool uuid) returns setof uuid
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select o.id from operation o where o.spool_id = own_spool and o.finished_at is null
$$;
comment on function selaras.unfinished_operations is
    'For a server that starts: what it should still have the uploads of.';
grant execute on function selaras.unfinished_operations to selaras_login;
