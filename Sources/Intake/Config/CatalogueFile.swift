/// A kind of intervention.
package struct CatalogueRow: Hashable, Sendable {
    package let line: Int
    package let code: String
    package let title: String
    /// Codes of the agencies that may do it, where a kabupaten has them.
    package let agencies: [String]
    package let indicators: [String]
    package let unit: String
}

package typealias CatalogueFile = TableReader<CatalogueRow>

extension CatalogueFile {
    package init() {
        let (code, title) = (CellFormat.text(most: 40), CellFormat.text(most: 300))
        let codes = CellFormat.set(of: code)
        self.init(columns: ["code", "title_id", "agencies", "indicators", "unit"].map(TableColumn.required)) { cells in
            let itemCode = cells.required("code", code)
            let title = cells.required("title_id", title)
            let agencies = cells.required("agencies", codes)
            let indicators = cells.required("indicators", codes)
            let unit = cells.required("unit", code)
            guard let itemCode, let title, let agencies, let indicators, let unit else { return nil }
            return CatalogueRow(
                line: cells.line, code: itemCode, title: title, agencies: agencies, indicators: indicators, unit: unit)
        }
    }
}
