import Intake
import Planning
import Store

extension Configuration {
    /// What was read, in the words of the store.
    init(_ content: ConfigContent) {
        self.init(
            regions: content.regions.compactMap(RegionEntry.init), frameworks: content.frameworks,
            kabupaten: content.kabupaten.map(Kabupaten.init),
            catalogue: content.catalogue.map {
                CatalogueItem(
                    code: $0.code, title: $0.title, unit: $0.unit, indicators: $0.indicators, agencies: $0.agencies)
            },
            grants: content.permissions.flatMap { row in
                row.roles.map { Grant(role: $0, cell: row.cell) }
            },
            protection: content.protection.map {
                Protection(rule: $0.rule.rawValue, threshold: $0.threshold, source: $0.source)
            }, retention: content.retention.map(\.retention))
    }
}

extension Configuration.Kabupaten {
    fileprivate init(_ content: ConfigContent.Kabupaten) {
        self.init(
            code: content.code, coordinatorOffice: content.settings.coordinatorOffice,
            timeZone: content.settings.zone.rawValue, reportDueWorkingDays: content.settings.reportDueWorkingDays,
            publishesOpenData: content.settings.publishesOpenData,
            openDataLicense: content.settings.openDataLicense,
            holidays: content.holidays.map { Configuration.Holiday(day: $0.day, name: $0.name) },
            agencies: content.agencies.map { row in
                Configuration.ConfiguredAgency(
                    agency: Agency(
                        kabupatenCode: content.code, code: row.code, shortName: row.shortName, name: row.name,
                        kind: row.kind.rawValue, parentCode: row.parentCode,
                        regionCode: row.regionCode, role: row.role.rawValue,
                        urusan: row.urusan, indicators: row.indicators),
                    provenance: row.provenance)
            })
    }
}

extension RegionEntry {
    /// Nil for no row that the reader lets through: both know the same levels.
    init?(_ row: RegionRow) {
        guard let level = Region.Level(rawValue: row.level.rawValue) else { return nil }
        self.init(
            line: row.line, code: row.code, name: row.name, level: level, parentCode: row.parentCode,
            bpsCode: row.bpsCode)
    }
}
