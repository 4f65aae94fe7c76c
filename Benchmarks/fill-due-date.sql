-- Two hundred offices of one kabupaten with twenty interventions each, in plans of fifty: the first eighty lokus of
-- fill.sql.
set search_path = selaras;
set role selaras_owner;

create function pg_temp.made_id(kind text, number bigint) returns uuid language sql immutable as
    $$ select ('00000000-0000-7' || kind || '-8000-' || lpad(number::text, 12, '0'))::uuid $$;

insert into agency (kabupaten_code, code, short_name, name, kind, urusan, role, provenance)
select '63.02', 'UJI-' || n, 'Uji ' || n, 'Perangkat daerah uji ' || n, 'opd', '{}', 'implementer', 'uji'
from generate_series(1, 200) n;

reset role;
set session_replication_role = replica;

insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
select '63.02', pg_temp.made_id('001', n), pg_temp.made_id('000', n), 'ikk-29', 1, 'Rencana ' || n
from generate_series(1, 80) n;

insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity, unit,
    starts_on, ends_on, state, assigned_on)
select '63.02', pg_temp.made_id('002', n * 20 + i), pg_temp.made_id('001', 1 + (n * 20 + i) % 80),
    pg_temp.made_id('000', 1 + (n * 20 + i) % 80),
    'R-' || n || '-' || i, 'UJI-' || n, 'Pembangunan bilik WC ' || i, 45, 'unit', '2025-01-01', '2025-12-31', 'assigned',
    '2025-01-15'
from generate_series(1, 200) n, generate_series(1, 20) i;

insert into intervention_funding (kabupaten_code, intervention_id, source, amount_idr)
select kabupaten_code, id, 'apbd_kabupaten', 405000000 from intervention;

insert into intervention_indicator (kabupaten_code, intervention_id, framework_code, framework_version, indicator_code)
select kabupaten_code, id, 'ikk-29', 1, code from intervention, (values ('KKE-02'), ('KKF-03')) aim (code);

analyze;
