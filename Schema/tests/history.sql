-- The events of every row, one after the other, lead to the row as it is: none is missing and none too many.
begin;
\ir fixture.psql

-- What is done at random, some of it against the rules: then it leaves no event.
create temporary table deed (number integer generated always as identity, sql text);
insert into deed (sql) values
    ($q$insert into lokus (kabupaten_code, id, desa_code, year) values ('63.02', gen_random_uuid(), '63.02.12.2006',
        %1$s + 2030)$q$),
    ($q$update lokus set decree_number = 'x%1$s', decree_on = '2024-01-01' where id = (select id from lokus
        order by md5(id::text || '%1$s') limit 1)$q$),
    ($q$delete from lokus where id = (select id from lokus order by md5(id::text || '%1$s') limit 1)$q$),
    ($q$insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
        select kabupaten_code, gen_random_uuid(), id, 'ikk', 1, 'midline', 'census' from lokus
        order by md5(id::text || '%1$s') limit 1$q$),
    ($q$update survey_round set surveyed_from = date '2024-01-01' + %1$s where state = 'open'$q$),
    ($q$insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title)
        select kabupaten_code, gen_random_uuid(), id, 'ikk', 1, 'x' from lokus order by md5(id::text || '%1$s') limit 1$q$),
    ($q$update action_plan set title = 'y%1$s' where md5(id::text || '%1$s') < '8'$q$),
    ($q$insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, title, target_quantity,
        unit, starts_on, ends_on) select kabupaten_code, gen_random_uuid(), id, lokus_id, 'r%1$s', 'DINKES', 'x', 1.50,
        'x', '2024-01-01', '2024-12-31' from action_plan order by md5(id::text || '%1$s') limit 2$q$),
    ($q$update intervention set state = 'assigned' where state = 'proposed' and md5(id::text || '%1$s') < '4'$q$),
    ($q$delete from intervention where state = 'proposed' and md5(id::text || '%1$s') < '8'$q$),
    ($q$insert into intervention_indicator select kabupaten_code, id, 'ikk', 1, 'b' from intervention
        order by md5(id::text || '%1$s') limit 1$q$),
    ($q$update intervention_indicator set indicator_code = 'c' where md5(intervention_id::text || '%1$s') < '8'$q$),
    ($q$delete from intervention_indicator where md5(intervention_id::text || '%1$s') < '4'$q$),
    ($q$insert into intervention_funding select kabupaten_code, id, 'csr', %1$s from intervention
        order by md5(id::text || '%1$s') limit 3$q$),
    ($q$update intervention_funding set amount_idr = amount_idr + 1 where md5(intervention_id::text || '%1$s') < '8'$q$),
    ($q$delete from intervention_funding where md5(intervention_id::text || '%1$s') < '4'$q$),
    ($q$insert into budget_line (kabupaten_code, id, agency_code, budget_year, source, title, murni_idr) select
        kabupaten_code, gen_random_uuid(), 'DINKES', 2024, 'csr', 'x%1$s', %1$s * 3 from intervention limit 1$q$),
    ($q$update budget_line set perubahan_idr = coalesce(perubahan_idr, murni_idr) / 2 where md5(id::text || '%1$s') < '8'$q$),
    ($q$insert into budget_share select f.kabupaten_code, f.intervention_id, l.id, l.source, 1 + %1$s / 2
        from intervention_funding f join budget_line l on (l.kabupaten_code, l.source) = (f.kabupaten_code, f.source)
        order by md5(l.id::text || f.intervention_id || '%1$s') limit 2$q$),
    ($q$update budget_share set amount_idr = amount_idr + 1 where md5(intervention_id::text || '%1$s') < '8'$q$),
    ($q$delete from budget_share where md5(intervention_id::text || '%1$s') < '4'$q$),
    ($q$insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year, quarter,
        nil, reported_by) select kabupaten_code, gen_random_uuid(), id, agency_code, lokus_id, 2025, 1 + %1$s %% 4, true,
        pg_temp.id('health') from intervention where state <> 'proposed' order by md5(id::text || '%1$s') limit 2$q$),
    ($q$update progress_report set nil = false, physical_percent = %1$s %% 101, quantity = 0.5, spent_idr = %1$s
        where md5(id::text || '%1$s') < '8'$q$),
    ($q$update published_figure set value = 60 + %1$s / 100.0$q$),
    ($q$insert into holiday values ('63.10', date '2026-01-01' + %1$s, 'x')$q$),
    ($q$delete from holiday where md5(day::text || '%1$s') < '4'$q$),
    ($q$update agency set name = 'x%1$s' where md5(kabupaten_code || code || '%1$s') < '8'$q$),
    ($q$insert into agency_duty select kabupaten_code, code, 'ikk', (array['a', 'b'])[1 + %1$s %% 2] from agency
        order by md5(kabupaten_code || code || '%1$s') limit 1$q$),
    ($q$delete from catalogue_agency where md5(kabupaten_code || '%1$s') < '2'$q$),
    ($q$update kabupaten set coordinator_office = 'x%1$s' where md5(code || '%1$s') < '8'$q$),
    ($q$update token set revoked_at = now() where md5(id::text || '%1$s') < '4'$q$),
    ($q$insert into account (id, name, email) values (gen_random_uuid(), 'x', 'x%1$s@y')$q$),
    ($q$update account set name = 'y%1$s', disabled_at = now() where md5(id::text || '%1$s') < '4'$q$),
    ($q$insert into permission values ('viewer', 'x%1$s', 'read')$q$),
    ($q$update principal set name = 'x%1$s' where md5(id::text || '%1$s') < '2'$q$),
    ($q$update operation set state = 'failed', problem = 'x', finished_at = now() where md5(id::text || '%1$s') < '2'$q$);

do $$
declare
    step integer;
    done integer := 0;
    chosen integer;
    what text;
begin
    perform pg_temp.administer();
    perform setseed(0.20240101);
    for step in 1..600 loop
        chosen := 1 + floor(random() * (select count(*) from deed));
        select sql into what from deed where number = chosen;
        begin
            execute format(what, step);
            done := done + 1;
        exception when others then
            assert sqlstate ~ '^(SL|23)', sqlstate || ' ' || sqlerrm || ': ' || format(what, step);
        end;
    end loop;
    assert done > 300, done || ' deeds were done';
end
$$;

-- Each event ends what its row was before and begins what it is after; a row is what was begun last, unless ended.
do $$
declare
    fact record;
    faulty text;
    seen bigint;
begin
    for fact in
        select c.oid::regclass as relation, c.relname, string_to_array(secret, ',') || untold as hidden,
            array(select a.attname::text from pg_index x join pg_attribute a on a.attrelid = c.oid
                and a.attnum = any (x.indkey) where x.indrelid = c.oid
                and case c.relname when 'token' then a.attname = 'id' else x.indisprimary end) as keys
        from pg_trigger g join pg_class c on c.oid = g.tgrelid
        cross join lateral (select split_part(encode(g.tgargs, 'escape'), '\000', 2)) s (secret)
        -- What is written every second while an operation runs is no event.
        cross join lateral (select case c.relname when 'operation' then
            '{bytes_read,rows_read,cancel_requested_at}'::text[] when 'token' then '{seen_at}'
            when 'account' then '{signed_in_at}' when 'second_factor' then '{last_step}' else '{}' end) u (untold)
        where g.tgname = 'record_event' and g.tgfoid = 'record_event'::regproc
    loop
        create temporary table part as
        select e.area_code, e.number, half, is_there,
            (select jsonb_agg(image -> k order by k) from unnest(fact.keys) k) as key, image - fact.hidden as image
        from event e
        cross join lateral (values (1, false, e.before::jsonb), (2, true, e.after::jsonb)) p (half, is_there, image)
        where e.subject = fact.relname and image is not null;

        select string_agg(x.area_code || ' ' || x.number, ', ') into faulty
        from (
            select p.*, lag(p.image) over history as earlier, lag(p.is_there) over history as was_there
            from part p window history as (partition by p.key order by p.area_code, p.number, p.half)
        ) x
        where case when x.is_there then coalesce(x.was_there, false)
            else not coalesce(x.was_there, false) or x.image is distinct from x.earlier end;
        assert faulty is null, format('%s: events that do not follow each other: %s', fact.relname, faulty);

        execute format($q$
            with last as (
                select distinct on (key) is_there, image from part order by key, area_code desc, number desc, half desc
            ), replayed as (select image from last where is_there)
            select string_agg(coalesce(r.image, t.image)::text, ', ')
            from replayed r full join (select to_jsonb(t) - %L::text[] as image from %s t) t on t.image = r.image
            where t.image is null or r.image is null $q$, fact.hidden, fact.relation) into faulty;
        assert faulty is null, format('%s: not what its events say: %s', fact.relname, left(faulty, 500));
        select count(*) into seen from part;
        assert seen > 0 or fact.relname in ('password', 'invitation', 'retention', 'second_factor'),
            fact.relname || ' has no events';
        drop table pg_temp.part;
    end loop;
end
$$;

rollback;
