-- The matrix is enforced: policies and grants are made of it, and the triggers ask it who may.

-- Rows and columns --------------------------------------------------------------------------------------------------

create function selaras.narrowed(of_relation text, conditions text[]) returns text
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    narrowing permission_narrowing;
    condition text;
    expressions text[] := '{}';
begin
    select n.* into strict narrowing from permission_narrowing n where n.relation = of_relation;
    foreach condition in array conditions loop
        if to_jsonb(narrowing) ->> condition is null then
            raise exception using errcode = 'SL001', table = 'permission',
                constraint = 'permission_condition_can_be_said_of_its_rows',
                message = format('rows of %s know no %s', of_relation, condition);
        end if;
        expressions := expressions || (to_jsonb(narrowing) ->> condition);
    end loop;
    return array_to_string(expressions, ' and ');
end
$$;
comment on function selaras.narrowed is
    'The expression for the rows of a relation of which the conditions hold; empty without any.';

create function selaras.enforce_permissions() returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    -- Whatever a request can become, and what all of those inherit.
    callers text[] := array(
        select m.member::regrole::text from pg_auth_members m where m.roleid = 'selaras_reader'::regrole
            and m.member::regrole::text like 'selaras\_%' order by 1) || '{selaras_public,selaras_reader}'::text[];
    everyone text := array_to_string(callers, ', ');
    found record;
begin
    if exists (
        select from permission p where not exists (
            select from permission_effect e where e.resource = p.resource and e.action = p.action)
    ) then
        raise exception using errcode = 'SL001', table = 'permission', constraint = 'permission_has_an_effect',
            message = 'a cell of the matrix means nothing to this schema';
    end if;

    -- What there was: all of it, whoever wrote it, but for what restricts everybody.
    for found in
        select o.polname as policy, n.relation
        from permission_narrowing n
        join pg_policy o on o.polrelid = n.relation::regclass and o.polpermissive
        where exists (select from unnest(o.polroles) r where r::regrole::text = any (callers))
    loop
        execute format('drop policy %I on %I', found.policy, found.relation);
    end loop;
    for found in select distinct e.target, e.command = 'execute' as is_function from permission_effect e
        where e.command <> 'temporary'
    loop
        execute format('revoke all on %s %I from %s', case when found.is_function then 'function' else 'table' end,
            found.target, everyone);
    end loop;
    execute format('revoke temporary on database %I from %s', current_database(), everyone);

    -- The rows. Who reads some columns of more rows than others has the rows of all columns; a policy knows no columns.
    for found in
        with rows_of_cells as (
            select e.target as relation, e.command, p.role, narrowed(e.target, p.conditions) as rows,
                e.columns is null as is_whole,
                bool_or(e.columns is null) over (partition by e.target, e.command, p.role) as has_whole
            from permission p join permission_effect e on e.resource = p.resource and e.action = p.action
            where e.target in (select n.relation from permission_narrowing n)
        ), rows_of_roles as (
            select c.relation, c.command, c.role,
                case when not bool_or(c.rows = '')
                    then '(' || string_agg(distinct '(' || c.rows || ')', ' or ') || ')' end as rows
            from rows_of_cells c
            where c.is_whole or not (c.command = 'select' and c.has_whole)
            group by c.relation, c.command, c.role
        )
        select r.relation, r.command, string_agg('selaras_' || r.role, ', ' order by r.role) as roles,
            coalesce(nullif(concat_ws(' and ', n.area, r.rows), ''), 'true') as rows,
            row_number() over (partition by r.relation, r.command order by min(r.role)) as number
        from rows_of_roles r join permission_narrowing n on n.relation = r.relation
        group by r.relation, r.command, r.rows, n.area
    loop
        execute format('create policy %I on %I for %s to %s %s %s',
            format('permitted_%s_%s', found.command, found.number), found.relation, found.command, found.roles,
            case when found.command <> 'insert' then format('using (%s)', found.rows) end,
            case when found.command in ('insert', 'update') then format('with check (%s)', found.rows) end);
    end loop;

    -- The columns, the functions, the tables that imports make for themselves.
    for found in
        with granted as (
            select e.command, e.target, p.role,
                case when count(*) = count(e.columns) then (
                    select '(' || string_agg(distinct format('%I', c), ', ') || ')' from permission_effect x
                    cross join unnest(x.columns) c
                    where x.command = e.command and x.target = e.target and exists (
                        select from permission q
                        where q.role = p.role and q.resource = x.resource and q.action = x.action)) end as columns
            from permission p join permission_effect e on e.resource = p.resource and e.action = p.action
            group by e.command, e.target, p.role
        )
        select g.command, g.target, g.columns, string_agg('selaras_' || g.role, ', ') as roles
        from granted g
        group by g.command, g.target, g.columns
    loop
        execute format('grant %s %s on %s to %s', found.command, found.columns,
            case found.command when 'execute' then format('function %I', found.target)
                when 'temporary' then format('database %I', current_database())
                else format('table %I', found.target) end, found.roles);
    end loop;
end
$$;
comment on function selaras.enforce_permissions is
    'Makes the policies and the grants of the matrix, in place of whatever the roles of requests had before. For whoever
changes the matrix, in the same transaction: the import of the configuration, and migrations.';

-- Who changes what, row by row ----------------------------------------------------------------------------------------

create function selaras.expect_permission(of_resource text, any_of text[], in_state text, relation text, subject jsonb)
    returns void
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    cell permission;
    holds boolean;
    is_another_state boolean := false;
begin
    -- The owner and a superuser are no callers: nothing of the matrix is about them.
    if current_user !~ '^selaras_' or current_user = 'selaras_owner' then return; end if;
    for cell in
        select p.* from permission p
        where p.role = substr(current_user, 9) and p.resource = of_resource and p.action = any (any_of)
    loop
        holds := cell.conditions = '{}';
        if not holds then
            execute format('select %s from jsonb_populate_record(null::%2$I, $1) %2$I',
                narrowed(relation, cell.conditions), relation)
            using subject into holds;
        end if;
        if holds and (cell.states = '{}' or in_state = any (cell.states)) then return; end if;
        is_another_state := is_another_state or coalesce(holds, false);
    end loop;
    if is_another_state then
        raise exception using errcode = 'SL001', table = relation, constraint = 'change_is_permitted_in_this_state',
            message = format('not while it is %s', in_state);
    end if;
    raise exception using errcode = 'insufficient_privilege', table = relation,
        message = format('%s may not %s this %s', current_user, any_of[1], of_resource);
end
$$;
comment on function selaras.expect_permission is
    'Fails where none of the actions is permitted to the caller on this row in this state. Policies know neither the
state that is left nor the columns that change; triggers do, and ask here.';
grant execute on function selaras.narrowed, selaras.expect_permission to selaras_reader;

alter table selaras.intervention_transition drop column roles;
comment on table selaras.intervention_transition is
    'The only edges along which the state of an intervention moves; who may take them is in the matrix.';

create or replace function selaras.intervention_follows_its_transitions() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
declare
    taken text;
begin
    if (new.agency_code, new.catalogue_code, new.title, new.target_quantity, new.unit, new.starts_on, new.ends_on,
            new.note) is distinct from (old.agency_code, old.catalogue_code, old.title, old.target_quantity, old.unit,
            old.starts_on, old.ends_on, old.note) then
        perform expect_permission('intervention', '{update,import}', old.state, 'intervention', to_jsonb(old));
    end if;
    if old.state <> 'proposed' and new.agency_code <> old.agency_code then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_agency_is_settled_by_assignment', message = 'the intervention is assigned';
    end if;
    if new.state = old.state then
        if (new.assigned_on, new.accepted_on) is distinct from (old.assigned_on, old.accepted_on) then
            raise exception using errcode = 'SL001', table = tg_table_name,
                constraint = 'intervention_follows_its_transitions', message = 'dates change only with the state';
        end if;
        return new;
    end if;
    select t.action into taken from intervention_transition t
    where t.from_state = old.state and t.to_state = new.state;
    if not found then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'intervention_follows_its_transitions',
            message = old.state || ' does not become ' || new.state;
    end if;
    perform expect_permission('intervention', array[taken], old.state, 'intervention', to_jsonb(old));
    if new.state = 'assigned' then
        new.assigned_on := coalesce(new.assigned_on, today(new.kabupaten_code));
        if new.assigned_on > today(new.kabupaten_code) then
            raise exception using errcode = 'SL002', table = tg_table_name,
                constraint = 'intervention_is_not_assigned_in_the_future', message = 'assigned_on lies in the future';
        end if;
        -- A mistyped year would make reports due for centuries.
        if extract(year from new.assigned_on) < (
            select l.year - 1 from lokus l where l.kabupaten_code = new.kabupaten_code and l.id = new.lokus_id
        ) then
            raise exception using errcode = 'SL002', table = tg_table_name,
                constraint = 'intervention_is_not_assigned_before_its_programme',
                message = 'assigned_on lies before the programme year';
        end if;
    elsif new.state = 'accepted' then
        new.accepted_on := today(new.kabupaten_code);
    end if;
    return new;
end
$$;
comment on function selaras.intervention_follows_its_transitions is
    'Lets a state change only along an edge of the transition table, by whom the matrix lets take it, and dates it.';

create function selaras.round_is_changed_as_permitted() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    perform expect_permission('survey_round',
        case when old.state = 'open' and new.state = 'closed' and new.basis = 'families' then '{close}'::text[]
            else '{import}' end, old.state, 'survey_round', to_jsonb(old));
    return new;
end
$$;
comment on function selaras.round_is_changed_as_permitted is
    'Closing is permitted apart from importing, although both change the same columns.';
create trigger round_is_changed_as_permitted before update on selaras.survey_round
    for each row execute function selaras.round_is_changed_as_permitted();

create function selaras.lock_interventions(ids uuid[]) returns void
    language sql volatile security definer set search_path = selaras, pg_temp
as $$
    select 1 from intervention i
    where i.id = any (ids) and i.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
    order by i.kabupaten_code, i.id for no key update
$$;
comment on function selaras.lock_interventions is
    'For a batch of reports: two that meet wait for each other in turn. To lock a row one must be allowed to change it,
and who reports is not.';
grant execute on function selaras.lock_interventions to selaras_reader;

select selaras.enforce_permissions();
