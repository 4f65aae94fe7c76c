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
            $q$select selaras.note_sign_in('sign_in', null, null, null)$q$, '42501');
        perform pg_temp.refuses($q$select selaras.refuse_sign_in('x', '', 'x', 'x')$q$, '42501');
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
    perform pg_temp.refuses($q$select selaras.note_sign_in('sign_in', null, null, null)$q$, '42501');
    perform pg_temp.administer();
    assert (select count(*) from event) = last + 1, 'events';
    assert exists (select from event where area_code = '63.02' and action = 'denied' and request_id = 'r-9'
        and principal_id = pg_temp.id('viewer') and subject = 'lokus' and after ->> 'method' = 'POST'
        and session_id = (select id from token where hash = sha256('viewer'))), 'denied';
end
$$;

-- Who signs in, fails to, and signs out: in the chain of the area of the first role, with person, session and request.
do $$
declare
    last bigint;
    since timestamptz;
    told text;
begin
    perform pg_temp.administer();
    insert into account (id, name, email) values (pg_temp.id('Siti'), 'Siti', 'siti@x');
    insert into principal (id, name, role, kabupaten_code, account_id)
    values (pg_temp.id('Siti here'), 'Siti', 'viewer', '63.02', pg_temp.id('Siti'));
    perform set_password(pg_temp.id('Siti'), 32768, 8, 3, substr(sha256('s'), 1, 16), sha256('h'), 0);
    since := (select set_at from password where account_id = pg_temp.id('Siti'));
    select max(number) into last from event where area_code = '63.02';
    perform pg_temp.login();
    -- Of wrong passwords the first of a quarter of an hour; each wrong code; and no stranger's.
    perform refuse_sign_in('siti@x', sha256('siti@x'), 'password', 'f-' || n) from generate_series(1, 3) n;
    perform refuse_sign_in('siti@x', sha256('siti@x'), 'second_factor', 'c-' || n) from generate_series(1, 2) n;
    perform refuse_sign_in('nobody@x', sha256('nobody@x'), 'password', 'f-4');
    perform pg_temp.administer();
    update sign_in_counter set noted_at = noted_at - interval '15 minutes';
    perform pg_temp.login();
    perform refuse_sign_in('siti@x', sha256('siti@x'), 'password', 'f-5');
    perform begin_session(pg_temp.id('Siti'), since, sha256('siti@x'), sha256('a'), sha256('b'), pg_temp.id('s'),
        sha256('s'), 'curl', interval '1 hour', interval '1 hour', request => 'in');
    assert end_session(sha256('s'), 'out') and not end_session(sha256('s'), 'again'), 'signing out';
    perform pg_temp.administer();
    select string_agg(concat_ws(' ', action, account_id = pg_temp.id('Siti'), subject_id = account_id::text,
        session_id = pg_temp.id('s'), request_id, after ->> 'reason'), ', ' order by number) into told
    from event where area_code = '63.02' and number > last and subject = 'account';
    assert told = 'sign_in_failed t t f-1 password, sign_in_failed t t c-1 second_factor, '
        'sign_in_failed t t c-2 second_factor, sign_in_failed t t f-5 password, sign_in t t t in, sign_out t t t out',
        told;
    assert not exists (select from event where request_id in ('f-4', 'again')), 'a stranger';
end
$$;

rollback;
