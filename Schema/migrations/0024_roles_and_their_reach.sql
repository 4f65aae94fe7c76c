-- Offices that were missing, and one place that says how far each of them reaches.

alter table selaras.agency
    drop constraint agency_kind_is_known,
    add constraint agency_kind_is_known check (
        kind in ('opd', 'unit', 'vertical', 'provincial', 'partner', 'village', 'private'));
comment on column selaras.agency.kind is
    'provincial: an office of the province, which goes by the same code in every kabupaten whose list names it.';

alter table selaras.principal
    -- null unless the role is subdistrict
    add column kecamatan_code text
        constraint principal_kecamatan_is_in_the_register references selaras.region on delete restrict,
    -- null unless the role is auditor
    add column assignment_letter text,
    -- null: without an end
    add column if not exists valid_until timestamptz,
    drop constraint principal_role_is_known,
    add constraint principal_role_is_known check (
        role in ('coordinator', 'lead', 'leadership', 'agency', 'reporter', 'village', 'subdistrict', 'viewer',
            'auditor', 'province', 'provincial_agency', 'administrator')),
    drop constraint principal_acts_in_one_area,
    add constraint principal_acts_in_one_area check (
        case when role in ('province', 'provincial_agency', 'administrator')
            then province_code is not null and kabupaten_code is null
            else kabupaten_code is not null and province_code is null end),
    drop constraint principal_agency_belongs_to_role,
    add constraint principal_agency_belongs_to_role check (
        (role in ('agency', 'reporter', 'provincial_agency')) = (agency_code is not null)),
    add constraint principal_kecamatan_belongs_to_role check (
        (role = 'subdistrict') = (kecamatan_code is not null) and kecamatan_code like kabupaten_code || '.%'
        and kecamatan_code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}$'),
    add constraint principal_letter_belongs_to_role check (
        (role = 'auditor') = (assignment_letter is not null) and (role <> 'auditor' or valid_until is not null)),
    add constraint principal_letter_is_not_blank check (assignment_letter ~ '[^[:space:]]');
comment on column selaras.principal.assignment_letter is
    'Number of the letter of assignment (surat tugas) of an auditor, who acts until valid_until.';
comment on column selaras.principal.valid_until is 'It cannot act from then on.';

-- The name of an office of the province stands under its reports, like that of every other.
create policy offices_of_the_province_are_read on selaras.principal for select to selaras_reader
    using (kabupaten_code is null and role = 'provincial_agency' and province_code = any (
        string_to_array(regexp_replace(current_setting('selaras.areas', true), '\.[0-9]+', '', 'g'), ',')));

create function selaras.reach_of(who selaras.principal, out areas text, out agency text, out lokus text)
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
begin
    agency := coalesce(who.agency_code, '');
    lokus := '';
    if who.role = 'provincial_agency' then
        select string_agg(a.kabupaten_code, ',' order by a.kabupaten_code) into areas
        from agency a
        where a.code = who.agency_code and a.kind = 'provincial' and a.kabupaten_code like who.province_code || '.%';
    elsif who.kabupaten_code is null then
        select string_agg(k.code, ',' order by k.code) into areas
        from kabupaten k where k.code like who.province_code || '.%';
    else
        areas := who.kabupaten_code;
    end if;
    areas := coalesce(areas, '');
    if who.role in ('village', 'subdistrict') then
        select coalesce(string_agg(l.id::text, ','), '') into lokus
        from lokus l
        where l.kabupaten_code = who.kabupaten_code
            and (l.desa_code = who.desa_code or l.desa_code like who.kecamatan_code || '.%');
    end if;
end
$$;
comment on function selaras.reach_of is
    'How far a principal reaches: its kabupaten, the agency that it is, the lokus that are its own. An office of the
province reaches the kabupaten whose list of agencies names it. Nothing at all is nothing, never everything.';

create or replace function selaras.enter(token_hash bytea, wanted_resource text, wanted_action text)
    returns table (principal_id uuid, name text, role text, areas text, agency text, lokus text)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
declare
    who selaras.principal;
begin
    select p.* into who
    from token t join principal p on p.id = t.principal_id
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
        and (p.valid_until is null or p.valid_until > now());
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
    select r.areas, r.agency, r.lokus into areas, agency, lokus from reach_of(who) r;
    return next;
end
$$;
