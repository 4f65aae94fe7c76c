-- What is known of persons says so beside its column, ends by rules, and can be shown to them or taken away.

create table selaras.retention (
    rule text primary key,
    keep_days integer not null,
    basis text not null,
    constraint retention_rule_is_known check (rule in ('ended_sessions', 'used_codes', 'left_accounts', 'enumerators')),
    constraint retention_keeps_for_a_day_to_a_century check (keep_days between 1 and 36500),
    constraint retention_names_its_basis check (basis ~ '[^[:space:]]')
);
comment on table selaras.retention is
    'For how many days personal data is kept, from Config/retention.csv. What no row names is kept.';
alter table selaras.retention enable row level security;
alter table selaras.retention force row level security;
create policy owner_maintains on selaras.retention to selaras_owner using (true) with check (true);
create constraint trigger record_event after insert or update or delete on selaras.retention
    deferrable initially deferred for each row execute function selaras.record_event('rule', '', 'kabupaten_code');

alter table selaras.event
    drop constraint event_action_is_known,
    add constraint event_action_is_known check (action in ('insert', 'update', 'delete', 'sign_in', 'sign_in_failed',
        'sign_out', 'denied', 'export', 'sensitive_read', 'import', 'erase'));
create or replace function selaras.note_deed(deed text, subject text, subject_id text, details json default null)
    returns void
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
begin
    if deed in ('insert', 'update', 'delete', 'sign_in', 'sign_in_failed', 'denied', 'erase') then
        raise exception using errcode = 'insufficient_privilege', message = 'told by those who do it';
    end if;
    perform append_event(
        area_of(json_build_object('principal_id', nullif(current_setting('selaras.principal', true), ''))),
        subject, subject_id, deed, null, details);
end
$$;

-- The inventory ------------------------------------------------------------------------------------------------------

do $$
declare
    of record;
begin
    for of in select * from (values
        ('account', 'id', 'account holders', 'kept', null),
        ('account', 'name', 'account holders', 'until left_accounts', null),
        ('account', 'email', 'account holders', 'until left_accounts', null),
        ('account', 'created_at', 'account holders', 'kept', null),
        ('account', 'signed_in_at', 'account holders', 'until left_accounts', null),
        ('account', 'disabled_at', 'account holders', 'kept', null),
        ('principal', 'name', 'account holders', 'until left_accounts', 'As the holder is shown to others.'),
        ('principal', 'account_id', 'account holders', 'kept', null),
        ('principal', 'assignment_letter', 'account holders', 'kept', null),
        ('token', 'account_id', 'account holders', 'until ended_sessions', null),
        ('token', 'name', 'account holders', 'until ended_sessions', null),
        ('token', 'seen_at', 'account holders', 'until ended_sessions', null),
        ('password', 'salt', 'account holders', 'until left_accounts', null),
        ('password', 'hash', 'account holders', 'until left_accounts', null),
        ('password', 'set_at', 'account holders', 'until left_accounts', null),
        ('invitation', 'account_id', 'account holders', 'until used_codes', null),
        ('invitation', 'invited_by', 'account holders', 'until used_codes', null),
        ('sign_in_counter', 'key', 'account holders', 'for 30 days', null),
        ('progress_report', 'reported_by', 'account holders', 'kept', 'The principal that reported.'),
        ('survey_import', 'imported_by', 'account holders', 'kept', 'The principal that imported.'),
        ('result_import', 'imported_by', 'account holders', 'kept', 'The principal that imported.'),
        ('operation', 'principal_id', 'account holders', 'kept', 'In whose name it works.'),
        ('event', 'principal_id', 'account holders', 'kept', 'In which role it was done.'),
        ('event', 'account_id', 'account holders', 'kept', 'By whom; after an erasure a number that names nobody.'),
        ('event', 'session_id', 'account holders', 'kept', 'In which session.'),
        ('family_answer', 'family', 'families', 'kept', 'The family''s id as a keyed hash.'),
        ('family_answer', 'previous_family', 'families', 'kept', 'The keyed hash of the id that it had before.'),
        ('family_answer', 'rt', 'families', 'kept', 'The neighbourhood in which it lives.'),
        ('family_answer', 'status', 'families', 'kept', 'Whether and how the interview took place.'),
        ('family_answer', 'good', 'families', 'kept', 'Units in a good state, a byte an indicator.'),
        ('family_answer', 'eligible', 'families', 'kept', null),
        ('family_answer', 'interviewed_on', 'families', 'kept', 'The day of the interview.'),
        ('family_answer', 'enumerator', 'enumerators', 'until enumerators', 'Who asked.'),
        ('intervention', 'note', 'anybody named', 'kept', 'Free text, written by officials.'),
        ('progress_report', 'obstacles', 'anybody named', 'kept', 'Free text, written by officials.'),
        ('progress_report', 'follow_up', 'anybody named', 'kept', 'Free text, written by officials.'),
        ('survey_import', 'file_name', 'anybody named', 'kept', 'As whoever imported had called the file.'),
        ('result_import', 'file_name', 'anybody named', 'kept', 'As whoever imported had called the file.')
    ) c (relation, name, person, ends, meaning) loop
        execute format('comment on column selaras.%I.%I is %L', of.relation, of.name, coalesce(of.meaning, (
            select col_description(a.attrelid, a.attnum) from pg_attribute a
            where a.attrelid = format('selaras.%I', of.relation)::regclass and a.attname = of.name))
            || format(' Personal data of %s, %s.', of.person, of.ends));
    end loop;
end
$$;

create view selaras.personal_column with (security_invoker = true) as
    select c.relname::text as relation, a.attname::text as name, a.attnum as position, found.part[2] as person,
        found.part[3] as ends, found.part[1] as meaning
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join lateral regexp_matches(col_description(c.oid, a.attnum),
        '^(.*) Personal data of ([a-z ]+), (kept|for [0-9]+ days|until [a-z_]+)\.$') found (part)
    where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r';
comment on view selaras.personal_column is
    'Every column that tells something of a person: whose it is, and how long it is kept, as its comment says.';

-- One person ---------------------------------------------------------------------------------------------------------

create function selaras.data_of_account(wanted uuid) returns json
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select json_build_object(
        'account', (select to_json(a) from account a where a.id = wanted),
        'roles', (select coalesce(json_agg(p order by p.created_at, p.id), '[]') from principal p
            where p.account_id = wanted),
        'passwords', (select coalesce(json_agg(json_build_object('set_at', w.set_at, 'replaced_at', w.replaced_at)
            order by w.set_at), '[]') from password w where w.account_id = wanted),
        'invitations', (select coalesce(json_agg(to_jsonb(i) - 'code_hash' order by i.created_at, i.id), '[]')
            from invitation i where i.account_id = wanted),
        'sessions', (select coalesce(json_agg(to_jsonb(t) - 'hash' order by t.created_at, t.id), '[]') from token t
            where t.account_id = wanted or t.principal_id in (
                select p.id from principal p where p.account_id = wanted)),
        'reports', (select coalesce(json_agg(r.id order by r.created_at, r.id), '[]') from progress_report r
            where r.reported_by in (select p.id from principal p where p.account_id = wanted)),
        'events', (select coalesce(json_agg(to_jsonb(e) - 'before' - 'after' - 'hash'
                order by e.occurred_at, e.area_code, e.number), '[]') from event e
            where e.account_id = wanted or e.principal_id in (
                select p.id from principal p where p.account_id = wanted)))
$$;
comment on function selaras.data_of_account is
    'Everything that is kept of somebody with an account, but for secrets and what they wrote of others.';

create function selaras.data_of_family(hashed bytea) returns json
    language sql stable security invoker set search_path = selaras, pg_temp
as $$
    select coalesce(json_agg(json_build_object(
            'desa_code', l.desa_code, 'year', l.year, 'purpose', r.purpose, 'status', f.status, 'rt', f.rt,
            'interviewed_on', f.interviewed_on, 'answers', (
                select json_object_agg(i.code, case get_byte(f.eligible, i.place::integer)
                    when 255 then '"no answer"'::json when 254 then '"not applicable"'
                    else json_build_object('good', get_byte(f.good, i.place::integer),
                        'eligible', get_byte(f.eligible, i.place::integer)) end order by i.place)
                from (
                    select x.code, row_number() over (order by x.position) - 1 as place from framework_indicator x
                    where x.framework_code = r.framework_code and x.framework_version = r.framework_version
                ) i where i.place < octet_length(f.eligible)))
        order by l.year, r.created_at), '[]')
    from family_answer f
    join survey_round r on r.kabupaten_code = f.kabupaten_code and r.id = f.round_id
    join lokus l on l.kabupaten_code = r.kabupaten_code and l.id = r.lokus_id
    where f.family = hashed
$$;
comment on function selaras.data_of_family is 'What a family has answered, by the keyed hash of its id.';

create function selaras.erase_accounts(wanted uuid[]) returns bigint
    language plpgsql volatile security invoker set search_path = selaras, pg_temp
as $$
declare
    gone uuid;
begin
    delete from password w where w.account_id = any (wanted);
    delete from invitation i where i.account_id = any (wanted);
    -- Operations go on pointing at theirs.
    update token t set name = '', revoked_at = coalesce(t.revoked_at, now())
    where t.account_id = any (wanted) or t.principal_id in (
        select p.id from principal p where p.account_id = any (wanted));
    update principal p set name = 'Orang ' || left(p.account_id::text, 8), ended_at = coalesce(p.ended_at, now())
    where p.account_id = any (wanted);
    update account a set name = 'Orang ' || left(a.id::text, 8), email = gen_random_uuid() || '@terhapus.invalid',
        signed_in_at = null, disabled_at = coalesce(a.disabled_at, now())
    where a.id = any (wanted);
    foreach gone in array wanted loop
        perform append_event(area_of(json_build_object('account_id', gone)), 'account', gone::text, 'erase', null, null);
    end loop;
    return cardinality(wanted);
end
$$;
comment on function selaras.erase_accounts is
    'Takes away who somebody is: name, e-mail, password, sessions. What they did stays, under a number that names nobody;
events never held a name, so the chain stays whole.';
