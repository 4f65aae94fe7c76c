internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The chunks of a body as they arrive, never all of them together.
///
/// A connection that breaks in the middle must not pass for the end of a file: Hummingbird ends its sequence both
/// times, so the bytes are counted against `Content-Length`; a chunked body that breaks is an error of the decoder.
struct BodyChunks {
    private var iterator: RequestBody.AsyncIterator
    private let announced: Int?
    private let most: Int
    private var received = 0

    /// Throws 413 at once where the body says that it is larger than `most` bytes.
    init(of request: Request, upTo most: Int = .max) throws {
        if let length = request.headers[.contentLength] {
            guard let announced = Int(length), announced >= 0 else { throw Rejection.invalidHeader }
            guard announced <= most else { throw Rejection.contentTooLarge }
            self.announced = announced
        } else {
            announced = nil
        }
        self.most = most
        iterator = request.body.makeAsyncIterator()
    }

    /// Nil after the last chunk.
    mutating func next() async throws -> ByteBuffer? {
        guard let chunk = try await nextOrBreak() else {
            try Task.checkCancellation()
            guard announced == nil || announced == received else { throw Rejection.incompleteBody }
            return nil
        }
        received += chunk.readableBytes
        guard received <= most else { throw Rejection.contentTooLarge }
        return chunk
    }

    private mutating func nextOrBreak() async throws -> ByteBuffer? {
        do {
            return try await iterator.next()
        } catch let error as CancellationError {
            throw error
        } catch is BodyTimedOut {
            throw Rejection.bodyTooSlow
        } catch {
            throw Rejection.incompleteBody
        }
    }
}
