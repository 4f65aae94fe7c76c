-- 20,000 lokus of one kabupaten with two closed rounds each: 1.16 million results. Ids are made from numbers, so that
-- load generators can draw one at random.
set search_path = selaras;
set role selaras_owner;

create function pg_temp.made_id(kind text, number bigint) returns uuid language sql immutable as
    $$ select ('00000000-0000-7' || kind || '-8000-' || lpad(number::text, 12, '0'))::uuid $$;

insert into region (code, name, level, parent_code)
select '63.02.12.' || 2100 + n, 'Desa Uji ' || n, 'desa', '63.02.12' from generate_series(1, 250) n;

-- Results enter a round only while it is being closed; what is made here was never surveyed.
reset role;
set session_replication_role = replica;

insert into lokus (kabupaten_code, id, desa_code, year)
select '63.02', pg_temp.made_id('000', n), '63.02.12.' || 2100 + (n - 1) % 250 + 1, 2020 + (n - 1) / 250
from generate_series(1, 20000) n;

insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design, state,
    closed_at, families_complete, families_partial, families_no_respondent, families_refused, families_moved,
    families_represented, indicators_used, weak_count, ikk, category)
select '63.02', pg_temp.made_id('00' || side, n), pg_temp.made_id('000', n), 'ikk-29', 1,
    case side when 1 then 'baseline' else 'resurvey' end, 'census', 'closed', now(), 264, 4, 9, 2, 4, 279, 29, 9, 75.91,
    'responsif'
from generate_series(1, 20000) n, generate_series(1, 2) side;

insert into indicator_result (kabupaten_code, round_id, position, good, eligible, families_missing,
    families_not_applicable)
select '63.02', pg_temp.made_id('00' || side, n), position, 100 + (n * 7 + position * 13 + side * 5) % 160, 260, 3, 5
from generate_series(1, 20000) n, generate_series(1, 2) side, generate_series(0, 28) position;

insert into dimension_result (kabupaten_code, round_id, position, value)
select '63.02', pg_temp.made_id('00' || side, n), position, 60 + (n + position + side) % 40 + 0.25
from generate_series(1, 20000) n, generate_series(1, 2) side, generate_series(0, 4) position;

analyze;
