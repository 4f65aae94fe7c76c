internal import Measurement
internal import Phrasing
internal import Planning

/// Reads each file of a folder of configuration, then judges them together.
struct ConfigReading {
    let files: [String: [UInt8]]
    var faults: [ConfigFault] = []
    /// Codes that other files may name; nil once a file that defines some could not be read whole, as then nobody can
    /// say what is missing.
    var indicators: Set<String>? = []
    var agencies: Set<String>? = []

    init(files: [String: [UInt8]]) {
        self.files = files
    }

    /// Nil where a file is missing or unreadable; what it returns counts only where there are no `faults`.
    mutating func read() -> ConfigContent? {
        let permissions = table("permissions.csv", PermissionFile())
        if let permissions { check(permissions) }
        let regions = files["regions.csv"] == nil ? nil : table("regions.csv", RegionFile())
        if let regions { check(regions) }
        let protection = files["protection.csv"] == nil ? nil : table("protection.csv", ProtectionFile())
        protection?.refuseRepeated(column: "rule", &faults, line: \.line, shown: \.rule.rawValue, key: \.rule)
        let retention = files["retention.csv"] == nil ? nil : table("retention.csv", RetentionFile())
        retention?.refuseRepeated(
            column: "rule", &faults, line: \.line, shown: \.retention.rule.rawValue, key: \.retention.rule)
        let frameworks = readFrameworks()
        let kabupaten = readKabupaten()
        let catalogue = table("catalogue.csv", CatalogueFile())
        if let catalogue { check(catalogue) }
        guard let permissions, let catalogue else { return nil }
        return ConfigContent(
            permissions: permissions.rows, frameworks: frameworks, catalogue: catalogue.rows,
            regions: regions?.rows ?? [], protection: protection?.rows ?? [], retention: retention?.rows ?? [],
            kabupaten: kabupaten)
    }

    mutating func table<Row>(_ path: String, _ reader: TableReader<Row>) -> ConfigTable<Row>? {
        guard let bytes = files[path] else {
            faults.append(
                ConfigFault(
                    path,
                    Wording(
                        id: "berkas tidak ditemukan, padahal wajib ada", en: "the file must be there, but was not found"
                    )))
            return nil
        }
        return ConfigTable(path, bytes, reader, &faults)
    }

    mutating func add(_ fault: ConfigFault) {
        faults.append(fault)
    }

    /// The names of the folders in this one, in order.
    func folders(in parent: String) -> [String] {
        Set(
            files.keys.compactMap { path in
                let parts = path.split(separator: "/")
                return parts.count >= 3 && parts[0] == parent ? String(parts[1]) : nil
            }
        ).sorted()
    }

    // MARK: Regions and catalogue

    private mutating func check(_ table: ConfigTable<RegionRow>) {
        table.refuseRepeated(column: "code", &faults, line: \.line, shown: \.code, key: \.code)
        guard table.isComplete else { return }
        let codes = Set(table.rows.map(\.code))
        for row in table.rows {
            guard let parent = row.parentCode, !codes.contains(parent) else { continue }
            add(
                ConfigFault(
                    table.file, line: row.line, column: "parent_code", value: parent,
                    Wording(id: "wilayah induk tidak ada dalam berkas ini", en: "the parent is not in this file")))
        }
    }

    private mutating func check(_ table: ConfigTable<CatalogueRow>) {
        table.refuseRepeated(column: "code", &faults, line: \.line, shown: \.code, key: \.code)
        for row in table.rows {
            refuseUnknown(row.indicators, table.file, row.line)
            guard let agencies else { continue }
            for agency in row.agencies where !agencies.contains(agency) {
                add(
                    ConfigFault(
                        table.file, line: row.line, column: "agencies", value: agency,

                        Wording(
                            id: "tidak ada perangkat daerah dengan kode ini di kabupaten mana pun",
                            en: "no kabupaten has an agency with this code")))
            }
        }
    }

    mutating func refuseUnknown(_ codes: [String], _ file: String, _ line: Int) {
        guard let indicators else { return }
        for code in codes where !indicators.contains(code) {
            add(
                ConfigFault(
                    file, line: line, column: "indicators", value: code,
                    Wording(
                        id: "tidak ada kerangka indikator yang memuat kode ini",
                        en: "no indicator framework contains this code")))
        }
    }
}
