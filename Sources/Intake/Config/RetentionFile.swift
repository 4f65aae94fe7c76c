package import Planning

/// For how long what is known of persons is kept.
package struct RetentionRow: Hashable, Sendable {
    package let line: Int
    package let retention: Retention
}

package typealias RetentionFile = TableReader<RetentionRow>

extension RetentionFile {
    package init() {
        let (rules, bases) = (CellFormat<Retention.Rule>.word, CellFormat.text(most: 300))
        let days = CellFormat.integer(in: 1...36_500)
        self.init(columns: ["rule", "keep_days", "basis"].map(TableColumn.required)) { cells in
            let rule = cells.required("rule", rules)
            let keepDays = cells.required("keep_days", days)
            let basis = cells.required("basis", bases)
            guard let rule, let keepDays, let basis else { return nil }
            return RetentionRow(
                line: cells.line, retention: Retention(rule: rule, keepDays: keepDays, basis: basis))
        }
    }
}
