internal import Measurement

extension TableReader<Framework.Indicator> {
    /// The indicators of one framework, in framework order; `weight_millionths` only where it weighs them.
    init() {
        let names = [
            "code", "dimension", "name_id", "name_en", "direction", "unit", "eligible", "sensitive", "provenance",
        ]
        let options = [
            "weight_millionths", "maximum", "activity_id", "activity_en", "activity_levels", "activity_urusan",
            "equivalent_to",
        ]
        let (code, text) = (CellFormat.text(most: 40), CellFormat.text(most: 300))
        let directions = CellFormat<Framework.Indicator.Direction>.word
        let units = CellFormat<Framework.Indicator.Unit>.word
        let flags = CellFormat<Flag>.word
        let suggestions = SuggestionFormat()
        self.init(columns: names.map(TableColumn.required) + options.map(TableColumn.optional)) { cells in
            let indicatorCode = cells.required("code", code)
            let dimension = cells.required("dimension", code)
            let nameID = cells.required("name_id", text)
            let nameEN = cells.required("name_en", text)
            let direction = cells.required("direction", directions)
            let unit = cells.required("unit", units)
            let eligible = cells.required("eligible", text)
            let sensitive = cells.required("sensitive", flags)
            let provenance = cells.required("provenance", text)
            let weight = cells.optional("weight_millionths", .integer(in: 0...1_000_000))
            let maximum = cells.optional("maximum", .integer(in: 1...PackedAnswers.mostUnits))
            let suggestion = suggestions.read(&cells)
            let equivalent = cells.optional("equivalent_to", .equivalent)
            guard let indicatorCode, let dimension, let nameID, let nameEN, let direction, let unit, let eligible,
                let sensitive, let provenance
            else { return nil }
            return Framework.Indicator(
                code: indicatorCode, dimension: dimension, nameID: nameID, nameEN: nameEN, direction: direction,
                unit: unit, eligible: eligible, sensitive: sensitive == .true, provenance: provenance,
                weightMillionths: weight, maximum: maximum ?? 1, suggestion: suggestion, equivalent: equivalent)
        }
    }
}

/// The columns of one suggestion: who may act says nothing without what to do.
private struct SuggestionFormat: Sendable {
    private let text = CellFormat.text(most: 500)
    private let levels = CellFormat.set(of: CellFormat<Framework.Suggestion.Level>.word)
    private let codes = CellFormat.set(of: CellFormat.text(most: 40))

    func read(_ cells: inout Cells) -> Framework.Suggestion? {
        let isThere = ["activity_id", "activity_en", "activity_levels", "activity_urusan"].contains { column in
            !cells.bytes(of: column).isEmpty
        }
        guard isThere else { return nil }
        let activityID = cells.required("activity_id", text)
        let activityEN = cells.required("activity_en", text)
        let levels = cells.optional("activity_levels", levels) ?? []
        let urusan = cells.optional("activity_urusan", codes) ?? []
        guard let activityID, let activityEN else { return nil }
        return Framework.Suggestion(activityID: activityID, activityEN: activityEN, levels: levels, urusan: urusan)
    }
}

extension CellFormat<Framework.Equivalent> {
    /// `VERSION/CODE`, for example `1/KLS-02`.
    fileprivate static var equivalent: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let parts = cell.split(separator: ASCII.slash, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let version = parts[0].digits, 1...100_000 ~= version, !parts[1].isEmpty else {
                throw CellRefusal(.badEquivalent)
            }
            return Framework.Equivalent(version: version, code: String(decoding: parts[1], as: UTF8.self))
        }
    }
}

enum Flag: String, Sendable, CaseIterable {
    case `true`, `false`
}
