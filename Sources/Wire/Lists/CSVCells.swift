package import Measurement
package import Planning

extension String: CSVCell {
    package func write(to csv: inout CSVWriter) { csv.text(self) }
}

extension Int: CSVCell {
    package func write(to csv: inout CSVWriter) { csv.plain(String(self)) }
}

extension Bool: CSVCell {
    package func write(to csv: inout CSVWriter) { csv.plain(self ? "true" : "false") }
}

/// Absent is an empty cell.
extension Optional: CSVCell where Wrapped: CSVCell {
    package func write(to csv: inout CSVWriter) {
        if let self { self.write(to: &csv) } else { csv.plain("") }
    }
}

/// Several in one cell, as the files that are imported have them.
extension Array: CSVCell where Element == String {
    package func write(to csv: inout CSVWriter) { csv.text(joined(separator: ";")) }
}

extension CSVCell where Self: RawRepresentable<String> {
    package func write(to csv: inout CSVWriter) { csv.plain(rawValue) }
}

extension CSVCell where Self: CustomStringConvertible {
    package func write(to csv: inout CSVWriter) { csv.plain(description) }
}

extension Identifier: CSVCell {}
extension CalendarDay: CSVCell {}
extension Moment: CSVCell {}
extension RegionCode: CSVCell {}
extension Hundredths: CSVCell {}
extension Region.Level: CSVCell {}
extension Caller.Role: CSVCell {}
extension Holding.State: CSVCell {}
extension SurveyRound.Purpose: CSVCell {}
extension SurveyRound.Design: CSVCell {}
extension SurveyRound.Basis: CSVCell {}
extension SurveyRound.State: CSVCell {}
extension ActionPlan.State: CSVCell {}
extension Intervention.State: CSVCell {}
extension ProgressReport.State: CSVCell {}
extension ProgressReport.VillageWord: CSVCell {}
extension Funding.Source: CSVCell {}
extension BudgetLine.Stage: CSVCell {}
extension Operation.Kind: CSVCell {}
extension Operation.State: CSVCell {}
extension ReportObligation.State: CSVCell {}
extension Percent.Grade: CSVCell {}
extension Framework.Status: CSVCell {}
extension Framework.Aggregation: CSVCell {}

extension Rupiah: CSVCell {
    package func write(to csv: inout CSVWriter) { csv.plain(String(amount)) }
}

extension ShownValue: CSVCell {
    package func write(to csv: inout CSVWriter) {
        csv.plain(String(decoding: JSONWriter.bytes(of: self), as: UTF8.self))
    }
}

/// `apbd_kabupaten=405000000;csr=1000`
extension [Funding] {
    var cell: String { map { "\($0.source.rawValue)=\($0.amount.amount)" }.joined(separator: ";") }
}
