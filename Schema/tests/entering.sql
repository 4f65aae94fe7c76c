-- selaras.enter: a token becomes a caller, for the length of one transaction, or is refused.
begin;
\ir fixture.psql

update token set expires_at = now(), created_at = now() - interval '1 day' where hash = sha256('lead');
update token set revoked_at = now() where hash = sha256('viewer');

do $$
declare
    found record;
    one text := pg_temp.id('one')::text;
begin
    perform pg_temp.login();
    select * into strict found from selaras.enter(sha256('coordinator'), 'lokus', 'create');
    assert (found.name, found.role, found.areas, found.agency, found.lokus)
        = ('coordinator', 'selaras_coordinator', '63.02', '', ''), found::text;
    assert found.principal_id = pg_temp.id('coordinator'), found::text;
    select * into strict found from selaras.enter(sha256('health'), 'progress_report', 'create');
    assert (found.role, found.areas, found.agency, found.lokus) = ('selaras_agency', '63.02', 'DINKES', ''),
        found::text;
    select * into strict found from selaras.enter(sha256('village'), 'lokus', 'read');
    assert (found.role, found.areas, found.agency, found.lokus) = ('selaras_village', '63.02', '', one), found::text;
    select * into strict found from selaras.enter(sha256('province'), 'lokus', 'read');
    assert (found.role, found.areas) = ('selaras_province', '63.02,63.10,63'), found::text;
    select * into strict found from selaras.enter(sha256('other province'), 'lokus', 'read');
    assert found.areas = '64.01,64', found::text;

    select * into strict found from selaras.enter(sha256('health reporter'), 'progress_report', 'create');
    assert (found.role, found.areas, found.agency, found.lokus) = ('selaras_reporter', '63.02', 'DINKES', ''),
        found::text;
    select * into strict found from selaras.enter(sha256('camat'), 'lokus', 'read');
    assert (found.role, found.areas, found.agency) = ('selaras_subdistrict', '63.02', ''), found::text;
    assert (select array_agg(id order by id) from unnest(string_to_array(found.lokus, ',')) id)
        = (select array_agg(id::text order by id::text) from unnest(array[pg_temp.id('one'), pg_temp.id('two')]) id),
        'a camat has the lokus of the kecamatan';
    -- An office of the province acts where the list of agencies names it; where none does, nowhere.
    select * into strict found from selaras.enter(sha256('office of the province'), 'intervention', 'accept');
    assert (found.role, found.areas, found.agency) = ('selaras_provincial_agency', '63.02', 'DPPPA-PROV'), found::text;
    select * into strict found from selaras.enter(sha256('administrator'), 'lokus', 'read');
    assert (found.role, found.areas) = ('selaras_administrator', '63.02,63.10,63'), found::text;
    select * into strict found from selaras.enter(sha256('leadership'), 'event', 'read');
    assert (found.role, found.areas) = ('selaras_leadership', '63.02'), found::text;
    select * into strict found from selaras.enter(sha256('auditor'), 'event', 'read');
    assert (found.role, found.areas) = ('selaras_auditor', '63.02'), found::text;
    select * into strict found from selaras.enter(sha256('auditor of the province'), 'event', 'read');
    assert (found.role, found.areas) = ('selaras_auditor', '63.02,63.10,63'), found::text;
    assert found.scope = '', 'a token without a scope may what its principal may';
    perform pg_temp.refuses($q$select selaras.enter(sha256('leadership'), 'family_answer', 'read')$q$, 'SL403');
    perform pg_temp.refuses($q$select selaras.enter(sha256('health reporter'), 'intervention', 'accept')$q$, 'SL403');

    -- Unknown, expired and revoked are one answer; so is not being permitted, whatever was asked for.
    perform pg_temp.refuses($q$select selaras.enter(sha256('nobody'), 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter(null, 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter('', 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter(sha256('lead'), 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter(sha256('viewer'), 'lokus', 'read')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter(sha256('viewer'), 'lokus', 'create')$q$, 'SL401');
    perform pg_temp.refuses($q$select selaras.enter(sha256('village'), 'lokus', 'create')$q$, 'SL403');
    perform pg_temp.refuses($q$select selaras.enter(sha256('village'), 'token', 'read')$q$, 'SL403');
    perform pg_temp.refuses($q$select selaras.enter(sha256('village'), null, null)$q$, 'SL403');

    perform pg_temp.administer();
    delete from permission where role = 'village';
    update principal set valid_until = now() where name = 'auditor';
    update agency set kind = 'opd' where code = 'DPPPA-PROV';
    perform pg_temp.login();
    perform pg_temp.refuses($q$select selaras.enter(sha256('village'), 'lokus', 'read')$q$, 'SL403');
    -- The letter has run out; the list names the office no longer as one of the province.
    perform pg_temp.refuses($q$select selaras.enter(sha256('auditor'), 'lokus', 'read')$q$, 'SL401');
    assert (select areas from selaras.enter(sha256('office of the province'), 'lokus', 'read')) = '', 'an area remains';
end
$$;

-- Only the server enters: who has become a caller does not become the next one.
do $$
declare
    caller text;
begin
    foreach caller in array array['coordinator', 'health', 'province'] loop
        perform pg_temp.enter(caller);
        perform pg_temp.refuses($q$select selaras.enter(sha256('far'), 'lokus', 'read')$q$, '42501');
        perform pg_temp.refuses($q$select * from token$q$, '42501');
        -- Coordinators look after people; others read what reports show of them.
        if caller <> 'coordinator' then
            perform pg_temp.refuses($q$select created_at from principal$q$, '42501');
            perform pg_temp.refuses($q$select desa_code from principal$q$, '42501');
        end if;
    end loop;
    perform pg_temp.enter('coordinator');
    assert (select array_agg(distinct kabupaten_code) filter (where kabupaten_code is not null) = '{63.02}'
            and array_agg(name) filter (where kabupaten_code is null) = '{office of the province}'
        from (select kabupaten_code, name from principal) p), 'principals of others are seen';
    perform pg_temp.enter('far');
    assert (select array_agg(distinct kabupaten_code) from (select kabupaten_code, name from principal) p) = '{64.01}',
        'principals of another province are seen';
end
$$;

-- The statement of the service, with the mode of a reading request.
do $$
declare
    seen integer;
begin
    perform pg_temp.login();
    perform e.name, e.role, e.areas, e.agency,
        set_config('role', e.role, true), set_config('selaras.areas', e.areas, true),
        set_config('selaras.agency', e.agency, true), set_config('selaras.lokus', e.lokus, true),
        set_config('selaras.principal', e.principal_id::text, true),
        set_config('selaras.request', 'r1', true),
        set_config('transaction_read_only', 'on', true)
    from selaras.enter(sha256('coordinator'), 'lokus', 'read') e;
    assert current_user = 'selaras_coordinator' and session_user = 'selaras_login', current_user;
    select count(*) into seen from lokus;
    assert seen = 2, seen::text;
    perform pg_temp.refuses($q$update lokus set decree_number = '1', decree_on = '2024-01-01'$q$, '25006');
    perform pg_temp.refuses($q$set local transaction_read_only = off$q$, '25001');
end
$$;

rollback;

-- What was set ends with the transaction, however it ends: the next request on the connection starts as nobody.
begin;
select set_config('role', 'selaras_coordinator', true), set_config('selaras.areas', '63.02', true),
    set_config('selaras.agency', 'DINKES', true), set_config('selaras.lokus', 'x', true),
    set_config('selaras.principal', 'x', true), set_config('selaras.account', 'x', true),
    set_config('selaras.request', 'r1', true) \g /dev/null
commit;
do $$
begin
    assert current_user = session_user, current_user;
    assert not exists (
        select from unnest('{areas,agency,lokus,principal,account,request}'::text[]) setting
        where coalesce(current_setting('selaras.' || setting, true), '') <> ''), 'a setting outlived its transaction';
    -- What remains is an empty setting: no area, no lokus, no agency.
    assert string_to_array(current_setting('selaras.areas', true), ',') = '{}', 'an area remains';
    assert string_to_array(current_setting('selaras.lokus', true), ',')::uuid[] = '{}', 'a lokus remains';
end
$$;
