import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Planning
import Testing

@testable import API

/// A connection that breaks in the middle of a file, on a real socket: what arrived must not pass for the whole file.
struct BrokenConnectionTests {
    private static let start = "family_id,rt,status,KLS-01,KLS-02\nF1,001,1,ya,tidak\nF2,001,1,ya,tidak\n"

    @Test(arguments: [
        "Content-Length: 1000\r\n\r\n" + start,
        "Transfer-Encoding: chunked\r\n\r\n" + String(start.utf8.count, radix: 16) + "\r\n" + start + "\r\n",
    ])
    func isNoEndOfFile(rest: String) async throws {
        let ports = FakePorts()
        let app = Application(
            router: buildRouter(ports: ports),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: Client.quiet)
        try await app.test(.live) { client in
            let port = try #require(client.port)
            try Self.sendAndBreak(
                """
                POST /api/v1/lokus/\(Lokus.ID.new())/survey-imports?purpose=baseline HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer \(Client.token.text)\r
                Idempotency-Key: k\r
                Content-Type: text/csv\r

                """ + rest, to: port)
            for _ in 0..<500 where ports.get({ $0.readingError == nil && $0.rounds.isEmpty }) {
                try await Task.sleep(for: .milliseconds(10))
            }
        }
        #expect(ports.get { $0.rounds.isEmpty })
        #expect(ports.get { $0.readingError as? Rejection }?.code == "incomplete_body")
    }

    /// Sends these bytes and hangs up without waiting for an answer.
    private static func sendAndBreak(_ text: String, to port: Int) throws {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(socket >= 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let connected = withUnsafeBytes(of: &address) { raw in
            raw.withMemoryRebound(to: sockaddr.self) { connect(socket, $0.baseAddress, socklen_t(raw.count)) }
        }
        try #require(connected == 0)
        let bytes = Array(text.utf8)
        try #require(write(socket, bytes, bytes.count) == bytes.count)
    }
}
