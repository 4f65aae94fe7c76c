internal import Phrasing
internal import Wire

/// The service as commands see it: documents in and out, with login, keys and further attempts seen to.
struct Service: Sendable {
    let base: String
    let token: String?
    /// Which of one's principals acts, where one is named.
    var principal: String?
    /// What helps where the token is refused; nil where there is none.
    var tokenRemedy: Phrase?
    let transport: any Transport
    /// Seconds a request may take.
    let timeout: Int
    /// How often a request is sent again after a hindrance that may pass.
    let retries: Int
    let language: Language
    let newKey: @Sendable () -> String
    let pause: @Sendable (Int) async throws -> Void
    /// Tells the person who waits.
    let willPause: @Sendable (Int) -> Void

    func get(_ address: Address, headers: [(String, String)] = []) async throws -> Resource {
        try await document(.get, address, body: .none, headers: headers)
    }

    /// Sends a document, or nothing. `version` is the ETag of what is being changed.
    func post(_ address: Address, _ document: JSONValue? = nil, version: String? = nil) async throws -> Resource {
        try await write(.post, address, document, version: version)
    }

    func patch(_ address: Address, _ document: JSONValue, version: String?) async throws -> Resource {
        try await write(.patch, address, document, version: version)
    }

    /// Ends what the address names; there is nothing to answer.
    func delete(_ address: Address) async throws {
        _ = try await send(.delete, address.text, body: .none, headers: [("Accept", "application/json")])
    }

    func put(_ address: Address, _ document: JSONValue) async throws -> Resource {
        try await self.document(
            .put, address, body: .bytes(Array(document.written().utf8)),
            headers: [("Content-Type", "application/json")])
    }

    /// Sends a file under a key, so that a second sending of it is known for one.
    func post(
        _ address: Address, file: Upload, key: String, headers: [(String, String)] = []
    ) async throws -> Resource {
        try await document(
            .post, address, body: .upload(file),
            headers: [("Content-Type", "text/csv; charset=utf-8"), ("Idempotency-Key", key)] + headers)
    }

    private func write(
        _ method: OutgoingRequest.Method, _ address: Address, _ document: JSONValue?, version: String?
    ) async throws -> Resource {
        var headers = [("Idempotency-Key", newKey())]
        if let version { headers.append(("If-Match", version)) }
        guard let document else { return try await self.document(method, address, body: .none, headers: headers) }
        headers.append(("Content-Type", "application/json"))
        return try await self.document(method, address, body: .bytes(Array(document.written().utf8)), headers: headers)
    }

    private func document(
        _ method: OutgoingRequest.Method, _ address: Address, body: OutgoingRequest.Body, headers: [(String, String)]
    ) async throws -> Resource {
        let response = try await send(
            method, address.text, body: body, headers: [("Accept", "application/json")] + headers)
        guard let value = try? JSONValue(parsing: response.body) else {
            throw Failure.said(.notOurService(base), .failure)
        }
        return Resource(
            value: value, bytes: response.body, etag: response.header("ETag"),
            isReplay: response.header("Idempotent-Replayed") == "true")
    }

    /// One request to a path of the service, and its answer where that is none of refusal.
    func send(
        _ method: OutgoingRequest.Method, _ path: String, body: OutgoingRequest.Body, headers: [(String, String)],
        sink: (@Sendable ([UInt8]) throws -> Void)? = nil
    ) async throws -> IncomingResponse {
        var all = [("Accept-Language", language.acceptLanguage), ("User-Agent", "selaras/\(Version.current)")]
        if let token { all.append(("Authorization", "Bearer \(token)")) }
        if let principal { all.append(("Selaras-Principal", principal)) }
        let stated = Set(headers.map { $0.0.lowercased() })
        all.removeAll { stated.contains($0.0.lowercased()) }
        let request = OutgoingRequest(
            method: method, url: base + path, headers: (headers + all).map { ($0.0, $0.1) }, body: body,
            timeout: timeout, sink: sink)
        let response = try await answer(to: request)
        guard (200..<300).contains(response.status) else {
            var problem = ServiceProblem(response)
            if response.status == 401, !problem.isAboutSigningIn { problem.remedy = tokenRemedy }
            throw Failure.problem(problem)
        }
        return response
    }

    /// The answer, of a further attempt where one met a passing hindrance. All carry the same key, so the service does
    /// not carry out twice what the first may have done.
    private func answer(to request: OutgoingRequest) async throws -> IncomingResponse {
        var attempt = 0
        while true {
            do {
                let response = try await transport.exchange(request)
                guard attempt < retries, let seconds = Retry.pause(before: request, after: response) else {
                    return response
                }
                willPause(seconds)
                try await pause(seconds)
            } catch let failure as TransportFailure {
                guard attempt < retries, let seconds = Retry.pause(before: request, after: failure, attempt) else {
                    throw Self.words(for: failure, base: base, timeout: timeout)
                }
                try await pause(seconds)
            }
            attempt += 1
        }
    }

    private static func words(for failure: TransportFailure, base: String, timeout: Int) -> Failure {
        switch failure {
        case .unreachable(let obstacle):
            .said(.unreachable(base, obstacle), obstacle.mayPass ? .temporary : .failure)
        case .reset: .said(.connectionBroke(base), .temporary)
        case .timedOut: .said(.timedOut(base, timeout), .temporary)
        case .answerTooLarge: .said(.answerTooLarge, .failure)
        case .unreadableFile(let phrase): .said(phrase, .failure)
        case .brokenOff: .said(.listBrokeOff, .temporary)
        case .unwritable(let failure): failure
        }
    }
}
