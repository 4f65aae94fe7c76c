internal import Crypto
internal import Hummingbird
internal import Intake
internal import NIOCore

/// A small file in the body of a request: its rows are held until all were read, as they are written together.
struct UploadedTable<Row: Sendable> {
    private(set) var reader: TableReader<Row>
    private(set) var rows: [Row] = []
    let sha256: [UInt8]

    /// - Parameter most: Bytes.
    init(_ reader: TableReader<Row>, of request: Request, upTo most: Int) async throws {
        self.reader = reader
        var (chunks, hash) = (try BodyChunks(of: request, upTo: most), SHA256())
        var held = 0
        defer { BodyBudget.shared.giveBack(held) }
        while !self.reader.isStopped, let chunk = try await chunks.next() {
            guard BodyBudget.shared.take(chunk.readableBytes) else { throw Rejection.overloaded }
            held += chunk.readableBytes
            chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
            Self.read(chunk, &self.reader, &rows)
        }
        Self.finish(&self.reader, &rows)
        sha256 = Array(hash.finalize())
    }

    /// Throws all that is wrong with the file by itself: what its reader found, and rows that say what an earlier one said.
    func check(
        unique key: (Row) -> some Hashable, _ line: (Row) -> Int, fault: (_ row: Row, _ first: Int) -> Fault
    ) throws {
        var first: [AnyHashable: Int] = [:]
        let repetitions = rows.compactMap { row -> Fault? in
            let earlier = first[key(row)]
            if earlier == nil { first[key(row)] = line(row) }
            return earlier.map { fault(row, $0) }
        }
        guard reader.faults.isEmpty && repetitions.isEmpty else { throw RefusedFile(reader, and: repetitions) }
    }

    private static func read(_ chunk: ByteBuffer, _ reader: inout TableReader<Row>, _ rows: inout [Row]) {
        reader.read(chunk.readableBytesUInt8Span) { rows.append($0) }
    }

    private static func finish(_ reader: inout TableReader<Row>, _ rows: inout [Row]) {
        reader.finish { rows.append($0) }
    }
}
