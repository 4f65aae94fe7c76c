internal import Measurement

/// One line of `framework.csv`.
struct FrameworkSetting {
    enum Key: String, CaseIterable {
        case code, version, title, status, provenance, aggregation
        case weakBelow = "weak_below"
        case roundingDigits = "rounding_digits"
    }

    enum Value {
        case text(String)
        case number(Int)
        case status(Framework.Status)
        case aggregation(Framework.Aggregation)
    }

    let line: Int
    let key: Key
    let value: Value
}

extension TableReader<FrameworkSetting> {
    init() {
        let (keys, code) = (CellFormat<FrameworkSetting.Key>.word, CellFormat.text(most: 40))
        let text = CellFormat.text(most: 2000)
        let (statuses, aggregations) = (
            CellFormat<Framework.Status>.word, CellFormat<Framework.Aggregation>.word
        )
        self.init(columns: ["key", "value"].map(TableColumn.required)) { cells in
            guard let key = cells.required("key", keys) else { return nil }
            let value: FrameworkSetting.Value? =
                switch key {
                case .code: cells.required("value", code).map { .text($0) }
                case .title, .provenance: cells.required("value", text).map { .text($0) }
                case .version: cells.required("value", .integer(in: 1...100_000)).map { .number($0) }
                case .weakBelow: cells.required("value", .integer(in: 0...100)).map { .number($0) }
                case .roundingDigits: cells.required("value", .integer(in: 0...4)).map { .number($0) }
                case .status: cells.required("value", statuses).map { .status($0) }
                case .aggregation: cells.required("value", aggregations).map { .aggregation($0) }
                }
            return value.map { FrameworkSetting(line: cells.line, key: key, value: $0) }
        }
    }
}

extension TableReader<Framework.Category> {
    init() {
        let (code, name) = (CellFormat.text(most: 40), CellFormat.text(most: 200))
        self.init(columns: ["code", "name_id", "from"].map(TableColumn.required)) { cells in
            let code = cells.required("code", code)
            let name = cells.required("name_id", name)
            let from = cells.required("from", .integer(in: 0...100))
            guard let code, let name, let from else { return nil }
            return Framework.Category(code: code, nameID: name, from: from)
        }
    }
}

extension TableReader<Framework.Dimension> {
    init() {
        let (code, name) = (CellFormat.text(most: 40), CellFormat.text(most: 200))
        self.init(columns: ["code", "name_id", "name_en"].map(TableColumn.required)) { cells in
            let code = cells.required("code", code)
            let nameID = cells.required("name_id", name)
            let nameEN = cells.required("name_en", name)
            guard let code, let nameID, let nameEN else { return nil }
            return Framework.Dimension(code: code, nameID: nameID, nameEN: nameEN)
        }
    }
}
