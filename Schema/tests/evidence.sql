-- What is kept of closed rounds: its named rules, who writes it, and that nobody changes it.
begin;
\ir fixture.psql

do $$
declare
    of_round constant text := $q$insert into round_evidence
        values ('63.02', pg_temp.id('%s'), %s, '{4,4}', '%s', '{1,0,%s}')$q$;
    fits constant text := format(of_round, 'baseline new', 4, '{f,t}', 1);
    of_pair constant text := $q$insert into pair_evidence
        values ('63.02', pg_temp.id('%s'), pg_temp.id('%s'), %s, %s, %s, %s, '%s')$q$;
    cells constant text := '{1,1,1,1}';
    right_pair constant text := format(of_pair, 'baseline one', 'baseline new', 4, 4, 4, $q$'{1,0,1}'$q$, cells);
begin
    -- A third closed round, of another year of the desa.
    insert into lokus (kabupaten_code, id, desa_code, year)
    values ('63.02', pg_temp.id('new'), '63.02.12.2005', 2025);
    insert into survey_round
    select (jsonb_populate_record(r, jsonb_build_object('id', pg_temp.id('baseline new'), 'lokus_id',
        pg_temp.id('new')))).*
    from survey_round r where r.id = pg_temp.id('baseline one');

    perform pg_temp.rule('evidence_belongs_to_a_round', format(of_round, 'nobody', 4, '{f,t}', 1), fits);
    perform pg_temp.rule('evidence_units_are_counted_from_zero',
        format(of_round, 'baseline new', -1, '{f,t}', 1), format(of_round, 'baseline new', 0, '{f,t}', 1));
    perform pg_temp.rule('evidence_has_one_element_an_indicator',
        format(of_round, 'baseline new', 4, '{f}', 1), fits);
    perform pg_temp.rule('evidence_has_one_element_an_indicator',
        format(of_round, 'baseline new', 4, '{f,t}', '1,1'), fits);
    perform pg_temp.covered('round_evidence');

    perform pg_temp.rule('pair_before_is_a_round',
        format(of_pair, 'nobody', 'baseline new', 4, 4, 4, 'null', cells), right_pair);
    perform pg_temp.rule('pair_after_is_a_round',
        format(of_pair, 'baseline one', 'nobody', 4, 4, 4, 'null', cells), right_pair);
    perform pg_temp.rule('pair_is_of_two_rounds',
        format(of_pair, 'baseline new', 'baseline new', 4, 4, 4, 'null', cells), right_pair);
    perform pg_temp.rule('pair_families_in_both_are_in_either',
        format(of_pair, 'baseline one', 'baseline new', 4, 5, 4, 'null', cells),
        format(of_pair, 'baseline one', 'baseline new', 4, 0, 4, 'null', cells));
    perform pg_temp.rule('pair_units_are_counted_from_zero',
        format(of_pair, 'baseline one', 'baseline new', 4, 4, -1, 'null', cells), right_pair);
    perform pg_temp.rule('pair_has_four_cells_an_indicator',
        format(of_pair, 'baseline one', 'baseline new', 4, 4, 4, 'null', '{1,1,1}'), right_pair);
    perform pg_temp.rule('pair_covariance_is_of_both_rounds',
        format(of_pair, 'baseline one', 'baseline new', 4, 4, 4, $q$'{1,0}'$q$, cells), right_pair);
    perform pg_temp.covered('pair_evidence');

    perform pg_temp.refuses(
        $q$insert into round_evidence values ('63.02', pg_temp.id('resurvey one'), 4, '{4}', '{f}', '{1}')$q$, 'SL001',
        'evidence_is_of_closed_rounds');
    perform pg_temp.refuses(
        format(of_pair, 'baseline one', 'resurvey two', 4, 4, 4, 'null', cells), 'SL001',
        'evidence_is_of_closed_rounds');
end
$$;

-- Who closes rounds writes it, and nobody changes it.
do $$
declare
    caller text;
    relation text;
begin
    foreach caller in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        foreach relation in array array['round_evidence', 'pair_evidence'] loop
            perform pg_temp.refuses(format('update %I set units = units', relation), '42501');
            perform pg_temp.refuses(format('delete from %I', relation), '42501');
        end loop;
        if caller in ('coordinator', 'lead') then
            perform pg_temp.accepts(
                $q$insert into round_evidence values ('63.02', pg_temp.id('baseline new'), 4, '{4}', '{f}', '{1}')$q$);
            perform pg_temp.refuses(
                $q$insert into round_evidence values ('63.10', pg_temp.id('baseline three'), 4, '{4}', '{f}', '{1}')$q$,
                '42501');
        else
            perform pg_temp.refuses(
                $q$insert into round_evidence values ('63.02', pg_temp.id('baseline new'), 4, '{4}', '{f}', '{1}')$q$,
                '42501');
        end if;
    end loop;
    perform pg_temp.administer();
    perform pg_temp.refuses('update round_evidence set units = units', 'SL001');
    perform pg_temp.refuses('delete from pair_evidence', 'SL001');
    perform pg_temp.refuses('update pair_evidence set units = units', 'SL001');
    -- Who computes it again says so, and may replace but not remove.
    perform set_config('selaras.rescoring', 'on', true);
    perform pg_temp.does('update round_evidence set units = units + 1 where round_id = pg_temp.id(''baseline one'')');
    perform pg_temp.refuses('delete from round_evidence', 'SL001');
    perform pg_temp.refuses('delete from pair_evidence', 'SL001');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses('update round_evidence set units = units', '42501');
    perform pg_temp.administer();
    perform set_config('selaras.rescoring', '', true);
end
$$;

-- Only while a round is being closed: evidence made up later would change what is said of it.
do $$
declare
    caller text;
begin
    set local session_replication_role = replica;
    update survey_round set closed_at = now() - interval '1 day' where id = pg_temp.id('baseline new');
    delete from round_evidence where round_id = pg_temp.id('baseline new');
    set local session_replication_role = origin;
    foreach caller in array array['coordinator', 'lead'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses(
            $q$insert into round_evidence values ('63.02', pg_temp.id('baseline new'), 4, '{4}', '{f}', '{1}')$q$,
            'SL001', 'evidence_is_written_by_closing');
    end loop;
    perform pg_temp.administer();
end
$$;

-- A village reads its own; a pair only where it reads both rounds.
do $$
begin
    insert into pair_evidence
    values ('63.02', pg_temp.id('baseline one'), pg_temp.id('baseline two'), 4, 4, 4, null, '{1,1,1,1}');
    perform pg_temp.enter('village');
    assert (select array_agg(round_id) from round_evidence) = array[pg_temp.id('baseline one')], 'evidence';
    assert (select array_agg(after_round_id) from pair_evidence) = array[pg_temp.id('resurvey one')], 'pairs';
end
$$;
rollback;
