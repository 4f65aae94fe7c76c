-- Rules that ask whether a forbidding row is there, asked as their caller, find none once a statement has become another
-- role in its own middle. They are asked as the owner instead, who sees every row whatever the caller has become.

alter function selaras.results_are_written_by_closing() security definer;

create or replace function selaras.targets_are_declared_before_the_resurvey() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    -- Of the plan itself, or of the plan that the target is of.
    plan uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[0];
begin
    -- A re-survey that is just coming in holds the lokus, and is waited for.
    perform from action_plan p
    join lokus l on l.kabupaten_code = p.kabupaten_code and l.id = p.lokus_id
    where p.kabupaten_code = coalesce(new.kabupaten_code, old.kabupaten_code) and p.id = plan
    for share of l;
    if exists (
        select from action_plan p
        join survey_round r on r.kabupaten_code = p.kabupaten_code and r.lokus_id = p.lokus_id
            and r.purpose = 'resurvey'
        where p.kabupaten_code = coalesce(new.kabupaten_code, old.kabupaten_code) and p.id = plan
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name,
            constraint = 'targets_are_declared_before_the_resurvey', message = 'the lokus was surveyed again';
    end if;
    return coalesce(new, old);
end
$$;

create or replace function selaras.evidence_is_of_closed_rounds() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    rounds uuid[];
begin
    if tg_table_name = 'round_evidence' then
        rounds := array[new.round_id];
    else
        rounds := array[new.before_round_id, new.after_round_id];
    end if;
    if exists (
        select from survey_round r
        where r.kabupaten_code = new.kabupaten_code and r.id = any (rounds) and r.state <> 'closed'
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'evidence_is_of_closed_rounds',
            message = 'the round is open';
    end if;
    -- Whoever is asked for it is a request; what is computed again is written by the owner himself.
    if tg_argv[0] = 'by_closing' and not exists (
        select from survey_round r
        where r.kabupaten_code = new.kabupaten_code and r.id = any (rounds) and r.basis = 'families'
            and r.closed_at = now()
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'evidence_is_written_by_closing',
            message = 'no round is being closed by this transaction';
    end if;
    return new;
end
$$;
comment on function selaras.evidence_is_of_closed_rounds is
    'The families of an open round still change; what is kept of it would not follow. Requests keep it only while they
close a round: made up later, it would change what is said of figures that nobody can change.';
do $$
declare
    relation text;
begin
    foreach relation in array array['round_evidence', 'pair_evidence'] loop
        execute format('drop trigger evidence_is_of_closed_rounds on selaras.%I', relation);
        execute format('create trigger evidence_is_of_closed_rounds before insert on selaras.%I
            for each row when (current_user = ''selaras_owner'' or current_user !~ ''^selaras_'')
            execute function selaras.evidence_is_of_closed_rounds(''anew'')', relation);
        execute format('create trigger evidence_is_written_by_closing before insert on selaras.%I
            for each row when (current_user <> ''selaras_owner'' and current_user ~ ''^selaras_'')
            execute function selaras.evidence_is_of_closed_rounds(''by_closing'')', relation);
    end loop;
end
$$;

-- More families than that are no village, and what is computed of them would not fit.
alter table selaras.survey_round add constraint round_families_in_village_are_at_most_a_million check (
    families_in_village <= 1000000);

-- Whether anybody of one family is eligible, and how many of its indicators have a value, tells of that family.
create or replace view selaras.open_indicator with (security_barrier = true) as
    select o.*, r.purpose, r.surveyed_from, r.surveyed_until,
        (r.closed_at at time zone k.time_zone)::date as closed_on, r.framework_code, r.framework_version,
        p.dimension_code, p.indicator_code, p.indicator_name, p.unit,
        case p.status when 'published' then p.value end as value,
        case p.status when 'published' then p.value < p.weak_below end as is_weak,
        case when r.families_complete + r.families_partial < p.threshold then 'withheld' else p.status end as status
    from selaras.open_place o
    join selaras.survey_round r
        on r.kabupaten_code = o.kabupaten_code and r.lokus_id = o.lokus_id and r.state = 'closed'
    join selaras.kabupaten k on k.code = r.kabupaten_code
    cross join lateral (
        select * from selaras.protected_indicator q
        where q.kabupaten_code = r.kabupaten_code and q.round_id = r.id
        offset 0
    ) p;

create or replace view selaras.open_index with (security_barrier = true) as
    select o.*, r.purpose, r.surveyed_from, r.surveyed_until,
        (r.closed_at at time zone k.time_zone)::date as closed_on, r.framework_code, r.framework_version,
        m.level, m.code, m.name, case when not m.is_exposed then m.value end as value,
        case when not m.is_exposed then m.category end as category,
        case when not m.is_exposed and not m.hides_any then m.weak_count::integer end as weak_count,
        case when m.families_counted >= t.threshold then m.indicators_used::integer end as indicators_used,
        case when m.families_counted >= t.threshold then m.families_counted end as families_counted,
        case when m.families_counted >= t.threshold then m.families_represented end as families_represented,
        case when m.is_exposed or r.families_complete + r.families_partial < t.threshold then 'withheld'
            when m.value is null then 'not_applicable' else 'published' end as status
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
