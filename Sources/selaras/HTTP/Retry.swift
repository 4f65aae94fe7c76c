/// Which hindrances may pass, and how long to wait for it.
enum Retry {
    /// The longest that a person is kept waiting for one further attempt, in seconds.
    static let longestPause = 30

    /// Where the service says when it can serve again.
    static func pause(before request: OutgoingRequest, after response: IncomingResponse) -> Int? {
        guard [429, 503].contains(response.status), isRepeatable(request.body),
            let seconds = response.header("Retry-After").flatMap({ Int($0) }), (0...longestPause).contains(seconds)
        else { return nil }
        return seconds
    }

    static func pause(before request: OutgoingRequest, after failure: TransportFailure, _ attempt: Int) -> Int? {
        switch failure {
        case .reset where maySendAgainAfterReset(request): 1 << attempt
        // Refused before anything was sent, as while the service restarts; once is enough to tell.
        case .unreachable(.refused) where attempt == 0 && isRepeatable(request.body): 1
        default: nil
        }
    }

    /// A change by PATCH has no key that the service promises to honour: had the first been carried out, the second
    /// would be refused as stale, and the person told of a conflict that is none.
    private static func maySendAgainAfterReset(_ request: OutgoingRequest) -> Bool {
        let hasKey = request.headers.contains { $0.name.lowercased() == "idempotency-key" }
        return (request.method.isReading || (request.method == .post && hasKey)) && isRepeatable(request.body)
    }

    private static func isRepeatable(_ body: OutgoingRequest.Body) -> Bool {
        guard case .upload(let upload) = body else { return true }
        return upload.isRepeatable
    }
}
