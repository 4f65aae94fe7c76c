internal import Measurement

extension ConfigReading {
    /// Every folder in `frameworks/`; one that is not complete is left out, its faults are counted.
    mutating func readFrameworks() -> [Framework] {
        let names = folders(in: "frameworks")
        if names.isEmpty { add(ConfigFault("frameworks", "belum ada folder kerangka indikator")) }
        var seen: [Framework.ID: String] = [:]
        var frameworks: [Framework] = []
        for name in names {
            guard let framework = readFramework(in: "frameworks/\(name)") else { continue }
            if let other = seen.updateValue(name, forKey: framework.id) {
                add(
                    ConfigFault(
                        "frameworks/\(name)/framework.csv",
                        "kode \(framework.id.code) versi \(framework.id.version) sudah dipakai di frameworks/\(other)"))
            }
            frameworks.append(framework)
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
            add(ConfigFault(table.file, line: row.line, column: "key", value: row.key.rawValue, "ditulis dua kali"))
        }
        // A row whose value has a fault is not among the rows: it is told once, and not as missing, too.
        for key in FrameworkSetting.Key.allCases where values[key] == nil && table.isComplete {
            add(ConfigFault(table.file, column: "key", value: key.rawValue, "wajib ada, tetapi tidak ditemukan"))
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

extension FrameworkFault {
    /// The file in which it is to be put right.
    fileprivate var fileName: String {
        switch self {
        case .duplicateDimension, .dimensionWithoutIndicators: "dimensions.csv"
        case .duplicateIndicator, .noIndicators, .tooManyIndicators, .unknownDimension, .weightMissing,
            .weightUnexpected, .weightOutOfRange, .weightsDoNotSumToOne:
            "indicators.csv"
        case .duplicateCategory, .noCategories, .firstCategoryNotFromZero, .categoryNotAscending,
            .categoryOutOfRange:
            "categories.csv"
        case .weakBelowOutOfRange, .roundingDigitsOutOfRange: "framework.csv"
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .duplicateDimension(let code): "dimensi \(code) ditulis lebih dari satu kali"
        case .duplicateIndicator(let code): "indikator \(code) ditulis lebih dari satu kali"
        case .duplicateCategory(let code): "kategori \(code) ditulis lebih dari satu kali"
        case .noIndicators: "belum ada indikator"
        case .tooManyIndicators(let count): "ada \(count) indikator, paling banyak \(Framework.mostIndicators)"
        case .unknownDimension(let code, let indicator): "dimensi \(code) dari indikator \(indicator) tidak dikenal"
        case .dimensionWithoutIndicators(let code): "dimensi \(code) tidak mempunyai indikator"
        case .noCategories: "belum ada kategori"
        case .firstCategoryNotFromZero(let from): "kategori pertama harus mulai dari 0, bukan \(from)"
        case .categoryNotAscending(let code): "kategori \(code) harus mulai lebih tinggi daripada kategori sebelumnya"
        case .categoryOutOfRange(let code): "kategori \(code) harus mulai di antara 0–100"
        case .weightMissing(let indicator): "bobot indikator \(indicator) belum diisi"
        case .weightUnexpected(let indicator): "bobot indikator \(indicator) harus kosong untuk agregasi ini"
        case .weightOutOfRange(let indicator): "bobot indikator \(indicator) harus di antara 0–1000000"
        case .weightsDoNotSumToOne(let millionths): "jumlah bobot harus 1000000, bukan \(millionths)"
        case .weakBelowOutOfRange(let points): "weak_below harus di antara 0–100, bukan \(points)"
        case .roundingDigitsOutOfRange(let digits): "rounding_digits harus di antara 0–4, bukan \(digits)"
        }
    }
}
