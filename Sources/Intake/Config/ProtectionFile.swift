/// Below which size a group is not shown to the public.
package struct ProtectionRow: Hashable, Sendable {
    package enum Rule: String, Sendable, CaseIterable {
        /// Families on which a figure rests, and families that it leaves out.
        case fewestFamilies = "fewest_families"
    }

    package let line: Int
    package let rule: Rule
    package let threshold: Int
    /// Who asks for it, and where that is written.
    package let source: String
}

package typealias ProtectionFile = TableReader<ProtectionRow>

extension ProtectionFile {
    package init() {
        let (rules, sources) = (CellFormat<ProtectionRow.Rule>.word, CellFormat.text(most: 300))
        let thresholds = CellFormat.integer(in: 3...1000)
        self.init(columns: ["rule", "threshold", "source"].map(TableColumn.required)) { cells in
            let rule = cells.required("rule", rules)
            let threshold = cells.required("threshold", thresholds)
            let source = cells.required("source", sources)
            guard let rule, let threshold, let source else { return nil }
            return ProtectionRow(line: cells.line, rule: rule, threshold: threshold, source: source)
        }
    }
}
