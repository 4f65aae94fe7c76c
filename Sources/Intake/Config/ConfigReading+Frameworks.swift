internal import Measurement
internal import Phrasing

extension ConfigReading {
    /// Every folder in `frameworks/`; one that is not complete is left out, its faults are counted.
    mutating func readFrameworks() -> [Framework] {
        let names = folders(in: "frameworks")
        if names.isEmpty {
            add(
                ConfigFault(
                    "frameworks",
                    Wording(
                        id: "belum ada folder kerangka indikator",
                        en: "there is no folder of an indicator framework yet")))
        }
        var seen: [Framework.ID: String] = [:]
        var frameworks: [Framework] = []
        for name in names {
            guard let framework = readFramework(in: "frameworks/\(name)") else { continue }
            if let other = seen.updateValue(name, forKey: framework.id) {
                add(
                    ConfigFault(
                        "frameworks/\(name)/framework.csv",

                        Wording(
                            id:
                                "kode \(framework.id.code) versi \(framework.id.version) sudah dipakai di frameworks/\(other)",
                            en:
                                "code \(framework.id.code) version \(framework.id.version) is used in frameworks/\(other) already"
                        )))
            }
            frameworks.append(framework)
        }
        // Of a folder that could not be read whole nobody can say what it lacks.
        guard frameworks.count == names.count else { return frameworks }
        for framework in frameworks {
            for fault in framework.equivalenceFaults(among: frameworks) {
                add(ConfigFault("frameworks/\(seen[framework.id] ?? "")/\(fault.fileName)", fault.sentence))
            }
        }
        return frameworks
    }

    private mutating func readFramework(in folder: String) -> Framework? {
        let settings = table("\(folder)/framework.csv", TableReader<FrameworkSetting>())
        let categories = table("\(folder)/categories.csv", TableReader<Framework.Category>())
        let dimensions = table("\(folder)/dimensions.csv", TableReader<Framework.Dimension>())
        let indicators = table("\(folder)/indicators.csv", TableReader<Framework.Indicator>())
        if let indicators, indicators.isComplete {
            self.indicators?.formUnion(indicators.rows.map(\.code))
        } else {
            self.indicators = nil
        }
        guard let settings, let categories, let dimensions, let indicators, let head = head(settings) else {
            return nil
        }
        // Half of a dimension's indicators would make faults that are not there.
        guard categories.isComplete, dimensions.isComplete, indicators.isComplete else { return nil }
        let framework = Framework(
            id: head.id, title: head.title, status: head.status, provenance: head.provenance,
            aggregation: head.aggregation, weakBelow: head.weakBelow, roundingDigits: head.roundingDigits,
            categories: categories.rows, dimensions: dimensions.rows, indicators: indicators.rows)
        for fault in framework.faults() {
            add(ConfigFault("\(folder)/\(fault.fileName)", fault.sentence))
        }
        return framework
    }

    private mutating func head(_ table: ConfigTable<FrameworkSetting>) -> Framework? {
        var values: [FrameworkSetting.Key: FrameworkSetting.Value] = [:]
        for row in table.rows where values.updateValue(row.value, forKey: row.key) != nil {
            add(
                ConfigFault(
                    table.file, line: row.line, column: "key", value: row.key.rawValue,
                    Wording(
                        id: "ditulis dua kali",
                        en: "is written twice")))
        }
        // A row whose value has a fault is not among the rows: it is told once, and not as missing, too.
        for key in FrameworkSetting.Key.allCases where values[key] == nil && table.isComplete {
            add(
                ConfigFault(
                    table.file, column: "key", value: key.rawValue,
                    Wording(
                        id: "wajib ada, tetapi tidak ditemukan",
                        en: "must be there, but was not found")))
        }
        guard case .text(let code) = values[.code], case .number(let version) = values[.version],
            case .text(let title) = values[.title], case .status(let status) = values[.status],
            case .text(let provenance) = values[.provenance],
            case .aggregation(let aggregation) = values[.aggregation],
            case .number(let weakBelow) = values[.weakBelow],
            case .number(let roundingDigits) = values[.roundingDigits]
        else { return nil }
        return Framework(
            id: Framework.ID(code: code, version: version), title: title, status: status, provenance: provenance,
            aggregation: aggregation, weakBelow: weakBelow, roundingDigits: roundingDigits, categories: [],
            dimensions: [], indicators: [])
    }
}
