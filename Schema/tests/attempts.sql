-- Attempts to sign in: who shares an address is not kept out by others for long, and strangers leave few rows.
begin;
\ir fixture.psql

create function pg_temp.key(name text) returns bytea language sql immutable return sha256(name::bytea);
create function pg_temp.tries(email text, place text) returns integer language plpgsql as $$
begin
    perform pg_temp.login();
    return (select wait from begin_sign_in(email, pg_temp.key(email), pg_temp.key(place), pg_temp.key(email || place)));
end $$;
create function pg_temp.is_right(email text, place text) returns void language plpgsql as $$
begin
    perform pg_temp.administer();
    perform trust_sign_in(pg_temp.key(email), pg_temp.key(place), pg_temp.key(email || place));
end $$;
-- As if all that has been counted were so much older.
create function pg_temp.passes(much interval) returns void language plpgsql as $$
begin
    perform pg_temp.administer();
    update sign_in_counter set last_at = last_at - much, previous_at = previous_at - much;
end $$;
create function pg_temp.counted(name text) returns integer language plpgsql as $$
begin
    perform pg_temp.administer();
    return (select failures from sign_in_counter where key = pg_temp.key(name));
end $$;

-- An office of many people: thirty were wrong in the course of a day.
do $$
declare
    since timestamptz;
begin
    assert pg_temp.tries('lama@x', 'office') = 0, 'waits';
    perform pg_temp.is_right('lama@x', 'office');
    assert pg_temp.counted('office') = 0, 'what was right is counted';
    for person in 1..30 loop
        assert pg_temp.tries('p' || person || '@x', 'office') = 0, format('%s waits', person);
        perform pg_temp.passes('10 minutes');
    end loop;
    -- Thirty at once, and one waits; but not who was right there before, and not for long.
    for person in 31..60 loop
        while pg_temp.tries('p' || person || '@x', 'office') > 0 loop perform pg_temp.passes('1 minute'); end loop;
    end loop;
    assert pg_temp.tries('baru@x', 'office') > 0, 'does not wait';
    for attempt in 1..5 loop
        assert pg_temp.tries('lama@x', 'office') = 0, 'kept out by colleagues';
    end loop;
    assert pg_temp.tries('lama@x', 'office') > 0, 'may be wrong as often as they like';
    perform pg_temp.is_right('lama@x', 'office');
    perform pg_temp.passes('15 minutes');
    assert pg_temp.tries('baru@x', 'office') = 0, 'waits too long';

    -- Being right leaves the address as it was: the next one waits no longer by it.
    perform pg_temp.administer();
    delete from sign_in_counter where key <> pg_temp.key('office');
    update sign_in_counter set failures = 24, last_at = now() - interval '10 minutes';
    since := (select last_at from sign_in_counter);
    for person in 1..30 loop
        assert pg_temp.tries('q' || person || '@x', 'office') = 0, format('%s waits for who was right', person);
        perform pg_temp.is_right('q' || person || '@x', 'office');
    end loop;
    assert pg_temp.counted('office') = 24, 'counts who was right';
    perform pg_temp.administer();
    assert (select last_at = since from sign_in_counter where key = pg_temp.key('office')), 'begins anew';
    -- Halved once, it is not halved again by being put back.
    update sign_in_counter set last_at = now() - interval '20 minutes', failures = 24 where key = pg_temp.key('office');
    assert pg_temp.tries('r@x', 'office') = 0, 'waits';
    perform pg_temp.is_right('r@x', 'office');
    assert pg_temp.counted('office') = 12, 'halved';
    assert pg_temp.tries('s@x', 'office') = 0 and pg_temp.counted('office') = 13, 'halved twice';
    perform pg_temp.login();
    perform undo_sign_in(pg_temp.key('s@x'), pg_temp.key('office'), pg_temp.key('s@xoffice'));
    assert pg_temp.counted('office') = 12 and pg_temp.counted('s@x') = 0, 'what nobody looked at was counted';
end
$$;

-- Strangers: while the address waits, no e-mail leaves a row.
do $$
declare
    rows bigint;
begin
    perform pg_temp.administer();
    delete from sign_in_counter;
    insert into sign_in_counter values (pg_temp.key('far'), 40, clock_timestamp());
    for attempt in 1..30 loop
        assert pg_temp.tries('x' || attempt || '@x', 'far') between 800 and 900, 'does not wait';
    end loop;
    perform pg_temp.administer();
    select count(*) into rows from sign_in_counter;
    assert rows = 1, format('%s rows', rows);
    -- Nor does one that waits by itself.
    insert into sign_in_counter values (pg_temp.key('y@x'), 50, clock_timestamp());
    assert pg_temp.tries('y@x', 'elsewhere') > 0, 'does not wait';
    perform pg_temp.administer();
    assert (select count(*) from sign_in_counter) = 2, 'the address is counted';
end
$$;

rollback;
