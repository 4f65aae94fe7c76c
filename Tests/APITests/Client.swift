import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Planning
import Testing
import Wire

@testable import API

/// One signed-in client of the API over fake ports.
struct Client {
    static let token = TokenSecret.random()

    let ports: FakePorts
    let test: any TestClientProtocol

    /// Runs a story through the router, without a socket.
    static func run(
        _ configuration: APIConfiguration = APIConfiguration(),
        _ story: @escaping @Sendable (Client) async throws -> Void
    ) async throws {
        let ports = FakePorts()
        let app = Application(router: buildRouter(ports: ports, configuration: configuration), logger: quiet)
        try await app.test(.router) { try await story(Client(ports: ports, test: $0)) }
    }

    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil, headers: HTTPFields = [:],
        as token: String? = Client.token.text
    ) async throws -> Answer {
        var headers = headers
        if let token { headers[.authorization] = "Bearer \(token)" }
        if body != nil && headers[.contentType] == nil { headers[.contentType] = "application/json" }
        let buffer = body.map { ByteBuffer(string: $0) }
        return try await test.execute(uri: path, method: method, headers: headers, body: buffer) { response in
            Answer(status: response.status, headers: response.headers, bytes: Array(response.body.readableBytesView))
        }
    }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers)
    }
}

struct Answer {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]

    var json: JSONValue { (try? JSONValue(parsing: bytes)) ?? .null }

    /// Pointers and codes of a problem's faults.
    var faults: [String] {
        json["errors"].items.map { "\($0["pointer"].text ?? "") \($0["code"].text ?? "")" }
    }

    /// Checks that this is a problem as the contract shapes it.
    func expectProblem(
        _ status: HTTPResponse.Status, _ code: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(self.status == status, sourceLocation: sourceLocation)
        #expect(headers[.contentType] == "application/problem+json; charset=utf-8", sourceLocation: sourceLocation)
        #expect(json["code"].text == code, sourceLocation: sourceLocation)
        #expect(json["type"].text == "/problems/\(code)", sourceLocation: sourceLocation)
        #expect(json["status"].integer == status.code, sourceLocation: sourceLocation)
        #expect(json["request_id"].text == headers[.requestID], sourceLocation: sourceLocation)
        for name in ["title", "detail", "instance"] {
            #expect(json[name].text?.isEmpty == false, "\(name)", sourceLocation: sourceLocation)
        }
    }
}
