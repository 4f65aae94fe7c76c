internal import Wire

/// The service as commands see it: documents in and out, with login, keys and one second attempt seen to.
struct Service: Sendable {
    let base: String
    let token: String?
    let transport: any Transport
    /// Seconds a request may take.
    let timeout: Int
    let newKey: @Sendable () -> String
    let pause: @Sendable (Int) async throws -> Void

    /// The longest that a person is kept waiting for a second attempt, in seconds.
    private static let longestPause = 5

    func get(_ address: Address) async throws -> Resource {
        try await perform(.get, address, body: .none, headers: [])
    }

    /// Sends a document, or nothing. `version` is the ETag of what is being changed.
    func post(_ address: Address, _ document: JSONValue? = nil, version: String? = nil) async throws -> Resource {
        try await write(.post, address, document, version: version)
    }

    func patch(_ address: Address, _ document: JSONValue, version: String?) async throws -> Resource {
        try await write(.patch, address, document, version: version)
    }

    /// Sends a file.
    func post(_ address: Address, file: Upload) async throws -> Resource {
        try await perform(
            .post, address, body: .upload(file),
            headers: [("Content-Type", "text/csv; charset=utf-8"), ("Idempotency-Key", newKey())])
    }

    private func write(
        _ method: OutgoingRequest.Method, _ address: Address, _ document: JSONValue?, version: String?
    ) async throws -> Resource {
        var headers = [("Idempotency-Key", newKey())]
        if let version { headers.append(("If-Match", version)) }
        guard let document else { return try await perform(method, address, body: .none, headers: headers) }
        headers.append(("Content-Type", "application/json"))
        return try await perform(method, address, body: .bytes(Array(document.written().utf8)), headers: headers)
    }

    private func perform(
        _ method: OutgoingRequest.Method, _ address: Address, body: OutgoingRequest.Body,
        headers: [(String, String)]
    ) async throws -> Resource {
        var all = [
            ("Accept", "application/json"), ("Accept-Language", "id"), ("User-Agent", "selaras/\(Version.current)"),
        ]
        if let token { all.append(("Authorization", "Bearer \(token)")) }
        let request = OutgoingRequest(
            method: method, url: base + address.text, headers: (all + headers).map { ($0.0, $0.1) }, body: body,
            timeout: timeout)
        let response = try await answer(to: request)
        guard (200..<300).contains(response.status) else { throw Failure.problem(ServiceProblem(response)) }
        guard let value = try? JSONValue(parsing: response.body) else {
            throw Failure.said(.notOurService(base), .failure)
        }
        return Resource(value: value, bytes: response.body, etag: response.header("ETag"))
    }

    /// The answer, of a second attempt where the first met a passing hindrance. The second carries the same key, so
    /// the service does not carry out twice what the first may have done.
    private func answer(to request: OutgoingRequest) async throws -> IncomingResponse {
        do {
            let response = try await transport.exchange(request)
            guard let seconds = Self.pause(before: request, after: response) else { return response }
            try await pause(seconds)
        } catch TransportFailure.reset where Self.maySendAgainAfterReset(request) {
            try await pause(1)
        } catch let failure as TransportFailure {
            throw Self.words(for: failure, base: base, timeout: timeout)
        }
        do {
            return try await transport.exchange(request)
        } catch {
            throw Self.words(for: error, base: base, timeout: timeout)
        }
    }

    private static func pause(before request: OutgoingRequest, after response: IncomingResponse) -> Int? {
        guard response.status == 503, isRepeatable(request.body),
            let seconds = response.header("Retry-After").flatMap({ Int($0) }), (0...longestPause).contains(seconds)
        else { return nil }
        return seconds
    }

    /// A change by PATCH has no key that the service promises to honour: had the first been carried out, the second
    /// would be refused as stale, and the person told of a conflict that is none.
    private static func maySendAgainAfterReset(_ request: OutgoingRequest) -> Bool {
        request.method != .patch && isRepeatable(request.body)
    }

    private static func isRepeatable(_ body: OutgoingRequest.Body) -> Bool {
        guard case .upload(let upload) = body else { return true }
        return upload.isRepeatable
    }

    private static func words(for failure: TransportFailure, base: String, timeout: Int) -> Failure {
        switch failure {
        case .unreachable(let obstacle): .said(.unreachable(base, obstacle), .temporary)
        case .reset: .said(.connectionBroke(base), .temporary)
        case .timedOut: .said(.timedOut(base, timeout), .temporary)
        case .answerTooLarge: .said(.answerTooLarge, .failure)
        case .unreadableFile(let phrase): .said(phrase, .failure)
        }
    }
}
