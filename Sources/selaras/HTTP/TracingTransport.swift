/// Tells on stderr what goes to the service and comes back; what opens a door is masked.
struct TracingTransport: Transport {
    enum Level: Sendable { case verbose, debug }

    let inner: any Transport
    let level: Level
    let say: @Sendable (String) -> Void

    /// Bytes of a body that are shown.
    private static let longest = 16_384

    func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse {
        if level == .debug { describe(request) }
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let response = try await inner.exchange(request)
            let milliseconds = start.duration(to: clock.now) / .milliseconds(1)
            say("\(request.method) \(Visible.text(request.url)) → \(response.status) (\(Int(milliseconds)) ms)")
            if level == .debug { describe(response) }
            return response
        } catch {
            say("\(request.method) \(Visible.text(request.url)) → \(error)")
            throw error
        }
    }

    private func describe(_ request: OutgoingRequest) {
        say("> \(request.method) \(Visible.text(request.url))")
        for (name, value) in request.headers { say("> \(name): \(Self.masked(name, value))") }
        switch request.body {
        case .none: break
        case .bytes(let bytes): say(Self.shown(bytes))
        case .upload(let upload): say("> (\(Visible.text(upload.fileName)))")
        }
    }

    private func describe(_ response: IncomingResponse) {
        for (name, value) in response.headers { say("< \(name): \(Visible.text(Self.masked(name, value)))") }
        if !response.body.isEmpty { say(Self.shown(response.body)) }
    }

    private static func masked(_ name: String, _ value: String) -> String {
        ["authorization", "cookie", "set-cookie", "proxy-authorization"].contains(name.lowercased()) ? "***" : value
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes.prefix(longest), as: UTF8.self)
        let rest = bytes.count > longest ? " … (\(bytes.count) B)" : ""
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Visible.text(String($0)) }.joined(separator: "\n") + rest
    }
}
