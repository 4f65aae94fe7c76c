-- A report counts once somebody else has verified it; what is corrected counts as it was verified until it is again.
begin;
\ir fixture.psql

-- What counts of an intervention, and what was said last: percent and rupiah of each.
create function pg_temp.counts() returns text language sql as $$
    select format('%s %s / %s %s %s', p.physical_percent::real, p.spent_idr, s.physical_percent::real, s.spent_idr, s.state)
    from latest_statement s
    left join latest_progress p on p.intervention_id = s.intervention_id
    where s.intervention_id = pg_temp.id('accepted one')
$$;
-- What was said of it by quarter: the rupiah, and what the quarter adds.
create function pg_temp.shares() returns text language sql as $$
    select string_agg(format('%s %s %s', quarter, spent_idr, spent_idr_share), '; ' order by period)
    from reported_progress where intervention_id = pg_temp.id('accepted one') and not counts
$$;
create function pg_temp.step(caller text, verb text, to_state text, why text default null) returns text language plpgsql as $$
begin
    perform pg_temp.enter(caller, 'progress_report', verb);
    return format($q$update progress_report set state = %L, state_reason = %L where id = pg_temp.id('report one')$q$,
        to_state, why);
end
$$;

do $$
declare
    correction constant text :=
        $q$update progress_report set physical_percent = 60, spent_idr = 700000 where id = pg_temp.id('report one')$q$;
begin
    assert pg_temp.counts() = '40 400000 / 40 400000 verified', pg_temp.counts();

    -- A correction is submitted by being written, and what was verified counts on.
    perform pg_temp.enter('health', 'progress_report', 'update');
    perform pg_temp.does(correction);
    assert pg_temp.counts() = '40 400000 / 60 700000 submitted', pg_temp.counts();
    -- Whoever wrote it does not verify it, nor does their office.
    perform pg_temp.refuses(
        $q$update progress_report set state = 'verified' where id = pg_temp.id('report one')$q$, '42501');
    -- Nobody writes what counts.
    perform pg_temp.refuses('update progress_report set verified_spent_idr = 1', '42501');
    perform pg_temp.refuses('update progress_report set written_by = null', '42501');

    -- Sent back with a reason, it counts as before; corrected, it waits again; verified, it counts as it is.
    perform pg_temp.refuses(pg_temp.step('lead', 'return', 'returned'), 'SL002', 'transition_gives_its_reason');
    perform pg_temp.does(pg_temp.step('lead', 'return', 'returned', 'Volume tidak sesuai'));
    assert pg_temp.counts() = '40 400000 / 60 700000 returned', pg_temp.counts();
    perform pg_temp.refuses(pg_temp.step('lead', 'verify', 'verified'), 'SL001', 'report_follows_its_transitions');
    perform pg_temp.enter('health', 'progress_report', 'update');
    -- Where an amount comes from stays with it, and goes with it.
    perform pg_temp.does($q$update progress_report set basis = 'RFK, baris 12' where id = pg_temp.id('report one')$q$);
    perform pg_temp.does($q$update progress_report set physical_percent = 61 where id = pg_temp.id('report one')$q$);
    perform pg_temp.does($q$update progress_report set physical_percent = 60 where id = pg_temp.id('report one')$q$);
    assert (select basis from progress_report where id = pg_temp.id('report one')) = 'RFK, baris 12', 'the same amount';
    perform pg_temp.does($q$update progress_report set spent_idr = 640000 where id = pg_temp.id('report one')$q$);
    assert (select basis from progress_report where id = pg_temp.id('report one')) = '', 'another amount';
    perform pg_temp.does($q$update progress_report set spent_idr = 650000, basis = 'RFK, baris 14'
        where id = pg_temp.id('report one')$q$);
    assert (select basis from progress_report where id = pg_temp.id('report one')) = 'RFK, baris 14', 'its own';
    assert (select state_reason is null from progress_report where id = pg_temp.id('report one')), 'answered';
    perform pg_temp.does(pg_temp.step('coordinator', 'verify', 'verified'));
    assert pg_temp.counts() = '60 650000 / 60 650000 verified', pg_temp.counts();
    assert (select (state_by, reported_by) = (pg_temp.id('coordinator'), pg_temp.id('health'))
        from progress_report where id = pg_temp.id('report one')), 'who did what';

    -- A coordinator who helped to write it leaves it to another.
    perform pg_temp.enter('coordinator', 'progress_report', 'update');
    perform pg_temp.does($q$update progress_report set follow_up = 'x' where id = pg_temp.id('report one')$q$);
    perform pg_temp.refuses(pg_temp.step('coordinator', 'verify', 'verified'), 'SL403', 'report_is_decided_by_another');
    perform pg_temp.does(pg_temp.step('lead', 'verify', 'verified'));

    -- One person with two roles is one person.
    perform pg_temp.administer();
    insert into account (id, name, email) values (pg_temp.id('both'), 'Both', 'both@example.org');
    update principal set account_id = pg_temp.id('both') where id in (pg_temp.id('health'), pg_temp.id('lead'));
    perform pg_temp.enter('health', 'progress_report', 'update');
    perform pg_temp.does($q$update progress_report set follow_up = 'y' where id = pg_temp.id('report one')$q$);
    perform pg_temp.refuses(pg_temp.step('lead', 'verify', 'verified'), 'SL403', 'report_is_decided_by_another');
    perform pg_temp.administer();
    update principal set account_id = null where id in (pg_temp.id('health'), pg_temp.id('lead'));
    perform pg_temp.does(pg_temp.step('lead', 'verify', 'verified'));

    -- What was verified and turns out wrong is sent back, and counts no more.
    perform pg_temp.does(pg_temp.step('lead', 'return', 'returned', 'Berita acara tidak ada'));
    assert pg_temp.counts() = '  / 60 650000 returned', pg_temp.counts();
    perform pg_temp.does(pg_temp.step('health reporter', 'submit', 'submitted'));
    assert pg_temp.counts() = '  / 60 650000 submitted', pg_temp.counts();
end
$$;

-- A draft is said to nobody who counts, and is due still.
do $$
declare
    draft constant text := $q$insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
        budget_year, quarter, nil, physical_percent, quantity, spent_idr, reported_by, state)
        values ('63.02', pg_temp.id('draft'), pg_temp.id('accepted one'), 'DINKES', pg_temp.id('one'), 2024, 3, false, 90, 9,
        900000, pg_temp.id('health'), %L)$q$;
    told text;
begin
    perform pg_temp.enter('health', 'progress_report', 'create');
    perform pg_temp.refuses(format(draft, 'verified'), 'SL002', 'report_begins_unverified');
    perform pg_temp.does(format(draft, 'draft'));
    assert pg_temp.counts() like '%650000 submitted', pg_temp.counts();
    -- Nor is it said by a nil report after it, which repeats what was said.
    perform pg_temp.does($q$insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
        budget_year, quarter, nil, reported_by, state)
        values ('63.02', pg_temp.id('after'), pg_temp.id('accepted one'), 'DINKES', pg_temp.id('one'), 2024, 4, true,
        pg_temp.id('health'), 'submitted')$q$);
    assert pg_temp.counts() like '%650000 submitted', pg_temp.counts();
    assert pg_temp.shares() = '2 650000 650000; 3 900000 250000; 4 650000 0', pg_temp.shares();
    select format('%s %s', o.state, o.report_state) into told from report_obligation() o
    where o.intervention_id = pg_temp.id('accepted one') and o.budget_year = 2024 and o.quarter = 3;
    assert told = 'overdue draft', told;
    perform pg_temp.enter('health', 'progress_report', 'submit');
    perform pg_temp.does($q$update progress_report set state = 'submitted' where id = pg_temp.id('draft')$q$);
    assert pg_temp.counts() like '%900000 submitted', pg_temp.counts();
    assert pg_temp.shares() = '2 650000 650000; 3 900000 250000; 4 900000 0', pg_temp.shares();
    select format('%s %s', o.state, o.report_state) into told from report_obligation() o
    where o.intervention_id = pg_temp.id('accepted one') and o.budget_year = 2024 and o.quarter = 3;
    assert told = 'reported submitted', told;
end
$$;

-- What is older than states counts as it was said, until somebody touches it.
do $$
begin
    perform pg_temp.administer();
    alter table progress_report disable trigger all;
    update progress_report set state_changed_at = null, state = 'verified', state_by = null, verified_nil = null,
        verified_physical_percent = null, verified_quantity = null, verified_spent_idr = null, written_by = '{}'
    where id = pg_temp.id('report two');
    alter table progress_report enable trigger all;
    assert (select spent_idr = 400000 from latest_progress where intervention_id = pg_temp.id('accepted two')), 'counts';
    perform pg_temp.enter('health', 'progress_report', 'update');
    perform pg_temp.does($q$update progress_report set spent_idr = 1 where id = pg_temp.id('report two')$q$);
    assert (select spent_idr = 400000 from latest_progress where intervention_id = pg_temp.id('accepted two')), 'counts on';
    assert (select written_by @> array[pg_temp.id('health')] from progress_report where id = pg_temp.id('report two')),
        'who wrote it';
end
$$;

rollback;
