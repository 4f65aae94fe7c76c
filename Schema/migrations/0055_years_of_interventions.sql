-- What the yearly evaluation of work plans (Formulir E.81 of Permendagri 86/2017) has a row for.

create view selaras.intervention_year with (security_invoker = true) as
    select i.kabupaten_code, i.id as intervention_id, i.plan_id, i.lokus_id, i.agency_code, i.reference, y.budget_year
    from selaras.intervention i
    cross join lateral (
        select generate_series(extract(year from i.starts_on)::integer,
            extract(year from least(i.ends_on, i.ended_on))::integer) as budget_year
        union
        select r.budget_year from selaras.progress_report r
        where r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id
    ) y
    where i.accepted_on is not null and (selaras.is_committed(i.state) or exists (
        select from selaras.progress_report r
        where r.kabupaten_code = i.kabupaten_code and r.intervention_id = i.id and not r.nil));
comment on view selaras.intervention_year is
    'Each accepted intervention once for every budget year that it is carried out in, or that something is reported of;
what was given up before anything was done of it has no row.';
grant select on selaras.intervention_year to selaras_reader;
