-- Each area has a chain of its own, without gaps, whose hashes follow from what is written and from nothing else.
begin;
\ir fixture.psql

do $$
declare
    faulty text;
begin
    select string_agg(area_code || ' ' || number, ', ') into faulty
    from (
        select e.*, lag(e.hash) over chain as previous, row_number() over chain as expected,
            lag(e.occurred_at) over chain as earlier
        from event e window chain as (partition by e.area_code order by e.number)
    ) e
    where e.number <> e.expected or e.occurred_at < e.earlier
        or e.hash <> event_hash(e.previous, e.area_code, e.number, e.occurred_at, e.principal_id, e.account_id,
            e.session_id, e.request_id, e.subject, e.subject_id, e.action, e.before, e.after);
    assert faulty is null, 'not linked: ' || faulty;
    assert (select array_agg(distinct area_code order by area_code) from event)
        = '{63,63.02,63.10,64,64.01,service}', 'areas: a province''s principal and the permissions of all have theirs';
end
$$;

-- The vector of README.md, which a test of the program recomputes by other means.
do $$
begin
    assert encode(event_hash(null, '63.02', 1, '2026-01-02 03:04:05.678901+00', '0190b6d2-8f3a-7c11-9d2e-5a1b2c3d4e5f',
            null, null, 'r-1', 'lokus', '0190b6d2-8f3a-7c11-9d2e-000000000001', 'insert', null, '{"year":2026}'), 'hex')
        = '41903d3f1c8e67623197bdda4223057bb6c8219749427904219d2d3a951625e8', encode(event_hash(null, '63.02', 1, '2026-01-02 03:04:05.678901+00',
            '0190b6d2-8f3a-7c11-9d2e-5a1b2c3d4e5f', null, null, 'r-1', 'lokus',
            '0190b6d2-8f3a-7c11-9d2e-000000000001', 'insert', null, '{"year":2026}'), 'hex');
end
$$;

-- Fields cannot run into each other, and every one of them counts.
do $$
declare
    hashes bytea[];
begin
    select array_agg(event_hash(sha256(p::bytea), a, n, t, u, v, w, r, s, i, c, b::json, f::json)) into hashes
    from (values
        ('p', '63.02', 1, timestamptz '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '1', '2'),
        ('q', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.10', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 2, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01 00:00:00.000001', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', null, pg_temp.id('a'), null, 'r', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', null, null, pg_temp.id('a'), 'r', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, '', 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, null, 'ab', 'c', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'a', 'bc', 'update', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'delete', '1', '2'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '2', '1'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '1', '2 '),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', null, '12'),
        ('p', '63.02', 1, '2026-01-01', pg_temp.id('a'), null, null, 'r', 'ab', 'c', 'update', '12', null)
    ) e (p, a, n, t, u, v, w, r, s, i, c, b, f);
    assert (select count(distinct h) from unnest(hashes) h) = cardinality(hashes) and cardinality(hashes) = 15, 'equal';
end
$$;

-- Secrets stay out: a column of bytes, or one whose name says that it is one, is left out or known to be harmless.
do $$
declare
    faulty text;
begin
    select string_agg(g.tgrelid::regclass || '.' || a.attname, ', ') into faulty
    from pg_trigger g
    join pg_attribute a on a.attrelid = g.tgrelid and a.attnum > 0 and not a.attisdropped
    where g.tgname = 'record_event'
        and (a.atttypid = 'bytea'::regtype or a.attname ~ 'hash|secret|password|totp|code_|recovery|salt|seed|private')
        and a.attname::text <> all (string_to_array(split_part(encode(g.tgargs, 'escape'), '\000', 2), ','))
        and a.attname not in ('file_sha256', 'rows_root');
    assert faulty is null, 'a secret may enter an event: ' || faulty;

    select string_agg(g.tgrelid::regclass || '.' || left_out, ', ') into faulty
    from pg_trigger g
    cross join lateral unnest(string_to_array(split_part(encode(g.tgargs, 'escape'), '\000', 2), ',')) left_out
    where g.tgname = 'record_event' and left_out <> '' and not exists (
        select from pg_attribute a where a.attrelid = g.tgrelid and a.attname = left_out and not a.attisdropped);
    assert faulty is null, 'no such column: ' || faulty;

    update token set revoked_at = now() where id = pg_temp.id('token of health');
    assert (select count(*) from event where subject = 'token') > 11
        and not exists (select from event e, token t where e.subject = 'token'
            and (position(encode(t.hash, 'hex') in coalesce(e.before::text, '') || coalesce(e.after::text, '')) > 0
                or coalesce(e.after, e.before)::jsonb ? 'hash')), 'a hash of a token is in an event';
end
$$;

-- The event before is found by the index, or each would cost more than the one before. A small table is read whole
-- unless that is forbidden.
set local enable_seqscan = off;
set local jit = off;
discard plans;
do $$
declare
    earlier bigint;
begin
    set constraints all immediate;
    earlier := pg_stat_get_xact_numscans('event'::regclass);
    update lokus set decree_number = 'x', decree_on = '2024-01-01' where id = pg_temp.id('one');
    assert pg_stat_get_xact_numscans('event'::regclass) = earlier, 'the chain is read whole for each event';
    set constraints all deferred;
end
$$;
reset enable_seqscan;
reset jit;

-- Every recording waits for the end of the transaction, or one writer would keep all others of its area waiting.
do $$
declare
    faulty text;
begin
    select string_agg(g.tgrelid::regclass::text, ', ') into faulty
    from pg_trigger g where g.tgfoid = 'selaras.record_event'::regproc
        and not (g.tgdeferrable and g.tginitdeferred and g.tgenabled = 'O');
    assert faulty is null, 'not deferred: ' || faulty;
end
$$;

rollback;
