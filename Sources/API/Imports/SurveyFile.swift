internal import Crypto
internal import Hummingbird
internal import Intake
internal import Measurement
internal import NIOCore
internal import Planning

/// A survey file: it passes through, hashed, read and handed on, and is never held.
struct SurveyFile {
    enum Source {
        case body(of: Request)
        case spooled(SpooledFile, OperationMeter)
    }

    let source: Source

    /// What is known of a file once all of it was read.
    struct Reading {
        let summary: SurveyFileSummary
        /// Nil where nothing is wrong with it.
        let refusal: RefusedFile?
    }

    /// Hands the families to `sink`.
    func read(by framework: Framework, into sink: any FamilySink) async throws -> Reading {
        var chunks = try Chunks(source)
        var feed = SurveyFeed(framework: framework, sink: sink)
        var hash = SHA256()
        while !feed.isStopped, let chunk = try await chunks.next() {
            Self.take(chunk, &feed, &hash)
            try await feed.flush()
            chunks.tell(rows: feed.rows)
        }
        let rows = try await feed.finish()
        // How far it is once all was read is said before it is merged, which takes as long again.
        if case .spooled(_, let meter) = source {
            meter.set(rows: rows)
            await meter.report()
        }
        let summary = SurveyFileSummary(sha256: Array(hash.finalize()), rowsRead: rows)
        return Reading(summary: summary, refusal: feed.refusal)
    }

    /// Reads to the end without keeping anything.
    func sha256() async throws -> [UInt8] {
        var chunks = try Chunks(source)
        var hash = SHA256()
        while let chunk = try await chunks.next() { chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) } }
        return Array(hash.finalize())
    }

    private static func take(_ chunk: ByteBuffer, _ feed: inout SurveyFeed, _ hash: inout SHA256) {
        chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        feed.read(chunk.readableBytesUInt8Span)
    }
}

/// The file piece by piece, wherever it comes from.
private enum Chunks {
    case body(BodyChunks)
    case spooled(SpooledFile, OperationMeter)

    init(_ source: SurveyFile.Source) throws {
        switch source {
        case .body(let request): self = .body(try BodyChunks(of: request))
        case .spooled(let file, let meter): self = .spooled(file, meter)
        }
    }

    mutating func next() async throws -> ByteBuffer? {
        switch self {
        case .body(var chunks):
            defer { self = .body(chunks) }
            return try await chunks.next()
        case .spooled(let file, let meter):
            try Task.checkCancellation()
            let bytes = try await file.next()
            meter.count(bytes: bytes.count)
            return bytes.isEmpty ? nil : ByteBuffer(bytes: bytes)
        }
    }

    func tell(rows: Int) {
        if case .spooled(_, let meter) = self { meter.set(rows: rows) }
    }
}
