-- The state of a plan: every edge by every role, its conditions and effects, what it locks, and who may not decide.
begin;
\ir fixture.psql

-- Puts a plan into a state, as if it had come there.
create function pg_temp.put(wanted text, authors uuid[] default '{}') returns void language plpgsql as $$
begin
    perform pg_temp.administer();
    set local session_replication_role = replica;
    update action_plan set state = wanted, state_reason = null, meeting_on = '2024-02-15', meeting_place = 'Aula',
        meeting_minutes = 'Notulen', meeting_participants = '{DINKES,DINSOS}',
        agreed_on = case when wanted in ('draft', 'submitted') then null else date '2024-02-15' end
    where id = pg_temp.id('plan one');
    delete from plan_author;
    insert into plan_author select '63.02', pg_temp.id('plan one'), unnest(authors);
    set local session_replication_role = origin;
end $$;

do $$
declare
    states constant text[] := '{draft,submitted,agreed,approved,running,evaluated,closed,returned}';
    caller text;
    before text;
    after text;
    edge transition;
    cell permission;
    sql text;
    tried integer := 0;
begin
    assert (select array_agg(concat_ws(' ', from_state, action, to_state, case when needs_reason then 'reason' end,
            case when by_another then 'another' end) order by from_state, action)
        from transition where subject = 'action_plan') = array['agreed approve approved another',
        'agreed return returned reason', 'approved start running',
        'draft submit submitted', 'evaluated close closed another', 'returned submit submitted',
        'running evaluate evaluated', 'submitted agree agreed another',
        'submitted return returned reason'], 'the edges';

    -- Every pair of states, by every caller of the kabupaten and by somebody of the next one.
    foreach caller in array array['coordinator', 'lead', 'leadership', 'health', 'health reporter', 'village', 'camat',
        'viewer', 'auditor', 'office of the province', 'province', 'administrator', 'neighbour', 'owner'] loop
        foreach before in array states loop
            foreach after in array states loop
                perform pg_temp.put(before);
                sql := format('update action_plan set state = %L, state_reason = %L
                    where id = pg_temp.id(''plan one'')', after, case when after <> before then 'x' end);
                select t.* into edge from transition t
                where t.subject = 'action_plan' and t.from_state = before and t.to_state = after;
                if caller = 'owner' then
                    set local role selaras_owner;
                else
                    perform pg_temp.enter(caller);
                end if;
                select p.* into cell from permission p
                where p.role = substr(current_user, 9) and p.resource = 'action_plan' and p.action = edge.action;
                tried := tried + 1;
                if caller = 'neighbour' then
                    perform pg_temp.does(sql, 0);
                elsif not has_column_privilege('action_plan', 'state', 'update') then
                    perform pg_temp.refuses(sql, '42501');
                elsif before = after then
                    perform pg_temp.accepts(sql);
                elsif edge.action is null then
                    perform pg_temp.refuses(sql, 'SL001', 'plan_follows_its_transitions');
                elsif caller = 'owner' or before = any (cell.states) then
                    perform pg_temp.accepts(sql);
                elsif cell.action is not null then
                    perform pg_temp.refuses(sql, 'SL001', 'change_is_permitted_in_this_state');
                else
                    perform pg_temp.refuses(sql, '42501');
                end if;
            end loop;
        end loop;
    end loop;
    assert tried = 14 * 64, tried::text;
end
$$;

-- What an edge asks for, and what follows from it.
do $$
declare
    step constant text := 'update action_plan set state = %L, state_reason = %L where id = pg_temp.id(''plan one'')';
    today_here constant date := (now() at time zone 'Asia/Makassar')::date;
    missing text;
begin
    perform pg_temp.put('draft');
    insert into lokus (kabupaten_code, id, desa_code, year)
    values ('63.02', pg_temp.id('next'), '63.02.12.2005', 2025);
    insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
    values ('63.02', pg_temp.id('empty plan'), pg_temp.id('next'), 'ikk', 1, 'x');
    perform pg_temp.enter('coordinator');
    assert (select state from action_plan where id = pg_temp.id('empty plan')) = 'draft', 'a plan begins as a draft';
    perform pg_temp.refuses($q$update action_plan set state = 'submitted' where id = pg_temp.id('empty plan')$q$,
        'SL001', 'plan_is_submitted_with_interventions');
    perform pg_temp.does(format(step, 'submitted', 'ignored'), 1);
    assert (select (state, state_reason, state_by, agreed_on) is not distinct from ('submitted', null::text,
        pg_temp.id('coordinator'), null::date) from action_plan where id = pg_temp.id('plan one')), 'submitted';

    -- Without each part of its record a meeting agrees nothing; nor does one that is still to come.
    foreach missing in array array['meeting_on = null', 'meeting_place = null', 'meeting_minutes = null',
        'meeting_participants = ''{}''', format('meeting_on = %L', today_here + 1)] loop
        perform pg_temp.enter('coordinator');
        perform pg_temp.does(format('update action_plan set %s where id = pg_temp.id(''plan one'')', missing), 1);
        perform pg_temp.enter('leadership');
        perform pg_temp.refuses(format(step, 'agreed', null), 'SL001', case when missing ~ 'on = ''' then
            'plan_is_agreed_when_its_meeting_was_held' else 'plan_is_agreed_in_a_meeting' end);
        perform pg_temp.enter('coordinator');
        perform pg_temp.does(format($q$update action_plan set meeting_on = %L, meeting_place = 'Aula',
            meeting_minutes = 'Notulen', meeting_participants = '{a}' where id = pg_temp.id('plan one')$q$,
            today_here), 1);
    end loop;
    perform pg_temp.enter('leadership');
    perform pg_temp.does(format(step, 'agreed', null), 1);
    assert (select agreed_on from action_plan where id = pg_temp.id('plan one')) = today_here, 'the day of the meeting';

    -- A reason, and one that says something; nobody else's word stays when the plan goes on.
    perform pg_temp.refuses(format(step, 'returned', null), 'SL002', 'transition_gives_its_reason');
    perform pg_temp.refuses(format(step, 'returned', ' '), 'SL002', 'transition_gives_its_reason');
    perform pg_temp.does(format(step, 'returned', 'pagu belum lengkap'), 1);
    assert (select state_reason from action_plan where id = pg_temp.id('plan one')) = 'pagu belum lengkap', 'why';
    perform pg_temp.refuses($q$update action_plan set state_reason = 'x' where id = pg_temp.id('plan one')$q$,
        'SL001', 'plan_follows_its_transitions');
    perform pg_temp.enter('coordinator');
    perform pg_temp.does($q$update action_plan set meeting_on = '2024-05-05' where id = pg_temp.id('plan one')$q$, 1);
    perform pg_temp.does(format(step, 'submitted', null), 1);
    perform pg_temp.enter('leadership');
    perform pg_temp.does(format(step, 'agreed', null), 1);
    assert (select (agreed_on, state_reason) is not distinct from (today_here, null::text) from action_plan
        where id = pg_temp.id('plan one')), 'the first day stands';
    perform pg_temp.refuses($q$update action_plan set agreed_on = '2024-01-01' where id = pg_temp.id('plan one')$q$,
        '42501');
    -- What is taken from the record after it was agreed is missed when it is approved.
    perform pg_temp.enter('coordinator');
    perform pg_temp.does($q$update action_plan set meeting_minutes = null where id = pg_temp.id('plan one')$q$, 1);
    perform pg_temp.enter('leadership');
    perform pg_temp.refuses(format(step, 'approved', null), 'SL001', 'plan_is_agreed_in_a_meeting');
    perform pg_temp.enter('coordinator');
    perform pg_temp.does(format($q$update action_plan set meeting_minutes = 'x', meeting_on = %L
        where id = pg_temp.id('plan one')$q$, today_here + 1), 1);
    perform pg_temp.enter('leadership');
    perform pg_temp.refuses(format(step, 'approved', null), 'SL001', 'plan_is_agreed_when_its_meeting_was_held');
    -- Nor does somebody decide of whom nobody knows who it is.
    perform set_config('selaras.principal', '', true), set_config('selaras.account', '', true);
    perform pg_temp.refuses(format(step, 'approved', null), 'SL403', 'plan_is_decided_by_another');
end
$$;

-- Nobody decides on what they wrote or submitted, in whatever role, and whatever the matrix says.
do $$
declare
    step constant text := 'update action_plan set state = %L where id = pg_temp.id(''plan one'')';
    writing text;
begin
    perform pg_temp.administer();
    insert into permission (role, resource, action)
    select 'coordinator', 'action_plan', action from unnest('{agree,approve,close}'::text[]) action;
    perform enforce_permissions();
    foreach writing in array array[
        $q$insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
            target_quantity, unit, starts_on, ends_on) values ('63.02', pg_temp.id('new'), pg_temp.id('plan one'),
            pg_temp.id('one'), 'new', 'DINKES', 'x', 1, 'x', '2024-01-01', '2024-12-31')$q$,
        $q$update intervention set note = note || 'x' where id = pg_temp.id('proposed one')$q$,
        $q$update action_plan set title = title || 'x' where id = pg_temp.id('plan one')$q$,
        $q$update intervention_funding set amount_idr = amount_idr + 1
            where intervention_id = pg_temp.id('proposed one')$q$,
        $q$delete from intervention_indicator where intervention_id = pg_temp.id('assigned one')$q$
    ] loop
        perform pg_temp.put('agreed');
        perform pg_temp.enter('coordinator');
        perform pg_temp.accepts(format(step, 'approved'));
        perform pg_temp.does(writing, 1);
        perform pg_temp.refuses(format(step, 'approved'), 'SL403', 'plan_is_decided_by_another');
        -- Another of the same role did not write it.
        perform pg_temp.enter('leadership');
        perform pg_temp.accepts(format(step, 'approved'));
    end loop;
    -- Submitting is enough; assigning writes nothing.
    perform pg_temp.put('draft');
    perform pg_temp.enter('coordinator');
    update intervention set state = 'assigned' where id = pg_temp.id('proposed one');
    perform pg_temp.administer();
    perform pg_temp.put('submitted', array(select author_id from plan_author));
    perform pg_temp.enter('coordinator');
    perform pg_temp.accepts(format(step, 'agreed'));
    perform pg_temp.put('draft');
    perform pg_temp.enter('coordinator');
    perform pg_temp.does(format(step, 'submitted'), 1);
    perform pg_temp.refuses(format(step, 'agreed'), 'SL403', 'plan_is_decided_by_another');

    -- One person with two roles is one person, signed in or by the token of a machine.
    perform pg_temp.administer();
    insert into account (id, name, email) values (pg_temp.id('both'), 'Both', 'both@example.org');
    update principal set account_id = pg_temp.id('both') where id in (pg_temp.id('lead'), pg_temp.id('leadership'));
    perform pg_temp.put('agreed');
    perform pg_temp.enter('lead');
    update action_plan set title = 'Rencana lain' where id = pg_temp.id('plan one');
    perform pg_temp.enter('leadership');
    perform pg_temp.refuses(format(step, 'approved'), 'SL403', 'plan_is_decided_by_another');
    perform pg_temp.administer();
    update principal set account_id = null where id in (pg_temp.id('lead'), pg_temp.id('leadership'));
    perform pg_temp.enter('leadership');
    perform pg_temp.accepts(format(step, 'approved'));
    perform set_config('selaras.account', pg_temp.id('both')::text, true);
    perform pg_temp.refuses(format(step, 'approved'), 'SL403', 'plan_is_decided_by_another');
    -- Nobody reads who they are, nor removes them.
    perform pg_temp.refuses('select from plan_author', '42501');
    perform pg_temp.refuses('delete from plan_author', '42501');
    perform pg_temp.administer();
    perform pg_temp.refuses('truncate plan_author', 'SL001');
end
$$;

-- From its approval on the content of a plan stands; in a closed one nothing changes at all.
do $$
declare
    state text;
    writing text;
    happening text;
    contents constant text[] := array[
        $q$update action_plan set title = 'y' where id = pg_temp.id('plan one')$q$,
        $q$update action_plan set target_ikk = 90 where id = pg_temp.id('plan one')$q$,
        $q$update action_plan set meeting_minutes = 'y' where id = pg_temp.id('plan one')$q$,
        $q$insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title,
            target_quantity, unit, starts_on, ends_on) values ('63.02', pg_temp.id('newer'), pg_temp.id('plan one'),
            pg_temp.id('one'), 'more', 'DINKES', 'x', 1, 'x', '2024-01-01', '2024-12-31')$q$,
        $q$update intervention set note = 'y' where id = pg_temp.id('proposed one')$q$,
        $q$insert into intervention_indicator values ('63.02', pg_temp.id('proposed one'), 'ikk', 1, 'c')$q$,
        $q$delete from intervention_indicator where intervention_id = pg_temp.id('accepted one')$q$,
        $q$insert into intervention_funding values ('63.02', pg_temp.id('proposed one'), 'csr', 1)$q$,
        $q$update intervention_funding set amount_idr = 1 where intervention_id = pg_temp.id('proposed one')$q$,
        $q$delete from intervention_funding where intervention_id = pg_temp.id('proposed one')$q$];
    happens constant text[] := array[
        $q$update intervention set state = 'assigned' where id = pg_temp.id('proposed one')$q$,
        $q$update intervention set state = 'accepted' where id = pg_temp.id('assigned one')$q$,
        $q$update progress_report set obstacles = 'y'
            where id = pg_temp.id('report one')$q$];
begin
    perform pg_temp.administer();
    alter table action_plan disable trigger target_of_the_index_is_declared_before_the_resurvey;
    set local session_replication_role = replica;
    update intervention set state = 'proposed', assigned_on = null where id = pg_temp.id('proposed one');
    set local session_replication_role = origin;
    foreach state in array '{draft,submitted,agreed,returned,approved,running,evaluated,closed}'::text[] loop
        perform pg_temp.put(state);
        perform pg_temp.enter('coordinator');
        foreach writing in array contents loop
            if state in ('draft', 'submitted', 'agreed', 'returned') then
                perform pg_temp.accepts(writing);
            else
                perform pg_temp.refuses(writing, 'SL001', 'plan_content_is_open');
            end if;
        end loop;
        foreach happening in array happens loop
            if state <> 'closed' then
                perform pg_temp.accepts(happening);
            else
                perform pg_temp.refuses(happening, 'SL001', 'plan_is_not_closed');
            end if;
        end loop;
    end loop;
    -- To write what there is already is no change.
    perform pg_temp.accepts('update action_plan set title = title where id = pg_temp.id(''plan one'')');
end
$$;

rollback;
