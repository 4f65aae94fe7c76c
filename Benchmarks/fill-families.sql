-- 10,000 villages with a closed census of 60 to 100 families each, and no evidence: what an upgrade finds. Ids are made
-- from numbers. The results are not those of the families, which `rescore` will say; what it computes takes as long.
set search_path = selaras;
set role selaras_owner;

create function pg_temp.made_id(kind text, number bigint) returns uuid language sql immutable as
    $$ select ('00000000-0000-7' || kind || '-8000-' || lpad(number::text, 12, '0'))::uuid $$;

insert into region (code, name, level, parent_code)
select '63.02.12.' || 3000 + n, 'Desa Keluarga ' || n, 'desa', '63.02.12' from generate_series(1, 500) n;

reset role;
set session_replication_role = replica;

insert into lokus (kabupaten_code, id, desa_code, year)
select '63.02', pg_temp.made_id('100', n), '63.02.12.' || 3000 + (n - 1) % 500 + 1, 2020 + (n - 1) / 500
from generate_series(1, 10000) n;

insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design, state,
    closed_at, families_complete, families_partial, families_no_respondent, families_refused, families_moved,
    families_represented, indicators_used, weak_count, ikk, category)
select '63.02', pg_temp.made_id('101', n), pg_temp.made_id('100', n), 'ikk-29', 1, 'baseline', 'census', 'closed',
    now(), 60 + n % 41, 0, 0, 0, 0, 60 + n % 41, 29, 9, 75.91, 'responsif'
from generate_series(1, 10000) n;

insert into indicator_result (kabupaten_code, round_id, position, good, eligible, families_missing,
    families_not_applicable)
select '63.02', pg_temp.made_id('101', n), position, 40, 60, 0, 0
from generate_series(1, 10000) n, generate_series(0, 28) position;

insert into dimension_result (kabupaten_code, round_id, position, value)
select '63.02', pg_temp.made_id('101', n), position, 70.25
from generate_series(1, 10000) n, generate_series(0, 4) position;

-- A byte an answer: 1 of 1, or 0 of 1, from a hash.
insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
select '63.02', pg_temp.made_id('101', n), substring(answers from 1 for 16), 1, lpad((f % 5 + 1)::text, 3, '0'),
    decode(regexp_replace(translate(substring(encode(answers, 'hex') from 1 for 29), '0123456789abcdef',
        '0001111111111111'), '(.)', '0\1', 'g'), 'hex'),
    decode(repeat('01', 29), 'hex')
from generate_series(1, 10000) n, generate_series(1, 60 + n % 41) f,
    lateral (select sha256(convert_to(n || '-' || f, 'UTF8'))) as made (answers);

analyze;
