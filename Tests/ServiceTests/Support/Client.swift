import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Support
import Testing
import Wire

/// Calls the API in somebody's name.
struct Client: Sendable {
    enum Body: Sendable {
        case none
        case json(JSONValue)
        case csv([UInt8])
        case bytes([UInt8], type: String?)
        /// Announces `length` bytes, sends fewer, and breaks the connection.
        case broken([UInt8], length: Int)
        /// Sends these bytes and then nothing more, until the task is cancelled.
        case stalled([UInt8])
        /// Sends these, chunked, for as long as the service takes them.
        case endless(AsyncStream<[UInt8]>, type: String)
    }

    let url: String
    var token: String?

    /// What it is to say in each request beside its token.
    typealias Headers = [String: String]

    func get(_ path: String, _ headers: Headers = [:]) async throws -> Answer {
        try await send("GET", path, .none, headers)
    }

    func post(_ path: String, _ body: JSONValue? = nil, _ headers: Headers = [:]) async throws -> Answer {
        try await send("POST", path, body.map { .json($0) } ?? .none, headers)
    }

    func patch(_ path: String, _ body: JSONValue, _ headers: Headers) async throws -> Answer {
        try await send("PATCH", path, .json(body), headers)
    }

    /// A path without a leading slash is one of `/api/v1`.
    func send(_ method: String, _ path: String, _ body: Body = .none, _ headers: Headers = [:]) async throws -> Answer {
        var request = HTTPClientRequest(url: url + (path.hasPrefix("/") ? path : "/api/v1/\(path)"))
        request.method = HTTPMethod(rawValue: method)
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        var kind: String?
        switch body {
        case .none: break
        case .json(let document):
            kind = "application/json"
            request.body = .bytes(Array(document.written().utf8))
        case .csv(let bytes):
            kind = "text/csv; charset=utf-8"
            request.body = .bytes(bytes)
        case .bytes(let bytes, let type):
            kind = type
            request.body = .bytes(bytes)
        case .broken(let bytes, let length):
            kind = "text/csv"
            request.body = .stream(BreakingBody(bytes: bytes), length: .known(Int64(length)))
        case .stalled(let bytes):
            kind = "text/csv"
            request.body = .stream(StallingBody(bytes: bytes), length: .unknown)
        case .endless(let chunks, let type):
            kind = type
            request.body = .stream(chunks.map { ByteBuffer(bytes: $0) }, length: .unknown)
        }
        if let kind, headers["Content-Type"] == nil { request.headers.add(name: "Content-Type", value: kind) }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        let response = try await Self.http.execute(request, timeout: .seconds(90))
        let bytes = try await response.body.collect(upTo: 64 << 20)
        let answer = Answer(
            status: Int(response.status.code),
            headers: Dictionary(response.headers.map { ($0.name.lowercased(), $0.value) }) { "\($0), \($1)" },
            bytes: Array(bytes.readableBytesView), path: path)
        let target = path.hasPrefix("/") ? path : "/api/v1/\(path)"
        await answer.holdAgainstContract(method, target, type: headers["Content-Type"] ?? kind, body)
        return answer
    }

    /// One for all tests; the pool must not queue what a test wants to happen at the same time.
    private static let http: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 128
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(configuration: configuration)
    }()
}

extension Answer {
    /// Every answer that a test gets has to be one that the contract promises; each difference is an issue.
    fileprivate func holdAgainstContract(_ method: String, _ target: String, type: String?, _ body: Client.Body) async {
        // The port for operators is none of the API, whose own port knows none of these.
        guard status == 404 || !["/livez", "/readyz", "/metrics"].contains(target) else { return }
        let sent: [UInt8] =
            switch body {
            case .none, .endless: []
            case .json(let document): Array(document.written().utf8)
            case .csv(let bytes), .bytes(let bytes, _), .broken(let bytes, _), .stalled(let bytes): bytes
            }
        let exchange = ContractCheck.Exchange(
            method: method, target: target, requestType: type, requestBody: sent, status: status, headers: headers,
            body: bytes)
        for fault in await ContractCheck.ours.faults(of: exchange) { Issue.record("contract: \(fault)") }
    }
}

extension Client.Body {
    static func csv(_ text: String) -> Client.Body { .csv(Array(text.utf8)) }
}

/// The beginning of a body, and then an end that was not announced.
private struct BreakingBody: AsyncSequence, Sendable {
    struct Broken: Error {}

    let bytes: [UInt8]

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: [UInt8]?

        mutating func next() async throws -> ByteBuffer? {
            guard let bytes = rest else {
                // Time for the server to have begun with what it got; nothing depends on how much.
                try await Task.sleep(for: .milliseconds(50))
                throw Broken()
            }
            rest = nil
            return ByteBuffer(bytes: bytes)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes) }
}

/// The beginning of a body, and then nothing for as long as anybody waits.
private struct StallingBody: AsyncSequence, Sendable {
    let bytes: [UInt8]

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: [UInt8]?

        mutating func next() async throws -> ByteBuffer? {
            guard let bytes = rest else {
                try await Task.sleep(for: .seconds(60))
                return nil
            }
            rest = nil
            return ByteBuffer(bytes: bytes)
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(rest: bytes) }
}
