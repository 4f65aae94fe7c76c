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

    fileprivate var sentence: Wording {
        switch self {
        case .duplicateDimension(let code):
            Wording(
                id: "dimensi \(code) ditulis lebih dari satu kali",
                en: "dimension \(code) is written more than once")
        case .duplicateIndicator(let code):
            Wording(
                id: "indikator \(code) ditulis lebih dari satu kali",
                en: "indicator \(code) is written more than once")
        case .duplicateCategory(let code):
            Wording(
                id: "kategori \(code) ditulis lebih dari satu kali",
                en: "category \(code) is written more than once")
        case .noIndicators: Wording(id: "belum ada indikator", en: "there are no indicators yet")
        case .tooManyIndicators(let count):
            Wording(
                id: "ada \(count) indikator, paling banyak \(Framework.mostIndicators)",
                en: "there are \(count) indicators, at most \(Framework.mostIndicators) are possible")
        case .unknownDimension(let code, let indicator):
            Wording(
                id: "dimensi \(code) dari indikator \(indicator) tidak dikenal",
                en: "dimension \(code) of indicator \(indicator) is unknown")
        case .dimensionWithoutIndicators(let code):
            Wording(
                id: "dimensi \(code) tidak mempunyai indikator",
                en: "dimension \(code) has no indicators")
        case .noCategories: Wording(id: "belum ada kategori", en: "there are no categories yet")
        case .firstCategoryNotFromZero(let from):
            Wording(
                id: "kategori pertama harus mulai dari 0, bukan \(from)",
                en: "the first category must begin at 0, not \(from)")
        case .categoryNotAscending(let code):
            Wording(
                id: "kategori \(code) harus mulai lebih tinggi daripada kategori sebelumnya",
                en: "category \(code) must begin above the one before it")
        case .categoryOutOfRange(let code):
            Wording(
                id: "kategori \(code) harus mulai di antara 0–100",
                en: "category \(code) must begin within 0–100")
        case .weightMissing(let indicator):
            Wording(
                id: "bobot indikator \(indicator) belum diisi",
                en: "indicator \(indicator) has no weight yet")
        case .weightUnexpected(let indicator):
            Wording(
                id: "bobot indikator \(indicator) harus kosong untuk agregasi ini",
                en: "the weight of indicator \(indicator) must be empty with this aggregation")
        case .weightOutOfRange(let indicator):
            Wording(
                id: "bobot indikator \(indicator) harus di antara 0–1000000",
                en: "the weight of indicator \(indicator) must be within 0–1000000")
        case .weightsDoNotSumToOne(let millionths):
            Wording(
                id: "jumlah bobot harus 1000000, bukan \(millionths)",
                en: "the weights must add up to 1000000, not \(millionths)")
        case .weakBelowOutOfRange(let points):
            Wording(
                id: "weak_below harus di antara 0–100, bukan \(points)",
                en: "weak_below must be within 0–100, not \(points)")
        case .roundingDigitsOutOfRange(let digits):
            Wording(
                id: "rounding_digits harus di antara 0–4, bukan \(digits)",
                en: "rounding_digits must be within 0–4, not \(digits)")
        }
    }
}
