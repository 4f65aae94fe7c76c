internal import Phrasing
internal import Planning

extension ConfigReading {
    /// Every folder in `kabupaten/`; one with a missing file is left out, its fault is counted.
    mutating func readKabupaten() -> [ConfigContent.Kabupaten] {
        let names = folders(in: "kabupaten")
        if names.isEmpty {
            add(
                ConfigFault(
                    "kabupaten",
                    Wording(
                        id: "belum ada folder kabupaten",
                        en: "there is no folder of a kabupaten yet")))
        }
        return names.compactMap { readKabupaten(named: $0) }
    }

    private mutating func readKabupaten(named name: String) -> ConfigContent.Kabupaten? {
        let folder = "kabupaten/\(name)"
        if RegionCode(name)?.depth != 2 {
            add(
                ConfigFault(
                    folder,
                    Wording(
                        id: "nama folder harus kode kabupaten atau kota, misalnya 63.02",
                        en: "the folder must be named by the code of a kabupaten or city, for example 63.02")))
        }
        let settings = table("\(folder)/kabupaten.csv", KabupatenFile())
        for extra in settings?.rows.dropFirst() ?? [] {
            add(
                ConfigFault(
                    "\(folder)/kabupaten.csv", line: extra.line,
                    Wording(
                        id: "hanya satu baris yang diperlukan",
                        en: "only one row is needed")))
        }
        let agencies = table("\(folder)/agencies.csv", AgencyFile())
        if let agencies, agencies.isComplete {
            self.agencies?.formUnion(agencies.rows.map(\.code))
        } else {
            self.agencies = nil
        }
        if let agencies { check(agencies) }
        let holidays = files["\(folder)/holidays.csv"] == nil ? nil : table("\(folder)/holidays.csv", HolidayFile())
        holidays?.refuseRepeated(column: "day", &faults, line: \.line, shown: \.day.description, key: \.day)
        guard let settings = settings?.rows.first, let agencies else { return nil }
        return ConfigContent.Kabupaten(
            code: name, settings: settings, agencies: agencies.rows, holidays: holidays?.rows ?? [])
    }

    private mutating func check(_ table: ConfigTable<AgencyRow>) {
        table.refuseRepeated(column: "code", &faults, line: \.line, shown: \.code, key: \.code)
        let codes = Set(table.rows.map(\.code))
        for row in table.rows {
            if !Self.isAgencyCode(row.code) {
                add(
                    ConfigFault(
                        table.file, line: row.line, column: "code", value: row.code,

                        Wording(
                            id: "kode hanya boleh memuat huruf besar, angka, dan tanda hubung di antaranya",
                            en: "a code may contain only capital letters, digits, and hyphens between them")))
            }
            if let parent = row.parentCode, table.isComplete, !codes.contains(parent) || parent == row.code {
                add(
                    ConfigFault(
                        table.file, line: row.line, column: "parent", value: parent,

                        Wording(
                            id: "perangkat daerah induk tidak ada dalam berkas ini",
                            en: "the parent agency is not in this file")))
            }
            refuseUnknown(row.indicators, table.file, row.line)
        }
    }

    private static func isAgencyCode(_ code: String) -> Bool {
        code.utf8.split(separator: ASCII.hyphen, omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && part.allSatisfy { ASCII.isDigit($0) || $0 &- 0x41 < 26 }
        }
    }
}
