import Foundation
import Planning
import Support
import Testing
import Wire

/// Those of the OWASP API Security Top 10 (2023) that no other test holds; `Security` in the documentation of Planning
/// names the tests of all ten.
@Suite struct OWASPTests {
    /// What a row has and nobody may say of it.
    private static let kept = ["state", "reported_by", "principal_id", "accepted_on", "updated_at"]

    /// API3: a member that a route does not offer is refused by its name, and nothing of the rest is done.
    @Test func whatNobodyMaySetIsRefused() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let lead = try await service.client(.lead)
            let (village, leadership) = (try await service.client(.village), try await service.client(.leadership))
            var tried = 0
            for route in Route.writing {
                let request = try await route.request(world)
                guard case .json(let document) = request.body else { continue }
                let before = try await service.database.digest()
                let client =
                    route.isDecision
                    ? leadership
                    : route.isOfVillage ? village : route.resource == "target_family" ? lead : world.coordinator
                for name in Self.kept {
                    let body = Client.Body.json(Self.adding(name, to: document))
                    let answer = try await client.send(route.method, request.path, body, request.headers)
                    answer.expectProblem(422, "invalid_request")
                    let told = answer["errors"].items.map { "\($0["pointer"].text ?? "") \($0["code"].text ?? "")" }
                    #expect(
                        told.contains { $0.hasSuffix("/\(name) unknown_member") },
                        "\(route.testDescription) \(name): \(told)")
                }
                #expect(try await service.database.digest() == before, "\(route.testDescription)")
                tried += 1
            }
            #expect(tried > 10, "\(tried) routes")
        }
    }

    /// The same document with one member more; of a batch, its first item.
    private static func adding(_ name: String, to document: JSONValue) -> JSONValue {
        guard case .object(var object) = document else { return document }
        if case .array(var items) = document["items"], case .object(var first)? = items.first {
            first[name] = "x"
            items[0] = .object(first)
            object["items"] = .array(items)
        } else {
            object[name] = "x"
        }
        return .object(object)
    }

    /// API7: wherever somebody writes an address, it stays a text: nobody is called there.
    @Test func noAddressIsCalled() async throws {
        try await Service.run { service in
            let listener = try PatientListener()
            let address = "http://127.0.0.1:\(listener.port)/masuk"
            let world = try await World(service)
            let client = world.coordinator
            for name in [
                "Referer", "Origin", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Url",
                "X-Rewrite-Url", "X-Wap-Profile", "Destination", "Link", "Prefer", "User-Agent",
            ] {
                let answer = try await client.get("me", [name: address])
                #expect(answer.status < 500, "\(name): \(answer.text)")
            }
            for path in ["regions?q=", "lokus?desa_code=", "lokus?page_token=", "lokus/"] {
                let answer = try await client.get(path + address.replacing("/", with: "%2F"))
                #expect(answer.status < 500, "\(path): \(answer.text)")
            }
            for route in Route.writing {
                guard case .json(let document) = try await route.request(world).body else { continue }
                for member in document.members where member.value.text != nil {
                    let request = try await route.request(world)
                    guard case .json(.object(var object)) = request.body else { continue }
                    object[member.name] = .string(address)
                    let answer = try await client.send(
                        route.method, request.path, .json(.object(object)), request.headers)
                    #expect(answer.status < 500, "\(route.testDescription) \(member.name): \(answer.text)")
                }
            }
            let file = "&file_name=\(address.replacing("/", with: "%2F"))"
            let survey = try await client.survey(world.lokus, "midline", file, try SurveyText.kecil())
            let results = try await client.results("\(World.desa),2024,baseline,IKK,75.92,,,\(address)")
            for answer in [survey, results] { #expect(answer.status < 500, "\(answer.path): \(answer.text)") }
            let host = "127.0.0.1:\(listener.port)"
            for target in ["/version", address] {
                let request = "GET \(target) HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n"
                let answer = try #require(try await RawSocket.lastWords(service.url, request), "\(target)")
                #expect(answer.hasPrefix("HTTP/1.1 ") && !answer.hasPrefix("HTTP/1.1 5"), "\(answer.prefix(200))")
            }
            #expect(!listener.wasCalled(within: 0))
            // Who is called hears it.
            let caller = try RawSocket(address.replacing("/masuk", with: ""))
            defer { caller.close() }
            #expect(listener.wasCalled(within: 30_000))
        }
    }

    /// API8: a new installation lets nobody in, and says to browsers what they may do with its answers.
    @Test func whatIsInstalledIsClosed() async throws {
        try await Service.run(arguments: ["--behind-tls"]) { service in
            let people = "select (select count(*) from account) + (select count(*) from principal)"
            #expect(try await service.database.value("\(people) + (select count(*) from token)") == "0")
            for (email, password) in [
                ("admin@localhost", "admin"), ("admin@selaras.go.id", "selaras"), ("root@localhost", "root"),
                ("selaras_login@localhost", "selaras_login"), ("test@example.org", "password"),
            ] {
                let document: JSONValue = ["email": .string(email), "password": .string(password)]
                try await service.stranger.post("sessions", document).expectProblem(401, "sign_in_refused")
            }
            var answers = [
                try await service.coordinator().get("me").expect(200), try await service.stranger.get("me").expect(401),
                try await service.stranger.get("/tidak-ada").expect(404),
                try await service.stranger.post("/version").expect(405),
            ]
            for path in Route.service + Route.open.map(\.path) {
                answers.append(try await service.stranger.get("/\(path.replacing("{code}", with: "not_found"))"))
            }
            for answer in answers {
                let headers = answer.headers
                #expect(headers["strict-transport-security"] == "max-age=31536000", "\(answer.path)")
                #expect(headers["x-content-type-options"] == "nosniff", "\(answer.path)")
                #expect(headers["referrer-policy"] == "no-referrer", "\(answer.path)")
                let policy = headers["content-security-policy"] ?? ""
                #expect(policy.hasPrefix("default-src 'none'") && policy.hasSuffix("frame-ancestors 'none'"))
                #expect(headers["server"] == nil && headers["x-powered-by"] == nil, "\(answer.path)")
            }
        }
    }

    /// API9: the server listens on the two ports that it names, of this machine alone, and has no address of earlier
    /// days, of trials, or of files.
    @Test func nothingListensThatIsNotNamed() async throws {
        try await Service.run { service in
            let named = [service.url, service.server.adminURL].compactMap { url in
                url.split(separator: ":").last.flatMap { UInt16($0) }
            }
            let listening = try Self.listening(service.server.processIdentifier)
            #expect(listening.map { $0.port }.sorted() == named.sorted() && named.count == 2)
            // 127.0.0.1
            #expect(listening.allSatisfy { $0.host == "0100007F" })
            let client = try await service.coordinator()
            for path in [
                "/api/v0/lokus", "/api/v2/lokus", "/api/lokus", "/lokus", "/v1/lokus", "/internal", "/debug",
                "/debug/pprof", "/test", "/admin", "/console", "/graphql", "/swagger", "/actuator/health",
                "/phpinfo.php", "/.git/config", "/.git/HEAD", "/.svn/entries", "/.env", "/backup.sql",
                "/Config/permissions.csv", "/Schema/roles.sql",
            ] {
                try await client.get(path).expectProblem(404, "not_found")
            }
        }
    }

    /// On which addresses a process waits for connections, as the system has them: hexadecimal, its own order of bytes.
    private static func listening(_ process: Int32) throws -> [(host: String, port: UInt16)] {
        let folder = "/proc/\(process)/fd"
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: folder)
        // One may be closed while the others are looked at.
        let open = Set(
            descriptors.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") })
        return try ["tcp", "tcp6"].flatMap { table -> [(host: String, port: UInt16)] in
            let text = try String(contentsOfFile: "/proc/\(process)/net/\(table)", encoding: .utf8)
            return text.split(separator: "\n").dropFirst().compactMap { line -> (host: String, port: UInt16)? in
                let fields = line.split(separator: " ")
                // 0A is the state of who listens.
                guard fields.count > 9, fields[3] == "0A", open.contains("socket:[\(fields[9])]") else { return nil }
                let parts = fields[1].split(separator: ":")
                guard parts.count == 2, let port = UInt16(parts[1], radix: 16) else { return nil }
                return (host: String(parts[0]), port: port)
            }
        }
    }
}
