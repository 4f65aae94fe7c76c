internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// Takes the client's `Request-Id`, or makes one, and gives it back, so that both sides can name the request.
struct RequestIDMiddleware: RouterMiddleware {
    private static let longest = 64

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = request.headers[.requestID].flatMap(Self.safe) ?? RequestID().description
        context.logger[metadataKey: "request_id"] = .string(context.requestID)
        var response = try await next(request, context)
        response.headers[.requestID] = context.requestID
        return response
    }

    /// Nil where it could break a log line or a header.
    private static func safe(_ id: String) -> String? {
        let isSafe =
            !id.isEmpty && id.utf8.count <= longest
            && id.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            }
        return isSafe ? id : nil
    }
}
