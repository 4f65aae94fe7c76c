internal import Measurement

extension TableReader<Framework.Indicator> {
    /// The indicators of one framework, in framework order; `weight_millionths` only where it weighs them.
    init() {
        let names = [
            "code", "dimension", "name_id", "name_en", "direction", "unit", "eligible", "sensitive", "provenance",
        ]
        let columns = names.map(TableColumn.required) + [.optional("weight_millionths")]
        let (code, text) = (CellFormat.text(most: 40), CellFormat.text(most: 300))
        let directions = CellFormat<Framework.Indicator.Direction>.word
        let units = CellFormat<Framework.Indicator.Unit>.word
        let flags = CellFormat<Flag>.word
        self.init(columns: columns) { cells in
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
            guard let indicatorCode, let dimension, let nameID, let nameEN, let direction, let unit, let eligible,
                let sensitive, let provenance
            else { return nil }
            return Framework.Indicator(
                code: indicatorCode, dimension: dimension, nameID: nameID, nameEN: nameEN, direction: direction,
                unit: unit, eligible: eligible, sensitive: sensitive == .true, provenance: provenance,
                weightMillionths: weight)
        }
    }
}

enum Flag: String, Sendable, CaseIterable {
    case `true`, `false`
}
