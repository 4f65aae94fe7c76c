internal import Crypto
internal import Hummingbird
internal import Intake
internal import NIOCore
internal import Planning

/// A file of interventions in the body of a request; a plan has some dozens, so they are held until all were read.
struct InterventionUpload {
    private var reader = InterventionFile()
    private var rows: [InterventionRow] = []
    private var hash = SHA256()

    /// Throws all that is wrong with the file.
    init(of request: Request, upTo most: Int) async throws {
        var chunks = try BodyChunks(of: request, upTo: most)
        var held = 0
        defer { BodyBudget.shared.giveBack(held) }
        while !reader.isStopped, let chunk = try await chunks.next() {
            guard BodyBudget.shared.take(chunk.readableBytes) else { throw Rejection.overloaded }
            held += chunk.readableBytes
            take(chunk)
        }
        finish()
        guard reader.faults.isEmpty && repetitions.isEmpty else { throw RefusedFile(reader, and: repetitions) }
    }

    /// References that stand on two lines.
    private var repetitions: [Fault] {
        var first: [String: Int] = [:]
        return rows.compactMap { row in
            guard let line = first[row.ref] else {
                first[row.ref] = row.line
                return nil
            }
            return Fault(
                line: row.line, column: "ref", text: row.ref, code: .duplicateReference, expected: String(line))
        }
    }

    /// Where in the file the names stand that the plan does not know.
    func refusal(of unknown: UnknownInFile) -> RefusedFile {
        let faults = unknown.names.map { name in
            Fault(
                line: rows[name.index].line, column: name.kind == .agency ? "agency" : "indicators", text: name.code,
                code: name.kind == .agency ? .unknownAgency : .unknownIndicator)
        }
        return RefusedFile(reader, and: faults)
    }

    var drafts: [InterventionDraft] { rows.map(InterventionDraft.init) }
    var rowsRead: Int { reader.rows }
    var sha256: [UInt8] { Array(hash.finalize()) }

    private mutating func take(_ chunk: ByteBuffer) {
        chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        var found: [InterventionRow] = []
        reader.read(chunk.readableBytesUInt8Span) { found.append($0) }
        rows += found
    }

    private mutating func finish() {
        var found: [InterventionRow] = []
        reader.finish { found.append($0) }
        rows += found
    }
}
