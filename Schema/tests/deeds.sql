-- What changes no row is an event as well, told by those who do it and by nobody else.
begin;
\ir fixture.psql

do $$
declare
    who record;
    last bigint;
    found event;
begin
    -- Each in the chain of his area, whose last event it is.
    for who in select * from (values ('coordinator', '63.02'), ('health', '63.02'), ('village', '63.02'),
        ('viewer', '63.02'), ('province', '63'), ('far', '64.01')) w (caller, area)
    loop
        perform pg_temp.administer();
        select coalesce(max(number), 0) into last from event where area_code = who.area;
        perform pg_temp.enter(who.caller);
        perform note_deed('export', 'lokus', '/api/v1/lokus', '{"format":"csv"}');
        perform pg_temp.refuses(format($q$select selaras.note_deed(%L, 'lokus', 'x')$q$, deed), '42501')
        from unnest('{insert,update,delete,denied,sign_in,sign_in_failed}'::text[]) deed;
        perform pg_temp.refuses($q$select selaras.note_denial('', 'r', 'x', '{}')$q$, '42501');
        perform pg_temp.refuses(
            $q$select selaras.note_sign_in('sign_in', null, null, null, null, null, null)$q$, '42501');
        perform pg_temp.administer();
        select * into strict found from event where area_code = who.area and number > last;
        assert found.number = last + 1 and found.principal_id = pg_temp.id(who.caller) and found.action = 'export'
            and found.subject = 'lokus' and found.subject_id = '/api/v1/lokus' and found.before is null
            and found.after ->> 'format' = 'csv' and found.request_id = 'request of ' || who.caller, found::text;
    end loop;

    -- Who was refused is known by his token, and a stranger by nothing: he cannot fill the chain.
    select count(*) into last from event;
    perform pg_temp.login();
    perform note_denial(sha256('viewer'), 'r-9', 'lokus', '{"method":"POST"}');
    perform note_denial(sha256('stranger'), 'r-9', 'lokus', '{"method":"POST"}');
    perform pg_temp.refuses($q$select selaras.note_deed('export', 'x', 'x')$q$, '42501');
    perform pg_temp.refuses($q$select selaras.append_event('63.02', 'x', 'x', 'export', null, null)$q$, '42501');
    perform note_sign_in('sign_in', null, pg_temp.id('lead'), pg_temp.id('person'), pg_temp.id('session'), 'r-1', null);
    perform note_sign_in('sign_in_failed', null, null, null, null, 'r-2', '{"reason":"password"}');
    perform note_sign_in('sign_out', '63', null, pg_temp.id('person'), null, null, null);
    perform pg_temp.refuses(
        $q$select selaras.note_sign_in('export', null, null, null, null, null, null)$q$, '42501');
    perform pg_temp.administer();
    assert (select count(*) from event) = last + 4, 'events';
    assert exists (select from event where area_code = '63.02' and action = 'denied' and request_id = 'r-9'
        and principal_id = pg_temp.id('viewer') and subject = 'lokus' and after ->> 'method' = 'POST'), 'denied';
    assert exists (select from event where area_code = '63.02' and action = 'sign_in' and principal_id = pg_temp.id('lead')
        and account_id = pg_temp.id('person') and session_id = pg_temp.id('session') and request_id = 'r-1'), 'sign_in';
    assert exists (select from event where area_code = 'service' and action = 'sign_in_failed' and account_id is null
        and principal_id is null and after ->> 'reason' = 'password'), 'sign_in_failed';
    assert exists (select from event where area_code = '63' and action = 'sign_out'), 'sign_out';
end
$$;

rollback;
