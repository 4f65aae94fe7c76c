-- Lines of budgets and their shares: the named rules, who keeps them, and what a later stage changes.
begin;
\ir fixture.psql

do $$
declare
    plain constant jsonb := jsonb_build_object('kabupaten_code', '63.02', 'id', pg_temp.id('new'),
        'agency_code', 'DINKES', 'budget_year', 2024, 'source', 'csr', 'code', '2.08.04.2.01.0003',
        'written_code', '2.08.04.2.01.03', 'title', 'x', 'murni_idr', 5);
    line constant text := 'insert into budget_line (kabupaten_code, id, agency_code, budget_year, source, code,
        written_code, nomenclature, title, murni_idr, pergeseran_idr, perubahan_idr) select kabupaten_code, id,
        agency_code, budget_year, source, code, written_code, nomenclature, title, murni_idr, pergeseran_idr,
        perubahan_idr from jsonb_populate_record(null::budget_line, %L)';
    found record;
begin
    for found in select * from (values
        ('budget_line_agency_is_of_the_kabupaten', '{"agency_code": "DINAS"}'::jsonb, '{"agency_code": "DINSOS"}'::jsonb),
        ('budget_line_is_there_once', '{"source": "apbdes"}', '{"source": "apbdes", "budget_year": 2025}'),
        ('budget_line_is_there_once', '{"source": "apbdes", "agency_code": "DINSOS", "code": null, "title": "ISBAT"}',
            '{"source": "apbdes", "agency_code": "DINSOS", "code": null, "title": "ISBAT 2"}'),
        ('budget_line_year_is_a_budget_year', '{"budget_year": 2014}', '{"budget_year": 2015}'),
        ('budget_line_source_has_money', '{"source": "none"}', '{"source": "other"}'),
        ('budget_line_code_is_in_its_one_spelling', '{"code": "2.08.04.02.01.0003"}', '{"code": "2.08.04.1.01.0003"}'),
        ('budget_line_code_is_in_its_one_spelling', '{"code": "2.XX.04.2.01.0003"}', '{"code": "X.XX.01.2.01.0003"}'),
        ('budget_line_code_was_written', '{"written_code": null}', '{}'),
        ('budget_line_written_code_is_not_blank', '{"written_code": " "}', '{}'),
        ('budget_line_nomenclature_is_of_a_code', '{"code": null, "nomenclature": "900.1-2850/2025"}',
            '{"nomenclature": "900.1-2850/2025"}'),
        ('budget_line_title_is_not_blank', '{"title": " "}', '{}'),
        ('budget_line_has_a_ceiling', '{"murni_idr": null}', '{"murni_idr": null, "perubahan_idr": 0}'),
        ('budget_line_ceiling_is_not_negative', '{"pergeseran_idr": -1}', '{"pergeseran_idr": 0}'),
        ('budget_line_ceiling_is_at_most_a_trillion', '{"perubahan_idr": 1000000000001}',
            '{"perubahan_idr": 1000000000000}')
    ) r (rule, wrong, right_one) loop
        perform pg_temp.rule(found.rule, format(line, plain || found.wrong), format(line, plain || found.right_one));
    end loop;
    -- It holds whatever the primary key holds; shares refer to it.
    insert into tried values ('budget_line_has_one_source');
    perform pg_temp.covered('budget_line');
end
$$;

do $$
declare
    share constant text := $q$insert into budget_share values ('63.02', pg_temp.id('%s'), pg_temp.id('%s'), '%s', %s)$q$;
    fits constant text := format(share, 'assigned one', 'line one', 'apbdes', 400000);
begin
    perform pg_temp.rule('share_belongs_to_funding_of_its_source',
        format(share, 'assigned one', 'line one', 'csr', 1), fits);
    -- Lines of the neighbour are not there for those of this kabupaten.
    perform pg_temp.rule('share_is_of_a_line_of_its_source', format(share, 'assigned one', 'line three', 'apbdes', 1), fits);
    perform pg_temp.rule('share_is_more_than_nothing', format(share, 'assigned one', 'line one', 'apbdes', 0), fits);
    perform pg_temp.covered('budget_share');

    -- 600,000 of 1,000,000 are shared, in a plan of another village too.
    perform pg_temp.refuses(format(share, 'assigned one', 'line one', 'apbdes', 400001), 'SL001',
        'shares_stay_within_the_ceiling');
    perform pg_temp.refuses(format(share, 'assigned two', 'line one', 'apbdes', 400001), 'SL001',
        'shares_stay_within_the_ceiling');
    perform pg_temp.refuses($q$insert into budget_share select '63.02', i, pg_temp.id('line one'), 'apbdes', 200001
        from unnest(array[pg_temp.id('assigned one'), pg_temp.id('proposed one')]) i$q$, 'SL001',
        'shares_stay_within_the_ceiling');
    perform pg_temp.refuses($q$update budget_share set amount_idr = 1000001$q$, 'SL001');
    -- The money of the intervention itself is the other limit.
    update budget_line set pergeseran_idr = 9000000 where id = pg_temp.id('line one');
    perform pg_temp.refuses(format(share, 'assigned one', 'line one', 'apbdes', 1000001), 'SL001',
        'shares_stay_within_their_funding');
    perform pg_temp.refuses($q$update intervention_funding set amount_idr = 599999
        where intervention_id = pg_temp.id('accepted one')$q$, 'SL001', 'shares_stay_within_their_funding');
    perform pg_temp.accepts($q$update intervention_funding set amount_idr = 600000
        where intervention_id = pg_temp.id('accepted one')$q$);
    -- Of the office's own budget, and of a year in which it is carried out.
    insert into intervention_funding values ('63.02', pg_temp.id('assigned one'), 'apbd_kabupaten', 100),
        ('63.02', pg_temp.id('proposed one'), 'apbd_kabupaten', 100);
    insert into budget_line (kabupaten_code, id, agency_code, budget_year, source, title, murni_idr) values
        ('63.02', pg_temp.id('office'), 'DINKES', 2024, 'apbd_kabupaten', 'x', 100),
        ('63.02', pg_temp.id('next'), 'DINKES', 2025, 'apbd_kabupaten', 'x', 100);
    perform pg_temp.refuses(format(share, 'assigned one', 'office', 'apbd_kabupaten', 1), 'SL001',
        'share_of_apbd_is_of_the_agency');
    perform pg_temp.refuses(format(share, 'proposed one', 'next', 'apbd_kabupaten', 1), 'SL001',
        'share_is_of_a_year_of_the_intervention');
    perform pg_temp.does(format(share, 'proposed one', 'office', 'apbd_kabupaten', 100));
    perform pg_temp.refuses($q$update intervention set agency_code = 'DINSOS' where id = pg_temp.id('proposed one')$q$,
        'SL001', 'share_of_apbd_is_of_the_agency');
    perform pg_temp.refuses($q$update intervention set starts_on = '2025-01-01', ends_on = '2025-12-31'
        where id = pg_temp.id('proposed one')$q$, 'SL001', 'share_is_of_a_year_of_the_intervention');
    perform pg_temp.accepts($q$update intervention set ends_on = '2025-12-31' where id = pg_temp.id('proposed one')$q$);
end
$$;

-- Stages: each stays, a later one may cut what was shared, and then shares only shrink.
do $$
declare
    line constant text := 'update budget_line set %s where id = pg_temp.id(''line three'')';
    share constant text := 'update budget_share set amount_idr = %s where budget_line_id = pg_temp.id(''line three'')';
begin
    perform pg_temp.accepts(format(line, 'murni_idr = 599999'));
    perform pg_temp.does(format(line, 'murni_idr = 600000'));
    perform pg_temp.does(format(line, 'perubahan_idr = 500000'));
    assert (select (stage, ceiling_idr, murni_idr) from budget_line where id = pg_temp.id('line three'))
        = ('perubahan'::text, 500000::bigint, 600000::bigint);
    perform pg_temp.accepts(format(line, 'perubahan_idr = 499999'));
    perform pg_temp.refuses(format(line, 'perubahan_idr = null'), 'SL001', 'budget_stage_is_not_taken_back');
    perform pg_temp.refuses(format(line, 'murni_idr = null'), 'SL001', 'budget_stage_is_not_taken_back');
    -- An earlier stage is told later and changes nothing of what holds.
    perform pg_temp.does(format(line, 'pergeseran_idr = 1'));
    assert (select ceiling_idr from budget_line where id = pg_temp.id('line three')) = 500000;
    perform pg_temp.refuses(format(share, 600001), 'SL001', 'shares_stay_within_the_ceiling');
    perform pg_temp.does(format(share, 550000));
    perform pg_temp.refuses(format(share, 550001), 'SL001', 'shares_stay_within_the_ceiling');
    perform pg_temp.does(format(share, 500000));
end
$$;

-- What is declined gives its share back; proposed again, it needs the share anew.
do $$
declare
    share constant text := $q$insert into budget_share values ('63.02', pg_temp.id('%s'), pg_temp.id('line two'), 'apbdes', 400000)$q$;
    moved constant text := $q$update intervention set state = '%s', state_reason = '%s' where id = pg_temp.id('assigned two')$q$;
    counted constant text := $q$select sum(amount_idr) from budget_share where budget_line_id = pg_temp.id('line two') and counts$q$;
    idr bigint;
begin
    perform pg_temp.does(format(share, 'assigned two'));
    perform pg_temp.refuses(format(share, 'proposed two'), 'SL001', 'shares_stay_within_the_ceiling');
    perform pg_temp.refuses($q$update budget_share set counts = false, amount_idr = 400001
        where intervention_id = pg_temp.id('assigned two')$q$, 'SL001', 'shares_stay_within_the_ceiling');
    perform pg_temp.does(format(moved, 'declined', 'Tidak ada pagu'));
    execute counted into idr;
    assert idr = 600000, idr;
    perform pg_temp.does(format(share, 'proposed two'));
    perform pg_temp.refuses(format(moved, 'proposed', ''), 'SL001');
    perform pg_temp.refuses(replace(format(moved, 'proposed', ''), $q$''$q$, 'null'), 'SL001',
        'shares_stay_within_the_ceiling');
    delete from budget_share where intervention_id = pg_temp.id('proposed two');
    perform pg_temp.does(replace(format(moved, 'proposed', ''), $q$''$q$, 'null'));
    execute counted into idr;
    assert idr = 1000000, idr;
    delete from budget_share where intervention_id = pg_temp.id('assigned two');
end
$$;

-- Agencies keep their own lines, coordinators all of their kabupaten, and nobody writes shares past a plan that stands.
do $$
declare
    line constant text := $q$insert into budget_line (kabupaten_code, id, agency_code, budget_year, source, title,
        murni_idr) values ('63.02', pg_temp.id('%1$s of %2$s'), '%2$s', 2024, 'csr', '%1$s', 5)$q$;
    caller text;
begin
    foreach caller in array array['coordinator', 'lead'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.does(format(line, caller, 'DINKES'));
        perform pg_temp.does(format(line, caller, 'DINSOS'));
        perform pg_temp.does($q$update budget_line set title = title$q$, (select count(*) from budget_line));
    end loop;
    perform pg_temp.enter('health');
    perform pg_temp.does(format(line, 'health', 'DINKES'));
    perform pg_temp.refuses(format(line, 'health', 'DINSOS'), '42501');
    perform pg_temp.does($q$update budget_line set perubahan_idr = 6 where id = pg_temp.id('lead of DINKES')$q$);
    perform pg_temp.does($q$update budget_line set perubahan_idr = 6 where id = pg_temp.id('lead of DINSOS')$q$, 0);
    perform pg_temp.refuses($q$update budget_line set agency_code = 'DINSOS'$q$, '42501');
    perform pg_temp.refuses($q$insert into budget_share values ('63.02', pg_temp.id('proposed one'),
        pg_temp.id('line one'), 'apbdes', 1)$q$, '42501');
    foreach caller in array array['leadership', 'health reporter', 'village', 'camat', 'viewer', 'auditor', 'province',
        'administrator'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses(format(line, caller, 'DINKES'), '42501');
        perform pg_temp.refuses('update budget_line set perubahan_idr = 1', '42501');
        perform pg_temp.refuses('delete from budget_line', '42501');
        -- What is shared with others of the kabupaten counts for everybody, or the sum would be none.
        assert (select sum(amount_idr) from budget_share where budget_line_id in (pg_temp.id('line one'),
            pg_temp.id('line two'))) = 1200000, caller;
    end loop;

    perform pg_temp.administer();
    alter table action_plan disable trigger plan_follows_its_transitions;
    update action_plan set state = 'approved' where id = pg_temp.id('plan one');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses($q$update budget_share set amount_idr = 5 where intervention_id = pg_temp.id('accepted one')$q$,
        'SL001', 'plan_content_is_open');
    perform pg_temp.refuses($q$delete from budget_share where intervention_id = pg_temp.id('accepted one')$q$,
        'SL001', 'plan_content_is_open');
    perform pg_temp.does($q$update budget_line set perubahan_idr = 1 where id = pg_temp.id('line one')$q$);
end
$$;

rollback;
