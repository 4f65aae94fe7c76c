internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// The transport of the process.
struct NetworkTransport: Transport {
    /// More than any answer of the service; a page has at most a thousand items.
    private static let largestAnswer = 64 << 20

    private let client: HTTPClient

    init() {
        var configuration = HTTPClient.Configuration(
            // A redirect would carry the token to an address that nobody chose.
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10)))
        configuration.httpVersion = .http1Only
        // Tried again by default until the deadline; a service that is down should be told of at once.
        configuration.connectionPool.retryConnectionEstablishment = false
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func close() async {
        try? await client.shutdown()
    }

    func exchange(_ request: OutgoingRequest) async throws(TransportFailure) -> IncomingResponse {
        do {
            let response = try await client.execute(
                Self.clientRequest(request), timeout: .seconds(Int64(request.timeout)))
            let status = Int(response.status.code)
            let body = AnswerBody(pieces: response.body, patience: request.timeout)
            let bytes: [UInt8]
            if let sink = request.sink, (200..<300).contains(status) {
                try await body.hand(to: sink)
                bytes = []
            } else {
                bytes = try await body.collect(upTo: Self.largestAnswer)
            }
            return IncomingResponse(
                status: status, headers: response.headers.map { ($0.name, $0.value) }, body: bytes)
        } catch let failure as TransportFailure {
            throw failure
        } catch let error as HTTPClientError {
            throw Self.failure(of: error)
        } catch let error as IOError {
            throw Self.failure(of: error)
        } catch let error as NIOConnectionError {
            throw .unreachable(Self.obstacle(error))
        } catch {
            throw .unreachable(Self.obstacle(ofHandshake: error))
        }
    }

    /// The library for TLS tells its reasons in a text only.
    private static func obstacle(ofHandshake error: any Error) -> Unreachable {
        let text = String(describing: error)
        if text.contains("CERTIFICATE_VERIFY_FAILED") { return .untrusted }
        if text.contains("failedToValidateHostname") || text.contains("in certificate from peer") { return .otherName }
        if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") { return .noTLS }
        return .other(text)
    }

    private static func clientRequest(_ request: OutgoingRequest) -> HTTPClientRequest {
        var result = HTTPClientRequest(url: request.url)
        result.method = HTTPMethod(rawValue: request.method.name)
        for (name, value) in request.headers { result.headers.add(name: name, value: value) }
        switch request.body {
        case .none: break
        case .bytes(let bytes): result.body = .bytes(ByteBuffer(bytes: bytes))
        case .upload(let upload):
            result.body = .stream(upload.chunks, length: upload.length.map { .known($0) } ?? .unknown)
        }
        return result
    }

    private static func failure(of error: HTTPClientError) -> TransportFailure {
        switch error {
        case .remoteConnectionClosed: .reset
        case .deadlineExceeded, .readTimeout, .writeTimeout: .timedOut
        case .connectTimeout: .unreachable(.noAnswer)
        default: .unreachable(.other(error.shortDescription))
        }
    }

    private static func failure(of error: IOError) -> TransportFailure {
        [ECONNRESET, EPIPE].contains(error.errnoCode) ? .reset : .unreachable(obstacle(error))
    }

    /// Of a name with several addresses the last failure counts.
    private static func obstacle(_ error: NIOConnectionError) -> Unreachable {
        guard let last = error.connectionErrors.last?.error else {
            return error.dnsAError == nil && error.dnsAAAAError == nil ? .noAnswer : .unknownName
        }
        return (last as? IOError).map(obstacle) ?? .other(String(describing: last))
    }

    private static func obstacle(_ error: IOError) -> Unreachable {
        switch error.errnoCode {
        case ECONNREFUSED: .refused
        case EHOSTUNREACH, ENETUNREACH: .noRoute
        case ETIMEDOUT: .noAnswer
        default: .other(String(cString: strerror(error.errnoCode)))
        }
    }
}
