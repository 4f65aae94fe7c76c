import Foundation
import Planning
import Support
import Testing
import Wire

/// The server is killed with SIGKILL in the middle of an import: all of the file is there or nothing, and the same
/// request, sent again to the next server, ends in the same state as one that nobody disturbed.
@Suite struct KilledImportTests {
    private static let file = SurveyText.families(1...3000)
    private static let key = ["Idempotency-Key": "satu"]

    @Test func atSeveralPoints() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let token = try await database.token(.coordinator).text
                var lokus = ""
                try await Service.serving(database) { service in
                    lokus = try await Client(url: service.url, token: token).lokus("63.02.12.2005", 2024)
                }
                let before = try await Kept(in: database)
                let bytes = Array(Self.file.utf8)
                // While the file arrives: after the header, in the middle, and all but its end.
                for length in [SurveyText.header.utf8.count, bytes.count / 2, bytes.count - 1] {
                    try await kill(database, token, lokus, .stalled(Array(bytes[..<length]))) {
                        try await database.untilSomethingIsCopied()
                    }
                    #expect(try await Kept(in: database) == before, "after \(length) bytes")
                }
                // While it is merged and committed: a fifth later each time, until the answer is faster.
                var wasAnswered = false
                var moment = Duration.milliseconds(20)
                while !wasAnswered && moment < .seconds(120) {
                    moment = moment * 6 / 5
                    wasAnswered = try await kill(database, token, lokus, .csv(bytes)) {
                        try await Task.sleep(for: moment)
                    }
                    let families = try await database.count("from family_answer")
                    #expect(families == 0 || families == 3000, "\(families) of 3000")
                    #expect(try await database.count("from survey_import") == families / 3000)
                    #expect(!wasAnswered || families == 3000)
                }
                #expect(wasAnswered)
                try await Service.serving(database) { service in
                    let client = Client(url: service.url, token: token)
                    let last = try await client.survey(lokus, "baseline", "", Self.file, key: Self.key).expect(201)
                    #expect(last.isReplay && last["added"].integer == 3000)
                }
                let after = try await Kept(in: database)
                #expect((after.families, after.rounds, after.receipts) == (3000, 1, 1))
                #expect(after.events == before.events + 2 && after.keys == before.keys + 1)
            }
        }
    }

    /// Sends the file to a new server, and kills that after `moment`. Whether the answer came before.
    @discardableResult
    private func kill(
        _ database: TestDatabase, _ token: String, _ lokus: String, _ body: Client.Body,
        after moment: () async throws -> Void
    ) async throws -> Bool {
        var status: Int?
        try await Service.killing(database) { service, server in
            let client = Client(url: service.url, token: token)
            let upload = Task {
                try await client.send("POST", "lokus/\(lokus)/survey-imports?purpose=baseline", body, Self.key)
            }
            try await moment()
            await server.kill()
            upload.cancel()
            status = try? await upload.value.status
        }
        // What the dead server had begun is rolled back when PostgreSQL notices.
        try await database.untilNobodyIsBusy()
        return status == 201
    }

    /// Whoever has sent the whole file may leave: it is imported all the same.
    @Test func theClientLeaves() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let token = try #require(client.token)
            let bytes = Array(Self.file.utf8)
            let port = try #require(URL(string: service.url)?.port)
            let head = """
                POST /api/v1/lokus/\(lokus)/survey-imports?purpose=baseline HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer \(token)\r
                Idempotency-Key: satu\r
                Content-Type: text/csv\r
                Content-Length: \(bytes.count)\r
                \r

                """
            try sendAndLeave(Array(head.utf8) + bytes, port: port)
            try await eventually("imported") { try await service.database.count("from survey_import") == 1 }
            #expect(try await service.database.count("from family_answer") == 3000)
            let again = try await client.survey(lokus, "baseline", "", Self.file, key: Self.key).expect(201)
            #expect(again.isReplay && again["added"].integer == 3000)
        }
    }

    /// Writes everything to a new connection and closes it without reading an answer.
    private func sendAndLeave(_ bytes: [UInt8], port: Int) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
        var sent = 0
        while sent < bytes.count {
            let written = bytes[sent...].withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, 0) }
            guard written > 0 else { throw POSIXError(.EPIPE) }
            sent += written
        }
    }
}
