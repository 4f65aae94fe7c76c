-- The tables and views under the same names in a schema of their own, read by their owner: without row-level security, and
-- with the area as a constant in its place. Without it a statement would read all areas, and by another index.
\set ON_ERROR_STOP on
create schema bare;
set search_path = selaras;

do $$
declare
    one record;
    waiting text[];
begin
    for one in
        select t.relname, exists (
            select from pg_attribute a
            where a.attrelid = t.oid and a.attname = 'kabupaten_code' and not a.attisdropped) as has_area
        from pg_class t where t.relnamespace = 'selaras'::regnamespace and t.relkind = 'r'
    loop
        execute format('create view bare.%1$I as select * from selaras.%1$I %2$s', one.relname,
            case when one.has_area then 'where kabupaten_code = ''63.02''' else '' end);
    end loop;
    -- A view may be made of others, whose turn comes later.
    waiting := array(
        select relname from pg_class where relnamespace = 'selaras'::regnamespace and relkind = 'v' order by oid);
    while waiting <> '{}' loop
        for one in
            select name, pg_get_viewdef(format('selaras.%I', name)::regclass) as definition
            from unnest(waiting) name
            where not exists (
                select from pg_depend d
                join pg_rewrite r on r.oid = d.objid
                join pg_class other on other.oid = d.refobjid
                where r.ev_class = format('selaras.%I', name)::regclass and d.refobjid <> r.ev_class
                    and other.relname = any (waiting))
        loop
            perform set_config('search_path', 'bare,selaras', true);
            execute format('create view bare.%I as %s', one.name, one.definition);
            perform set_config('search_path', 'selaras', true);
            waiting := array_remove(waiting, one.name);
        end loop;
    end loop;
end
$$;
