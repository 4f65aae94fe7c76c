-- Announced results are read as they were, too: with what was due then, all about a lokus can be.

-- Announced results --------------------------------------------------------------------------------------------------

-- What follows from families never changes once a round is closed; what follows from announced figures is replaced
-- with them, so it is recorded.
create function selaras.record_announced_result() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    was json := case when tg_op <> 'INSERT' then row_to_json(old) end;
    is_now json := case when tg_op <> 'DELETE' then row_to_json(new) end;
    area text := coalesce(is_now, was) ->> 'kabupaten_code';
    round text := coalesce(is_now, was) ->> tg_argv[0];
begin
    -- What follows from families is never taken away; what was announced may be, and then families come.
    if tg_op = 'DELETE' or exists (
        select from survey_round r where r.kabupaten_code = area and r.id = round::uuid and r.basis <> 'families'
    ) then
        perform append_event(area, tg_table_name, round, lower(tg_op), was, is_now);
    end if;
    return null;
end
$$;
comment on function selaras.record_announced_result is
    'Records a row that follows from announced figures. Runs as the owner, because nobody else may write events.';

do $$
declare
    relation text;
begin
    foreach relation in array array['indicator_result', 'dimension_result'] loop
        execute format('create constraint trigger record_event after insert or delete on selaras.%I
            deferrable initially deferred for each row execute function selaras.record_announced_result(%L)',
            relation, 'round_id');
        -- What there is enters as if it were made now.
        execute format('select selaras.append_event(s.kabupaten_code, %1$L, s.round_id::text, ''insert'', null,
                row_to_json(s))
            from selaras.%1$I s
            join selaras.survey_round r on r.kabupaten_code = s.kabupaten_code and r.id = s.round_id
            where r.basis <> ''families''
            order by s.kabupaten_code, s.round_id, s.position', relation);
    end loop;
end
$$;

-- The past -----------------------------------------------------------------------------------------------------------

create or replace function selaras.past_rows(of_table regclass) returns text
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
declare
    name text := (select c.relname from pg_class c where c.oid = of_table);
    is_recorded constant boolean := exists (
        select from pg_trigger g where g.tgrelid = of_table and g.tgname = 'record_event');
    keys text;
    base text;
    rebuilt text;
    known text;
begin
    if is_recorded then
        -- A row is the subject of its events, unless several rows share one.
        select case when array_agg(a.attname::text)
                <@ array['kabupaten_code', split_part(encode(g.tgargs, 'escape'), '\000', 1)]
            then 'e.subject_id'
            else string_agg(format('coalesce(e.after, e.before) ->> %L', a.attname), ', ' order by a.attnum) end
        into keys
        from pg_trigger g
        join pg_index x on x.indrelid = g.tgrelid and x.indisprimary
        join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
        where g.tgrelid = of_table and g.tgname = 'record_event'
        group by g.tgargs;
        -- A column that came later has its default in what was recorded before; a report of before there were states
        -- counted, which is not how one begins now.
        select format('row(%s)::selaras.%I',
            string_agg(case when name = 'progress_report' and a.attname = 'state' then '''verified''::text'
                when a.atthasdef and a.attgenerated = ''
                and pg_get_expr(d.adbin, d.adrelid) ~ '^(''[^'']*''::[a-z ]+|-?[0-9]+|true|false)$'
                then pg_get_expr(d.adbin, d.adrelid) else 'null' end, ', ' order by a.attnum), name) into base
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = of_table and a.attnum > 0 and not a.attisdropped;
        -- The last event of each row is found in the index; only then is any of them read.
        rebuilt := format('select r.* from (
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
    end if;
    if is_recorded and name not in ('indicator_result', 'dimension_result') then
        return rebuilt;
    end if;
    -- What follows from the answers of a round is there, and does not change, from its closing on.
    known := format('select s.* from selaras.%1$I s where exists (select from selaras_past.survey_round r
            where r.kabupaten_code = s.kabupaten_code and r.id = s.%2$I and r.state = ''closed''%3$s)', name,
        case name when 'pair_evidence' then 'after_round_id' else 'round_id' end,
        case when is_recorded then ' and r.basis = ''families''' else '' end);
    -- What was announced is what was recorded; before anything was, what was recorded first.
    return known || case when not is_recorded then '' else format(' union all %s
            union all select r.* from selaras_past.survey_round announced
            join selaras.event e on e.area_code = announced.kabupaten_code and e.subject = %2$L
                and e.subject_id = announced.id::text and e.action = ''insert''
            cross join lateral json_populate_record(%3$s, e.after) r
            where announced.state = ''closed'' and announced.basis <> ''families'' and not exists (
                select from selaras.event o
                where o.area_code = e.area_code and o.subject = e.subject and o.subject_id = e.subject_id
                    and (o.occurred_at <= nullif(current_setting(''selaras.as_of'', true), '''')::timestamptz
                        or o.action = ''delete'' and o.number < e.number))', rebuilt, name, base) end;
end
$$;

select selaras.remake_past();
