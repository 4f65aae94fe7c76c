-- A key is claimed once. That a request still running answers SL409 needs two sessions at a time: here the lock is
-- shown to be held to the end of the transaction, the answer itself is tested with the service.
begin;
\ir fixture.psql

create function pg_temp.claims(scope text, key text, body text, state text, location text default '') returns void
language plpgsql as $$
declare found_state text := 'none'; found_detail text;
begin
    perform claim_idempotency_key(scope, key, sha256(body::bytea), '/new');
    assert state = 'none', 'claimed: ' || key;
exception when others then
    get stacked diagnostics found_state = returned_sqlstate, found_detail = pg_exception_detail;
    assert (found_state, found_detail) = (state, location), format('%s %s: %s', found_state, found_detail, sqlerrm);
end $$;

do $$
begin
    perform pg_temp.enter('health', 'progress_report', 'create');
    perform claim_idempotency_key('POST /reports', 'k1', sha256('body'), '/api/v1/reports/1');
    -- The same request again: where the first one's effect is. Another body: not this key.
    perform pg_temp.claims('POST /reports', 'k1', 'body', 'SL208', '/api/v1/reports/1');
    perform pg_temp.claims('POST /reports', 'k1', 'other', 'SL422');
    -- Another key, path or caller is another request; scope and key do not run into each other.
    perform pg_temp.claims('POST /reports', 'k2', 'body', 'none');
    perform pg_temp.claims('POST /lokus', 'k1', 'body', 'none');
    perform pg_temp.claims('POST /reportsk', '1', 'body', 'none');
    perform pg_temp.claims('POST /reports', '', 'body', '23514');
    perform pg_temp.claims('POST /reports', repeat('x', 256), 'body', '23514');

    perform pg_temp.enter('social', 'progress_report', 'create');
    perform pg_temp.claims('POST /reports', 'k1', 'other', 'none');

    -- The locks last as long as the transaction, not as long as the statement.
    perform pg_temp.administer();
    assert (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
        and mode = 'ExclusiveLock') >= 5, 'a lock was let go';
    assert (select count(*) from idempotency_key) = 5, 'keys';
end
$$;

-- A claim whose request fails is undone with it, so that the request can be repeated.
do $$
begin
    perform pg_temp.enter('health', 'progress_report', 'create');
    begin
        perform claim_idempotency_key('POST /reports', 'k3', sha256('body'), '/x');
        perform expect_rows(0);
        assert false, 'expect_rows let nothing pass for something';
    exception when sqlstate 'SL404' then null;
    end;
    perform pg_temp.claims('POST /reports', 'k3', 'other', 'none');
    perform expect_rows(1), expect_rows(1, 'plan_needs_a_baseline');
    perform pg_temp.refuses('select expect_rows(0)', 'SL404');
    perform pg_temp.refuses('select expect_rows(0, $q$plan_needs_a_baseline$q$)', 'SL001', 'plan_needs_a_baseline');
end
$$;

-- Without a caller no key; another's keys are neither read nor taken away.
do $$
begin
    perform pg_temp.login();
    perform set_config('role', 'selaras_agency', true);
    perform pg_temp.refuses($q$select claim_idempotency_key('a', 'b', 'c', 'd')$q$, '22P02');
    perform pg_temp.enter('coordinator');
    perform pg_temp.refuses('select count(*) from idempotency_key', '42501');
    perform pg_temp.refuses('delete from idempotency_key', '42501');
end
$$;

-- Looking at a key says the same and takes nothing.
do $$
begin
    perform pg_temp.enter('health', 'progress_report', 'create');
    perform pg_temp.refuses($q$select peek_idempotency_key('POST /reports', 'k1', sha256('body'))$q$, 'SL208');
    perform pg_temp.refuses($q$select peek_idempotency_key('POST /reports', 'k1', sha256('other'))$q$, 'SL422');
    perform peek_idempotency_key('POST /reports', 'unseen', sha256('body'));
    perform pg_temp.refuses($q$select sweep_idempotency_keys('1 day')$q$, '42501');
    perform pg_temp.administer();
    assert not exists (select from idempotency_key where key = 'unseen'), 'a look took a key';
end
$$;

-- Keys end, but never before a day has passed, whatever is asked for.
do $$
begin
    update idempotency_key set created_at = now() - interval '23 hours' where key = 'k1';
    update idempotency_key set created_at = now() - interval '49 hours' where key = 'k2';
    perform pg_temp.login();
    assert sweep_idempotency_keys('1 second') = 1, 'too young, or left behind';
    assert sweep_idempotency_keys('2 days') = 0, 'twice';
    perform pg_temp.administer();
    assert not exists (select from idempotency_key where key = 'k2'), 'the old one stayed';
end
$$;

-- What became of a batch is said by the transaction that claimed its key, and by no other.
do $$
begin
    perform pg_temp.enter('health', 'progress_report', 'create');
    perform claim_idempotency_key('POST /batch', 'k1', sha256('body'), '/a /b');
    perform settle_idempotency_key('POST /batch', 'k1', '/a !not_found');
    perform pg_temp.refuses($q$select settle_idempotency_key('POST /batch', 'unseen', '/a')$q$, 'SL404');
    perform pg_temp.enter('social', 'progress_report', 'create');
    perform pg_temp.refuses($q$select settle_idempotency_key('POST /batch', 'k1', '/c')$q$, 'SL404');
    perform pg_temp.administer();
    assert (select location from idempotency_key where key = 'k1' and scope = 'POST /batch') = '/a !not_found', 'settled';
    assert expect_at_most(3, 3) = 3 and expect_at_most(3, null) = 3 and expect_at_most(0, 0) = 0, 'within';
    perform pg_temp.refuses('select expect_at_most(4, 3)', 'SL001', 'change_stays_within_max_affected');
end
$$;

rollback;
