-- A village says of reports of its own whether what they tell of arrived; it changes nothing that counts.
begin;
\ir fixture.psql

set local role selaras_owner;
select remake_past() \g /dev/null
select pg_temp.administer() \g /dev/null

-- Another village of the same kabupaten, and somebody who is more than one.
insert into principal (id, name, role, kabupaten_code, desa_code)
values (pg_temp.id('other village'), 'other village', 'village', '63.02', '63.02.12.2006');
insert into token (hash, id, principal_id, expires_at) values (
    sha256('other village'), pg_temp.id('token of other village'), pg_temp.id('other village'), now() + interval '1 day');
insert into account (id, name, email) values (pg_temp.id('both'), 'Both', 'both@example.org');

create function pg_temp.say(caller text, word text, note text default null, counted numeric default null)
returns text language plpgsql as $$
begin
    perform pg_temp.enter(caller, 'progress_report', 'read');
    return format($q$update progress_report set village_says = %L, village_note = %L, village_counted = %L
        where id = pg_temp.id('report one')$q$, word, note, counted);
end
$$;
create function pg_temp.one() returns progress_report language sql as $$
    select r from progress_report r where r.id = pg_temp.id('report one')
$$;

do $$
declare
    who text;
    was integer := (pg_temp.one()).version;
    counted text;
begin
    select format('%s %s', p.quantity, p.spent_idr) into counted from latest_progress p
    where p.intervention_id = pg_temp.id('accepted one');

    -- Its own village alone. Others touch no row, or not these columns.
    perform pg_temp.does(pg_temp.say('other village', 'confirmed'), 0);
    foreach who in array array['coordinator', 'lead', 'leadership', 'health', 'social', 'health reporter', 'camat',
        'auditor', 'province', 'administrator', 'office of the province', 'viewer'] loop
        perform pg_temp.enter(who, 'lokus', 'read');
        perform pg_temp.refuses(
            $q$update progress_report set village_says = 'confirmed' where id = pg_temp.id('report one')$q$, '42501');
    end loop;
    -- Who says it, when and of what is nobody's to choose; and a village writes nothing else.
    foreach who in array array['village_by', 'village_at', 'village_saw_version', 'village_saw_quantity', 'quantity',
        'state', 'verified_quantity', 'obstacles'] loop
        perform pg_temp.enter('village', 'progress_report', 'confirm');
        perform pg_temp.refuses(format('update progress_report set %I = %1$I', who), '42501');
    end loop;
    assert (pg_temp.one()).version = was, 'untouched';

    perform pg_temp.does(pg_temp.say('village', 'confirmed'));
    assert (select (r.village_says, r.village_by, r.village_saw_version, r.village_saw_quantity, r.village_has_seen,
            r.version, r.state, r.reported_by)
        = ('confirmed', pg_temp.id('village'), was, 4.00, true, was + 1, 'verified', pg_temp.id('health'))
        from pg_temp.one() r), 'what was said, and of what';
    -- A dispute says why, and counts another quantity if it counts at all.
    perform pg_temp.refuses(pg_temp.say('village', 'disputed'), '23514', 'report_dispute_gives_its_note');
    perform pg_temp.refuses(pg_temp.say('village', 'disputed', 'Baru tiga', 4), '23514',
        'report_village_counts_another_quantity');
    perform pg_temp.refuses(pg_temp.say('village', 'confirmed', null, 3), '23514',
        'report_village_counts_what_it_disputes');
    perform pg_temp.refuses(pg_temp.say('village', 'perhaps'), '23514', 'report_village_says_what_is_known');
    perform pg_temp.refuses(pg_temp.say('village', null), 'SL001', 'report_keeps_what_its_village_said');
    perform pg_temp.does(pg_temp.say('village', 'disputed', 'Baru tiga unit yang terpasang', 3));
    perform pg_temp.administer();
    assert (select format('%s %s', p.quantity, p.spent_idr) = counted from latest_progress p
        where p.intervention_id = pg_temp.id('accepted one')), 'it changes nothing that counts';
    -- What it said before is on record.
    assert (select array_agg(e.after ->> 'village_says' order by e.number) from event e
        where e.subject = 'progress_report' and e.subject_id = pg_temp.id('report one')::text
            and e.principal_id = pg_temp.id('village')) = '{confirmed,disputed}', 'events';

    -- Money is not seen in a village; a quantity is, and what was said is then about an earlier one.
    perform pg_temp.enter('health', 'progress_report', 'update');
    perform pg_temp.does($q$update progress_report set spent_idr = 410000 where id = pg_temp.id('report one')$q$);
    assert (pg_temp.one()).village_has_seen, 'the same quantity';
    perform pg_temp.does($q$update progress_report set quantity = 3 where id = pg_temp.id('report one')$q$);
    assert (select (r.village_says, r.village_saw_quantity, r.village_has_seen, r.state)
        = ('disputed', 4.00, false, 'submitted') from pg_temp.one() r), 'about an earlier figure';
    perform pg_temp.does(pg_temp.say('village', 'confirmed', 'Sesuai'));
    assert (select (r.village_note, r.village_counted, r.village_saw_quantity, r.village_has_seen)
        is not distinct from ('Sesuai', null::numeric, 3.00, true) from pg_temp.one() r), 'said again';

    -- Of what is a draft or was sent back there is nothing to say.
    perform pg_temp.enter('lead', 'progress_report', 'return');
    perform pg_temp.does($q$update progress_report set state = 'returned', state_reason = 'x'
        where id = pg_temp.id('report one')$q$);
    perform pg_temp.refuses(pg_temp.say('village', 'confirmed'), 'SL001', 'change_is_permitted_in_this_state');
    perform pg_temp.administer();
    perform pg_temp.refuses($q$update progress_report set village_says = 'confirmed'
        where id = pg_temp.id('report one')$q$, 'SL001', 'report_is_submitted_before_its_village_answers');
    perform pg_temp.enter('health', 'progress_report', 'update');
    perform pg_temp.does($q$update progress_report set nil = true, physical_percent = null, quantity = null,
        spent_idr = null where id = pg_temp.id('report one')$q$);
    -- Of a nil report there is no quantity to differ from.
    perform pg_temp.does(pg_temp.say('village', 'disputed', 'Dua unit sudah tiba', 2));
    assert (select (r.village_saw_nil, r.village_saw_quantity, r.village_has_seen)
        is not distinct from (true, null::numeric, true) from pg_temp.one() r), 'nil';
end
$$;

-- One person is one person: nobody confirms what they wrote or verified, nor verifies what they confirmed.
do $$
declare
    verify constant text := $q$update progress_report set state = 'verified' where id = pg_temp.id('report one')$q$;
begin
    perform pg_temp.administer();
    update principal set account_id = pg_temp.id('both') where id in (pg_temp.id('village'), pg_temp.id('lead'));
    perform pg_temp.enter('lead', 'progress_report', 'verify');
    perform pg_temp.refuses(verify, 'SL403', 'report_is_decided_by_another');
    perform pg_temp.administer();
    update principal set account_id = null where id = pg_temp.id('village');
    perform pg_temp.enter('lead', 'progress_report', 'verify');
    perform pg_temp.does(verify);
    perform pg_temp.administer();
    update principal set account_id = pg_temp.id('both') where id = pg_temp.id('village');
    perform pg_temp.refuses(pg_temp.say('village', 'confirmed'), 'SL403', 'report_is_confirmed_by_another');
    perform pg_temp.administer();
    update principal set account_id = null where id = pg_temp.id('lead');
    perform pg_temp.does(pg_temp.say('village', 'confirmed'));
    perform pg_temp.administer();
    update principal set account_id = pg_temp.id('both') where id = pg_temp.id('health reporter');
    perform pg_temp.enter('health reporter', 'progress_report', 'update');
    perform pg_temp.does($q$update progress_report set follow_up = 'Menyusul' where id = pg_temp.id('report one')$q$);
    perform pg_temp.refuses(pg_temp.say('village', 'confirmed'), 'SL403', 'report_is_confirmed_by_another');
    perform pg_temp.administer();
    assert (data_of_account(pg_temp.id('both')) -> 'confirmations' -> 0 ->> 'says') = 'confirmed', 'shown of oneself';
end
$$;

-- In a closed plan nothing happens any more; and nobody without an identity says anything.
do $$
begin
    perform pg_temp.administer();
    update principal set account_id = null where account_id = pg_temp.id('both');
    alter table action_plan disable trigger plan_follows_its_transitions;
    update action_plan set state = 'closed' where id = pg_temp.id('plan one');
    alter table action_plan enable trigger plan_follows_its_transitions;
    perform pg_temp.refuses(pg_temp.say('village', 'confirmed'), 'SL001', 'plan_is_not_closed');
    perform pg_temp.login();
    perform pg_temp.refuses($q$update selaras.progress_report set village_says = 'confirmed'$q$, '42501');
    perform pg_temp.refuses('select selaras.own_principals()', '42501');
end
$$;

-- What there was before the village spoke is read as it was.
do $$
declare
    before_all timestamptz;
begin
    perform pg_temp.administer();
    before_all := clock_timestamp();
    alter table progress_report disable trigger plan_is_not_closed;
    perform pg_temp.does(pg_temp.say('village', 'disputed', 'Belum tiba'));
    perform pg_temp.enter('coordinator');
    perform set_config('selaras.as_of', before_all::text, true);
    assert (select village_says from selaras_past.progress_report where id = pg_temp.id('report one')) = 'confirmed',
        'then';
    perform set_config('selaras.as_of', clock_timestamp()::text, true);
    assert (select village_says from selaras_past.progress_report where id = pg_temp.id('report one')) = 'disputed',
        'now';
end
$$;

rollback;
