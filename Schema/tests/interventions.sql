-- What becomes of an intervention: every edge by every role, in open plans and approved ones; what it asks for and what
-- follows from it; that whoever approves has seen what he approves; carrying over.
begin;
\ir fixture.psql

-- Puts the intervention `accepted one` of DINKES into a state, and its plan into another, as if they had come there.
create function pg_temp.put(wanted text, of_plan text default 'agreed') returns void language plpgsql as $$
begin
    perform pg_temp.administer();
    set local session_replication_role = replica;
    update action_plan set state = of_plan where id = pg_temp.id('plan one');
    update intervention set state = wanted, state_reason = null,
        assigned_on = case when wanted <> 'proposed' then date '2024-02-15' end,
        accepted_on = case when wanted not in ('proposed', 'assigned', 'declined') then date '2024-02-16' end,
        ended_on = case when wanted in ('done', 'cancelled', 'carried_over') then date '2024-08-20' end
    where id = pg_temp.id('accepted one');
    set local session_replication_role = origin;
end $$;

do $$
declare
    states constant text[] := '{proposed,assigned,declined,accepted,budgeted,running,delayed,done,cancelled,
        carried_over}';
    caller text;
    of_plan text;
    before text;
    after text;
    edge transition;
    cell permission;
    sql text;
    tried integer := 0;
begin
    assert (select array_agg(concat_ws(' ', from_state, action, to_state, case when needs_reason then 'reason' end)
            order by from_state, action)
        from transition where subject = 'intervention') = array['accepted budget budgeted',
        'accepted cancel cancelled reason', 'accepted carry_over carried_over reason', 'accepted delay delayed reason',
        'accepted start running', 'assigned accept accepted', 'assigned cancel cancelled reason',
        'assigned decline declined reason', 'budgeted cancel cancelled reason',
        'budgeted carry_over carried_over reason', 'budgeted delay delayed reason', 'budgeted start running',
        'declined cancel cancelled reason', 'declined propose proposed', 'delayed cancel cancelled reason',
        'delayed carry_over carried_over reason', 'delayed resume running', 'proposed assign assigned',
        'proposed cancel cancelled reason', 'running cancel cancelled reason',
        'running carry_over carried_over reason', 'running delay delayed reason', 'running finish done'], 'the edges';
    assert (select bool_and(not by_another) from transition where subject = 'intervention'), 'no four eyes';

    -- Every pair of states, by every caller of the kabupaten and by somebody of the next one.
    foreach of_plan in array '{returned,running}'::text[] loop
        foreach caller in array array['coordinator', 'lead', 'leadership', 'health', 'social', 'health reporter',
            'village', 'camat', 'viewer', 'auditor', 'office of the province', 'province', 'administrator',
            'neighbour'] loop
            foreach before in array states loop
                foreach after in array states loop
                    perform pg_temp.put(before, of_plan);
                    -- As reports forbid to decline and ask of nobody else.
                    set local session_replication_role = replica;
                    update progress_report set intervention_id = pg_temp.id(case when before = 'assigned'
                        then 'proposed one' else 'accepted one' end) where id = pg_temp.id('report one');
                    set local session_replication_role = origin;
                    select t.* into edge from transition t
                    where t.subject = 'intervention' and t.from_state = before and t.to_state = after;
                    sql := format('update intervention set state = %L%s where id = pg_temp.id(''accepted one'')', after,
                        case when edge.needs_reason then ', state_reason = ''x''' end);
                    perform pg_temp.enter(caller);
                    select p.* into cell from permission p
                    where p.role = substr(current_user, 9) and p.resource = 'intervention' and p.action = edge.action;
                    tried := tried + 1;
                    if not has_column_privilege('intervention', 'state', 'update')
                        or edge.needs_reason and not has_column_privilege('intervention', 'state_reason', 'update') then
                        perform pg_temp.refuses(sql, '42501');
                    elsif caller in ('neighbour', 'social', 'office of the province') then
                        perform pg_temp.does(sql, 0); -- not of their kabupaten or agency
                    elsif before = after then
                        perform pg_temp.accepts(sql);
                    elsif edge.action is null then
                        perform pg_temp.refuses(sql, 'SL001', 'intervention_follows_its_transitions');
                    elsif cell.action is null or 'open_plan' = any (cell.conditions) and of_plan = 'running' then
                        perform pg_temp.refuses(sql, '42501');
                    elsif edge.action = 'carry_over' then
                        perform pg_temp.refuses(sql, 'SL001', 'intervention_is_carried_over_into_another');
                    else
                        perform pg_temp.accepts(sql);
                    end if;
                end loop;
            end loop;
        end loop;
    end loop;
    assert tried = 2 * 14 * 100, tried::text;
end
$$;

-- What an edge asks for, and what follows from it.
do $$
declare
    step constant text :=
        'update intervention set state = %L, state_reason = %L where id = pg_temp.id(''accepted one'')';
    today_here constant date := (now() at time zone 'Asia/Makassar')::date;
    kept record;
begin
    -- Declined with a reason, and not once it was reported.
    perform pg_temp.put('assigned');
    perform pg_temp.enter('health');
    perform pg_temp.refuses(format(step, 'declined', 'x'), 'SL001', 'intervention_is_declined_before_it_is_reported');
    perform pg_temp.administer();
    alter table progress_report disable trigger all;
    delete from progress_report where id = pg_temp.id('report one');
    alter table progress_report enable trigger all;
    perform pg_temp.enter('health');
    perform pg_temp.refuses(format(step, 'declined', null), 'SL002', 'transition_gives_its_reason');
    perform pg_temp.refuses(format(step, 'declined', ' '), 'SL002', 'transition_gives_its_reason');
    perform pg_temp.does(format(step, 'declined', 'tidak ada pagu'), 1);
    assert (select (state, state_reason, state_by, state_changed_at, assigned_on, ended_on) is not distinct from
        ('declined', 'tidak ada pagu', pg_temp.id('health'), now(), date '2024-02-15', null::date)
        from intervention where id = pg_temp.id('accepted one')), 'declined';
    perform pg_temp.refuses($q$insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id,
        budget_year, quarter, nil, reported_by) values ('63.02', pg_temp.id('r'), pg_temp.id('accepted one'), 'DINKES',
        pg_temp.id('one'), 2024, 3, true, pg_temp.id('health'))$q$, 'SL001', 'report_is_of_what_was_not_declined');
    -- What a state says is nobody's to change without it.
    perform pg_temp.refuses($q$update intervention set state_reason = 'y' where id = pg_temp.id('accepted one')$q$,
        'SL001', 'intervention_follows_its_transitions');

    -- Given to another agency, and proposed again: nothing is left of what was.
    perform pg_temp.enter('coordinator');
    perform pg_temp.does($q$update intervention set agency_code = 'DINSOS' where id = pg_temp.id('accepted one')$q$, 1);
    perform pg_temp.does(format(step, 'proposed', 'ignored'), 1);
    assert (select (state, state_reason, state_by, assigned_on) is not distinct from
        ('proposed', null::text, pg_temp.id('coordinator'), null::date)
        from intervention where id = pg_temp.id('accepted one')), 'proposed again';

    -- Money first, or a word that none is needed; a report before it is said to be done.
    perform pg_temp.put('accepted');
    delete from budget_share where intervention_id = pg_temp.id('accepted one');
    delete from intervention_funding where intervention_id = pg_temp.id('accepted one');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(step, 'budgeted', null), 'SL001', 'intervention_is_budgeted_with_funding');
    insert into intervention_funding values ('63.02', pg_temp.id('accepted one'), 'none', 0);
    perform pg_temp.does(format(step, 'budgeted', null), 1);
    perform pg_temp.does(format(step, 'running', null), 1);
    perform pg_temp.refuses(format(step, 'done', null), 'SL001', 'intervention_is_finished_with_a_report');
    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
        reported_by) values ('63.02', pg_temp.id('nil'), pg_temp.id('accepted one'), 'DINSOS', pg_temp.id('one'),
        2024, 1, true, pg_temp.id('coordinator'));
    perform pg_temp.refuses(format(step, 'done', null), 'SL001', 'intervention_is_finished_with_a_report');
    perform pg_temp.does(format(step, 'delayed', 'banjir'), 1);
    perform pg_temp.does(format(step, 'running', null), 1);
    assert (select (state_reason, ended_on) is not distinct from (null::text, null::date)
        from intervention where id = pg_temp.id('accepted one')), 'resumed';
    insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter, nil,
        physical_percent, quantity, spent_idr, reported_by) values ('63.02', pg_temp.id('q2'),
        pg_temp.id('accepted one'), 'DINSOS', pg_temp.id('one'), 2024, 2, false, 90, 9, 1,
        pg_temp.id('coordinator'));
    perform pg_temp.does(format(step, 'done', null), 1);
    assert (select ended_on from intervention where id = pg_temp.id('accepted one')) = today_here, 'done today';

    -- Of quarters after the end nothing is reported, of those before it is.
    perform pg_temp.put('done');
    perform pg_temp.enter('coordinator');
    for kept in select * from (values (3, true), (4, false)) q (quarter, is_taken) loop
        if kept.is_taken then
            perform pg_temp.accepts(format($q$insert into progress_report (kabupaten_code, id, intervention_id,
                agency_code, lokus_id, budget_year, quarter, nil, reported_by) values ('63.02', pg_temp.id('r'),
                pg_temp.id('accepted one'), 'DINSOS', pg_temp.id('one'), 2024, %s, true,
                pg_temp.id('coordinator'))$q$, kept.quarter));
        else
            perform pg_temp.refuses(format($q$insert into progress_report (kabupaten_code, id, intervention_id,
                agency_code, lokus_id, budget_year, quarter, nil, reported_by) values ('63.02', pg_temp.id('r'),
                pg_temp.id('accepted one'), 'DINSOS', pg_temp.id('one'), 2024, %s, true,
                pg_temp.id('coordinator'))$q$, kept.quarter), 'SL002', 'report_is_not_after_the_end');
        end if;
    end loop;
end
$$;

-- What is still asked for: of what is done or carried over the quarter of its end as well, of what was cancelled those
-- before it, and nothing afterwards.
do $$
declare
    asked record;
begin
    for asked in select * from (values ('running', '1 3 4'), ('delayed', '1 3 4'), ('done', '1 3'),
        ('carried_over', '1 3'), ('cancelled', '1')) a (state, quarters) loop
        perform pg_temp.put(asked.state);
        set local session_replication_role = replica;
        delete from progress_report where intervention_id = pg_temp.id('accepted one') and quarter <> 2;
        set local session_replication_role = origin;
        perform pg_temp.enter('social');
        assert (select string_agg(quarter::text, ' ' order by quarter) from report_obligation('2025-06-01')
            where intervention_id = pg_temp.id('accepted one') and state <> 'reported') = asked.quarters, asked.state;
    end loop;
    assert (select array_agg(state order by state) from unnest('{proposed,assigned,declined,accepted,budgeted,running,
        delayed,done,cancelled,carried_over}'::text[]) state where not is_committed(state))
        = '{cancelled,carried_over,declined}', 'what a plan counts on';
end
$$;

-- Carried over: into a later year of its own plan, approved or not, or into another plan that is open.
do $$
declare
    next constant text := $q$insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code,
        title, target_quantity, unit, starts_on, ends_on, continues_id) select '63.02', pg_temp.id('next'),
        pg_temp.id('plan %1$s'), pg_temp.id('%1$s'), 'next', agency_code, %2$L, %3$s, unit, '%4$s-01-01', '%4$s-12-31',
        id from intervention where id = pg_temp.id('accepted one')$q$;
    ends constant text := $q$update intervention set state = 'carried_over', state_reason = 'ke TA 2025'
        where id = pg_temp.id('accepted one')$q$;
    before text;
begin
    set constraints all deferred;
    foreach before in array '{agreed,approved,running,evaluated,closed}'::text[] loop
        perform pg_temp.put('delayed', before);
        set local session_replication_role = replica;
        update intervention set agency_code = 'DINKES' where id = pg_temp.id('accepted one');
        set local session_replication_role = origin;
        perform pg_temp.enter('coordinator');
        if before = 'closed' then
            perform pg_temp.refuses(format(next, 'one', 'Isbat', 6, 2025), 'SL001', 'plan_is_not_closed');
        else
            perform pg_temp.accepts(format(next, 'one', 'Isbat', 6, 2025));
        end if;
    end loop;
    perform pg_temp.put('delayed', 'running');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(next, 'one', 'Lain', 6, 2025), 'SL001', 'intervention_continues_the_same');
    perform pg_temp.refuses(format(next, 'one', 'Isbat', 11, 2025), 'SL002',
        'intervention_continues_with_what_is_left');
    perform pg_temp.refuses(format(next, 'one', 'Isbat', 6, 2024), 'SL002', 'intervention_continues_in_a_later_year');
    perform pg_temp.accepts(format(next, 'two', 'Isbat', 6, 2024));
    perform pg_temp.administer();
    set local session_replication_role = replica;
    update action_plan set state = 'approved' where id = pg_temp.id('plan two');
    set local session_replication_role = origin;
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(next, 'two', 'Isbat', 6, 2025), 'SL001', 'plan_content_is_open');
    perform pg_temp.enter('health');
    perform pg_temp.refuses(format(next, 'one', 'Isbat', 6, 2025), '42501');

    -- The one does not begin without the other's end.
    perform pg_temp.enter('coordinator');
    perform pg_temp.does(format(next, 'one', 'Isbat', 6, 2025), 1);
    perform pg_temp.refuses('set constraints all immediate', 'SL001', 'what_is_continued_was_carried_over');
    perform pg_temp.does(ends, 1);
    set constraints all immediate;
    set constraints all deferred;
    assert (select (state, ended_on is not null, state_reason) = ('carried_over', true, 'ke TA 2025')
        from intervention where id = pg_temp.id('accepted one')), 'carried over';
    perform pg_temp.refuses(replace(format(next, 'one', 'Isbat', 6, 2025), 'next', 'again'), 'SL001',
        'intervention_follows_its_transitions');
    -- Reports stay where they are, and the new one owes none before it begins.
    assert exists (select from progress_report where intervention_id = pg_temp.id('accepted one')), 'its reports';
    -- Its money may follow until it is budgeted, whatever the plan; its words stand.
    perform pg_temp.accepts($q$insert into intervention_funding values ('63.02', pg_temp.id('next'), 'csr', 1)$q$);
    perform pg_temp.refuses($q$update intervention set title = 'y' where id = pg_temp.id('next')$q$, 'SL001',
        'plan_content_is_open');
    update intervention set state = 'assigned', assigned_on = '2024-12-01' where id = pg_temp.id('next');
    update intervention set state = 'accepted' where id = pg_temp.id('next');
    assert (select array_agg(budget_year || '/' || quarter order by budget_year, quarter)
        from report_obligation('2025-05-01') where intervention_id = pg_temp.id('next')) = '{2025/1,2025/2}', 'due';
    insert into intervention_funding values ('63.02', pg_temp.id('next'), 'csr', 1);
    update intervention set state = 'budgeted' where id = pg_temp.id('next');
    perform pg_temp.refuses($q$update intervention_funding set amount_idr = 2
        where intervention_id = pg_temp.id('next')$q$, 'SL001', 'plan_content_is_open');
end
$$;

rollback;
