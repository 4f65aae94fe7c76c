-- What changes no row is an event as well: who signed in, who was refused, what left the service. And an import tells the
-- root of the tree of its rows.

create function selaras.note_deed(deed text, subject text, subject_id text, details json default null) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if deed in ('insert', 'update', 'delete', 'sign_in', 'sign_in_failed', 'denied') then
        raise exception using errcode = 'insufficient_privilege', message = 'told by those who do it';
    end if;
    perform append_event(
        area_of(json_build_object('principal_id', nullif(current_setting('selaras.principal', true), ''))),
        subject, subject_id, deed, null, details);
end
$$;
comment on function selaras.note_deed is
    'For whoever entered: records an export or the reading of what is sensitive, in the chain of his area. It holds that
chain, so it is the last statement of a transaction, or alone in one.';
grant execute on function selaras.note_deed to selaras_reader;

create function selaras.note_sign_in(
    deed text, area text, principal uuid, account uuid, session uuid, request text, details json
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if deed not in ('sign_in', 'sign_in_failed', 'sign_out') then
        raise exception using errcode = 'insufficient_privilege', message = 'told by those who do it';
    end if;
    perform set_config('selaras.principal', coalesce(principal::text, ''), true),
        set_config('selaras.account', coalesce(account::text, ''), true),
        set_config('selaras.session', coalesce(session::text, ''), true),
        set_config('selaras.request', coalesce(request, ''), true);
    perform append_event(
        coalesce(area, area_of(json_build_object('principal_id', principal))), 'account',
        coalesce(account::text, ''), deed, null, details);
end
$$;
comment on function selaras.note_sign_in is
    'For the server, before anybody entered: who signed in or out, or tried to. The area may be null: that of the
principal, and without one the service''s. It leaves these people in the settings of the transaction.';
grant execute on function selaras.note_sign_in to selaras_login;

create function selaras.note_denial(token_hash bytea, request text, subject text, details json) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    held token;
begin
    select t.* into held from token t where t.hash = token_hash;
    -- A stranger could otherwise fill the chain with what he made up.
    if not found then
        return;
    end if;
    perform set_config('selaras.principal', coalesce(held.principal_id::text, ''), true),
        set_config('selaras.account', coalesce(held.account_id::text, ''), true),
        set_config('selaras.session', case held.kind when 'session' then held.id::text else '' end, true),
        set_config('selaras.request', request, true);
    perform append_event(
        area_of(json_build_object('principal_id', held.principal_id, 'account_id', held.account_id)), subject, '',
        'denied', null, details);
end
$$;
comment on function selaras.note_denial is
    'For the server, after a transaction that was refused: who wanted what. Nothing where nobody has that token.';
grant execute on function selaras.note_denial to selaras_login;

-- Events are read by time, over all areas of the reader.
create index event_by_time on selaras.event (occurred_at desc, area_code desc, number desc);

alter table selaras.survey_import
    -- null: of an import before it was kept
    add column rows_root bytea,
    add constraint import_root_is_sha256 check (octet_length(rows_root) = 32);
comment on column selaras.survey_import.rows_root is
    'The root of the Merkle tree (RFC 6962) of the round''s answers after the import, in the order of the families: a leaf
is what copy sends of family, status, rt, good, eligible, enumerator, interviewed_on and previous_family.';
update selaras.permission_effect set columns = columns || 'rows_root'::text
where target = 'survey_import' and command = 'insert';
select selaras.enforce_permissions();
