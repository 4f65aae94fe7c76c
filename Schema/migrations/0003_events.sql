-- Every change of a fact leaves an event, written by triggers in the same transaction. The hash chain comes later.

create table selaras.event (
    kabupaten_code text not null
        constraint event_belongs_to_a_kabupaten references selaras.kabupaten on delete restrict,
    sequence bigint not null generated always as identity,
    occurred_at timestamptz not null default clock_timestamp(),
    -- null: the import of configuration, which no caller does
    principal_id uuid constraint event_was_caused_by_a_principal references selaras.principal on delete restrict,
    -- null: not a request
    request_id text,
    subject text not null,
    subject_id text not null,
    action text not null,
    -- null: the row was made
    before jsonb,
    -- null: the row was deleted
    after jsonb,
    primary key (kabupaten_code, sequence),
    constraint event_action_is_known check (action in ('insert', 'update', 'delete')),
    constraint event_has_a_before_or_an_after check (before is not null or after is not null)
);
comment on table selaras.event is 'Who changed what, when, from what to what. Append-only for everybody.';
create index event_by_subject on selaras.event (kabupaten_code, subject, subject_id);

create trigger event_is_append_only before update or delete on selaras.event
    for each row execute function selaras.refuse_change();
create trigger event_is_not_emptied before truncate on selaras.event
    for each statement execute function selaras.refuse_change();

create function selaras.record_event() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    is_now jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
begin
    insert into event (kabupaten_code, principal_id, request_id, subject, subject_id, action, before, after)
    values (
        coalesce(is_now, was) ->> 'kabupaten_code',
        nullif(current_setting('selaras.principal', true), '')::uuid,
        nullif(current_setting('selaras.request', true), ''),
        tg_table_name,
        coalesce(is_now, was) ->> tg_argv[0],
        lower(tg_op),
        was,
        is_now);
    return null;
end
$$;
comment on function selaras.record_event is
    'Records one row''s change; its argument names the column that identifies the subject. Runs as the owner, because
nobody else may write events.';

alter table selaras.event enable row level security;
alter table selaras.event force row level security;
create policy owner_appends on selaras.event for insert to selaras_owner with check (true);
create policy owner_reads on selaras.event for select to selaras_owner using (true);
create policy coordinators_read_their_area on selaras.event for select to selaras_coordinator, selaras_lead
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')));
grant select on selaras.event to selaras_coordinator, selaras_lead;

create table selaras.idempotency_key (
    principal_id uuid not null
        constraint idempotency_key_belongs_to_a_principal references selaras.principal on delete restrict,
    -- method and path of the request
    scope text not null,
    key text not null,
    request_sha256 bytea not null,
    -- where the representation of what was made can be read
    location text not null,
    created_at timestamptz not null default now(),
    primary key (principal_id, scope, key),
    constraint idempotency_key_has_a_sensible_length check (length(key) between 1 and 255)
);
comment on table selaras.idempotency_key is
    'Requests that have taken effect, written in the transaction of the effect; kept for at least 24 hours.';
create index idempotency_key_by_age on selaras.idempotency_key (created_at);

create function selaras.claim_idempotency_key(wanted_scope text, wanted_key text, sha256 bytea, location text)
    returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    caller uuid := current_setting('selaras.principal')::uuid;
    earlier idempotency_key;
begin
    if not pg_try_advisory_xact_lock(hashtextextended(concat_ws(chr(31), caller, wanted_scope, wanted_key), 0)) then
        raise exception using errcode = 'SL409', message = 'a request with this key is still running';
    end if;
    select k.* into earlier from idempotency_key k
    where k.principal_id = caller and k.scope = wanted_scope and k.key = wanted_key;
    if found and earlier.request_sha256 <> sha256 then
        raise exception using errcode = 'SL422', message = 'the key was used for another request';
    elsif found then
        raise exception using errcode = 'SL208', message = 'the request has taken effect', detail = earlier.location;
    end if;
    insert into idempotency_key (principal_id, scope, key, request_sha256, location)
    values (caller, wanted_scope, wanted_key, sha256, location);
end
$$;
comment on function selaras.claim_idempotency_key is
    'Second statement of a request with an Idempotency-Key. Fails with SL208 (took effect; DETAIL is the location),
SL409 (still running) or SL422 (another request); otherwise the key is taken, for good if the transaction commits.';
grant execute on function selaras.claim_idempotency_key to selaras_reader;

alter table selaras.idempotency_key enable row level security;
alter table selaras.idempotency_key force row level security;
create policy owner_maintains on selaras.idempotency_key to selaras_owner using (true) with check (true);

create function selaras.expect_rows(touched bigint, rule text default null) returns void
    language plpgsql immutable security invoker set search_path = selaras, pg_temp
as $$
begin
    if touched > 0 then
        return;
    elsif rule is null then
        raise exception using errcode = 'SL404', message = 'no such row';
    end if;
    raise exception using errcode = 'SL001', constraint = rule, message = 'nothing was written';
end
$$;
comment on function selaras.expect_rows is
    'Fails a transaction in which a statement touched nothing, so that an idempotency key is not taken for no effect.';
grant execute on function selaras.expect_rows to selaras_reader;
