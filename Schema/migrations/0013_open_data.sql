-- What anybody may read without signing in: values and money of kabupaten that publish, with small groups withheld.

-- The code of Statistics Indonesia beside the one of the Ministry of Home Affairs -----------------------------------

alter table selaras.region
    -- null: not known to the register
    add column bps_code text,
    add constraint region_bps_code_has_the_shape_of_its_level check (
        bps_code ~ case level
            when 'provinsi' then '^[0-9]{2}$'
            when 'kabupaten' then '^[0-9]{4}$'
            when 'kota' then '^[0-9]{4}$'
            when 'kecamatan' then '^[0-9]{7}$'
            else '^[0-9]{10}$'
        end),
    -- asked at the end of a statement, so that two regions can exchange their codes
    add constraint region_bps_code_is_of_one_region unique (bps_code) deferrable initially immediate;
comment on column selaras.region.bps_code is
    'Two, four, seven or ten digits. From the kecamatan down it cannot be told from the Kemendagri code.';

-- Who publishes, and what is too small to be shown ------------------------------------------------------------------

alter table selaras.kabupaten add column publishes_open_data boolean not null default false;
comment on column selaras.kabupaten.publishes_open_data is
    'Publishing is a decision of the kabupaten: nothing of it is open until its configuration says so.';

create table selaras.protection (
    rule text primary key,
    threshold integer not null,
    source text not null,
    constraint protection_rule_is_known check (rule in ('fewest_families')),
    constraint protection_threshold_is_at_least_three check (threshold between 3 and 1000),
    constraint protection_names_its_source check (source ~ '[^[:space:]]')
);
comment on table selaras.protection is
    'Below which size a group is not shown to the public, from Config/protection.csv. Without a row nothing is.';
alter table selaras.protection enable row level security;
alter table selaras.protection force row level security;
create policy owner_maintains on selaras.protection to selaras_owner using (true) with check (true);
create policy everyone_reads on selaras.protection for select to selaras_reader, selaras_public using (true);
grant select on selaras.protection to selaras_reader, selaras_public;

-- Persons are counted in an indicator, families are protected: five children may be of one family.
alter table selaras.indicator_result
    -- null: not counted, so that nobody may take the figure for one of many families
    add column families_good integer,
    -- null: as above
    add column families_not_good integer,
    add constraint result_families_are_no_more_than_units check (
        families_good <= good and families_not_good <= eligible - good),
    add constraint result_families_are_counted_together check ((families_good is null) = (families_not_good is null));
comment on column selaras.indicator_result.families_good is
    'Families with at least one good unit; one with good and other units is also counted in families_not_good.';

-- Rounds that were closed before keep their families, so these can be counted now.
alter table selaras.indicator_result disable trigger indicator_result_is_immutable;
update selaras.indicator_result r
set families_good = c.families_good, families_not_good = c.families_not_good
from (
    select s.kabupaten_code, s.round_id, s.position,
        count(*) filter (where get_byte(f.eligible, s.position) <= 253 and get_byte(f.good, s.position) > 0)
            as families_good,
        count(*) filter (where get_byte(f.eligible, s.position) <= 253
            and get_byte(f.good, s.position) < get_byte(f.eligible, s.position)) as families_not_good
    from selaras.indicator_result s
    join selaras.family_answer f on f.kabupaten_code = s.kabupaten_code and f.round_id = s.round_id
    where f.status in (1, 2) and s.position < octet_length(f.eligible)
    group by s.kabupaten_code, s.round_id, s.position
) c
where r.kabupaten_code = c.kabupaten_code and r.round_id = c.round_id and r.position = c.position;
alter table selaras.indicator_result enable trigger indicator_result_is_immutable;

-- What is open ------------------------------------------------------------------------------------------------------
-- These views read with the rights of their owner, and the public has rights on nothing else: what they leave out
-- cannot be read around them. Each names the areas of the caller and asks whether the kabupaten publishes.

create view selaras.protected_indicator with (security_barrier = true) as
    select judged.*,
        case
            when judged.value is null then 'not_applicable'
            when judged.is_small or (judged.hides_small and judged.partner = 1) then 'withheld'
            else 'published'
        end as status,
        -- Nothing in the dimension hides the small figure: it follows from the dimension's value and the others.
        judged.hides_small and not judged.has_partner as exposes
    from (
        select sized.*,
            bool_or(sized.is_small) over of_dimension as hides_small,
            bool_or(sized.can_hide) over of_dimension as has_partner,
            -- Of those that can hide it, the one that says least but is far from the threshold itself.
            row_number() over (
                partition by sized.kabupaten_code, sized.round_id, sized.dimension_code
                order by sized.can_hide desc, sized.smaller_side >= 2 * sized.threshold desc,
                    case when sized.smaller_side >= 2 * sized.threshold then 1 else -1 end * sized.smaller_side,
                    sized.position) as partner
        from (
            select valued.*, valued.value is not null and valued.smaller_side < valued.threshold as is_small,
                valued.value is not null and valued.smaller_side >= valued.threshold and valued.weight <> 0 as can_hide
            from (
                select r.kabupaten_code, r.id as round_id, r.lokus_id, s.position, i.code as indicator_code,
                    i.name_id as indicator_name, i.dimension_code, i.unit, f.weak_below, p.threshold,
                    coalesce(i.weight_millionths, 1) as weight,
                    case when s.eligible > 0
                        then round(100 * s.good::numeric / s.eligible, f.rounding_digits::integer) end as value,
                    least(coalesce(s.families_good, 0), coalesce(s.families_not_good, 0),
                        r.families_complete + r.families_partial - s.families_missing - s.families_not_applicable)
                        as smaller_side
                from selaras.survey_round r
                join selaras.kabupaten k on k.code = r.kabupaten_code and k.publishes_open_data
                join selaras.protection p on p.rule = 'fewest_families'
                join selaras.framework f on f.code = r.framework_code and f.version = r.framework_version
                join selaras.indicator_result s on s.kabupaten_code = r.kabupaten_code and s.round_id = r.id
                join selaras.framework_indicator i on i.framework_code = r.framework_code
                    and i.framework_version = r.framework_version and i.position = s.position
                where r.state = 'closed'
                    and r.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
            ) valued
        ) sized
        window of_dimension as (partition by sized.kabupaten_code, sized.round_id, sized.dimension_code)
    ) judged;
comment on view selaras.protected_indicator is
    'Every indicator of closed rounds, and whether it may be shown. One that rests on too few families, on either side,
is withheld, and with it a second of its dimension, as the dimension''s value and the others would give it away.';

create view selaras.open_place with (security_barrier = true) as
    select l.kabupaten_code, l.id as lokus_id, l.year, kab.bps_code as kabupaten_bps_code, kab.name as kabupaten_name,
        kec.code as kecamatan_code, kec.bps_code as kecamatan_bps_code, kec.name as kecamatan_name, l.desa_code,
        desa.bps_code as desa_bps_code, desa.name as desa_name
    from selaras.lokus l
    join selaras.kabupaten k on k.code = l.kabupaten_code and k.publishes_open_data
    join selaras.region kab on kab.code = l.kabupaten_code
    join selaras.region desa on desa.code = l.desa_code
    join selaras.region kec on kec.code = desa.parent_code
    where l.kabupaten_code = any (string_to_array(current_setting('selaras.areas', true), ','))
        and exists (
            select from selaras.survey_round r
            where r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id and r.state = 'closed');
comment on view selaras.open_place is
    'Lokus with a closed round, where they lie, in both official codes.';

create view selaras.open_indicator with (security_barrier = true) as
    select o.*, r.purpose, r.surveyed_from, r.surveyed_until,
        (r.closed_at at time zone k.time_zone)::date as closed_on, r.framework_code, r.framework_version,
        p.dimension_code, p.indicator_code, p.indicator_name, p.unit,
        case p.status when 'published' then p.value end as value,
        case p.status when 'published' then p.value < p.weak_below end as is_weak, p.status
    from selaras.protected_indicator p
    join selaras.survey_round r on r.kabupaten_code = p.kabupaten_code and r.id = p.round_id
    join selaras.kabupaten k on k.code = r.kabupaten_code
    join selaras.open_place o on o.kabupaten_code = p.kabupaten_code and o.lokus_id = p.lokus_id;
comment on view selaras.open_indicator is
    'A row an indicator of every closed round: the value and its class, never what it was counted from.';

create view selaras.open_index with (security_barrier = true) as
    with exposed as (
        select p.kabupaten_code, p.round_id, p.dimension_code, bool_or(p.exposes) as is_exposed
        from selaras.protected_indicator p
        group by p.kabupaten_code, p.round_id, p.dimension_code
    ), judged as (
        -- The index and the other dimensions would give a withheld dimension away, so they go together.
        select e.kabupaten_code, e.round_id, bool_or(e.is_exposed) as is_exposed
        from exposed e group by e.kabupaten_code, e.round_id
    ), measure as (
        select r.kabupaten_code, r.id as round_id, 'index' as level, 'IKK' as code,
            'Indeks Kualitas Keluarga' as name, r.ikk as value, j.is_exposed,
            r.category, r.weak_count, r.indicators_used, r.families_complete + r.families_partial as families_counted,
            r.families_represented
        from selaras.survey_round r
        join judged j on j.kabupaten_code = r.kabupaten_code and j.round_id = r.id
        union all
        select r.kabupaten_code, r.id, 'dimension', d.code, d.name_id, s.value, e.is_exposed, null, null, null, null,
            null
        from selaras.survey_round r
        join selaras.dimension_result s on s.kabupaten_code = r.kabupaten_code and s.round_id = r.id
        join selaras.framework_dimension d on d.framework_code = r.framework_code
            and d.framework_version = r.framework_version and d.position = s.position
        join exposed e on e.kabupaten_code = r.kabupaten_code and e.round_id = r.id and e.dimension_code = d.code
    )
    select o.*, r.purpose, r.surveyed_from, r.surveyed_until,
        (r.closed_at at time zone k.time_zone)::date as closed_on, r.framework_code, r.framework_version,
        m.level, m.code, m.name, case when not m.is_exposed then m.value end as value,
        case when not m.is_exposed then m.category end as category,
        case when not m.is_exposed then m.weak_count::integer end as weak_count,
        m.indicators_used::integer as indicators_used,
        case when m.families_counted >= t.threshold then m.families_counted end as families_counted,
        case when m.families_counted >= t.threshold then m.families_represented end as families_represented,
        case when m.is_exposed then 'withheld' when m.value is null then 'not_applicable' else 'published' end
            as status
    from measure m
    join selaras.survey_round r on r.kabupaten_code = m.kabupaten_code and r.id = m.round_id
    join selaras.protection t on t.rule = 'fewest_families'
    join selaras.kabupaten k on k.code = r.kabupaten_code
    join selaras.open_place o on o.kabupaten_code = m.kabupaten_code and o.lokus_id = r.lokus_id;
comment on view selaras.open_index is
    'The index of every closed round and, a row each, its dimensions.';

create view selaras.open_intervention with (security_barrier = true) as
    select o.kabupaten_code, o.lokus_id, o.year, o.kabupaten_bps_code, o.kabupaten_name, o.kecamatan_code,
        o.kecamatan_bps_code, o.kecamatan_name, o.desa_code, o.desa_bps_code, o.desa_name, a.code as agency_code,
        a.name as agency_name, a.kind as agency_kind, count(*)::integer as interventions,
        count(*) filter (where i.state = 'accepted')::integer as accepted,
        count(told.period)::integer as reporting, coalesce(sum(paid.amount_idr), 0)::bigint as budget_idr,
        sum(told.spent_idr)::bigint as spent_idr, max(told.period) as last_period
    from selaras.intervention i
    join selaras.open_place o on o.kabupaten_code = i.kabupaten_code and o.lokus_id = i.lokus_id
    join selaras.agency a on a.kabupaten_code = i.kabupaten_code and a.code = i.agency_code
    left join lateral (
        select sum(f.amount_idr) as amount_idr from selaras.intervention_funding f
        where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id
    ) paid on true
    -- Figures are cumulative, and a nil report repeats those before it: the last figure stands.
    left join lateral (
        select max(p.period) as period,
            coalesce((array_agg(p.spent_idr order by p.period desc) filter (where not p.nil))[1], 0) as spent_idr
        from selaras.progress_report p
        where p.kabupaten_code = i.kabupaten_code and p.intervention_id = i.id
        having count(*) > 0
    ) told on true
    where i.state <> 'proposed'
    group by o.kabupaten_code, o.lokus_id, o.year, o.kabupaten_bps_code, o.kabupaten_name, o.kecamatan_code,
        o.kecamatan_bps_code, o.kecamatan_name, o.desa_code, o.desa_bps_code, o.desa_name, a.code, a.name, a.kind;
comment on view selaras.open_intervention is
    'What the agencies took on in a lokus, in numbers and money, once it was assigned. Titles, notes, quantities and
words of reports are not open: they may name people.';

create view selaras.open_kabupaten with (security_barrier = true) as
    select k.code as kabupaten_code, kab.bps_code, kab.name, count(r.id)::integer as rounds,
        max(r.closed_at) as last_closed_at
    from selaras.kabupaten k
    join selaras.region kab on kab.code = k.code
    left join selaras.survey_round r on r.kabupaten_code = k.code and r.state = 'closed'
    where k.publishes_open_data and k.code = any (string_to_array(current_setting('selaras.areas', true), ','))
    group by k.code, kab.bps_code, kab.name;
comment on view selaras.open_kabupaten is 'The kabupaten that publish, and when their data last grew.';

grant usage on schema selaras to selaras_public;
grant select on selaras.open_indicator, selaras.open_index, selaras.open_intervention, selaras.open_kabupaten
    to selaras_public;

create function selaras.enter_public(wanted_resource text, wanted_action text)
    returns table (principal_id uuid, name text, role text, areas text, agency text, lokus text)
    language plpgsql stable security definer set search_path = selaras, pg_temp
as $$
begin
    if not exists (
        select from permission g
        where g.role = 'public' and g.resource = wanted_resource and g.action = wanted_action
    ) then
        raise exception using errcode = 'SL403',
            message = format('public may not %s %s', wanted_action, wanted_resource);
    end if;
    name := '';
    role := 'selaras_public';
    agency := '';
    lokus := '';
    areas := coalesce((select string_agg(k.code, ',') from kabupaten k where k.publishes_open_data), '');
    return next;
end
$$;
comment on function selaras.enter_public is
    'As enter, for whoever shows no token: the areas are those that publish, and the role reads open data alone.';
grant execute on function selaras.enter_public to selaras_login;
