package import Planning

/// What an agency said of one intervention in one period.
package struct ReportRow: Hashable, Sendable {
    package let line: Int
    /// The intervention's reference in its plan.
    package let ref: String
    package let draft: ProgressReportDraft
}

/// Reads a file of progress reports; a row without figures is a nil report.
package typealias ReportFile = TableReader<ReportRow>

extension ReportFile {
    package init() {
        let required = ["ref", "budget_year", "quarter", "physical_percent", "quantity", "spent_idr"]
        let columns = required.map(TableColumn.required) + ["obstacles", "follow_up"].map(TableColumn.optional)
        let (code, words) = (CellFormat.text(most: 40), CellFormat.text(most: 2000, lines: true))
        let (number, money) = (CellFormat.hundredths, CellFormat.rupiah)
        self.init(columns: columns) { cells in
            let ref = cells.required("ref", code)
            let year = cells.required("budget_year", .integer(in: 2015...2100))
            let quarter = cells.required("quarter", .integer(in: 1...4))
            let hasFigures = ["physical_percent", "quantity", "spent_idr"].contains { !cells.isEmpty($0) }
            var figures: ProgressFigures?
            if hasFigures {
                let percent = cells.required("physical_percent", number)
                let quantity = cells.required("quantity", number)
                let spent = cells.required("spent_idr", money)
                if let percent, percent > 100_00 { cells.refuse("physical_percent", .outOfRange, expected: "0–100") }
                guard let percent, let quantity, let spent else { return nil }
                figures = ProgressFigures(
                    physicalPercent: Hundredths(Int64(percent)), quantity: Hundredths(Int64(quantity)),
                    spent: Rupiah(Int64(spent)))
            }
            let obstacles = cells.optional("obstacles", words) ?? ""
            let followUp = cells.optional("follow_up", words) ?? ""
            guard let ref, let year, let quarter, let period = ReportPeriod(budgetYear: year, quarter: quarter) else {
                return nil
            }
            return ReportRow(
                line: cells.line, ref: ref,
                draft: ProgressReportDraft(
                    period: period, figures: figures,
                    words: ProgressReport.Words(obstacles: obstacles, followUp: followUp)))
        }
    }
}

extension Cells {
    fileprivate func isEmpty(_ column: String) -> Bool {
        header.position(of: column).map { bytes(at: $0).isEmpty } ?? true
    }
}
