-- Who a person is, apart from the offices they hold for a time; and sessions of persons beside tokens of machines.

create table selaras.account (
    id uuid primary key,
    name text not null,
    email text not null,
    created_at timestamptz not null default now(),
    -- null: has never signed in
    signed_in_at timestamptz,
    -- null: not disabled
    disabled_at timestamptz,
    constraint account_email_is_of_one_person unique (email),
    constraint account_email_is_in_lower_case check (email = lower(email)),
    constraint account_email_has_a_name_and_a_place check (
        email ~ '^[^[:space:]@]+@[^[:space:]@]+$' and length(email) <= 254),
    constraint account_name_is_not_blank check (name ~ '[^[:space:]]')
);
comment on table selaras.account is
    'A person. What they may do is said by the principals that they hold, one for each role in an area.';
comment on column selaras.account.id is 'Stands for the person where the name must not.';
comment on column selaras.account.name is 'As the person is called in the office.';
comment on column selaras.account.email is 'What the person signs in with, in lower case.';
comment on column selaras.account.created_at is 'When the person was first invited.';
comment on column selaras.account.signed_in_at is 'When the person signed in last.';
comment on column selaras.account.disabled_at is
    'From then on nothing of the account is believed: neither session nor token.';

alter table selaras.principal
    -- null: an office, for which machines act
    add column account_id uuid constraint principal_belongs_to_an_account references selaras.account on delete restrict,
    -- null: since ever
    add column valid_from timestamptz,
    -- null: without an end
    add column if not exists valid_until timestamptz,
    -- null: not ended before its time
    add column ended_at timestamptz,
    add constraint principal_is_valid_before_it_ends check (valid_from < valid_until);
create index principal_by_account on selaras.principal (account_id) where account_id is not null;
comment on table selaras.principal is
    'Who acts: one role in one area, held by a person or by an office. Events and reports point here, so rows stay for
good.';
comment on column selaras.principal.account_id is 'The person who holds it.';
comment on column selaras.principal.valid_from is 'It cannot act before.';
comment on column selaras.principal.valid_until is 'It cannot act from then on.';
comment on column selaras.principal.ended_at is 'It was ended by somebody who may.';

alter table selaras.token
    alter column principal_id drop not null,
    add column kind text not null default 'machine',
    -- null: of a machine
    add column account_id uuid constraint token_belongs_to_an_account references selaras.account on delete restrict,
    add column name text not null default '',
    -- null: whatever its principal may
    add column scope text[],
    add column seen_at timestamptz not null default now(),
    -- null: does not end by being left alone
    add column idle_for interval,
    add constraint token_kind_is_known check (kind in ('machine', 'session')),
    add constraint token_acts_for_one_principal_or_one_person check (
        case kind when 'machine' then principal_id is not null and account_id is null and idle_for is null
            else principal_id is null and account_id is not null and idle_for is not null and scope is null end),
    add constraint token_scope_names_permissions check (
        cardinality(scope) > 0 and array_to_string(scope, ' ', '?') ~ '^[a-z_]+:[a-z_]+( [a-z_]+:[a-z_]+)*$');
create index token_by_account on selaras.token (account_id) where account_id is not null;
comment on table selaras.token is
    'Opaque bearer tokens, only as SHA-256, shown once, at their making: machines keep one for months, a person has one
for each session.';
comment on column selaras.token.hash is 'SHA-256 of the text.';
comment on column selaras.token.id is 'Names the token where its text must not be known.';
comment on column selaras.token.principal_id is 'Of a machine: for whom it acts. A session says so in each request.';
comment on column selaras.token.account_id is 'Of a session: whose it is.';
comment on column selaras.token.kind is 'machine or session.';
comment on column selaras.token.name is 'What it is for; of a session, the program that signed in.';
comment on column selaras.token.scope is
    'Cells of the permission matrix, as resource:action: it may no more than these.';
comment on column selaras.token.created_at is 'When it was made.';
comment on column selaras.token.expires_at is 'It is believed until then and no longer, however much it is used.';
comment on column selaras.token.revoked_at is 'It is not believed from then on.';
comment on column selaras.token.seen_at is 'When it was used last, to the minute.';
comment on column selaras.token.idle_for is 'It is not believed once it was not used for so long.';

drop function selaras.enter(bytea, text, text);
create function selaras.enter(
    token_hash bytea, wanted_resource text, wanted_action text, wanted_principal uuid default null
) returns table (
    principal_id uuid, name text, role text, areas text, agency text, lokus text, account text, is_rested boolean
)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
declare
    held token;
    who principal;
begin
    select t.* into held
    from token t
    left join principal p on p.id = t.principal_id
    left join account a on a.id = coalesce(t.account_id, p.account_id)
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now()) and a.disabled_at is null
        -- The token of a machine ends with its principal; a session may have others.
        and (p.id is null or (p.ended_at is null and (p.valid_from is null or p.valid_from <= now())
            and (p.valid_until is null or p.valid_until > now())));
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    end if;
    select p.* into who
    from principal p
    where (p.id = held.principal_id or p.account_id = held.account_id)
        and (wanted_principal is null or p.id = wanted_principal)
        and p.ended_at is null and (p.valid_from is null or p.valid_from <= now())
        and (p.valid_until is null or p.valid_until > now())
    limit 1;
    if not found then
        raise exception using errcode = 'SL403', constraint = 'principal_is_held_now',
            message = 'the token''s owner does not hold such a principal now';
    end if;
    if wanted_principal is null and held.principal_id is null and exists (
        select from principal p
        where p.account_id = held.account_id and p.id <> who.id and p.ended_at is null
            and (p.valid_from is null or p.valid_from <= now()) and (p.valid_until is null or p.valid_until > now())
    ) then
        raise exception using errcode = 'SL300', message = 'several principals, and none is named';
    end if;
    if not exists (
        select from permission g
        where g.role = who.role and g.resource = wanted_resource and g.action = wanted_action
    ) or not coalesce(wanted_resource || ':' || wanted_action = any (held.scope), held.scope is null) then
        raise exception using errcode = 'SL403',
            message = format('%s may not %s %s', who.role, wanted_action, wanted_resource);
    end if;
    principal_id := who.id;
    name := who.name;
    role := 'selaras_' || who.role;
    account := coalesce(who.account_id::text, '');
    select r.areas, r.agency, r.lokus into areas, agency, lokus from reach_of(who) r;
    is_rested := held.seen_at < now() - interval '1 minute';
    return next;
end
$$;
comment on function selaras.enter is
    'Turns a token''s hash into its caller, or fails with SL401 (no such token), SL300 (the person holds several
principals and names none) or SL403 (not permitted, not in the scope of the token, or not that principal''s holder). It
is the first statement of every request, in the same transaction as what the request does, so that what was revoked is
refused at once: a token, a session, a principal, an account. It cannot set the role itself (a security definer function
may not), so the statement around it does.';
grant execute on function selaras.enter to selaras_login;

create function selaras.enter_account(token_hash bytea)
    returns table (token_id uuid, account text, principal text, role text, is_rested boolean)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
begin
    select t.id, coalesce(t.account_id::text, ''), coalesce(t.principal_id::text, ''), 'selaras_account',
        t.seen_at < now() - interval '1 minute'
    into token_id, account, principal, role, is_rested
    from token t
    left join principal p on p.id = t.principal_id
    left join account a on a.id = coalesce(t.account_id, p.account_id)
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now()) and a.disabled_at is null
        and (p.id is null or (p.ended_at is null and (p.valid_from is null or p.valid_from <= now())
            and (p.valid_until is null or p.valid_until > now())));
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    end if;
    return next;
end
$$;
comment on function selaras.enter_account is
    'As enter, for what is a person''s own, whatever they hold: their sessions, their tokens, who they are. The token of
a machine is no person''s: it sees its own principal and nothing else.';
grant execute on function selaras.enter_account to selaras_login;

create function selaras.touch_tokens(hashes bytea[]) returns bigint
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    touched bigint;
begin
    update token t set seen_at = now()
    where t.hash = any (hashes) and t.revoked_at is null and t.expires_at > now()
        and (t.idle_for is null or t.seen_at + t.idle_for > now());
    get diagnostics touched = row_count;
    return touched;
end
$$;
comment on function selaras.touch_tokens is
    'Notes that tokens were used: the server gathers them for some seconds, so that a reading request writes nothing.
What has ended meanwhile does not come back.';
grant execute on function selaras.touch_tokens to selaras_login;

create function selaras.areas_within(province text) returns text[]
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select coalesce(array_agg(k.code order by k.code), '{}') from kabupaten k where k.code like province || '.%'
$$;
comment on function selaras.areas_within is
    'The kabupaten of a province that use the service; nothing of it is secret.';
grant execute on function selaras.areas_within to selaras_account;

-- What is a person's own ----------------------------------------------------------------------------------------------

grant usage on schema selaras to selaras_account;
alter table selaras.account enable row level security;
alter table selaras.account force row level security;
create policy owner_maintains on selaras.account to selaras_owner using (true) with check (true);
create policy one_reads_oneself on selaras.account for select to selaras_account
    using (id = nullif(current_setting('selaras.account', true), '')::uuid);
grant select on selaras.account to selaras_account;

create policy one_reads_ones_own on selaras.principal for select to selaras_account
    using (account_id = nullif(current_setting('selaras.account', true), '')::uuid
        or id = nullif(current_setting('selaras.principal', true), '')::uuid);
grant select on selaras.principal to selaras_account;

create policy one_reads_ones_own on selaras.token for select to selaras_account
    using (account_id = nullif(current_setting('selaras.account', true), '')::uuid
        or principal_id in (
            select p.id from selaras.principal p
            where p.account_id = nullif(current_setting('selaras.account', true), '')::uuid));
create policy one_revokes_ones_own on selaras.token for update to selaras_account
    using (account_id = nullif(current_setting('selaras.account', true), '')::uuid
        or principal_id in (
            select p.id from selaras.principal p
            where p.account_id = nullif(current_setting('selaras.account', true), '')::uuid));
grant select (id, principal_id, kind, account_id, name, scope, created_at, expires_at, revoked_at, seen_at, idle_for),
    update (revoked_at) on selaras.token to selaras_account;

-- An operation of a person who signed in -----------------------------------------------------------------------------

create or replace function selaras.queue_operation(
    new_id uuid, new_kind text, kabupaten text, token_hash bytea, new_target text, new_version integer,
    new_language text, new_spool uuid, new_bytes bigint
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    caller uuid := current_setting('selaras.principal')::uuid;
begin
    if kabupaten is null or kabupaten <> all (string_to_array(current_setting('selaras.areas', true), ',')) then
        raise exception using errcode = 'SL404', message = 'no such place';
    end if;
    insert into operation (kabupaten_code, id, kind, principal_id, token_id, request_id, target, version_read, language,
        spool_id, bytes_total)
    select kabupaten, new_id, new_kind, p.id, t.id, current_setting('selaras.request'), new_target, new_version,
        new_language, new_spool, new_bytes
    from token t join principal p on p.id = t.principal_id or p.account_id = t.account_id
    where t.hash = token_hash and p.id = caller;
    if not found then
        raise exception using errcode = 'SL401', message = 'not the caller''s token';
    end if;
end
$$;

drop function selaras.begin_operation(uuid, uuid);
create function selaras.begin_operation(wanted uuid, own_spool uuid)
    returns table (
        token_hash bytea, principal_id uuid, request_id text, kind text, target text, version_read integer,
        language text)
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
    returning t.hash, o.principal_id, o.request_id, o.kind, o.target, o.version_read, o.language;
end
$$;
comment on function selaras.begin_operation is
    'For the server that holds the upload: what is to be done, and in whose name. No row: there is nothing to do.
SL404: it is not known here.';
grant execute on function selaras.begin_operation to selaras_login;
