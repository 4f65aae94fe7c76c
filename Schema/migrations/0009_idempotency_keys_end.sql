-- A key can be looked at without being taken, and does not stay for ever.

create function selaras.peek_idempotency_key(wanted_scope text, wanted_key text, sha256 bytea) returns void
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
end
$$;
comment on function selaras.peek_idempotency_key is
    'Fails where a request with this key has taken effect (SL208; DETAIL is the location), is still running (SL409) or
was another one (SL422). It holds the key until its transaction ends and writes nothing.';
grant execute on function selaras.peek_idempotency_key to selaras_reader;

create or replace function selaras.claim_idempotency_key(
    wanted_scope text, wanted_key text, sha256 bytea, location text
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    perform peek_idempotency_key(wanted_scope, wanted_key, sha256);
    insert into idempotency_key (principal_id, scope, key, request_sha256, location)
    values (current_setting('selaras.principal')::uuid, wanted_scope, wanted_key, sha256, location);
end
$$;

create function selaras.sweep_idempotency_keys(kept_for interval) returns bigint
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    swept bigint;
begin
    delete from idempotency_key k where k.created_at < now() - greatest(kept_for, interval '24 hours');
    get diagnostics swept = row_count;
    return swept;
end
$$;
comment on function selaras.sweep_idempotency_keys is
    'Removes keys that are older than the service promises to remember them, which is never less than 24 hours.';
grant execute on function selaras.sweep_idempotency_keys to selaras_login;
