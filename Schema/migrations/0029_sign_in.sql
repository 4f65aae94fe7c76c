-- Signing in by password: what is kept of passwords, how often somebody may be wrong, and where a session begins.

create table selaras.password (
    account_id uuid not null constraint password_belongs_to_an_account references selaras.account on delete restrict,
    set_at timestamptz not null default clock_timestamp(),
    algorithm text not null,
    cost integer not null,
    block_size integer not null,
    parallelism integer not null,
    salt bytea not null,
    hash bytea not null,
    -- null: the one in use
    replaced_at timestamptz,
    primary key (account_id, set_at),
    constraint password_algorithm_is_known check (algorithm = 'scrypt'),
    constraint password_parameters_are_those_of_scrypt check (
        cost between 2 and 16777216 and block_size between 1 and 64 and parallelism between 1 and 64),
    constraint password_salt_has_sixteen_bytes check (octet_length(salt) >= 16),
    constraint password_hash_has_thirty_two_bytes check (octet_length(hash) = 32)
);
create unique index password_in_use_is_one on selaras.password (account_id) where replaced_at is null;
comment on table selaras.password is
    'What passwords were hashed to, each with its own parameters, so that these can grow. Earlier ones stay for a while,
for policies that ask for a new one.';
comment on column selaras.password.account_id is 'Whose it is.';
comment on column selaras.password.set_at is 'When it was chosen.';
comment on column selaras.password.algorithm is 'scrypt (RFC 7914).';
comment on column selaras.password.cost is 'N of scrypt.';
comment on column selaras.password.block_size is 'r of scrypt.';
comment on column selaras.password.parallelism is 'p of scrypt.';
comment on column selaras.password.salt is 'Random, of this password alone.';
comment on column selaras.password.hash is 'What scrypt makes of the password.';
comment on column selaras.password.replaced_at is 'When another one took its place.';

create table selaras.sign_in_counter (
    key bytea primary key,
    failures integer not null,
    last_at timestamptz not null,
    constraint counter_key_is_a_keyed_hash check (octet_length(key) = 32),
    constraint counter_counts_from_zero check (failures >= 0)
);
comment on table selaras.sign_in_counter is
    'How often somebody was wrong: by e-mail, by address, and by both once they belong together. The keys are keyed
hashes, so that it names nobody; an e-mail without an account is counted like any other.';
comment on column selaras.sign_in_counter.key is 'HMAC-SHA-256 of an e-mail, an address, or both.';
comment on column selaras.sign_in_counter.failures is 'In a row; every attempt counts as one until it succeeds.';
comment on column selaras.sign_in_counter.last_at is 'When the last was let through.';

do $$
declare
    relation text;
begin
    foreach relation in array array['password', 'sign_in_counter'] loop
        execute format('alter table selaras.%I enable row level security', relation);
        execute format('alter table selaras.%I force row level security', relation);
        execute format(
            'create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)', relation);
    end loop;
end
$$;

create function selaras.wait_of(counter bytea, free integer, most integer) returns integer
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    known sign_in_counter;
begin
    insert into sign_in_counter (key, failures, last_at) values (counter, 0, '-infinity') on conflict do nothing;
    select c.* into known from sign_in_counter c where c.key = counter for update;
    return case
        when known.failures < free then 0
        when known.failures >= most then 86400
        else greatest(0, ceil(extract(epoch from known.last_at
            + least(interval '15 minutes', interval '1 second' * power(2, least(known.failures - free, 10)))
            - clock_timestamp()))::integer)
        end;
end
$$;
comment on function selaras.wait_of is
    'Seconds until somebody who was wrong may try again: none for the first few, then twice as long each time, up to a
quarter of an hour; after the most that may be, a day, however long ago. Holds the counter until the end.';

create function selaras.begin_sign_in(wanted_email text, by_email bytea, by_address bytea, by_both bytea)
    returns table (
        wait integer, account_id uuid, name text, set_at timestamptz, cost integer, block_size integer,
        parallelism integer, salt bytea, hash bytea)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    counted bytea := by_email;
begin
    -- Where the person has signed in before, a stranger elsewhere cannot keep them out by being wrong for them.
    if exists (select from sign_in_counter c where c.key = by_both) then
        counted := by_both;
    end if;
    wait := greatest(wait_of(counted, 5, 100), wait_of(by_address, 20, 100000));
    if wait = 0 then
        update sign_in_counter c set failures = c.failures + 1, last_at = clock_timestamp()
        where c.key in (counted, by_address);
    end if;
    select a.id, a.name, w.set_at, w.cost, w.block_size, w.parallelism, w.salt, w.hash
    into account_id, name, set_at, cost, block_size, parallelism, salt, hash
    from account a join password w on w.account_id = a.id and w.replaced_at is null
    where a.email = wanted_email and a.disabled_at is null and wait = 0;
    return next;
end
$$;
comment on function selaras.begin_sign_in is
    'Counts an attempt as failed before it is looked at, so that many at a time gain nothing, and tells what a password
has to hash to. Nulls: no such account, disabled, or without a password; and while one has to wait.';
grant execute on function selaras.begin_sign_in to selaras_login;

create function selaras.undo_sign_in(by_email bytea, by_address bytea, by_both bytea) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    update sign_in_counter c set failures = greatest(0, c.failures - 1)
    where c.key = by_address
        or c.key = coalesce((select k.key from sign_in_counter k where k.key = by_both), by_email);
end
$$;
comment on function selaras.undo_sign_in is 'For an attempt that was not looked at, because the service was too busy.';
grant execute on function selaras.undo_sign_in to selaras_login;

create function selaras.trust_sign_in(by_email bytea, by_address bytea, by_both bytea) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    delete from sign_in_counter c where c.key = by_email;
    insert into sign_in_counter (key, failures, last_at) values (by_both, 0, clock_timestamp())
    on conflict (key) do update set failures = 0, last_at = clock_timestamp();
    -- Others behind the same address may be wrong still: only this attempt is taken back.
    update sign_in_counter c set failures = greatest(0, c.failures - 1) where c.key = by_address;
end
$$;
comment on function selaras.trust_sign_in is 'The attempt was right: the account''s counters begin anew.';

create function selaras.set_password(
    of_account uuid, new_cost integer, new_block_size integer, new_parallelism integer, new_salt bytea, new_hash bytea,
    kept integer
) returns void
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
begin
    update password w set replaced_at = clock_timestamp() where w.account_id = of_account and w.replaced_at is null;
    insert into password (account_id, algorithm, cost, block_size, parallelism, salt, hash)
    values (of_account, 'scrypt', new_cost, new_block_size, new_parallelism, new_salt, new_hash);
    delete from password w
    where w.account_id = of_account and w.replaced_at is not null and w.set_at not in (
        select k.set_at from password k where k.account_id = of_account and k.replaced_at is not null
        order by k.set_at desc limit kept);
end
$$;
comment on function selaras.set_password is 'Another password from now on; so many earlier ones are remembered.';

create function selaras.begin_session(
    of_account uuid, password_set_at timestamptz, by_email bytea, by_address bytea, by_both bytea,
    new_id uuid, new_hash bytea, new_name text, lasts interval, idle interval
) returns timestamptz
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    ends timestamptz := now() + lasts;
begin
    -- What was checked must be true still: the password may have been replaced, the account disabled meanwhile.
    update account a set signed_in_at = now()
    where a.id = of_account and a.disabled_at is null and exists (
        select from password w
        where w.account_id = a.id and w.replaced_at is null and w.set_at = password_set_at);
    if not found then
        raise exception using errcode = 'SL401', message = 'no longer so';
    end if;
    perform trust_sign_in(by_email, by_address, by_both);
    insert into token (hash, id, kind, account_id, name, expires_at, idle_for)
    values (new_hash, new_id, 'session', of_account, new_name, ends, idle);
    return ends;
end
$$;
comment on function selaras.begin_session is 'Makes the session of somebody whose password was right.';
grant execute on function selaras.begin_session to selaras_login;

create function selaras.rehash_password(
    of_account uuid, password_set_at timestamptz, new_cost integer, new_block_size integer, new_parallelism integer,
    new_salt bytea, new_hash bytea
) returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    update password w set cost = new_cost, block_size = new_block_size, parallelism = new_parallelism, salt = new_salt,
        hash = new_hash
    where w.account_id = of_account and w.set_at = password_set_at and w.replaced_at is null;
end
$$;
comment on function selaras.rehash_password is 'The same password by the parameters of today.';
grant execute on function selaras.rehash_password to selaras_login;

create function selaras.end_session(token_hash bytea) returns boolean
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    update token t set revoked_at = now()
    where t.hash = token_hash and t.kind = 'session' and t.revoked_at is null and t.expires_at > now();
    return found;
end
$$;
comment on function selaras.end_session is
    'Signs out: whoever holds the token ends it, whatever became of the account. False where there is no such session.';
grant execute on function selaras.end_session to selaras_login;

create function selaras.earlier_passwords(of_account uuid)
    returns table (set_at timestamptz, cost integer, block_size integer, parallelism integer, salt bytea, hash bytea)
    language sql stable security definer set search_path = selaras, pg_temp
as $$
    select w.set_at, w.cost, w.block_size, w.parallelism, w.salt, w.hash
    from password w where w.account_id = of_account order by w.set_at desc
$$;
comment on function selaras.earlier_passwords is 'Those in use and before, for a policy that asks for another one.';
grant execute on function selaras.earlier_passwords to selaras_login;

create function selaras.change_password(
    token_hash bytea, password_set_at timestamptz, by_email bytea, by_address bytea, by_both bytea, new_cost integer,
    new_block_size integer, new_parallelism integer, new_salt bytea, new_hash bytea, kept integer
) returns integer
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    own token;
    ended integer;
begin
    select t.* into own
    from token t join account a on a.id = t.account_id and a.disabled_at is null
    join password w on w.account_id = a.id and w.replaced_at is null and w.set_at = password_set_at
    where t.hash = token_hash and t.revoked_at is null and t.expires_at > now()
    for update of w;
    if not found then
        raise exception using errcode = 'SL401', message = 'no longer so';
    end if;
    perform trust_sign_in(by_email, by_address, by_both);
    perform set_password(own.account_id, new_cost, new_block_size, new_parallelism, new_salt, new_hash, kept);
    update token t set revoked_at = now()
    where t.account_id = own.account_id and t.hash <> token_hash and t.revoked_at is null and t.expires_at > now();
    get diagnostics ended = row_count;
    return ended;
end
$$;
comment on function selaras.change_password is
    'Another password of whoever signed in and has just shown the present one; all other sessions end. How many.';
grant execute on function selaras.change_password to selaras_login;

create function selaras.sweep_sign_ins() returns bigint
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    swept bigint;
begin
    delete from sign_in_counter c where c.last_at < now() - interval '30 days';
    get diagnostics swept = row_count;
    return swept;
end
$$;
comment on function selaras.sweep_sign_ins is 'Forgets counters of which nothing was heard for a month.';
grant execute on function selaras.sweep_sign_ins to selaras_login;
