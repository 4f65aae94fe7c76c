-- Whatever tells something of a person says so in its comment, and rules keep it no longer than they say.
begin;
\ir fixture.psql

do $$
declare
    faulty text;
begin
    -- A column whose name sounds like a person has a mark, or stands here, where it does not.
    select string_agg(c.relname || '.' || a.attname, ', ') into faulty
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r'
        and a.attname ~ '(^|_)(name|email|person|phone|address|family|enumerator|rt|by|account_id|note|file_name|user)$'
        and (c.relname, a.attname) not in (select p.relation, p.name from personal_column p)
        and (c.relname, a.attname) not in (('migration', 'name'), ('region', 'name'), ('holiday', 'name'), ('agency', 'name'),
            ('agency', 'short_name'), ('password', 'account_id'));
    assert faulty is null, 'personal data without a mark: ' || faulty;

    -- A comment that speaks of it speaks as the inventory reads it, and names a rule that there is.
    select string_agg(c.relname || '.' || a.attname, ', ') into faulty
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r'
        and col_description(c.oid, a.attnum) ~* 'personal data'
        and (c.relname, a.attname) not in (select p.relation, p.name from personal_column p);
    assert faulty is null, 'not in the inventory: ' || faulty;
    select string_agg(p.relation || '.' || p.name, ', ') into faulty
    from personal_column p
    where p.ends like 'until %' and pg_get_constraintdef((
        select oid from pg_constraint where conname = 'retention_rule_is_known')) !~ format('''%s''', substr(p.ends, 7));
    assert faulty is null, 'an unknown rule: ' || faulty;
    assert exists (select from personal_column where relation = 'family_answer' and name = 'enumerator');
end
$$;

-- Nobody of the service reads the inventory's rules, changes them, or erases anybody.
do $$
declare
    who text;
begin
    foreach who in array array['coordinator', 'lead', 'health', 'village', 'viewer', 'province'] loop
        perform pg_temp.enter(who);
        perform pg_temp.refuses('select from selaras.retention', '42501');
        perform pg_temp.refuses($q$select selaras.erase_accounts('{}')$q$, '42501');
        perform pg_temp.refuses($q$select selaras.data_of_account(gen_random_uuid())$q$, '42501');
        perform pg_temp.refuses($q$select selaras.data_of_family('\x00')$q$, '42501');
        perform pg_temp.refuses($q$select selaras.note_deed('erase', 'account', 'x')$q$, '42501');
        perform pg_temp.administer();
    end loop;
end
$$;

do $$
begin
    perform pg_temp.refuses($q$insert into retention values ('everything', 1, 'x')$q$, '23514', 'retention_rule_is_known');
    perform pg_temp.refuses($q$insert into retention values ('used_codes', 0, 'x')$q$, '23514',
        'retention_keeps_for_a_day_to_a_century');
    perform pg_temp.refuses($q$insert into retention values ('used_codes', 1, ' ')$q$, '23514',
        'retention_names_its_basis');
end
$$;

rollback;
