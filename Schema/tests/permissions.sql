-- The matrix is enforced, no more and no less: whatever it says, each caller reads, adds, changes and removes just the
-- rows and columns that its cells name. What is expected is worked out here from the cells, apart from the policies.
begin;
\ir fixture.psql

-- How far each caller reaches, as a list.
create temporary table reach (caller text, role text, areas text[], agency text, lokus uuid[]);
insert into reach values
    ('coordinator', 'coordinator', '{63.02}', '', '{}'), ('health', 'agency', '{63.02}', 'DINKES', '{}'),
    ('health reporter', 'reporter', '{63.02}', 'DINKES', '{}'), ('viewer', 'viewer', '{63.02}', '', '{}'),
    ('village', 'village', '{63.02}', '', array[pg_temp.id('one')]), ('auditor', 'auditor', '{63.02}', '', '{}'),
    ('camat', 'subdistrict', '{63.02}', '', array[pg_temp.id('one'), pg_temp.id('two')]),
    ('office of the province', 'provincial_agency', '{63.02}', 'DPPPA-PROV', '{}'),
    ('province', 'province', '{63.02,63.10}', '', '{}'), ('leadership', 'leadership', '{63.02}', '', '{}');

-- Every row of every relation, whose it is, and what it holds.
create temporary table subject (relation text, key text, kabupaten text, agency text, lokus uuid[], parent text,
    parents text[], state text, content jsonb);
create temporary table shape as
select n.relation, (
        select string_agg(format('%I', a.attname), ', ' order by a.attnum)
        from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
        where x.indrelid = n.relation::regclass and x.indisprimary) as key_columns,
    array(select a.attname::text from pg_attribute a
        where a.attrelid = n.relation::regclass and a.attnum > 0 and not a.attisdropped) as columns
from permission_narrowing n;
do $$
declare
    s shape;
    through text;
begin
    for s in select * from shape loop
        through := case when 'round_id' = any (s.columns) then 'survey_round o where o.id = t.round_id'
            when 'before_round_id' = any (s.columns)
                then 'survey_round o where o.id in (before_round_id, after_round_id)'
            when s.relation = 'amendment_line' then 'plan_amendment o where o.id = t.amendment_id'
            when s.relation = 'plan_target' then 'action_plan o where o.id = t.plan_id'
            when s.relation in ('intervention_indicator', 'intervention_funding', 'budget_share')
                then 'intervention o where o.id = t.intervention_id' end;
        execute format($q$insert into subject select %L, (select concat_ws('|', %s)), %s, %s, %s, %L, %s,
            to_jsonb(t) ->> 'state', to_jsonb(t) from %I t$q$, s.relation, s.key_columns,
            case when 'kabupaten_code' = any (s.columns) then 't.kabupaten_code'
                when 'area_code' = any (s.columns) then 't.area_code' else 'null' end,
            case when through ~ '^intervention' then format('(select o.agency_code from %s)', through)
                when s.relation in ('intervention', 'progress_report', 'budget_line') then 't.agency_code' else 'null' end,
            case when through is not null then format('(select array_agg(o.lokus_id) from %s)', through)
                when s.relation = 'lokus' then 'array[t.id]'
                when 'lokus_id' = any (s.columns) then 'array[t.lokus_id]' else 'null' end,
            split_part(through, ' ', 1),
            case when through is null then 'null'
                else format('(select array_agg(concat_ws(''|'', o.kabupaten_code, o.id)) from %s)', through) end,
            s.relation);
    end loop;
    assert (select count(distinct relation) from subject) >= 24 and (select count(*) from subject) > 150, 'rows to try';
end
$$;

-- What the matrix gives of a relation to somebody: the keys of rows, and the columns.
create function pg_temp.rows_given(who reach, of_relation text, of_command text) returns text[] language sql as $$
    select array(
        select s.key from subject s
        cross join lateral (
            -- What knows neither agency nor lokus reaches them through what it belongs to, which has to be seen.
            select case when s.parent is null then '{}' else pg_temp.rows_given(who, s.parent, 'select') end as parents
            offset 0
        ) seen
        where s.relation = of_relation and (s.kabupaten is null or s.kabupaten = any (who.areas)) and exists (
            select from permission p join permission_effect e using (resource, action)
            where p.role = who.role and e.target = of_relation and e.command = of_command
                and ('own_agency' <> all (p.conditions) or s.agency = who.agency)
                and ('own_lokus' <> all (p.conditions) or s.lokus <@ who.lokus)
                and (p.conditions = '{}' or s.parents is null or s.parents <@ seen.parents)
                -- Who reads the words of some reports reads the figures of no others: a policy knows no columns.
                and (of_command <> 'select' or e.columns is null or not exists (
                    select from permission q join permission_effect f using (resource, action)
                    where q.role = who.role and f.target = of_relation and f.command = 'select' and f.columns is null)))
        order by 1)
$$;
create function pg_temp.columns_given(who reach, of_relation text, of_command text) returns text[] language sql as $$
    select array(
        select c from shape s cross join unnest(s.columns) c
        where s.relation = of_relation and exists (
            select from permission p join permission_effect e using (resource, action)
            where p.role = who.role and e.target = of_relation and e.command = of_command
                and (e.columns is null or c = any (e.columns)))
        order by 1)
$$;

create function pg_temp.outcome(sql text) returns text language plpgsql as $$
declare touched bigint;
begin
    execute sql;
    get diagnostics touched = row_count;
    raise exception using errcode = 'TEST0', message = touched::text;
exception
    when sqlstate 'TEST0' then return sqlerrm;
    when others then return sqlstate;
end $$;

-- Tries everything as one caller. Triggers sleep: this is about policies and grants alone.
create function pg_temp.tries(who reach, because text) returns bigint language plpgsql as $$
declare
    s shape;
    a_row subject;
    command text;
    given jsonb := '{}';
    columns jsonb := '{}';
    found text[];
    got text;
    wanted text;
    content jsonb;
    tried bigint := 0;
begin
    perform pg_temp.administer();
    for s in select * from shape loop
        foreach command in array '{select,insert,update,delete}'::text[] loop
            given := jsonb_set(given, array[s.relation || ' ' || command],
                to_jsonb(pg_temp.rows_given(who, s.relation, command)));
            columns := jsonb_set(columns, array[s.relation || ' ' || command],
                to_jsonb(pg_temp.columns_given(who, s.relation, command)));
        end loop;
    end loop;
    create temporary table case_row on commit drop as select * from subject;
    grant select on case_row, shape to public;
    perform set_config('session_replication_role', 'replica', true);
    perform pg_temp.enter(who.caller, 'lokus', 'read');
    for s in select * from shape order by relation loop
        foreach command in array '{select,insert,update}'::text[] loop
            select coalesce(array_agg(c order by c), '{}') into found from unnest(s.columns) c
            where has_column_privilege(current_user, 'selaras.' || s.relation, c, command);
            assert to_jsonb(found) = columns -> (s.relation || ' ' || command),
                format('%s: %s may %s %s of %s', because, who.role, command, found, s.relation);
            tried := tried + cardinality(s.columns);
        end loop;
        assert has_table_privilege(current_user, 'selaras.' || s.relation, 'delete')
            = (columns -> (s.relation || ' delete') <> '[]'), because || who.role || ' deletes ' || s.relation;
        if columns -> (s.relation || ' select') <> '[]' then
            execute format('select coalesce(array_agg(concat_ws(''|'', %s) order by concat_ws(''|'', %1$s)), ''{}'')
                from %I', s.key_columns, s.relation) into found;
            assert to_jsonb(found) = given -> (s.relation || ' select'),
                format('%s: %s sees %s of %s', because, who.role, found, s.relation);
        else
            perform pg_temp.refuses(format('select from %I', s.relation), '42501');
        end if;
        for a_row in select * from case_row r where r.relation = s.relation loop
            content := a_row.content || (
                select coalesce(jsonb_object_agg(c, current_setting('selaras.principal')), '{}')
                from unnest(s.columns) c where c in ('reported_by', 'imported_by'));
            foreach command in array '{insert,update,delete}'::text[] loop
                select array_agg(c) into found
                from jsonb_array_elements_text(columns -> (s.relation || ' ' || command)) c;
                continue when found is null;
                got := pg_temp.outcome(case command
                    when 'insert' then format('insert into %1$I (%2$s) select %2$s
                        from jsonb_populate_record(null::%1$I, %3$L)', s.relation, array_to_string(found, ', '),
                        content)
                    when 'update' then format('update %1$I t set (%2$s) = row(%3$s)
                        from jsonb_populate_record(null::%1$I, %4$L) n where (%5$s) = (%6$s)', s.relation,
                        array_to_string(found, ', '), 'n.' || array_to_string(found, ', n.'), content,
                        't.' || replace(s.key_columns, ', ', ', t.'), 'n.' || replace(s.key_columns, ', ', ', n.'))
                    else format('delete from %1$I t using jsonb_populate_record(null::%1$I, %2$L) n
                        where (%3$s) = (%4$s)', s.relation, content,
                        't.' || replace(s.key_columns, ', ', ', t.'), 'n.' || replace(s.key_columns, ', ', ', n.'))
                    end);
                -- A row that is there already breaks a key, but only where it was let in.
                wanted := case when command = 'insert'
                        then case when given -> (s.relation || ' insert') ? a_row.key then '23505' else '42501' end
                    when columns -> (s.relation || ' select') = '[]' then '42501'
                    when given -> (s.relation || ' ' || command) ? a_row.key
                        and given -> (s.relation || ' select') ? a_row.key then '1' else '0' end;
                assert got = wanted, format('%s: %s %s %s %s: %s, not %s', because, who.role, command, s.relation,
                    a_row.key, got, wanted);
                tried := tried + 1;
            end loop;
        end loop;
    end loop;
    perform pg_temp.administer();
    perform set_config('session_replication_role', 'origin', true);
    drop table case_row;
    return tried;
end $$;

-- The matrix of the configuration.
do $$
declare
    who reach;
    tried bigint := 0;
begin
    for who in select * from reach loop tried := tried + pg_temp.tries(who, 'as configured'); end loop;
    assert tried > 4000, tried::text;
end
$$;

-- Matrices at random: every cell given or not, with any of the conditions that can be said of its rows, and in states.
create function pg_temp.shuffle(seed float8) returns void language plpgsql as $$
begin
    perform pg_temp.administer();
    perform setseed(seed);
    delete from permission;
    insert into permission (role, resource, action, states, conditions)
    select r.role, cell.resource, cell.action,
        case when cell.action in ('update', 'assign', 'accept') and cell.resource = 'intervention' then
            array(select state from unnest('{proposed,assigned,accepted}'::text[]) state where random() < 0.4)
            else '{}' end,
        array(select c from unnest(cell.conditions) c where random() < 0.45)
    from reach r cross join (
        select e.resource, e.action, array(
            select condition from unnest('{own_agency,own_lokus}'::text[]) condition
            where not exists (select from permission_effect x
                join permission_narrowing n on n.relation = x.target
                where x.resource = e.resource and x.action = e.action and to_jsonb(n) ->> condition is null)
        ) as conditions
        from permission_effect e where e.resource <> 'open_data' group by e.resource, e.action) cell
    where random() < 0.6 or cell.action = 'read' and cell.resource in ('lokus', 'survey_round', 'action_plan',
        'intervention');
    -- The trigger looks at the programme year.
    update permission set conditions = '{}' where resource = 'lokus' and action = 'read';
    perform enforce_permissions();
end $$;

do $$
declare
    who reach;
    seed float8;
    a_row subject;
    edge transition;
    cell permission;
    got text;
    wanted text;
begin
    foreach seed in array array[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] loop
        perform pg_temp.shuffle(seed);
        for who in select * from reach where caller in ('coordinator', 'health', 'health reporter', 'camat') loop
            perform pg_temp.tries(who, 'seed ' || seed);
            -- The triggers: which action an edge is, who may take it, on what, in which state.
            for a_row in select * from subject s where s.relation = 'intervention'
                    and s.key = any (pg_temp.rows_given(who, 'intervention', 'select'))
                    and s.key = any (pg_temp.rows_given(who, 'intervention', 'update')) loop
                for edge in select * from transition where subject = 'intervention' and from_state = a_row.state loop
                    continue when 'state' <> all (pg_temp.columns_given(who, 'intervention', 'update'))
                        or edge.needs_reason
                            and 'state_reason' <> all (pg_temp.columns_given(who, 'intervention', 'update'));
                    -- These ask for more than who it is.
                    continue when edge.action in ('budget', 'finish', 'carry_over');
                    select p.* into cell from permission p
                    where p.role = who.role and p.resource = 'intervention' and p.action = edge.action;
                    wanted := case
                        when not found or 'own_agency' = any (cell.conditions) and a_row.agency <> who.agency
                            or 'own_lokus' = any (cell.conditions) and not a_row.lokus <@ who.lokus then '42501'
                        when cell.states <> '{}' and a_row.state <> all (cell.states) then 'SL001'
                        else '1' end;
                    perform pg_temp.enter(who.caller, 'lokus', 'read');
                    got := pg_temp.outcome(format('update intervention set state = %L %s where id = %L', edge.to_state,
                        case when edge.needs_reason then ', state_reason = ''x''' end, split_part(a_row.key, '|', 2)));
                    perform pg_temp.administer();
                    assert got = wanted, format('seed %s: %s %s %s: %s, not %s', seed, who.role, edge.action,
                        a_row.content ->> 'state', got, wanted);
                end loop;
            end loop;
        end loop;
    end loop;
end
$$;

-- No cells, no rows: an empty matrix closes everything, and one that this schema does not understand is refused.
do $$
declare
    who reach;
begin
    perform pg_temp.shuffle(0.5);
    delete from permission where not (resource = 'region' and action = 'read');
    update permission set action = 'read';
    insert into permission (role, resource, action) select role, 'lokus', 'create' from reach on conflict do nothing;
    perform enforce_permissions();
    for who in select * from reach loop
        perform pg_temp.login();
        perform set_config('role', 'selaras_' || who.role, true);
        assert not has_any_column_privilege('lokus', 'select') and has_any_column_privilege('lokus', 'insert'), who.role;
        assert not has_function_privilege('cancel_operation(uuid)', 'execute'), who.role;
        assert not has_database_privilege(current_database(), 'temporary'), who.role;
    end loop;
    perform pg_temp.administer();
    delete from permission;
    perform enforce_permissions();
    assert not exists (
        select from pg_policy p join permission_narrowing n on n.relation::regclass = p.polrelid
        where p.polpermissive and p.polroles <> array['selaras_owner'::regrole::oid]
            -- What is a person's own follows from no cell.
            and p.polroles <> array['selaras_account'::regrole::oid]), 'a policy remains';
    insert into permission (role, resource, action) values ('viewer', 'moon', 'read');
    perform pg_temp.refuses('select enforce_permissions()', 'SL001', 'permission_has_an_effect');
    update permission set resource = 'region', conditions = '{own_lokus}';
    perform pg_temp.refuses('select enforce_permissions()', 'SL001', 'permission_condition_can_be_said_of_its_rows');
end
$$;

rollback;
