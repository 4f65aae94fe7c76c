package import Measurement

/// Reads the rows of a survey file.
package typealias SurveyReader = TableReader<SurveyRow>

extension SurveyReader {
    /// For files that have `family_id`, `rt`, `status` and every indicator of this framework, in any order, and
    /// optionally `enumerator`, `interviewed_on` and `previous_family_id`.
    package init(framework: Framework) {
        let formats = SurveyFormats(codes: framework.indicators.map(\.code))
        let readers = framework.indicators.map(SurveyAnswer.init)
        self.init(columns: formats.columns) { cells in formats.row(&cells, readers) }
    }
}

/// The columns of a survey file and the formats of those that are no indicator's.
private struct SurveyFormats: Sendable {
    let columns: [TableColumn]
    /// Where the first indicator stands in `columns`; the others follow in framework order.
    private let firstIndicator = 3
    private let id = CellFormat.text(most: 64)
    private let name = CellFormat.text(most: 200)
    private let day = CellFormat.isoDay
    private let status = CellFormat<FamilyStatus> { cell throws(CellRefusal) in
        guard cell.count == 1, let number = cell.digits, let status = FamilyStatus(rawValue: number) else {
            throw CellRefusal(.badStatus)
        }
        return status
    }

    init(codes: [String]) {
        columns =
            [.required(SurveyColumn.familyID), .required(SurveyColumn.rt), .required(SurveyColumn.status)]
            + codes.map { .required($0) }
            + [.optional(SurveyColumn.enumerator), .optional(SurveyColumn.interviewedOn)]
            + [.optional(SurveyColumn.previousFamilyID)]
    }

    func row(_ cells: inout Cells, _ readers: [SurveyAnswer]) -> SurveyRow? {
        let afterIndicators = firstIndicator + readers.count
        let familyID = cells.required(at: 0, id)
        let rt = cells.required(at: 1, id)
        let status = cells.required(at: 2, status)
        let answers = answers(&cells, readers, isInterviewed: status?.isCounted ?? true)
        let enumerator = cells.optional(at: afterIndicators, name)
        let interviewedOn = cells.optional(at: afterIndicators + 1, day)
        let previousFamilyID = cells.optional(at: afterIndicators + 2, id)
        guard let familyID, let rt, let status else { return nil }
        return SurveyRow(
            line: cells.line, familyID: familyID, rt: rt, status: status, answers: answers, enumerator: enumerator,
            interviewedOn: interviewedOn, previousFamilyID: previousFamilyID)
    }

    private func answers(_ cells: inout Cells, _ readers: [SurveyAnswer], isInterviewed: Bool) -> PackedAnswers {
        var answers = PackedAnswers(count: readers.count)
        for index in readers.indices {
            let cell = cells.bytes(at: firstIndicator + index)
            guard !cell.isEmpty else { continue }
            guard isInterviewed else {
                cells.refuse(at: firstIndicator + index, .answerWithoutInterview)
                continue
            }
            do throws(CellRefusal) {
                answers[index] = try readers[index].read(cell)
            } catch {
                cells.refuse(at: firstIndicator + index, error.code, expected: error.expected)
            }
        }
        return answers
    }
}
