package import Measurement
internal import Planning

/// Makes a survey file of a table of another layout, for whoever sends it on to where only survey files are read.
///
/// ```swift
/// var conversion = SurveyConversion(framework: framework, mapping: mapping)
/// text += conversion.read(chunk)
/// // … after the last chunk:
/// text += try conversion.finish()
/// ```
///
/// The same table and mapping make the same bytes. Of the families only their ids stay in memory: one that the table
/// names twice is found here, where the lines of the table are known.
package struct SurveyConversion: Sendable {
    private var reader: SurveyReader
    private let indicators: [Framework.Indicator]
    /// Where the ids are in the table, for faults.
    private let familyColumns: String
    private var lines: [String: Int] = [:]
    private var repeated: [Fault] = []
    private var hasHeader = false

    package init(framework: Framework, mapping: SurveyMapping) {
        reader = SurveyReader(framework: framework, mapping: mapping)
        indicators = framework.indicators
        let sources = mapping.targets[SurveyColumn.familyID]?.sources.map(\.name) ?? []
        familyColumns = sources.isEmpty ? SurveyColumn.familyID : sources.joined(separator: " + ")
    }

    /// Whether further bytes would not be looked at.
    package var isStopped: Bool { reader.isStopped }

    /// What became of the next bytes of the table.
    package mutating func read(_ chunk: [UInt8]) -> [UInt8] {
        var rows: [SurveyRow] = []
        reader.read(chunk.span) { rows.append($0) }
        return text(of: rows)
    }

    /// What was left.
    ///
    /// - Throws: `RefusedFile` with every fault of the table; what was returned before is then worth nothing.
    package mutating func finish() throws(RefusedFile) -> [UInt8] {
        var rows: [SurveyRow] = []
        reader.finish { rows.append($0) }
        let rest = text(of: rows)
        guard reader.faults.isEmpty, repeated.isEmpty else { throw RefusedFile(reader, and: repeated) }
        return rest
    }

    private mutating func text(of rows: [SurveyRow]) -> [UInt8] {
        var text = ""
        if !hasHeader {
            hasHeader = true
            text += CSVLine.text(
                [SurveyColumn.familyID, SurveyColumn.rt, SurveyColumn.status] + indicators.map(\.code) + [
                    SurveyColumn.enumerator, SurveyColumn.interviewedOn, SurveyColumn.previousFamilyID,
                ])
        }
        for row in rows {
            if let first = lines[row.familyID] {
                repeated.append(
                    Fault(
                        line: row.line, column: familyColumns, text: row.familyID, code: .duplicateFamily,
                        expected: String(first)))
            } else {
                lines[row.familyID] = row.line
            }
            text += CSVLine.text(cells(row))
        }
        return Array(text.utf8)
    }

    private func cells(_ row: SurveyRow) -> [String] {
        let answers = indicators.indices.map { Self.cell(row.answers[$0], indicators[$0]) }
        return [row.familyID, row.rt, String(row.status.rawValue)] + answers + [
            row.enumerator ?? "", row.interviewedOn?.description ?? "",
            row.previousFamilyID ?? "",
        ]
    }

    /// As it would have been written, before the direction was applied.
    private static func cell(_ answer: Answer, _ indicator: Framework.Indicator) -> String {
        switch answer {
        case .missing: return ""
        case .notApplicable: return "tb"
        case .counted(let good, let eligible):
            let holds = indicator.direction == .negative ? eligible - good : good
            if indicator.isScored { return String(holds) }
            if indicator.unit == .person { return "\(holds)/\(eligible)" }
            return holds == 1 ? "ya" : "tidak"
        }
    }
}
