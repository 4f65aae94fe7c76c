-- Who has a list of families of their own learns which lack what an indicator asks for, and nothing else.
begin;
\ir fixture.psql

do $$
declare
    asked bytea[] := array[substr(sha256('no such family'), 1, 16), substr(sha256('f1'), 1, 16),
        substr(sha256('f2'), 1, 16), substr(sha256('f3'), 1, 16), substr(sha256('f4'), 1, 16)];
    asking constant text := $q$select * from target_families(pg_temp.id('baseline %s'), %L,
        array[substr(sha256('f1'), 1, 16)], '\x00')$q$;
    caller text;
    found event;
    last bigint;
begin
    perform pg_temp.administer();
    -- Of a round that is closed already: complete families whose answers to `b` are no, yes, nobody eligible, none.
    set local session_replication_role = replica;
    insert into family_answer (kabupaten_code, round_id, family, status, rt, good, eligible)
    select kabupaten, pg_temp.id('baseline ' || name), substr(sha256(f.family::bytea), 1, 16), 1, f.rt,
        ('\x00' || f.good || '00')::bytea, ('\x01' || f.eligible || '01')::bytea
    from place cross join (values
        ('f1', '001', '00', '01'), ('f2', '002', '01', '01'), ('f3', '001', '00', 'fe'), ('f4', '003', '00', 'ff')
    ) f (family, rt, good, eligible);
    update framework_indicator set sensitive = true where framework_version = 1 and code = 'c';
    set local session_replication_role = origin;

    foreach caller in array '{lead,village}'::text[] loop
        perform pg_temp.administer();
        select coalesce(max(number), 0) into last from event where area_code = '63.02';
        perform pg_temp.enter(caller, 'target_family');
        assert array(
            select concat_ws(' ', t.number, t.rt, encode(t.good, 'hex'), encode(t.eligible, 'hex'))
            from target_families(pg_temp.id('baseline one'), 'b', asked, '\x00') t
            order by t.number
        ) = array['2 001 00 01', '3 002 01 01', '4 001 00 fe', '5 003 00 ff'], caller;
        perform pg_temp.refuses(format(asking, 'one', 'c'), 'SL403', 'target_indicator_is_not_sensitive');
        perform pg_temp.refuses(format(asking, 'one', 'd'), 'SL001', 'target_indicator_is_of_the_framework');
        perform pg_temp.refuses(
            replace(format(asking, 'one', 'b'), 'baseline', 'resurvey'), 'SL001', 'round_is_not_closed');
        perform pg_temp.refuses(format(asking, 'three', 'b'), 'SL404');
        perform pg_temp.refuses(format(asking, 'four', 'b'), 'SL404');
        perform pg_temp.administer();
        -- Which families were asked for is not told.
        select * into strict found from event where area_code = '63.02' and number > last;
        assert found.action = 'sensitive_read' and found.subject = 'survey_round' and found.before is null
            and found.subject_id = pg_temp.id('baseline one')::text and found.principal_id = pg_temp.id(caller)
            and found.after::jsonb = '{"indicator": "b", "families_asked": 5, "families_lacking": 1}', found::text;
    end loop;

    -- A village asks of its own lokus, the lead office of all that the kabupaten has.
    perform pg_temp.enter('village', 'target_family');
    perform pg_temp.refuses(format(asking, 'two', 'b'), 'SL404');
    perform pg_temp.refuses('select from family_answer', '42501');
    perform pg_temp.enter('lead', 'target_family');
    perform pg_temp.does(format(asking, 'two', 'b'), 1);

    -- Nobody else: neither may they enter for it, nor call it.
    foreach caller in array '{coordinator,leadership,health,health reporter,camat,viewer,auditor,province,administrator,
        office of the province}'::text[] loop
        perform pg_temp.refuses(format('select pg_temp.enter(%L, %L)', caller, 'target_family'), 'SL403');
        perform pg_temp.enter(caller);
        perform pg_temp.refuses(format(asking, 'one', 'b'), '42501');
    end loop;
    perform pg_temp.login();
    perform pg_temp.refuses(format(asking, 'one', 'b'), '42501');

    perform pg_temp.administer();
    insert into family_key (fingerprint, keys) values (substr(sha256('key'), 1, 8), 1);
    perform pg_temp.enter('lead', 'target_family');
    perform pg_temp.refuses(format(asking, 'two', 'b'), 'SL001', 'family_key_is_the_one_in_use');

    perform pg_temp.administer();
    delete from family_key;
    set local session_replication_role = replica;
    update survey_round set basis = 'totals', families_complete = null, families_partial = null,
        families_no_respondent = null, families_refused = null, families_moved = null, families_represented = null
    where id = pg_temp.id('baseline two');
    set local session_replication_role = origin;
    perform pg_temp.enter('lead', 'target_family');
    perform pg_temp.refuses(format(asking, 'two', 'b'), 'SL001', 'round_is_known_by_results_only');
end
$$;
rollback;
