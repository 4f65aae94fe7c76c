import Foundation

extension Service {
    /// 360 interventions of every state in six plans of two kabupaten, a third of them with reports, made without the
    /// API's help; always the same.
    func fillInterventions() async throws {
        try await database.execute(
            """
            set session_replication_role = replica;
            create function pg_temp.made(kind text, number bigint) returns uuid language sql immutable as
                $$ select ('00000000-0000-7' || kind || '-8000-' || lpad(number::text, 12, '0'))::uuid $$;
            insert into principal (id, name, role, kabupaten_code)
            values (pg_temp.made('009', 1), 'Pengisi', 'coordinator', '63.02');
            create temporary table village as select * from (values
                (1, '63.02', '63.02.12.2005', 2024), (2, '63.02', '63.02.12.2008', 2024),
                (3, '63.02', '63.02.12.2005', 2025), (4, '63.02', '63.02.14.2008', 2025),
                (5, '63.02', '63.02.09.2007', 2026), (6, '63.10', '63.10.11.2011', 2025)
            ) v (n, kabupaten, desa, year);
            insert into lokus (kabupaten_code, id, desa_code, year)
            select kabupaten, pg_temp.made('000', n), desa, year from village;
            insert into action_plan (kabupaten_code, id, lokus_id, framework_code, framework_version, title, agreed_on,
                state)
            select kabupaten, pg_temp.made('001', n), pg_temp.made('000', n), 'ikk-29', 1, 'Rencana ' || n,
                case when n % 2 = 0 then make_date(year, 2, n) end, case when n % 2 = 0 then 'agreed' else 'draft' end
            from village;
            create temporary table one as
            select v.*, i, (v.n * 60 + i) as number,
                case when v.n = 6 then 'DINKES' else (array['PUPR', 'DINKES', 'DISDUKCAPIL'])[1 + i % 3] end as agency, i % 4 as step
            from village v, generate_series(1, 60) i;
            insert into intervention (kabupaten_code, id, plan_id, lokus_id, reference, agency_code, catalogue_code,
                title, target_quantity, unit, starts_on, ends_on, note, state, assigned_on, accepted_on)
            select kabupaten, pg_temp.made('002', number), pg_temp.made('001', n), pg_temp.made('000', n),
                'R-' || lpad(i::text, 3, '0'), agency, case when i % 5 = 0 then item.code end,
                (array['Jemput bola, akta', '=Bilik "WC"', 'Kelas (ibu)', E'Dua\\nbaris', '50% iuran_warga'])[1 + i % 5],
                (i * 7 % 40) + i % 4 * 0.25, 'unit', make_date(year, 1 + i % 6, 1), make_date(year, 7 + i % 6, 28),
                case when i % 7 = 0 then '''-tanpa' else '' end,
                (array['proposed', 'assigned', 'accepted', 'accepted'])[1 + step],
                case when step > 0 then make_date(year, 1 + i % 3, 3) end,
                case when step > 1 then make_date(year, 4 + i % 3, 3) end
            from one left join lateral (select min(code) as code from catalogue_item) item on true;
            insert into intervention_indicator (kabupaten_code, intervention_id, framework_code, framework_version,
                indicator_code)
            select kabupaten, pg_temp.made('002', number), 'ikk-29', 1, x.code
            from one cross join lateral (values ('KKE-02'), ('KLS-02'), ('KKF-01')) x (code)
            where x.code <> 'KLS-02' or i % 2 = 0;
            insert into intervention_funding (kabupaten_code, intervention_id, source, amount_idr)
            select kabupaten, pg_temp.made('002', number), x.source, x.amount * i
            from one cross join lateral (values ('apbd_kabupaten', 1000000), ('csr', 250000)) x (source, amount)
            where x.source <> 'csr' or i % 3 = 0;
            insert into progress_report (kabupaten_code, id, intervention_id, agency_code, lokus_id, budget_year,
                quarter, nil, physical_percent, quantity, spent_idr, reported_by)
            select kabupaten, pg_temp.made('003', number * 4 + quarter), pg_temp.made('002', number), agency,
                pg_temp.made('000', n), year, quarter, quarter = 2, case when quarter <> 2 then quarter * 20.5 end,
                case when quarter <> 2 then quarter end, case when quarter <> 2 then quarter * 1000 * i end,
                pg_temp.made('009', 1)
            from one, generate_series(1, 3) quarter where step = 2;
            """)
    }
}
