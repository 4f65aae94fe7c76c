-- The tenant, its agencies, and who is calling.

create function selaras.is_time_zone(wanted text) returns boolean
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
begin
    return now() at time zone wanted is not null;
exception when invalid_parameter_value then
    return false;
end
$$;
comment on function selaras.is_time_zone is
    'Whether PostgreSQL knows the zone, so that a wrong one breaks a named rule.';

create table selaras.kabupaten (
    code text primary key
        constraint kabupaten_is_in_the_register references selaras.region on delete restrict,
    coordinator_office text not null,
    time_zone text not null default 'Asia/Makassar',
    report_due_working_days smallint not null default 10,
    constraint kabupaten_code_is_of_a_kabupaten_or_kota check (code ~ '^[0-9]{2}\.[0-9]{2}$'),
    constraint kabupaten_report_deadline_is_sensible check (report_due_working_days between 1 and 60),
    constraint kabupaten_time_zone_is_known check (selaras.is_time_zone(time_zone))
);
comment on table selaras.kabupaten is
    'A kabupaten or kota that uses the service: the tenant. Its code leads every key.';
comment on column selaras.kabupaten.coordinator_office is 'Bappeda, Bapperida, Bapplitbangda: the name differs.';
comment on column selaras.kabupaten.report_due_working_days is
    'A report is due on this working day after its quarter.';

create table selaras.holiday (
    kabupaten_code text not null
        constraint holiday_belongs_to_a_kabupaten references selaras.kabupaten on delete restrict,
    day date not null,
    name text not null,
    primary key (kabupaten_code, day)
);
comment on table selaras.holiday is
    'Days on which the offices of the kabupaten are closed, beside Saturday and Sunday.';

create table selaras.agency (
    kabupaten_code text not null
        constraint agency_belongs_to_a_kabupaten references selaras.kabupaten on delete restrict,
    code text not null,
    short_name text not null,
    name text not null,
    kind text not null,
    -- null: not a unit of another agency
    parent_code text,
    urusan text[] not null,
    role text not null,
    provenance text not null,
    primary key (kabupaten_code, code),
    constraint agency_parent_is_an_agency
        foreign key (kabupaten_code, parent_code) references selaras.agency on delete restrict,
    constraint agency_kind_is_known check (
        kind in ('opd', 'unit', 'vertical', 'partner', 'village', 'private')),
    constraint agency_role_is_known check (
        role in ('lead', 'coordinator', 'implementer', 'support', 'measurement')),
    constraint agency_code_is_upper_case check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$')
);
comment on table selaras.agency is
    'Offices and partners of a kabupaten; their names and duties differ from place to place.';

create table selaras.agency_duty (
    kabupaten_code text not null,
    agency_code text not null,
    framework_code text not null,
    indicator_code text not null,
    primary key (kabupaten_code, agency_code, framework_code, indicator_code),
    constraint duty_belongs_to_an_agency
        foreign key (kabupaten_code, agency_code) references selaras.agency on delete restrict
);
comment on table selaras.agency_duty is 'Which indicators an agency has the duty to move.';
create index duty_by_indicator on selaras.agency_duty (kabupaten_code, framework_code, indicator_code);

create table selaras.catalogue_agency (
    kabupaten_code text not null,
    item_code text not null
        constraint catalogue_agency_belongs_to_an_item references selaras.catalogue_item on delete restrict,
    agency_code text not null,
    primary key (kabupaten_code, item_code, agency_code),
    constraint catalogue_agency_is_an_agency
        foreign key (kabupaten_code, agency_code) references selaras.agency on delete restrict
);
comment on table selaras.catalogue_agency is 'Which agencies of a kabupaten may do a kind of intervention.';

-- Callers ---------------------------------------------------------------------------------------------------------

create table selaras.principal (
    id uuid primary key,
    name text not null,
    role text not null,
    -- null: the principal acts in a whole province
    kabupaten_code text constraint principal_kabupaten_uses_the_service references selaras.kabupaten on delete restrict,
    -- null: the principal acts in one kabupaten
    province_code text constraint principal_province_is_in_the_register references selaras.region on delete restrict,
    -- null unless the role is agency
    agency_code text,
    -- null unless the role is village
    desa_code text constraint principal_desa_is_in_the_register references selaras.region on delete restrict,
    created_at timestamptz not null default now(),
    constraint principal_agency_is_of_its_kabupaten
        foreign key (kabupaten_code, agency_code) references selaras.agency on delete restrict,
    constraint principal_role_is_known check (
        role in ('coordinator', 'lead', 'agency', 'village', 'viewer', 'province')),
    constraint principal_acts_in_one_area check (
        case role when 'province' then province_code is not null and kabupaten_code is null
            else kabupaten_code is not null and province_code is null end),
    constraint principal_agency_belongs_to_role check ((role = 'agency') = (agency_code is not null)),
    constraint principal_desa_belongs_to_role check (
        (role = 'village') = (desa_code is not null) and desa_code like kabupaten_code || '.%'),
    constraint principal_name_is_not_blank check (name ~ '[^[:space:]]')
);
comment on table selaras.principal is
    'Who acts: an office today, a person with an account later. Events and reports point here, so rows stay for good.';

create table selaras.token (
    hash bytea primary key,
    id uuid not null,
    principal_id uuid not null
        constraint token_belongs_to_a_principal references selaras.principal on delete restrict,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    -- null: not revoked
    revoked_at timestamptz,
    constraint token_id_is_unique unique (id),
    constraint token_hash_is_sha256 check (octet_length(hash) = 32),
    constraint token_expires_after_its_making check (expires_at > created_at)
);
comment on table selaras.token is 'Opaque bearer tokens, only as SHA-256; shown once, at their making.';
create index token_by_principal on selaras.token (principal_id);

create table selaras.permission (
    role text not null,
    resource text not null,
    action text not null,
    primary key (role, resource, action)
);
comment on table selaras.permission is
    'What each role may do, from Config/permissions.csv. Row-level security and grants agree with it: a test
walks all.';

create function selaras.enter(token_hash bytea, wanted_resource text, wanted_action text)
    returns table (principal_id uuid, name text, role text, areas text, agency text, lokus text)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
declare
    who selaras.principal;
begin
    select p.* into who
    from token t join principal p on p.id = t.principal_id
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now();
    if not found then
        raise exception using errcode = 'SL401', message = 'unknown, expired or revoked token';
    end if;
    if not exists (
        select from permission g
        where g.role = who.role and g.resource = wanted_resource and g.action = wanted_action
    ) then
        raise exception using errcode = 'SL403',
            message = format('%s may not %s %s', who.role, wanted_action, wanted_resource);
    end if;
    principal_id := who.id;
    name := who.name;
    role := 'selaras_' || who.role;
    agency := coalesce(who.agency_code, '');
    areas := coalesce(who.kabupaten_code, (
        select string_agg(k.code, ',') from kabupaten k where k.code like who.province_code || '.%'), '');
    lokus := case who.role when 'village' then coalesce((
        select string_agg(l.id::text, ',') from lokus l
        where l.kabupaten_code = who.kabupaten_code and l.desa_code = who.desa_code), '') else '' end;
    return next;
end
$$;
comment on function selaras.enter is
    'Turns a token''s hash into its caller, or fails with SL401 (no such token) or SL403 (not permitted). It is the
first statement of every request, in the same transaction as what the request does, so a revoked token is refused at
once. It cannot set the role itself (a security definer function may not), so the statement around it does.';
grant execute on function selaras.enter to selaras_login;

do $$
declare
    tenant text;
begin
    foreach tenant in array array['kabupaten', 'holiday', 'agency', 'agency_duty', 'catalogue_agency', 'principal',
                                  'token', 'permission'] loop
        execute format('alter table selaras.%I enable row level security', tenant);
        execute format('alter table selaras.%I force row level security', tenant);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', tenant);
    end loop;
    foreach tenant in array array['holiday', 'agency', 'agency_duty', 'catalogue_agency'] loop
        execute format($policy$
            create policy own_areas_are_read on selaras.%I for select to selaras_reader
            using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')))
            $policy$, tenant);
        execute format('grant select on selaras.%I to selaras_reader', tenant);
    end loop;
end
$$;

create policy own_areas_are_read on selaras.kabupaten for select to selaras_reader
    using (code = any (string_to_array(current_setting('selaras.areas', true), ',')));
grant select on selaras.kabupaten to selaras_reader;

create policy everyone_signed_in_reads on selaras.permission for select to selaras_reader using (true);
grant select on selaras.permission to selaras_reader;

-- Of principals only the name is read, and only within one's own kabupaten: "reported by".
create policy own_areas_are_read on selaras.principal for select to selaras_reader
    using (kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ',')));
grant select (id, name, role, kabupaten_code, agency_code) on selaras.principal to selaras_reader;
