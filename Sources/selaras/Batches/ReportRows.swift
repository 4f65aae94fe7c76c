internal import Intake
internal import NIOCore
internal import Phrasing
internal import Wire

/// The filled-in rows of a file of progress reports.
struct ReportRows: Sendable {
    let filled: [ReportFormRow]
    let blank: Int

    /// Reads the whole file. One with a fault is refused whole, as the service refuses files.
    init(_ upload: Upload, _ language: Language) async throws {
        var bytes: [UInt8] = []
        do {
            for try await chunk in upload.chunks {
                bytes += chunk.readableBytesView
                guard bytes.count <= Self.largest else { throw Failure.said(.tooManyRows(BatchOptions.most), .invalid) }
            }
        } catch TransportFailure.unreadableFile(let phrase) {
            throw Failure.said(phrase, .failure)
        }
        let rows = try Self.rows(of: bytes, language)
        filled = rows.filter { $0.content != .blank }
        blank = rows.count - filled.count
        guard !filled.isEmpty else { throw Failure.said(.noRowFilled, .invalid) }
        guard filled.count <= BatchOptions.most else { throw Failure.said(.tooManyRows(BatchOptions.most), .invalid) }
    }

    /// Far more than a thousand rows have.
    private static let largest = 32 << 20

    private static func rows(of bytes: [UInt8], _ language: Language) throws(Failure) -> [ReportFormRow] {
        var (reader, rows) = (ReportForm(), [ReportFormRow]())
        reader.read(bytes.span) { rows.append($0) }
        reader.finish { rows.append($0) }
        guard reader.faults.isEmpty else {
            let faults = reader.faults.kept.map { fault in
                RefusedRows.Fault(
                    line: fault.line, column: fault.column, value: fault.value, code: fault.code.rawValue,
                    message: fault.message)
            }
            throw RefusedRows(faults, total: reader.faults.count).failure(language)
        }
        return rows
    }
}

extension ReportFormRow {
    /// As the service takes one of a batch.
    func body(of intervention: String) -> JSONValue {
        var body = JSONObject([
            ("intervention_id", .string(intervention)), ("budget_year", .integer(budgetYear)),
            ("quarter", .integer(quarter)),
        ])
        if case .figures(let figures) = content {
            body["physical_percent"] = Self.decimal(figures.physicalHundredths)
            body["quantity"] = Self.decimal(figures.quantityHundredths)
            body["spent_idr"] = .integer(figures.spentIDR)
        } else {
            body["nil"] = true
        }
        body["obstacles"] = obstacles.map { .string($0) }
        body["follow_up"] = followUp.map { .string($0) }
        body["basis"] = basis.map { .string($0) }
        return .object(body)
    }

    private static func decimal(_ hundredths: Int) -> JSONValue? {
        JSONNumber("\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)").map { .number($0) }
    }
}
