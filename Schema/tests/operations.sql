-- Work that goes on after its request: who asks for it, who sees it, and what a server may do with it.
begin;
\ir fixture.psql

do $$
declare
    operation constant text := $q$insert into operation (kabupaten_code, id, kind, state, principal_id, token_id,
        request_id, target, language, spool_id, bytes_total, result_location, problem, finished_at)
        values ('%s', pg_temp.id('new'), '%s', '%s', pg_temp.id('%s'), pg_temp.id('%s'), 'r', '/x', 'id',
        pg_temp.id('spool'), 1, %L, %L, %L)$q$;
    fits constant text := format(operation, '63.02', 'survey_close', 'queued', 'lead', 'token of lead', null, null,
        null);
begin
    perform pg_temp.rule('operation_belongs_to_a_kabupaten', format(operation, '63.99', 'survey_close', 'queued',
        'lead', 'token of lead', null, null, null), fits);
    perform pg_temp.rule('operation_was_asked_for_by_a_principal', format(operation, '63.02', 'survey_close', 'queued',
        'nobody', 'token of lead', null, null, null), fits);
    perform pg_temp.rule('operation_acts_with_a_token', format(operation, '63.02', 'survey_close', 'queued', 'lead',
        'token of nobody', null, null, null), fits);
    perform pg_temp.rule('operation_kind_is_known', format(operation, '63.02', 'x', 'queued', 'lead', 'token of lead',
        null, null, null), fits);
    perform pg_temp.rule('operation_state_is_known', format(operation, '63.02', 'survey_close', 'x', 'lead',
        'token of lead', null, null, now()), fits);
    perform pg_temp.rule('operation_has_the_result_of_its_state', format(operation, '63.02', 'survey_close',
        'succeeded', 'lead', 'token of lead', null, null, now()),
        format(operation, '63.02', 'survey_close', 'succeeded', 'lead', 'token of lead', '/y', null, now()));
    perform pg_temp.refuses(format(operation, '63.02', 'survey_close', 'failed', 'lead', 'token of lead', '/y', null,
        now()), '23514', 'operation_has_the_result_of_its_state');
    perform pg_temp.refuses(format(operation, '63.02', 'survey_close', 'running', 'lead', 'token of lead', null, null,
        now()), '23514', 'operation_has_the_result_of_its_state');
    perform pg_temp.covered('operation');
end
$$;

-- Noted by its caller, in his own kabupaten and with his own token; seen by coordinators of the same kabupaten.
create function pg_temp.queue(name text, caller text, kabupaten text default '63.02', token text default null)
returns text language sql as $$
    select format('select queue_operation(pg_temp.id(%L), %L, %L, sha256(%L), %L, null, %L, pg_temp.id(%L), 10)',
        name, 'survey_import', kabupaten, coalesce(token, caller), '/x', 'id', 'spool')
$$;

do $$
declare
    caller text;
begin
    perform pg_temp.enter('coordinator');
    execute pg_temp.queue('first', 'coordinator');
    execute pg_temp.queue('second', 'coordinator');
    perform pg_temp.refuses(pg_temp.queue('third', 'coordinator', '63.10'), 'SL404');
    perform pg_temp.refuses(pg_temp.queue('third', 'coordinator', null), 'SL404');
    perform pg_temp.refuses(pg_temp.queue('third', 'coordinator', '63.02', 'lead'), 'SL401');
    assert (select array_agg(state) from operation where id in (pg_temp.id('first'), pg_temp.id('second')))
        = '{queued,queued}', 'not seen';
    perform pg_temp.refuses('update operation set state = state', '42501');
    perform pg_temp.refuses('delete from operation', '42501');
    perform pg_temp.enter('lead');
    assert exists (select from operation where id = pg_temp.id('first')), 'hidden from the same kabupaten';
    perform pg_temp.enter('neighbour');
    assert not exists (select from operation where id = pg_temp.id('first')), 'the neighbour sees it';
    perform pg_temp.refuses('select cancel_operation(pg_temp.id($q$first$q$))', 'SL404');
    foreach caller in array array['health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses(pg_temp.queue('third', caller), '42501');
        perform pg_temp.refuses('select cancel_operation(pg_temp.id($q$first$q$))', '42501');
        perform pg_temp.refuses('select count(*) from operation', '42501');
    end loop;
    foreach caller in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses('select begin_operation(pg_temp.id($q$first$q$), pg_temp.id($q$spool$q$))', '42501');
        perform pg_temp.refuses('select report_operation(pg_temp.id($q$first$q$), 1, 1)', '42501');
        perform pg_temp.refuses('select end_operation(pg_temp.id($q$first$q$), $q$failed$q$, $q${}$q$)', '42501');
        perform pg_temp.refuses('select unfinished_operations(pg_temp.id($q$spool$q$))', '42501');
    end loop;
end
$$;

-- From its beginning to its end; every change of state is an event, progress is none.
do $$
declare
    begun record;
begin
    perform pg_temp.login();
    perform pg_temp.refuses('select begin_operation(pg_temp.id($q$nothing$q$), pg_temp.id($q$spool$q$))', 'SL404');
    perform pg_temp.refuses('select begin_operation(pg_temp.id($q$first$q$), pg_temp.id($q$other$q$))', 'SL404');
    select * into strict begun from begin_operation(pg_temp.id('first'), pg_temp.id('spool'));
    assert begun.token_hash = sha256('coordinator') and begun.target = '/x', begun::text;
    assert report_operation(pg_temp.id('first'), 5, 2), 'asked to end';
    -- Once more, as its server died.
    assert (select count(*) from begin_operation(pg_temp.id('first'), pg_temp.id('spool'))) = 1, 'not taken up again';

    perform pg_temp.enter('lead');
    perform pg_temp.refuses('select succeed_operation(pg_temp.id($q$first$q$), $q$/y$q$)', 'SL001',
        'operation_is_at_its_end');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses('select succeed_operation(pg_temp.id($q$second$q$), $q$/y$q$)', 'SL001',
        'operation_is_at_its_end');
    perform succeed_operation(pg_temp.id('first'), '/y');
    perform pg_temp.refuses('select succeed_operation(pg_temp.id($q$first$q$), $q$/y$q$)', 'SL001',
        'operation_is_at_its_end');
    perform pg_temp.refuses('select cancel_operation(pg_temp.id($q$first$q$))', 'SL001',
        'operation_is_at_its_end');
    -- What has not begun ends at once, and may be asked to end again.
    perform cancel_operation(pg_temp.id('second')), cancel_operation(pg_temp.id('second'));
    assert (select state from operation where id = pg_temp.id('second')) = 'cancelled', 'still there';

    perform pg_temp.login();
    assert not exists (select from begin_operation(pg_temp.id('first'), pg_temp.id('spool'))), 'begun after its end';
    assert not exists (select from begin_operation(pg_temp.id('second'), pg_temp.id('spool'))), 'begun after its end';
    perform end_operation(pg_temp.id('first'), 'failed', '{}');
    assert not exists (select from unfinished_operations(pg_temp.id('spool'))), 'unfinished after its end';
    perform pg_temp.administer();
    assert (select array_agg(after ->> 'state' order by number) from event
        where subject = 'operation' and subject_id = pg_temp.id('first')::text) = '{queued,running,running,succeeded}',
        'events';
    assert (select result_location from operation where id = pg_temp.id('first') and state = 'succeeded') = '/y',
        'end';
end
$$;

-- What runs is asked to end; a server that died before it saw that finds it ended. What lost its upload fails.
do $$
begin
    perform pg_temp.enter('coordinator');
    execute pg_temp.queue('third', 'coordinator');
    execute pg_temp.queue('fourth', 'coordinator');
    perform pg_temp.login();
    perform begin_operation(pg_temp.id('third'), pg_temp.id('spool'));
    perform pg_temp.enter('lead');
    perform cancel_operation(pg_temp.id('third'));
    perform pg_temp.login();
    assert not report_operation(pg_temp.id('third'), 5, 2), 'goes on';
    assert not exists (select from begin_operation(pg_temp.id('third'), pg_temp.id('spool'))), 'begun again';
    assert not exists (select from unfinished_operations(pg_temp.id('other'))), 'of another server';
    assert (select array_agg(id) from unfinished_operations(pg_temp.id('spool'))) = array[pg_temp.id('fourth')],
        'list';
    perform end_operation(pg_temp.id('fourth'), 'failed', '{"code": "x"}');
    perform pg_temp.administer();
    assert (select array_agg(state order by created_at, state) from operation
        where id in (pg_temp.id('third'), pg_temp.id('fourth'))) = '{cancelled,failed}', 'ends';
end
$$;

rollback;
