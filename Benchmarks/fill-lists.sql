-- 20,000 plans of 50 interventions each, beside what fill.sql made.
set search_path = selaras;
set session_replication_role = replica;

create function pg_temp.made_id(kind text, number bigint) returns uuid language sql immutable as
    $$ select ('00000000-0000-7' || kind || '-8000-' || lpad(number::text, 12, '0'))::uuid $$;

insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
select '63.02', pg_temp.made_id('001', n), pg_temp.made_id('000', n), 'ikk-29', 1, 'Rencana ' || n
from generate_series(1, 20000) n;

insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity, unit,
    starts_on, ends_on, state, assigned_on)
select '63.02', pg_temp.made_id('002', n * 50 + i), pg_temp.made_id('001', n), pg_temp.made_id('000', n),
    'R-' || lpad(i::text, 3, '0'), 'PUPR', 'Pembangunan bilik WC ' || i, 45, 'unit', '2025-01-01', '2025-12-31',
    'assigned', '2025-01-15'
from generate_series(1, 20000) n, generate_series(1, 50) i;

insert into intervention_funding (kabupaten_code, intervention_id, source, amount_idr)
select kabupaten_code, id, 'apbd_kabupaten', 405000000 from intervention;

insert into intervention_indicator (kabupaten_code, intervention_id, framework_code, framework_version, indicator_code)
select kabupaten_code, id, 'ikk-29', 1, code from intervention, (values ('KKE-02'), ('KKF-03')) aim (code);

-- One report a plan, so that the planner knows a table with rows.
insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
    physical_percent, quantity, spent_idr, obstacles, follow_up, reported_by)
select '63.02', pg_temp.made_id('003', n), pg_temp.made_id('002', n * 50 + 50), 'PUPR', pg_temp.made_id('000', n), 2024,
    4, false, 10, 1, 1000, '', '', (select id from principal limit 1)
from generate_series(1, 20000) n;

analyze;
