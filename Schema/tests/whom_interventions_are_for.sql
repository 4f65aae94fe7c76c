-- Whom an intervention is for, where and with whom: who writes it, when, and what of it is refused.
begin;
\ir fixture.psql

do $$
declare
    whom constant text := $q$update intervention set %s where id = pg_temp.id('%s')$q$;
    caller text;
begin
    -- As whoever may write an intervention; nobody else.
    foreach caller in array array['coordinator', 'lead'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.does(format(whom, $s$target_group = 'Keluarga tanpa jamban', target_families = 45,
            target_people = 180, location = 'RT 001', supporting_agencies = '{DINSOS}'$s$, 'proposed one'));
    end loop;
    foreach caller in array array['social', 'village', 'viewer', 'camat', 'auditor', 'province', 'neighbour'] loop
        perform pg_temp.enter(caller);
        begin
            perform pg_temp.does(format(whom, $s$location = 'RT 002'$s$, 'proposed one'), 0);
        exception when insufficient_privilege then null;
        end;
    end loop;

    -- Supporters are a set of known agencies, and the responsible one is not among them.
    perform pg_temp.enter('coordinator');
    perform pg_temp.does(format(whom, $s$supporting_agencies = '{DPPPA-PROV,DINSOS,DPPPA-PROV}'$s$, 'proposed one'));
    assert (select supporting_agencies = '{DINSOS,DPPPA-PROV}' from intervention where id = pg_temp.id('proposed one')),
        'each once, in one order';
    perform pg_temp.refuses(format(whom, $s$supporting_agencies = '{DINAS}'$s$, 'proposed one'), '23503',
        'intervention_supporters_are_of_the_kabupaten');
    perform pg_temp.refuses(format(whom, $s$supporting_agencies = array[agency_code]$s$, 'proposed one'), '23514',
        'intervention_is_not_supported_by_its_own_agency');
    perform pg_temp.refuses(format(whom, $s$supporting_agencies = '{DINSOS,null}'$s$, 'proposed one'), '23503',
        'intervention_supporters_are_of_the_kabupaten');

    -- It is content of the plan: what was approved is changed by an amendment only.
    perform pg_temp.administer();
    set local session_replication_role = replica;
    update action_plan set state = 'running', agreed_on = '2024-02-01' where id = pg_temp.id('plan one');
    set local session_replication_role = origin;
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(whom, $s$location = 'RT 009'$s$, 'proposed one'), 'SL001', 'plan_content_is_open');
end
$$;

-- What continues another one is for the same.
do $$
declare
    next constant text := $q$insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code,
        catalogue_code, title, target_quantity, unit, note, starts_on, ends_on, continues_id, location)
        select kabupaten_code, pg_temp.id('next'), plan_id, lokus_id, 'next', agency_code, catalogue_code, title, 1, unit,
            note, '2025-01-01', '2025-02-01', id, '%s' from intervention where id = pg_temp.id('accepted one')$q$;
begin
    perform pg_temp.administer();
    set local session_replication_role = replica;
    update intervention set location = 'RT 003' where id = pg_temp.id('accepted one');
    set local session_replication_role = origin;
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses(format(next, 'RT 004'), 'SL001', 'intervention_continues_the_same');
end
$$;
rollback;
