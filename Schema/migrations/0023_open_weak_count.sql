-- How many indicators are weak, less those that are told, is how many of the withheld ones are: it is told where none is.

create or replace view selaras.open_index with (security_barrier = true) as
    select o.*, r.purpose, r.surveyed_from, r.surveyed_until,
        (r.closed_at at time zone k.time_zone)::date as closed_on, r.framework_code, r.framework_version,
        m.level, m.code, m.name, case when not m.is_exposed then m.value end as value,
        case when not m.is_exposed then m.category end as category,
        case when not m.is_exposed and not m.hides_any then m.weak_count::integer end as weak_count,
        m.indicators_used::integer as indicators_used,
        case when m.families_counted >= t.threshold then m.families_counted end as families_counted,
        case when m.families_counted >= t.threshold then m.families_represented end as families_represented,
        case when m.is_exposed then 'withheld' when m.value is null then 'not_applicable' else 'published' end
            as status
    from selaras.open_place o
    join selaras.survey_round r
        on r.kabupaten_code = o.kabupaten_code and r.lokus_id = o.lokus_id and r.state = 'closed'
    join selaras.kabupaten k on k.code = r.kabupaten_code
    join selaras.protection t on t.rule = 'fewest_families'
    cross join lateral (
        -- The index and the other dimensions would give a withheld dimension away, so they go together.
        select 'index' as level, 'IKK' as code, 'Indeks Kualitas Keluarga' as name, r.ikk as value,
            coalesce(e.is_exposed, true) as is_exposed, coalesce(e.hides_any, true) as hides_any, r.category,
            r.weak_count, r.indicators_used,
            r.families_complete + r.families_partial as families_counted, r.families_represented
        from (
            select bool_or(q.exposes) as is_exposed, bool_or(q.status = 'withheld') as hides_any
            from selaras.protected_indicator q
            where q.kabupaten_code = r.kabupaten_code and q.round_id = r.id
        ) e
        union all
        select 'dimension', d.code, d.name_id, s.value, e.is_exposed, true, null, null, null, null, null
        from (
            select q.dimension_code, bool_or(q.exposes) as is_exposed from selaras.protected_indicator q
            where q.kabupaten_code = r.kabupaten_code and q.round_id = r.id
            group by q.dimension_code
        ) e
        join selaras.framework_dimension d on d.framework_code = r.framework_code
            and d.framework_version = r.framework_version and d.code = e.dimension_code
        join selaras.dimension_result s on s.kabupaten_code = r.kabupaten_code and s.round_id = r.id
            and s.position = d.position
        offset 0
    ) m;
