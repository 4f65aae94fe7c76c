internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// What stays the same for as long as the program runs.
struct StaticDocument: Sendable {
    private let bytes: [UInt8]
    private let headers: HTTPFields

    /// - Parameter type: Without a charset: all of them are UTF-8.
    init(_ bytes: [UInt8], type: String, headers: HTTPFields = HTTPFields()) {
        self.bytes = bytes
        var headers = headers
        headers[.contentType] = "\(type); charset=utf-8"
        headers[.eTag] = Representation.entityTag(of: bytes)
        self.headers = headers
    }

    func response(to request: Request) -> Response {
        .tagged(bytes, headers, to: request)
    }
}

/// One that is written when it is first asked for, and not before.
final class LateDocument: Sendable {
    private let written = Mutex<StaticDocument?>(nil)
    private let write: @Sendable () throws -> StaticDocument

    init(_ write: @escaping @Sendable () throws -> StaticDocument) {
        self.write = write
    }

    func response(to request: Request) throws -> Response {
        let document = try written.withLock { written in
            let document = try written ?? write()
            written = document
            return document
        }
        return document.response(to: request)
    }
}

extension HTTPFields {
    /// What a page of ours needs: the style of our own origin, and nothing else.
    static let page: HTTPFields = [
        .contentSecurityPolicy: """
        default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """
    ]
}
