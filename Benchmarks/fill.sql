-- 20,000 lokus of one kabupaten with two closed rounds each, of the same families: 1.16 million results. Ids are made from
-- numbers, so that load generators can draw one at random.
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

-- How indicators vary together, of about the size that a census has: fifty matrices of either order, each used by many.
create temporary table made_covariance as
select number, indicators, array_agg(case when i = j then 8e-4 else 2e-5 * (random() - 0.5) end order by i, j) as packed
from generate_series(1, 50) number, (values (29), (58)) as sizes (indicators), generate_series(1, indicators) i,
    generate_series(i, indicators) j
group by number, indicators;

insert into round_evidence (kabupaten_code, round_id, units, families, is_uniform, covariance)
select '63.02', pg_temp.made_id('00' || side, n), 268, array_fill(260, array[29]), array_fill(false, array[29]), c.packed
from generate_series(1, 20000) n, generate_series(1, 2) side, made_covariance c
where c.indicators = 29 and c.number = (n + side) % 50 + 1;

insert into pair_evidence (kabupaten_code, before_round_id, after_round_id, families_in_either, families_in_both, units,
    covariance, cells)
select '63.02', pg_temp.made_id('001', n), pg_temp.made_id('002', n), 285, 250, 285, c.packed, (
    select array_agg(f.families order by p.position, f.cell)
    from generate_series(0, 28) p (position),
        lateral (values (1, 90), (2, 20 + (n + p.position) % 30), (3, 10), (4, 100)) as f (cell, families))
from generate_series(1, 20000) n, made_covariance c where c.indicators = 58 and c.number = n % 50 + 1;

analyze;
