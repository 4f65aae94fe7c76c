-- The state of an intervention moves along the edges of the transition table only, by the roles that each edge names.
begin;
\ir fixture.psql

do $$
declare
    caller text;
    edge record;
    sql text;
    today_here constant date := (now() at time zone 'Asia/Makassar')::date;
begin
    -- Those at the beginning; all of them by everybody are tried in interventions.sql.
    foreach caller in array array['coordinator', 'lead', 'health', 'owner'] loop
        for edge in
            select a as from_state, b as to_state
            from unnest('{proposed,assigned,accepted}'::text[]) a
            cross join unnest('{proposed,assigned,accepted}'::text[]) b
        loop
            if caller = 'owner' then
                perform pg_temp.administer();
                set local role selaras_owner;
            else
                perform pg_temp.enter(caller);
            end if;
            sql := format('update intervention set state = %L where id = pg_temp.id(%L)', edge.to_state,
                edge.from_state || ' one');
            if caller = 'health' and edge.from_state = 'assigned' then
                perform pg_temp.does(sql, 0); -- another agency's
            elsif edge.from_state = edge.to_state
                or (edge.from_state, edge.to_state) = ('proposed', 'assigned') and caller <> 'health'
                or (edge.from_state, edge.to_state) = ('assigned', 'accepted') then
                perform pg_temp.accepts(sql);
            elsif (edge.from_state, edge.to_state) = ('proposed', 'assigned') then
                perform pg_temp.refuses(sql, '42501'); -- not hers to assign
            else
                perform pg_temp.refuses(sql, 'SL001', 'intervention_follows_its_transitions');
            end if;
        end loop;
    end loop;

    -- Dates come with the state: today in the kabupaten, or the day that was said, but none in the future.
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format('update intervention set state = %L, assigned_on = %L where id = pg_temp.id(%L)',
        'assigned', today_here + 1, 'proposed one'), 'SL002', 'intervention_is_not_assigned_in_the_future');
    -- Nor in a year that is a slip of the keyboard: the lokus is of 2024.
    perform pg_temp.refuses(format('update intervention set state = %L, assigned_on = %L where id = pg_temp.id(%L)',
        'assigned', '2022-12-31', 'proposed one'), 'SL002', 'intervention_is_not_assigned_before_its_programme');
    perform pg_temp.accepts(format('update intervention set state = %L, assigned_on = %L where id = pg_temp.id(%L)',
        'assigned', '2023-01-01', 'proposed one'));
    perform pg_temp.accepts(format('update intervention set state = %L, assigned_on = %L where id = pg_temp.id(%L)',
        'assigned', today_here, 'proposed one'));
    update intervention set state = 'assigned' where id = pg_temp.id('proposed one');
    assert (select (assigned_on, accepted_on) is not distinct from (today_here, null::date)
        from intervention where id = pg_temp.id('proposed one')), 'assigned today';
    perform pg_temp.enter('health');
    update intervention set state = 'accepted' where id = pg_temp.id('proposed one');
    assert (select (assigned_on, accepted_on, version) = (today_here, today_here, 3)
        from intervention where id = pg_temp.id('proposed one')), 'accepted today';

    -- Afterwards the dates stand, for a moved date would move what is to be reported.
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses($q$update intervention set assigned_on = '2024-06-01'
        where id = pg_temp.id('assigned one')$q$,
        'SL001', 'intervention_follows_its_transitions');
    perform pg_temp.refuses($q$update intervention set assigned_on = '2024-01-01'
        where id = pg_temp.id('proposed two')$q$,
        'SL001', 'intervention_follows_its_transitions');
    perform pg_temp.refuses($q$update intervention set accepted_on = null
        where id = pg_temp.id('accepted one')$q$, '42501');

    -- The agency too is settled by the assignment.
    perform pg_temp.accepts($q$update intervention set agency_code = 'DINSOS' where id = pg_temp.id('proposed two')$q$);
    perform pg_temp.refuses($q$update intervention set agency_code = 'DINKES' where id = pg_temp.id('assigned two')$q$,
        'SL001', 'intervention_agency_is_settled_by_assignment');
    perform pg_temp.refuses($q$update intervention set agency_code = 'DINSOS' where id = pg_temp.id('accepted two')$q$,
        'SL001', 'intervention_agency_is_settled_by_assignment');
    perform pg_temp.accepts($q$update intervention set agency_code = 'DINSOS', title = 'y'
        where id = pg_temp.id('assigned two')$q$);
end
$$;

-- An intervention begins as proposed; nobody chooses a version or a time.
do $$
declare
    caller text;
    found record;
begin
    foreach caller in array array['coordinator', 'lead', 'health'] loop
        perform pg_temp.enter(caller);
        for found in select c.relname, t.attname
            from pg_class c join pg_attribute t on t.attrelid = c.oid
            where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r'
                and t.attname in ('version', 'created_at', 'updated_at', 'accepted_on')
        loop
            assert not has_column_privilege(found.relname, found.attname, 'insert, update'), found::text;
        end loop;
        assert not has_column_privilege('intervention', 'state', 'insert'), caller;
        assert not has_column_privilege('intervention', 'assigned_on', 'insert'), caller;
        perform pg_temp.refuses('delete from intervention', '42501');
        perform pg_temp.refuses('insert into transition values ($q$a$q$, $q$b$q$, $q$c$q$, $q$d$q$)', '42501');
    end loop;
end
$$;

-- Every update counts a version and is dated, in every table that has one.
do $$
declare
    relation text;
begin
    perform pg_temp.administer();
    for relation in select c.relname from pg_class c join pg_attribute t on t.attrelid = c.oid
        where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r' and t.attname = 'updated_at'
    loop
        assert exists (select from pg_trigger where tgrelid = relation::regclass and tgname = 'stamp_change'), relation;
    end loop;
    update action_plan set version = 40, updated_at = '2020-01-01' where id = pg_temp.id('plan one');
    assert (select (version, updated_at) = (2, now()) from action_plan where id = pg_temp.id('plan one')), 'stamp';
end
$$;

rollback;
