-- Every event is a link of the chain of its area, so that none can be edited, removed, slipped in or moved unnoticed.

create function selaras.event_hash(
    previous bytea, area_code text, number bigint, occurred_at timestamptz, principal_id uuid, account_id uuid,
    session_id uuid, request_id text, subject text, subject_id text, action text, before json, after json
) returns bytea
    language sql immutable parallel safe security invoker set search_path = selaras, pg_temp
as $$
    -- Each field is its length in four bytes and then its bytes, all ones for null: as `copy … (format binary)` sends it.
    select sha256('\x01'::bytea || coalesce(previous, decode(repeat('00', 32), 'hex'))
        || int4send(octet_length(area_code)) || convert_to(area_code, 'UTF8')
        || int4send(8) || int8send(number)
        || int4send(8) || timestamptz_send(occurred_at)
        || coalesce(int4send(16) || uuid_send(principal_id), int4send(-1))
        || coalesce(int4send(16) || uuid_send(account_id), int4send(-1))
        || coalesce(int4send(16) || uuid_send(session_id), int4send(-1))
        || coalesce(int4send(octet_length(request_id)) || convert_to(request_id, 'UTF8'), int4send(-1))
        || int4send(octet_length(subject)) || convert_to(subject, 'UTF8')
        || int4send(octet_length(subject_id)) || convert_to(subject_id, 'UTF8')
        || int4send(octet_length(action)) || convert_to(action, 'UTF8')
        || coalesce(int4send(octet_length(before::text)) || convert_to(before::text, 'UTF8'), int4send(-1))
        || coalesce(int4send(octet_length(after::text)) || convert_to(after::text, 'UTF8'), int4send(-1)))
$$;
comment on function selaras.event_hash is
    'SHA-256 over a version byte, the hash of the event before (32 zero bytes for the first) and every field of the event.
README.md describes it to whoever wants to recompute it elsewhere.';

-- The events that there are -----------------------------------------------------------------------------------------

drop index selaras.event_by_subject;
alter table selaras.event disable trigger event_is_append_only;
alter table selaras.event drop constraint event_belongs_to_a_kabupaten;
alter table selaras.event rename column kabupaten_code to area_code;
alter table selaras.event
    add column number bigint,
    -- null: before people had accounts, or an office's machine
    add column account_id uuid,
    -- null: not in a session, nor with a token of a machine
    add column session_id uuid,
    add column hash bytea,
    -- Text, as it was hashed. jsonb would be written out anew whenever it is read.
    alter column before type json using before::json,
    alter column after type json using after::json;
create policy owner_links on selaras.event for update to selaras_owner using (true) with check (true);
do $$
declare
    area text := '';
    last bigint;
    previous bytea;
    e selaras.event;
begin
    for e in select * from selaras.event order by area_code, sequence loop
        if area <> e.area_code then
            area := e.area_code;
            last := 0;
            previous := null;
        end if;
        last := last + 1;
        previous := selaras.event_hash(previous, e.area_code, last, e.occurred_at, e.principal_id, null, null,
            e.request_id, e.subject, e.subject_id, e.action, e.before, e.after);
        update selaras.event set number = last, hash = previous
        where area_code = e.area_code and sequence = e.sequence;
    end loop;
end
$$;
drop policy owner_links on selaras.event;
alter table selaras.event
    drop constraint event_pkey,
    drop column sequence,
    alter column number set not null,
    alter column hash set not null,
    add primary key (area_code, number),
    -- Set by whoever holds the chain, not when the row is made.
    alter column occurred_at drop default,
    drop constraint event_action_is_known,
    drop constraint event_has_a_before_or_an_after,
    add constraint event_area_is_a_region_or_the_service check (area_code ~ '^([0-9]{2}(\.[0-9]{2})?|service)$'),
    add constraint event_is_numbered_from_one check (number >= 1),
    add constraint event_hash_is_sha256 check (octet_length(hash) = 32),
    add constraint event_action_is_known check (action in ('insert', 'update', 'delete', 'sign_in', 'sign_in_failed',
        'sign_out', 'denied', 'export', 'sensitive_read', 'import')),
    add constraint event_of_a_change_has_a_before_or_an_after check (
        action not in ('insert', 'update', 'delete') or before is not null or after is not null);
alter table selaras.event enable trigger event_is_append_only;
create index event_by_subject on selaras.event (area_code, subject, subject_id, number) include (action);
comment on table selaras.event is
    'Who did what, when, and what it changed, in one chain of hashes an area. Append-only for everybody.';
comment on column selaras.event.area_code is
    'A kabupaten; a province, for what belongs to it as a whole; service, for what belongs to neither.';
comment on column selaras.event.number is 'Counts the events of the area from 1, without a gap.';
comment on column selaras.event.occurred_at is
    'When it entered the chain, which is when its transaction ended: later events of an area have no earlier time.';
comment on column selaras.event.after is
    'The row; of what changes no row, such as an export, what is told of it. null: the row was deleted.';
-- What belongs to a province as a whole is not read by whoever acts in a kabupaten of it.
update selaras.permission_narrowing
set area = 'area_code = any (string_to_array(current_setting(''selaras.areas'', true), '','')) and area_code like ''%.%'''
where relation = 'event';
select selaras.enforce_permissions();

-- What is added -----------------------------------------------------------------------------------------------------

create function selaras.append_event(
    area text, subject text, subject_id text, action text, before json, after json
) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    principal uuid := nullif(current_setting('selaras.principal', true), '')::uuid;
    account uuid := nullif(current_setting('selaras.account', true), '')::uuid;
    session uuid := nullif(current_setting('selaras.session', true), '')::uuid;
    request text := nullif(current_setting('selaras.request', true), '');
    last_number bigint;
    last_hash bytea;
    moment timestamptz;
begin
    -- Held to the end of the transaction: whoever waits for it then sees this event, and links to it.
    perform pg_advisory_xact_lock(735560804, hashtext(area));
    select e.number, e.hash, e.occurred_at into last_number, last_hash, moment
    -- Named, as that of a name (tg_table_name) would otherwise hold for all arguments, and no index has it.
    from event e where e.area_code = area collate "default" order by e.number desc limit 1;
    last_number := coalesce(last_number, 0) + 1;
    moment := greatest(clock_timestamp(), moment);
    insert into event (area_code, number, occurred_at, principal_id, account_id, session_id, request_id, subject,
        subject_id, action, before, after, hash)
    values (area, last_number, moment, principal, account, session, request, subject, subject_id, action, before, after,
        event_hash(last_hash, area, last_number, moment, principal, account, session, request, subject, subject_id,
            action, before, after));
end
$$;
comment on function selaras.append_event is
    'The only way into the chain. Only functions that run as the owner may call it.';

create function selaras.area_of(of_row json, area_column text default 'kabupaten_code') returns text
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select coalesce(of_row ->> area_column, of_row ->> 'province_code', (
        select coalesce(p.kabupaten_code, p.province_code) from principal p
        where p.id = (of_row ->> 'principal_id')::uuid or p.account_id = (of_row ->> 'account_id')::uuid
        order by p.created_at, p.id limit 1), 'service')
$$;
comment on function selaras.area_of is
    'In whose chain a row belongs; one that names no area, in that of its principal, or of the first one of its account.';

create or replace function selaras.record_event() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    was json := case when tg_op <> 'INSERT' then row_to_json(old) end;
    is_now json := case when tg_op <> 'DELETE' then row_to_json(new) end;
    area text := coalesce(is_now, was) ->> coalesce(tg_argv[2], 'kabupaten_code');
begin
    if tg_argv[1] <> '' then
        was := (was::jsonb - string_to_array(tg_argv[1], ','))::json;
        is_now := (is_now::jsonb - string_to_array(tg_argv[1], ','))::json;
    end if;
    if area is null then
        area := area_of(case tg_table_name when 'account'
            then json_build_object('account_id', coalesce(is_now, was) ->> 'id') else coalesce(is_now, was) end);
    end if;
    perform append_event(area, tg_table_name, coalesce(is_now, was) ->> tg_argv[0], lower(tg_op), was, is_now);
    return null;
end
$$;
comment on function selaras.record_event is
    'Records one row''s change. Its arguments: the column that identifies the subject; columns that are left out, as they
are secrets; the column that names the area, instead of kabupaten_code. A row without one belongs to the area of its
principal. Runs as the owner, because nobody else may write events.';

-- Deferred: the chain of an area is held from its first event to the end of the transaction, and an import that lasts
-- as long as its upload would keep all others waiting.
do $$
declare
    fact record;
begin
    for fact in
        select g.tgrelid::regclass as relation, g.tgname,
            replace(replace(pg_get_triggerdef(g.oid), 'CREATE TRIGGER', 'CREATE CONSTRAINT TRIGGER'), 'FOR EACH ROW',
                'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW') as definition
        from pg_trigger g where g.tgfoid = 'selaras.record_event'::regproc
    loop
        execute format('drop trigger %I on %s', fact.tgname, fact.relation);
        execute fact.definition;
    end loop;
end
$$;

-- Who is who and who may what is recorded from now on, too; what there is enters as if it were made now.
do $$
declare
    fact record;
begin
    for fact in select * from (values
        ('kabupaten', 'code', '', 'code'), ('agency', 'code', '', 'kabupaten_code'),
        ('agency_duty', 'agency_code', '', 'kabupaten_code'), ('holiday', 'day', '', 'kabupaten_code'),
        ('catalogue_agency', 'agency_code', '', 'kabupaten_code'), ('principal', 'id', 'name', 'kabupaten_code'),
        ('token', 'id', 'hash,name', 'kabupaten_code'), ('permission', 'role', '', 'kabupaten_code'),
        ('account', 'id', 'name,email', 'kabupaten_code'), ('password', 'account_id', 'salt,hash', 'kabupaten_code'),
        ('invitation', 'id', 'code_hash', 'kabupaten_code')
    ) f (relation, identifier, secrets, area) loop
        -- When somebody was seen last is noted every minute and is no event.
        execute format('create constraint trigger record_event after insert or update %s or delete on selaras.%I
            deferrable initially deferred for each row execute function selaras.record_event(%L, %L, %L)',
            case fact.relation
                when 'token' then 'of principal_id, kind, account_id, scope, expires_at, revoked_at, idle_for'
                when 'account' then 'of name, email, disabled_at' else '' end,
            fact.relation, fact.identifier, fact.secrets, fact.area);
        execute format('select selaras.append_event(
                selaras.area_of(to_json(t), %L), %L, to_jsonb(t) ->> %L, ''insert'', null,
                (to_jsonb(t) - string_to_array(%L, '',''))::json)
            from selaras.%I t', fact.area, fact.relation, fact.identifier, fact.secrets, fact.relation);
    end loop;
end
$$;
