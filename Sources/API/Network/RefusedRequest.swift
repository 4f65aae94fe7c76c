internal import NIOCore
internal import NIOHTTP1
internal import Phrasing
internal import Wire

/// What is known of a request that is refused before routing, and its answer: the same problem as from within.
struct RefusedRequest {
    let fault: NetworkFault
    private var path = "/"
    private var isHead = false
    private var language = Language.preset
    /// Whether the connection goes on after the answer.
    private(set) var stays = false

    /// Without a head, where none could be read.
    init(_ fault: NetworkFault) {
        self.fault = fault
    }

    init(_ fault: NetworkFault, _ head: HTTPRequestHead) {
        self.fault = fault
        let target = head.uri.prefix { $0 != "?" && $0 != "#" }
        path = target.hasPrefix("/") ? String(target.prefix(200)) : "/"
        isHead = head.method == .HEAD
        language = Language(accepting: head.headers.first(name: "Accept-Language"))
        // Another connection would cost more than the refusal.
        stays = fault == .tooManyRequests && head.isKeepAlive && !Self.hasBody(head)
    }

    private static func hasBody(_ head: HTTPRequestHead) -> Bool {
        head.headers.contains(name: "Content-Length") || head.headers.contains(name: "Transfer-Encoding")
    }

    /// No body for a HEAD.
    func answer(requestID: String) -> (head: HTTPResponseHead, body: ByteBuffer?) {
        let problem = Problem(
            status: Int(fault.status.code), text: .of(fault.code), language: language, instance: path,
            requestID: requestID)
        let body = ByteBuffer(bytes: JSONWriter.bytes(of: problem))
        var headers = HTTPHeaders([
            ("Content-Type", "application/problem+json; charset=utf-8"), ("Content-Language", language.rawValue),
            ("Vary", "Accept-Language"), ("Content-Length", String(body.readableBytes)),
            ("Request-Id", requestID), ("Cache-Control", "no-store"),
        ])
        for (name, value) in SecurityHeaders.always { headers.add(name: name, value: value) }
        if !stays { headers.add(name: "Connection", value: "close") }
        if fault.status == .serviceUnavailable { headers.add(name: "Retry-After", value: "1") }
        if fault == .method { headers.add(name: "Allow", value: "GET, HEAD, OPTIONS, PATCH, POST") }
        return (HTTPResponseHead(version: .http1_1, status: fault.status, headers: headers), isHead ? nil : body)
    }
}
