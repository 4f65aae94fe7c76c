internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Answers `Expect: 100-continue` once a handler wants the body, so that what is refused before is not sent at all.
struct ContinueMiddleware: RouterMiddleware {
    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        guard request.headers[.expect] != nil, let channel = context.channel else {
            return try await next(request, context)
        }
        var request = request
        request.body = RequestBody(asyncSequence: WantedBody(body: request.body, channel: channel))
        return try await next(request, context)
    }
}

/// A body that tells the connection when somebody begins to read it.
private struct WantedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let body: RequestBody
    let channel: any Channel

    struct AsyncIterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        var channel: (any Channel)?

        mutating func next() async throws -> ByteBuffer? {
            if let channel {
                self.channel = nil
                channel.triggerUserOutboundEvent(BodyWanted(), promise: nil)
            }
            return try await body.next()
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body: body.makeAsyncIterator(), channel: channel)
    }
}
