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

    init(_ response: IncomingResponse) {
        let document = (try? JSONValue(parsing: response.body)) ?? .null
        status = response.status
        code = document["code"].text
        title = document["title"].text
        detail = document["detail"].text
        requestID = document["request_id"].text ?? response.header("Request-Id")
        self.document = document
    }

    /// The faults of a refused file or body.
    var errors: [JSONValue] { document["errors"].items }

    /// Whether the faults are places in a file.
    var isRefusedFile: Bool { code == "file_refused" }
}
