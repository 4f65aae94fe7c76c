-- The views of the past are made the same whenever they are made: `permissions check` compares them, and the order in
-- which policies, roles and columns lie on the disk is no difference.

create or replace function selaras.past_condition(of_table regclass) returns text
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    -- Who may read is asked of the policies that there are now; a role counts as it does for a policy.
    select format('(%s) and (%s)',
        coalesce(string_agg(clause, ' or ' order by polname) filter (where polpermissive), 'false'),
        coalesce(string_agg(clause, ' and ' order by polname) filter (where not polpermissive), 'true'))
    from (
        select p.polname, p.polpermissive, case when p.polpermissive then format('(%s) and (%s)', roles.held, qual)
            else format('not (%s) or (%s)', roles.held, qual) end as clause
        from pg_policy p
        cross join lateral (select coalesce(pg_get_expr(p.polqual, p.polrelid), 'true')) q (qual)
        cross join lateral (
            select string_agg(format('pg_has_role(current_user, %L, ''usage'')', r.rolname), ' or '
                order by r.rolname) as held
            from pg_roles r where r.oid = any (p.polroles)) roles
        where p.polrelid = of_table and p.polcmd in ('r', '*') and p.polroles <> array['selaras_owner'::regrole::oid]
    ) c
$$;

create or replace function selaras.past_rows(of_table regclass) returns text
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    name text := (select c.relname from pg_class c where c.oid = of_table);
    keys text;
    base text;
begin
    if not exists (select from pg_trigger g where g.tgrelid = of_table and g.tgname = 'record_event') then
        -- What follows from the answers of a round is there, and does not change, from its closing on.
        return format('select s.* from selaras.%1$I s where exists (select from selaras_past.survey_round r
            where r.kabupaten_code = s.kabupaten_code and r.id = s.%2$I and r.state = ''closed'')', name,
            case name when 'pair_evidence' then 'after_round_id' else 'round_id' end);
    end if;
    -- A row is the subject of its events, unless several rows share one.
    select case when array_agg(a.attname::text)
            <@ array['kabupaten_code', split_part(encode(g.tgargs, 'escape'), '\000', 1)]
        then 'e.subject_id'
        else string_agg(format('coalesce(e.after, e.before) ->> %L', a.attname), ', ' order by a.attnum) end into keys
    from pg_trigger g
    join pg_index x on x.indrelid = g.tgrelid and x.indisprimary
    join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
    where g.tgrelid = of_table and g.tgname = 'record_event'
    group by g.tgargs;
    -- A column that came later has its default in what was recorded before.
    select format('row(%s)::selaras.%I',
        string_agg(case when a.atthasdef and a.attgenerated = ''
            and pg_get_expr(d.adbin, d.adrelid) ~ '^(''[^'']*''::[a-z ]+|-?[0-9]+|true|false)$'
            then pg_get_expr(d.adbin, d.adrelid) else 'null' end, ', ' order by a.attnum), name) into base
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped;
    -- The last event of each row is found in the index; only then is any of them read.
    return format('select r.* from (
            select area.code, (
                select e.number from selaras.event e
                where e.area_code = area.code
                    and e.occurred_at <= nullif(current_setting(''selaras.as_of'', true), '''')::timestamptz
                order by e.occurred_at desc, e.number desc limit 1) as size
            from unnest(string_to_array(current_setting(''selaras.areas'', true), '','')) area (code)
        ) chain
        cross join lateral (
            select max(e.number) as number from selaras.event e
            where e.area_code = chain.code and e.number <= chain.size and e.subject = %2$L
                and e.action in (''insert'', ''update'', ''delete'')
            group by %1$s
        ) last
        join selaras.event said on said.area_code = chain.code and said.number = last.number
        cross join lateral json_populate_record(%3$s, said.after) r where said.action <> ''delete''',
        keys, name, base);
end
$$;
select selaras.remake_past();
