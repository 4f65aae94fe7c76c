internal import LibPQ
internal import Planning

/// Brings one kabupaten with its calendar, agencies and their duties to what the configuration says.
struct KabupatenMerge {
    let kabupaten: Configuration.Kabupaten

    private var agenciesOnly: [Agency] { kabupaten.agencies.map(\.agency) }

    var head: Query<MergeCount> {
        let statement: Statement = """
            insert into kabupaten (code, coordinator_office, time_zone, report_due_working_days, publishes_open_data,
                open_data_license)
            values (\(kabupaten.code), \(kabupaten.coordinatorOffice), \(kabupaten.timeZone),
                \(Int16(clamping: kabupaten.reportDueWorkingDays)), \(kabupaten.publishesOpenData),
                \(kabupaten.openDataLicense))
            on conflict (code) do update set coordinator_office = excluded.coordinator_office,
                time_zone = excluded.time_zone, report_due_working_days = excluded.report_due_working_days,
                publishes_open_data = excluded.publishes_open_data, open_data_license = excluded.open_data_license
            where (kabupaten.coordinator_office, kabupaten.time_zone, kabupaten.report_due_working_days,
                    kabupaten.publishes_open_data, kabupaten.open_data_license)
                is distinct from (excluded.coordinator_office, excluded.time_zone, excluded.report_due_working_days,
                    excluded.publishes_open_data, excluded.open_data_license)
            returning xmax = 0
            """
        return statement.merged(of: 1)
    }

    var holidays: Query<MergeCount> {
        let statement: Statement = """
            insert into holiday (kabupaten_code, day, name)
            select \(kabupaten.code), *
            from unnest(\(kabupaten.holidays.map { PostgresDate($0.day) }), \(kabupaten.holidays.map(\.name)))
            on conflict (kabupaten_code, day) do update set name = excluded.name where holiday.name <> excluded.name
            returning xmax = 0
            """
        return statement.merged(of: kabupaten.holidays.count)
    }

    var removeHolidays: Query<Int> {
        let statement: Statement = """
            delete from holiday where kabupaten_code = \(kabupaten.code)
                and day <> all (\(kabupaten.holidays.map { PostgresDate($0.day) }))
            """
        return statement.affected
    }

    /// All in one statement, so that a unit may stand before the agency that it belongs to.
    var agencies: Query<MergeCount> {
        let agencies = agenciesOnly
        let statement: Statement = """
            insert into agency (kabupaten_code, code, short_name, name, kind, parent_code, region_code, urusan, role,
                provenance)
            select \(kabupaten.code), sent.code, sent.short_name, sent.name, sent.kind, sent.parent_code,
                sent.region_code, string_to_array(sent.urusan, ';'), sent.role, sent.provenance
            from unnest(\(agencies.map(\.code)), \(agencies.map(\.shortName)), \(agencies.map(\.name)),
                \(agencies.map(\.kind)), \(agencies.map(\.parentCode)), \(agencies.map(\.regionCode)),
                \(agencies.map { $0.urusan.joined(separator: ";") }), \(agencies.map(\.role)),
                \(kabupaten.agencies.map(\.provenance)))
                sent (code, short_name, name, kind, parent_code, region_code, urusan, role, provenance)
            on conflict (kabupaten_code, code) do update set short_name = excluded.short_name, name = excluded.name,
                kind = excluded.kind, parent_code = excluded.parent_code, region_code = excluded.region_code,
                urusan = excluded.urusan, role = excluded.role, provenance = excluded.provenance
            where (agency.short_name, agency.name, agency.kind, agency.parent_code, agency.region_code,
                    agency.urusan, agency.role, agency.provenance)
                is distinct from (excluded.short_name, excluded.name, excluded.kind, excluded.parent_code,
                    excluded.region_code, excluded.urusan, excluded.role, excluded.provenance)
            returning xmax = 0
            """
        return statement.merged(of: agencies.count)
    }

    /// An indicator is a duty in every framework that has one of this code.
    var duties: Query<MergeCount> {
        let pairs = dutyPairs
        let statement: Statement = """
            with sent as (
                select distinct pair.agency_code, f.framework_code, pair.indicator_code
                from unnest(\(pairs.map(\.agency)), \(pairs.map(\.indicator))) pair (agency_code, indicator_code)
                join framework_indicator f on f.code = pair.indicator_code),
            added as (
                insert into agency_duty (kabupaten_code, agency_code, framework_code, indicator_code)
                select \(kabupaten.code), * from sent on conflict do nothing returning 1)
            select (select count(*) from added), (select count(*) from sent)
            """
        return statement.addedOfSent
    }

    var removeDuties: Query<Int> {
        let pairs = dutyPairs
        let statement: Statement = """
            delete from agency_duty
            where kabupaten_code = \(kabupaten.code) and agency_code = any (\(agenciesOnly.map(\.code)))
                and (agency_code, indicator_code) not in (
                    select * from unnest(\(pairs.map(\.agency)), \(pairs.map(\.indicator))))
            """
        return statement.affected
    }

    private var dutyPairs: [(agency: String, indicator: String)] {
        agenciesOnly.flatMap { agency in agency.indicators.map { (agency.code, $0) } }
    }
}

extension Statement {
    /// Of a row with the number of rows added and the number of rows sent.
    var addedOfSent: Query<MergeCount> {
        one { row in
            let added: Int = try row.next()
            let sent: Int = try row.next()
            return MergeCount(added: added, same: sent - added)
        }
    }
}
