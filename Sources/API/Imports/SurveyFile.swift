internal import Crypto
internal import Hummingbird
internal import Intake
internal import Measurement
internal import NIOCore
internal import Planning

/// A survey file in the body of a request: it passes through, hashed, read and handed on, and is never held.
struct SurveyFile {
    let request: Request

    /// What is known of a file once all of it was read.
    struct Reading {
        let summary: SurveyFileSummary
        /// Nil where nothing is wrong with it.
        let refusal: RefusedFile?
    }

    /// Hands the families to `sink`.
    func read(by framework: Framework, into sink: any FamilySink) async throws -> Reading {
        var chunks = try BodyChunks(of: request)
        var feed = SurveyFeed(framework: framework, sink: sink)
        var hash = SHA256()
        while !feed.isStopped, let chunk = try await chunks.next() {
            Self.take(chunk, &feed, &hash)
            try await feed.flush()
        }
        let rows = try await feed.finish()
        let summary = SurveyFileSummary(sha256: Array(hash.finalize()), rowsRead: rows)
        return Reading(summary: summary, refusal: feed.refusal)
    }

    /// Reads to the end without keeping anything.
    func sha256() async throws -> [UInt8] {
        var chunks = try BodyChunks(of: request)
        var hash = SHA256()
        while let chunk = try await chunks.next() { chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) } }
        return Array(hash.finalize())
    }

    private static func take(_ chunk: ByteBuffer, _ feed: inout SurveyFeed, _ hash: inout SHA256) {
        chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        feed.read(chunk.readableBytesUInt8Span)
    }
}
