-- Who was wrong is forgiven with time, and strangers leave few rows.

alter table selaras.sign_in_counter
    add column previous_at timestamptz not null default '-infinity';
comment on column selaras.sign_in_counter.previous_at is
    'What last_at would be without the last attempt: it is put back where that one was right.';
comment on column selaras.sign_in_counter.failures is
    'Every attempt counts as one until it succeeds; with time they halve.';

drop function selaras.wait_of(bytea, integer, integer);

create function selaras.halvings(since timestamptz, halves interval) returns integer
    language sql volatile parallel restricted security invoker set search_path = selaras, pg_temp
as $$
    select case when since = '-infinity' then 31 else greatest(0, least(31, floor(
        extract(epoch from clock_timestamp() - since) / extract(epoch from halves))))::integer end
$$;
comment on function selaras.halvings is 'How often what was counted then has been halved by now; never more than matters.';

create function selaras.wait_of(counter bytea, free integer, most integer, halves interval) returns integer
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    known sign_in_counter;
    failed integer;
begin
    -- By this, not by the row: there may be none yet, and who only waits shall make none.
    perform pg_advisory_xact_lock(735560805 + free, hashtext(encode(counter, 'hex')));
    select c.* into known from sign_in_counter c where c.key = counter;
    failed := coalesce(known.failures >> halvings(known.last_at, halves), 0);
    if failed < free then return 0; end if;
    return greatest(0, ceil(extract(epoch from known.last_at + case
        when failed >= most then interval '1 day'
        else least(interval '15 minutes', interval '1 second' * power(2, least(failed - free, 10))) end
        - clock_timestamp()))::integer);
end
$$;
comment on function selaras.wait_of is
    'Seconds until somebody who was wrong may try again: none for the first few, then twice as long each time, up to a
quarter of an hour; after the most that may be, a day. Holds the counter until the end.';

create function selaras.count_attempt(counter bytea, halves interval) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    insert into sign_in_counter as c (key, failures, last_at) values (counter, 1, clock_timestamp())
    on conflict (key) do update set
        failures = (c.failures >> halvings(c.last_at, halves)) + 1, last_at = clock_timestamp(),
        previous_at = c.last_at + halvings(c.last_at, halves) * halves;
end
$$;
comment on function selaras.count_attempt is
    'One more failure. What is put back if it was none has been halved already, so its time moves by as many halvings.';

create function selaras.uncount_attempt(counter bytea) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    update sign_in_counter c set failures = greatest(0, c.failures - 1), last_at = c.previous_at
    where c.key = counter;
end
$$;
comment on function selaras.uncount_attempt is 'The attempt was none that failed.';

create or replace function selaras.begin_sign_in(wanted_email text, by_email bytea, by_address bytea, by_both bytea)
    returns table (
        wait integer, account_id uuid, name text, set_at timestamptz, cost integer, block_size integer,
        parallelism integer, salt bytea, hash bytea, second_factor bytea)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    -- Where the person has signed in before, neither a stranger elsewhere nor who sits beside them keeps them out.
    is_known boolean := exists (select from sign_in_counter c where c.key = by_both);
    counted bytea := case when is_known then by_both else by_email end;
begin
    -- The address first: who waits by it leaves nothing behind, whatever e-mails they think of.
    wait := case when is_known then 0 else wait_of(by_address, 20, 100000, '15 minutes') end;
    if wait = 0 then
        wait := wait_of(counted, 5, 100, '1 day');
    end if;
    if wait = 0 then
        perform count_attempt(counted, '1 day');
        if not is_known then
            perform count_attempt(by_address, '15 minutes');
        end if;
        select a.id, a.name, w.set_at, w.cost, w.block_size, w.parallelism, w.salt, w.hash, f.secret
        into account_id, name, set_at, cost, block_size, parallelism, salt, hash, second_factor
        from account a join password w on w.account_id = a.id and w.replaced_at is null
        left join second_factor f on f.account_id = a.id and f.confirmed_at is not null
        where a.email = wanted_email and a.disabled_at is null;
    end if;
    return next;
end
$$;

create or replace function selaras.undo_sign_in(by_email bytea, by_address bytea, by_both bytea) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if exists (select from sign_in_counter c where c.key = by_both) then
        perform uncount_attempt(by_both);
    else
        perform uncount_attempt(by_email), uncount_attempt(by_address);
    end if;
end
$$;

create or replace function selaras.trust_sign_in(by_email bytea, by_address bytea, by_both bytea) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    delete from sign_in_counter c where c.key = by_email;
    insert into sign_in_counter (key, failures, last_at) values (by_both, 0, clock_timestamp())
    on conflict (key) do nothing;
    if found then
        -- Others behind the same address may be wrong still: only this attempt is taken back.
        perform uncount_attempt(by_address);
    else
        update sign_in_counter c set failures = 0, last_at = clock_timestamp() where c.key = by_both;
    end if;
end
$$;
