internal import Hummingbird
internal import Intake
internal import Planning

/// A file of interventions in the body of a request; a plan has some dozens.
struct InterventionUpload {
    private let table: UploadedTable<InterventionRow>

    /// Throws all that is wrong with the file.
    init(of request: Request, upTo most: Int) async throws {
        table = try await UploadedTable(InterventionFile(), of: request, upTo: most)
        try table.check(unique: \.ref, \.line) { row, first in
            Fault(line: row.line, column: "ref", text: row.ref, code: .duplicateReference, expected: String(first))
        }
    }

    /// Where in the file the names stand that the plan does not know.
    func refusal(of unknown: UnknownInFile) -> RefusedFile {
        let faults = unknown.names.map { name in
            Fault(
                line: table.rows[name.index].line, column: name.kind.column, text: name.code,
                code: name.kind == .indicator ? .unknownIndicator : .unknownAgency)
        }
        return RefusedFile(table.reader, and: faults)
    }

    var drafts: [InterventionDraft] { table.rows.map(InterventionDraft.init) }
    var rowsRead: Int { table.reader.rows }
    var sha256: [UInt8] { table.sha256 }
}

extension UnknownInFile.Kind {
    fileprivate var column: String {
        switch self {
        case .agency: "agency"
        case .supporter: "supporting_agencies"
        case .indicator: "indicators"
        }
    }
}
