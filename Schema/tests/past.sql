-- What is read of the past is what was read then, by whoever may read it now.
begin;
\ir fixture.psql

-- By the matrix that the fixture has; an import of the configuration does the same.
set local role selaras_owner;
select remake_past() \g /dev/null
select pg_temp.administer() \g /dev/null

create temporary table covered_view (relation text);
insert into covered_view select c.relname from pg_class c
where c.relnamespace = 'selaras_past'::regnamespace and c.relkind = 'v'
    -- The fixture's pairs are of rounds that are not closed.
    and c.relname <> 'pair_evidence';
grant select on covered_view to public;

-- What a caller reads of a table, as one text; null where he may not, or not all of it.
create function pg_temp.seen(schema text, relation text) returns text language plpgsql as $$
declare
    columns text;
    seen text;
begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attname) into columns
    from pg_attribute a
    where a.attrelid = format('selaras.%I', relation)::regclass and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(format('%I.%I', schema, relation), a.attname, 'select');
    if columns is null then
        return null;
    end if;
    execute format('select columns || string_agg(t::text, e''\n'' order by t::text)
        from (select %s from %I.%I) t, (select %L) c (columns) group by columns', columns, schema, relation, columns)
    into seen;
    return coalesce(seen, columns);
end $$;

create temporary table then_seen (caller text, relation text, seen text);
grant select, insert on then_seen to public;

do $$
declare
    who text;
    name text;
    moment timestamptz;
    past text;
    present text;
    total integer := 0;
begin
    foreach who in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province', 'neighbour', 'far'] loop
        perform pg_temp.enter(who);
        perform set_config('selaras.as_of', clock_timestamp()::text, true);
        for name in select relation from covered_view order by relation loop
            present := pg_temp.seen('selaras', name);
            past := pg_temp.seen('selaras_past', name);
            assert past is not distinct from present,
                format('%s of %s: %s, not %s', name, who, left(past, 2000), left(present, 2000));
            insert into then_seen values (who, name, present);
            total := total + case when position(e'\n' in coalesce(present, '')) > 0 then 1 else 0 end;
        end loop;
    end loop;
    assert total > 40, total || ' tables with more than one row were compared';

    -- Everything changes; the past stays.
    perform pg_temp.administer();
    moment := clock_timestamp();
    update lokus set decree_number = 'later', decree_on = '2024-05-05';
    insert into lokus (kabupaten_code, id, desa_code, year) values ('63.02', pg_temp.id('later'), '63.02.12.2007', 2024);
    update intervention set title = 'later';
    update progress_report set physical_percent = 99, obstacles = 'later';
    update budget_line set perubahan_idr = 5, title = 'later';
    delete from budget_share;
    delete from intervention_funding;
    insert into intervention_funding select kabupaten_code, id, 'csr', 5 from intervention;
    update action_plan set title = 'later';
    update published_figure set value = 10;
    update survey_round set design = 'census', surveyed_from = '2024-06-01' where state = 'open';
    foreach who in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province', 'neighbour', 'far'] loop
        perform pg_temp.enter(who);
        for name in select relation from covered_view order by relation loop
            perform set_config('selaras.as_of', moment::text, true);
            past := pg_temp.seen('selaras_past', name);
            select seen into present from then_seen t where t.caller = who and t.relation = name;
            assert past is not distinct from present,
                format('%s of %s then: %s, not %s', name, who, left(past, 2000), left(present, 2000));
            perform set_config('selaras.as_of', clock_timestamp()::text, true);
            assert pg_temp.seen('selaras_past', name) is not distinct from pg_temp.seen('selaras', name),
                format('%s of %s now', name, who);
        end loop;
    end loop;

    -- Before everything there was nothing, and without a moment there is nothing either.
    perform pg_temp.enter('coordinator');
    for name in select relation from covered_view loop
        perform set_config('selaras.as_of', '2001-01-01', true);
        assert position(e'\n' in pg_temp.seen('selaras_past', name)) = 0, name;
        perform set_config('selaras.as_of', '', true);
        assert position(e'\n' in pg_temp.seen('selaras_past', name)) = 0, name;
    end loop;
end
$$;

-- Nobody writes to the past, and what is forbidden now is forbidden of then.
do $$
declare
    who text;
begin
    foreach who in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(who);
        perform pg_temp.refuses('update selaras_past.lokus set year = year', '55000');
        perform pg_temp.refuses('delete from selaras_past.progress_report', '55000');
        perform pg_temp.refuses('create table selaras_past.mine (a integer)', '42501');
    end loop;
    perform pg_temp.enter('viewer');
    perform pg_temp.refuses('select obstacles from selaras_past.progress_report', '42501');
    perform pg_temp.login();
    perform pg_temp.refuses('select count(*) from selaras_past.lokus', '42501');
end
$$;

-- Where policies lie in their catalogue is nothing to the views that are made of them.
do $$
declare
    before text;
    moved record;
begin
    perform pg_temp.administer();
    before := past_condition('intervention'::regclass);
    set local enable_indexscan = off;
    set local enable_bitmapscan = off;
    for moved in
        select p.polname, pg_get_expr(p.polqual, p.polrelid) as rows from pg_policy p
        where p.polrelid = 'intervention'::regclass and p.polcmd = 'r' order by p.polname desc
    loop
        execute format('alter policy %I on intervention using (%s)', moved.polname, moved.rows);
    end loop;
    assert past_condition('intervention'::regclass) = before, 'another order';
end
$$;

rollback;
