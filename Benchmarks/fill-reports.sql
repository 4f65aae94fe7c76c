-- Thirteen kabupaten with 2,000 reports each and an agency that may correct them. Ids are made from numbers.
set search_path = selaras;
set session_replication_role = replica;

create function pg_temp.made_id(kind integer, area integer, number bigint) returns uuid language sql immutable as $$
    select ('00000000-0000-700' || kind || '-80' || lpad(area::text, 2, '0') || '-' || lpad(number::text, 12, '0'))::uuid
$$;

create temporary table area as select n, '63.' || lpad(n::text, 2, '0') as code from generate_series(1, 13) n;
insert into region (code, name, level, parent_code) values ('63', 'Kalimantan Selatan', 'provinsi', null);
insert into region (code, name, level, parent_code) select code, 'Uji ' || n, 'kabupaten', '63' from area;
insert into kabupaten (code, coordinator_office) select code, 'Bappeda' from area;
insert into agency select code, 'DINKES', 'Dinkes', 'Dinas Kesehatan', 'opd', null, '{}', 'implementer', 'uji' from area;
insert into permission (role, resource, action, conditions) values
    ('agency', 'progress_report', 'read', '{}'), ('agency', 'progress_report', 'update', '{own_agency}');
set role selaras_owner;
select enforce_permissions() \g /dev/null
reset role;
insert into principal (id, name, role, kabupaten_code, agency_code)
select pg_temp.made_id(0, n, 1), 'Dinkes', 'agency', code, 'DINKES' from area;
insert into token (hash, id, principal_id, expires_at)
select sha256(('agency ' || n)::bytea), pg_temp.made_id(1, n, 1), pg_temp.made_id(0, n, 1), now() + interval '1 day'
from area;
insert into lokus (kabupaten_code, id, desa_code, year)
select code, pg_temp.made_id(5, n, 1), code || '.01.2001', 2025 from area;
insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity, unit,
    starts_on, ends_on, state, assigned_on)
select code, pg_temp.made_id(2, n, r), pg_temp.made_id(4, n, 1), pg_temp.made_id(5, n, 1), 'r' || r, 'DINKES',
    'Pembangunan jamban', 10, 'unit', '2025-01-01', '2025-12-31', 'assigned', '2025-01-15'
from area, generate_series(1, 2000) r;
insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
    physical_percent, quantity, spent_idr, obstacles, follow_up, reported_by)
select code, pg_temp.made_id(3, n, r), pg_temp.made_id(2, n, r), 'DINKES', pg_temp.made_id(5, n, 1), 2025, 2, false, 40,
    4, 4000000, 'Jalan putus', 'Lewat laut', pg_temp.made_id(0, n, 1)
from area, generate_series(1, 2000) r;
vacuum analyze;
