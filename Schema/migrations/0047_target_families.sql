-- A village, or the lead office, asks which families of its own list lack what an indicator asks for. The list passes by:
-- who asked for what is an event, and which families were asked for is kept nowhere.

create function selaras.target_families(
    wanted_round uuid, wanted_indicator text, families bytea[], with_fingerprint bytea
)
    returns table (number integer, rt text, good bytea, eligible bytea)
    language plpgsql volatile security definer set search_path = selaras, pg_temp
as $$
declare
    subject survey_round;
    indicator framework_indicator;
    lacking integer;
begin
    -- By another key no family would be found, as if none of the list lived there.
    if exists (select from family_key k where k.fingerprint is distinct from with_fingerprint) then
        raise exception using errcode = 'SL001', constraint = 'family_key_is_the_one_in_use',
            message = 'the families were hashed with another key';
    end if;
    -- The answers themselves are not for whoever may ask this, so the matrix is looked up here.
    select r.* into subject
    from survey_round r
    where r.id = wanted_round and r.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and exists (
            select from permission g
            where 'selaras_' || g.role = current_setting('role') and g.resource = 'target_family' and g.action = 'read'
                and ('own_lokus' <> all (g.conditions)
                    or r.lokus_id = any (string_to_array(current_setting('selaras.lokus', true), ',')::uuid[])));
    if not found then
        raise exception using errcode = 'SL404', message = 'no such round in the caller''s areas';
    end if;
    if subject.basis <> 'families' then
        raise exception using errcode = 'SL001', constraint = 'round_is_known_by_results_only',
            message = 'nothing is known of its families';
    end if;
    if subject.state <> 'closed' then
        raise exception using errcode = 'SL001', constraint = 'round_is_not_closed', message = 'answers may change';
    end if;
    select i.* into indicator
    from framework_indicator i
    where (i.framework_code, i.framework_version) = (subject.framework_code, subject.framework_version)
        and i.code = wanted_indicator;
    if not found then
        raise exception using errcode = 'SL001', constraint = 'target_indicator_is_of_the_framework',
            message = 'the round does not ask for it';
    end if;
    if indicator.sensitive then
        raise exception using errcode = 'SL403', constraint = 'target_indicator_is_not_sensitive',
            message = 'told of a whole village only';
    end if;
    return query
        select asked.number::integer, f.rt, substring(f.good from indicator.position + 1 for 1),
            substring(f.eligible from indicator.position + 1 for 1)
        from unnest(families) with ordinality asked (family, number)
        join family_answer f on f.kabupaten_code = subject.kabupaten_code and f.round_id = subject.id
            and f.family = asked.family;
    select count(*) into lacking
    from unnest(families) asked (family)
    join family_answer f on f.kabupaten_code = subject.kabupaten_code and f.round_id = subject.id
        and f.family = asked.family
    where get_byte(f.eligible, indicator.position) <= 253
        and get_byte(f.good, indicator.position) < get_byte(f.eligible, indicator.position);
    perform note_deed('sensitive_read', 'survey_round', subject.id::text, json_build_object(
        'indicator', indicator.code, 'families_asked', cardinality(families), 'families_lacking', lacking));
end
$$;
comment on function selaras.target_families is
    'Of the families whose hashes somebody has, what they answered to one indicator that is not sensitive, each by its place in
the list. It holds the chain of the area, so it is the last statement of a transaction.';

-- Where the matrix was imported already, an upgrade knows the new cells at once.
insert into selaras.permission (role, resource, action, conditions)
select role, 'target_family', 'read', conditions from selaras.permission
where resource = 'survey_round' and action = 'read' and role in ('lead', 'village');
insert into selaras.permission_effect (resource, action, command, target) values
    ('target_family', 'read', 'execute', 'target_families');
select selaras.enforce_permissions();
