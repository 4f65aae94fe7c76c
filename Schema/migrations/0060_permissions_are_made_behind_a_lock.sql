-- Who makes the policies holds the tables first. A grant writes the catalogue's row of a table without holding the
-- table; whatever looks after tables by itself may then hold one and wait for that row, while a policy waits for the
-- table.

create or replace function selaras.enforce_permissions() returns void
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

    execute (
        select format('lock table %s in access exclusive mode',
            string_agg(format('%I', t.relation), ', ' order by t.relation))
        from (
            select n.relation from permission_narrowing n
            union select e.target from permission_effect e where e.command not in ('execute', 'temporary')
        ) t);
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
