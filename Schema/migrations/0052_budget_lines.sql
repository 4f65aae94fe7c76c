-- Money comes out of lines of budgets: what an agency may spend on one thing in one year, from one source. A line pays
-- several interventions, each with its share; of the rest of an intervention's money only the source is known.

create table selaras.budget_line (
    kabupaten_code text not null,
    id uuid not null,
    agency_code text not null,
    budget_year integer not null,
    source text not null,
    -- null: none of the nomenclature fits
    code text,
    -- null: nobody wrote one
    written_code text,
    -- null: not said
    nomenclature text,
    title text not null,
    -- each null while there is no such budget
    murni_idr bigint,
    pergeseran_idr bigint,
    perubahan_idr bigint,
    item text not null generated always as (coalesce(code, lower(title))) stored,
    stage text not null generated always as (case when perubahan_idr is not null then 'perubahan'
        when pergeseran_idr is not null then 'pergeseran' else 'murni' end) stored,
    ceiling_idr bigint generated always as (coalesce(perubahan_idr, pergeseran_idr, murni_idr)) stored,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (kabupaten_code, id),
    constraint budget_line_agency_is_of_the_kabupaten
        foreign key (kabupaten_code, agency_code) references selaras.agency on delete restrict,
    constraint budget_line_is_there_once unique (kabupaten_code, agency_code, budget_year, source, item),
    constraint budget_line_has_one_source unique (kabupaten_code, id, source),
    constraint budget_line_year_is_a_budget_year check (budget_year between 2015 and 2100),
    constraint budget_line_source_has_money check (
        source in ('apbd_kabupaten', 'apbd_provinsi', 'apbn', 'apbdes', 'csr', 'baznas', 'swadaya', 'other')),
    constraint budget_line_code_is_in_its_one_spelling check (
        code ~ '^([1-9]\.[0-9]{2}|X\.XX)\.[0-9]{2}\.[12]\.[0-9]{2}\.[0-9]{4}$'),
    constraint budget_line_code_was_written check (code is null or written_code is not null),
    constraint budget_line_written_code_is_not_blank check (written_code ~ '[^[:space:]]'),
    constraint budget_line_nomenclature_is_of_a_code check (
        nomenclature is null or code is not null and nomenclature ~ '[^[:space:]]'),
    constraint budget_line_title_is_not_blank check (title ~ '[^[:space:]]'),
    constraint budget_line_has_a_ceiling check (coalesce(murni_idr, pergeseran_idr, perubahan_idr) is not null),
    constraint budget_line_ceiling_is_not_negative check (least(murni_idr, pergeseran_idr, perubahan_idr) >= 0),
    constraint budget_line_ceiling_is_at_most_a_trillion check (
        greatest(murni_idr, pergeseran_idr, perubahan_idr) <= 1000000000000)
);
comment on table selaras.budget_line is
    'What an agency may spend in a budget year on one sub-activity, or on what has no code, from one source.';
comment on column selaras.budget_line.code is
    'Of the sub-activity, as SIPD spells it since 2023; written_code keeps what somebody typed, a code or not.';
comment on column selaras.budget_line.item is 'What makes it one line: its code, or its title where there is none.';
comment on column selaras.budget_line.ceiling_idr is
    'Of the last stage that there is: a later one takes the place of the earlier, which stays beside it.';

create table selaras.budget_share (
    kabupaten_code text not null,
    intervention_id uuid not null,
    budget_line_id uuid not null,
    source text not null,
    amount_idr bigint not null,
    counts boolean not null default true,
    primary key (kabupaten_code, intervention_id, budget_line_id),
    constraint share_belongs_to_funding_of_its_source foreign key (kabupaten_code, intervention_id, source)
        references selaras.intervention_funding (kabupaten_code, intervention_id, source) on delete restrict,
    constraint share_is_of_a_line_of_its_source foreign key (kabupaten_code, budget_line_id, source)
        references selaras.budget_line (kabupaten_code, id, source) on delete restrict,
    constraint share_is_more_than_nothing check (amount_idr > 0)
);
comment on table selaras.budget_share is
    'How much of an intervention''s money from a source comes out of which budget line. It is part of that funding and
never added to it.';
comment on column selaras.budget_share.counts is
    'Whether its plan counts on the intervention: of what was declined, cancelled or carried over nothing is taken from
the ceiling. Kept here, as who sees a line sees how much of it is left, and not every intervention that has of it.';
create index budget_share_by_line on selaras.budget_share (kabupaten_code, budget_line_id);

-- Shares and ceilings -------------------------------------------------------------------------------------------------

create function selaras.expect_fitting_share(line selaras.budget_line, paid selaras.intervention) returns void
    language plpgsql stable security invoker set search_path = selaras, pg_temp
as $$
begin
    if line.budget_year not between extract(year from paid.starts_on) and extract(year from paid.ends_on) then
        raise exception using errcode = 'SL001', table = 'budget_share',
            constraint = 'share_is_of_a_year_of_the_intervention',
            message = format('%s is paid from the budget of %s', paid.reference, line.budget_year);
    end if;
    -- What the kabupaten budgets for one office, another does not spend; a donor or a village may pay whom they like.
    if line.source = 'apbd_kabupaten' and line.agency_code <> paid.agency_code then
        raise exception using errcode = 'SL001', table = 'budget_share', constraint = 'share_of_apbd_is_of_the_agency',
            message = format('%s is of %s', paid.reference, paid.agency_code);
    end if;
end
$$;
comment on function selaras.expect_fitting_share is
    'Fails where a budget line cannot pay an intervention: another year, or the office budget of somebody else.';

create function selaras.share_fits() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    line budget_line;
    paid intervention;
    funded bigint;
    grows constant boolean := tg_op = 'INSERT'
        or (new.kabupaten_code, new.budget_line_id, new.intervention_id)
            is distinct from (old.kabupaten_code, old.budget_line_id, old.intervention_id)
        or new.amount_idr > old.amount_idr or not old.counts;
begin
    select i.* into paid from intervention i
    where i.kabupaten_code = new.kabupaten_code and i.id = new.intervention_id for share;
    select f.amount_idr into funded from intervention_funding f
    where f.kabupaten_code = new.kabupaten_code and f.intervention_id = new.intervention_id and f.source = new.source
    for share;
    -- Those who share a line, or change it, wait for each other here; what is summed next has them all.
    select l.* into line from budget_line l
    where l.kabupaten_code = new.kabupaten_code and l.id = new.budget_line_id for no key update;
    -- What is not there, a reference will tell.
    new.counts := coalesce(is_committed(paid.state), true);
    if paid.id is null or funded is null or line.id is null then return new; end if;
    perform expect_fitting_share(line, paid);
    if new.amount_idr + (
        select coalesce(sum(s.amount_idr), 0) from budget_share s
        where s.kabupaten_code = new.kabupaten_code and s.intervention_id = new.intervention_id
            and s.source = new.source and s.budget_line_id <> new.budget_line_id
    ) > funded then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'shares_stay_within_their_funding',
            message = format('%s has %s from %s', paid.reference, funded, new.source);
    end if;
    -- The ceiling may lie below what was shared; then shares only shrink.
    if grows and new.counts and new.amount_idr + (
        select coalesce(sum(s.amount_idr), 0) from budget_share s
        where s.kabupaten_code = new.kabupaten_code and s.budget_line_id = new.budget_line_id
            and s.intervention_id <> new.intervention_id and s.counts
    ) > line.ceiling_idr then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'shares_stay_within_the_ceiling',
            message = format('the ceiling is %s', line.ceiling_idr);
    end if;
    return new;
end
$$;
comment on function selaras.share_fits is
    'The shares of a line stay within its ceiling, and those of an intervention within its money from that source.';
create trigger share_fits before insert or update on selaras.budget_share
    for each row execute function selaras.share_fits();
-- Whether it counts is no content: it follows from what became of the intervention.
create trigger plan_content_is_open before insert or update of amount_idr or delete on selaras.budget_share
    for each row execute function selaras.plan_content_is_open('intervention_id');

create function selaras.funding_covers_its_shares() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
begin
    if new.amount_idr < (
        select sum(s.amount_idr) from budget_share s
        where s.kabupaten_code = old.kabupaten_code and s.intervention_id = old.intervention_id and s.source = old.source
    ) then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'shares_stay_within_their_funding',
            message = format('more than %s is shared out of budget lines', new.amount_idr);
    end if;
    return new;
end
$$;
comment on function selaras.funding_covers_its_shares is
    'Money from a source is not less than what budget lines give of it.';
create trigger funding_covers_its_shares before update on selaras.intervention_funding
    for each row when (new.amount_idr < old.amount_idr) execute function selaras.funding_covers_its_shares();

create function selaras.shares_still_fit() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
begin
    perform expect_fitting_share(l, new)
    from budget_share s
    join budget_line l on l.kabupaten_code = s.kabupaten_code and l.id = s.budget_line_id
    where s.kabupaten_code = new.kabupaten_code and s.intervention_id = new.id;
    return new;
end
$$;
comment on function selaras.shares_still_fit is
    'An intervention whose dates or agency change is still one that its budget lines can pay.';
create trigger shares_still_fit before update on selaras.intervention
    for each row when ((new.agency_code, new.starts_on, new.ends_on)
        is distinct from (old.agency_code, old.starts_on, old.ends_on))
    execute function selaras.shares_still_fit();

create function selaras.shares_count_with_their_intervention() returns trigger
    language plpgsql security definer set search_path = selaras, pg_temp
as $$
declare
    line uuid;
begin
    -- In this order, so that of two who change shares of the same lines none waits for the other for ever.
    for line in
        select s.budget_line_id from budget_share s
        where s.kabupaten_code = new.kabupaten_code and s.intervention_id = new.id
        order by s.budget_line_id
    loop
        update budget_share s set counts = is_committed(new.state)
        where s.kabupaten_code = new.kabupaten_code and s.intervention_id = new.id and s.budget_line_id = line;
    end loop;
    return null;
end
$$;
comment on function selaras.shares_count_with_their_intervention is
    'What was declined, cancelled or carried over gives back its shares; what is proposed again needs them anew, and is
refused where they are gone.';
create trigger shares_count_with_their_intervention after update on selaras.intervention
    for each row when (selaras.is_committed(new.state) <> selaras.is_committed(old.state))
    execute function selaras.shares_count_with_their_intervention();

create function selaras.budget_stages_stay() returns trigger
    language plpgsql security invoker set search_path = selaras, pg_temp
as $$
begin
    if new.murni_idr is null and old.murni_idr is not null
        or new.pergeseran_idr is null and old.pergeseran_idr is not null
        or new.perubahan_idr is null and old.perubahan_idr is not null
    then
        raise exception using errcode = 'SL001', table = tg_table_name, constraint = 'budget_stage_is_not_taken_back',
            message = 'an earlier stage stays beside the later one';
    end if;
    return new;
end
$$;
comment on function selaras.budget_stages_stay is
    'A stage has a ceiling for good. It may be set below what is shared: that is a fact, and whom it concerns is told.';
create trigger budget_stages_stay before update on selaras.budget_line
    for each row execute function selaras.budget_stages_stay();

do $$
declare
    fact record;
begin
    for fact in select * from (values ('budget_line', 'id'), ('budget_share', 'intervention_id')) f (relation, subject) loop
        execute format('create constraint trigger record_event after insert or update or delete on selaras.%I
            deferrable initially deferred for each row execute function selaras.record_event(%L)',
            fact.relation, fact.subject);
        execute format('create trigger %1$s_is_not_emptied before truncate on selaras.%1$I
            for each statement execute function selaras.refuse_change()', fact.relation);
        execute format('alter table selaras.%I enable row level security', fact.relation);
        execute format('alter table selaras.%I force row level security', fact.relation);
        execute format('create policy owner_maintains on selaras.%I to selaras_owner using (true) with check (true)',
            fact.relation);
    end loop;
end
$$;
create trigger stamp_change before update on selaras.budget_line
    for each row execute function selaras.stamp_change();
