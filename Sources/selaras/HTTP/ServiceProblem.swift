internal import Phrasing
internal import Wire

/// A refusal of the service (RFC 9457).
struct ServiceProblem: Equatable, Sendable {
    let status: Int
    let code: String?
    let title: String?
    let detail: String?
    let requestID: String?
    /// The document; null where the answer was none.
    let document: JSONValue
    /// What to do, where this program knows better than the service.
    var remedy: Phrase?

    init(_ response: IncomingResponse) {
        let document = (try? JSONValue(parsing: response.body)) ?? .null
        self.init(document, status: response.status, requestID: response.header("Request-Id"))
    }

    /// One that stands in another document, as in that of an operation, or one that is found here.
    init(_ document: JSONValue, status: Int? = nil, requestID: String? = nil) {
        self.status = status ?? document["status"].integer ?? 500
        code = document["code"].text
        title = document["title"].text
        detail = document["detail"].text
        self.requestID = document["request_id"].text ?? requestID
        self.document = document
    }

    /// The faults of a refused file or body.
    var errors: [JSONValue] { document["errors"].items }

    /// Whether it says nothing of a token, but of what somebody typed to sign in.
    var isAboutSigningIn: Bool {
        ["sign_in_refused", "second_factor_required", "second_factor_refused"].contains(code)
    }

    /// Whether the faults are places in a file.
    var isRefusedFile: Bool { errors.first.map { !$0["line"].isNull } ?? false }
}
