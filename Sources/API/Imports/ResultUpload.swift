internal import Hummingbird
internal import Intake
internal import Measurement
internal import Planning

/// A file of announced results in the body of a request.
struct ResultUpload {
    private let table: UploadedTable<ResultLine>

    /// Throws all that is wrong with the file by itself.
    init(of request: Request, upTo most: Int) async throws {
        table = try await UploadedTable(ResultFile(), of: request, upTo: most)
        try table.check(unique: Figure.init, \.line) { row, first in
            Fault(
                line: row.line, column: ResultColumn.code, text: row.code, code: .duplicateFigure,
                expected: String(first))
        }
    }

    private struct Figure: Hashable {
        let desaCode: String
        let year: Int
        let purpose: SurveyRound.Purpose
        let code: String

        init(_ row: ResultLine) {
            (desaCode, year, purpose, code) = (row.desaCode, row.year, row.purpose, row.code)
        }
    }

    /// Where in the file the lines stand that the database cannot place.
    func refusal(of refused: RefusedResults) -> RefusedFile {
        let faults = refused.lines.map { line in
            let row = table.rows[line.index]
            return switch line.reason {
            case .unknownLokus:
                Fault(
                    line: row.line, column: ResultColumn.desaCode, text: "\(row.desaCode)/\(row.year)",
                    code: .unknownLokus)
            case .unknownCode(let framework):
                Fault(
                    line: row.line, column: ResultColumn.code, text: row.code, code: .unknownCode,
                    expected: "\(framework.code) \(framework.version)")
            case .totalsOfNoIndicator:
                Fault(
                    line: row.line, column: ResultColumn.good, text: row.figure.totals.map { "\($0.good)" } ?? "",
                    code: .totalsOfNoIndicator)
            }
        }
        return RefusedFile(table.reader, and: faults)
    }

    var lines: [ResultLine] { table.rows }
    var sha256: [UInt8] { table.sha256 }
}
