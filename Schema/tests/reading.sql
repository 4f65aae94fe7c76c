-- Who reads what: every table as every caller, counted by kabupaten, and as nobody.
begin;
\ir fixture.psql

create temporary table sees (caller text, kabupaten text[]);
insert into sees values
    ('coordinator', '{63.02}'), ('lead', '{63.02}'), ('health', '{63.02}'), ('social', '{63.02}'),
    ('village', '{63.02}'), ('viewer', '{63.02}'), ('province', '{63.02,63.10}'), ('other province', '{64.01}'),
    ('neighbour', '{63.10}'), ('far', '{64.01}'), ('far health', '{64.01}'),
    ('leadership', '{63.02}'), ('health reporter', '{63.02}'), ('camat', '{63.02}'), ('auditor', '{63.02}'),
    ('administrator', '{63.02,63.10}'), ('office of the province', '{63.02}'),
    ('auditor of the province', '{63.02,63.10}');
-- Every table of a tenant, and the callers who do not read it at all. A new table must be added here.
create temporary table unread (relation text, callers text[]);
insert into unread values
    ('holiday', '{}'), ('agency', '{}'), ('agency_duty', '{}'), ('catalogue_agency', '{}'), ('kabupaten', '{}'),
    ('lokus', '{}'), ('survey_round', '{}'), ('indicator_result', '{}'), ('dimension_result', '{}'),
    ('round_evidence', '{}'), ('pair_evidence', '{}'), ('published_figure', '{}'),
    ('action_plan', '{}'), ('intervention', '{}'), ('intervention_indicator', '{}'),
    ('intervention_funding', '{}'), ('budget_line', '{}'), ('budget_share', '{}'), ('plan_target', '{}'), ('plan_amendment', '{}'),
    ('amendment_line', '{}'), ('reported_progress', '{}'), ('latest_progress', '{}'),
    ('progress_statement', '{}'), ('latest_statement', '{}'),
    ('intervention_year', '{}'),
    ('progress_report', '{}'), ('principal', '{}'),
    ('survey_import', null), ('result_import', null), ('operation', null), ('event', null),
    ('family_answer', '{leadership}');
update unread set callers = coalesce(callers, '{}') || '{health,social,health reporter,village,camat,viewer,province,
    other province,office of the province,administrator,far health}'
where callers is null or callers <> '{}';
-- Who administers accounts reads who was given what in the name of the province.
update unread set callers = array_remove(callers, 'administrator') where relation = 'event';
-- Open data is for those who are not signed in.
insert into unread
select view, (select array_agg(caller) from sees)
from unnest('{protected_indicator,open_place,open_index,open_indicator,open_intervention,open_kabupaten}'::text[]) view;
grant select on sees, unread to public;

do $$
declare
    missing text;
begin
    select string_agg(c.relname, ', ') into missing
    from pg_class c
    where c.relnamespace = 'selaras'::regnamespace and c.relkind in ('r', 'p', 'v')
        and c.relname not in (select relation from unread)
        and c.relname not in ('migration', 'region', 'framework', 'framework_category', 'framework_dimension',
            'framework_indicator', 'catalogue_item', 'catalogue_indicator', 'transition', 'plan_author', 'permission',
            'token', 'idempotency_key', 'protection', 'family_key', 'permission_narrowing', 'permission_effect',
            'account', 'password', 'sign_in_counter', 'invitation', 'grantable_role', 'retention', 'personal_column',
            'second_factor');
    assert missing is null, 'add to this test: ' || missing;
end
$$;

do $$
declare
    who sees;
    what unread;
    code_column text;
    found text[];
begin
    for who in select * from sees order by caller loop
        perform pg_temp.enter(who.caller);
        for what in select * from unread loop
            code_column := case what.relation when 'kabupaten' then 'code' when 'event' then 'area_code'
                else 'kabupaten_code' end;
            if who.caller = any (what.callers) then
                perform pg_temp.refuses(format('select count(*) from %I', what.relation), '42501');
                perform pg_temp.refuses(format('select %I from %I', code_column, what.relation), '42501');
            else
                execute format('select array_agg(distinct %1$I order by %1$I) from %2$I', code_column, what.relation)
                into found;
                -- An office of the province is of none.
                if what.relation = 'principal' then found := array_remove(found, null); end if;
                -- The chain of the province is for those who act for all of it.
                assert found = case when what.relation <> 'event' then who.kabupaten
                    when who.caller = 'administrator' then '{63}'
                    when who.caller = 'auditor of the province' then '{63}' || who.kabupaten else who.kabupaten end,
                    format('%s sees %s of %s', who.caller, found, what.relation);
            end if;
        end loop;
        assert (select count(*) from region) > 0 and (select count(*) from framework_indicator) > 0
            and (select count(*) from catalogue_item) > 0 and (select count(*) from permission) > 0, 'shared tables';
        perform pg_temp.refuses('select count(*) from token', '42501');
        perform pg_temp.refuses('select count(*) from password', '42501');
        perform pg_temp.refuses('select count(*) from sign_in_counter', '42501');
        perform pg_temp.refuses('select count(*) from second_factor', '42501');
        perform pg_temp.refuses('select count(*) from invitation', '42501');
        perform pg_temp.refuses('select count(*) from grantable_role', '42501');
        perform pg_temp.refuses('select count(*) from idempotency_key', '42501');
        perform pg_temp.refuses('select count(*) from migration', '42501');
    end loop;
end
$$;

-- No identity, no rows: a role without settings, with empty ones, and with half of them.
do $$
declare
    who text;
    what unread;
    settings text;
    seen bigint;
begin
    foreach who in array array['coordinator', 'lead', 'leadership', 'agency', 'reporter', 'village', 'subdistrict',
        'viewer', 'auditor', 'province', 'provincial_agency', 'administrator'] loop
        foreach settings in array array['none', 'empty', 'no area', 'unknown area'] loop
            perform pg_temp.login();
            perform set_config('role', 'selaras_' || who, true);
            if settings in ('no area', 'unknown area') then
                perform set_config('selaras.agency', 'DINKES', true),
                    set_config('selaras.principal', pg_temp.id('health')::text, true),
                    set_config('selaras.lokus', pg_temp.id('one')::text, true);
            end if;
            if settings = 'unknown area' then perform set_config('selaras.areas', '6,63.0,%,63.02 ,*', true); end if;
            if settings = 'none' then
                reset selaras.areas;
                reset selaras.agency;
                reset selaras.lokus;
            end if;
            for what in select * from unread loop
                if has_any_column_privilege(what.relation, 'select') then
                    execute format('select count(%I) from %I',
                        case what.relation when 'kabupaten' then 'code' when 'event' then 'area_code'
                            else 'kabupaten_code' end, what.relation)
                    into seen;
                    assert seen = 0, format('%s with %s sees %s of %s', who, settings, seen, what.relation);
                end if;
            end loop;
            assert (select count(*) from report_obligation()) = 0, who || ' sees obligations';
        end loop;
    end loop;
end
$$;

-- The owner sees all, or migrations and the import of configuration would work on nothing.
do $$
begin
    perform pg_temp.administer();
    set local role selaras_owner;
    assert (select count(*) from lokus) = 4 and (select count(*) from token) = 18, 'the owner does not see all';
end
$$;

rollback;
