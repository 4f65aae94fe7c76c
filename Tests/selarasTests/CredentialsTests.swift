import ArgumentParser
import Foundation
import Testing

@testable import selaras

@Suite struct CredentialsTests {
    private let home: String
    private let me = #"{"name":"Siti","role":"coordinator","areas":["63.02"],"agency":null}"#

    init() throws {
        home = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    }

    private var path: String { home + "/selaras/credentials" }

    /// Without a token from the environment.
    private func session(_ transport: FakeTransport, secret: String? = nil, line: String? = nil) -> Session {
        Session(
            transport, variables: ["SELARAS_URL": "", "SELARAS_TOKEN": "", "XDG_CONFIG_HOME": home], secret: secret,
            line: line)
    }

    @Test func loginStoresWhatWasTyped() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport(["GET /me": me])
        let signedIn = session(transport, secret: "slr_abc\n")
        #expect(await signedIn.run("login --url http://fake") == .success)
        #expect(signedIn.output.isEmpty)
        #expect(signedIn.error.contains("Masuk ke http://fake sebagai Siti (Koordinator)."))
        #expect(transport.asked.first?.headers["Authorization"] == "Bearer slr_abc")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)

        let later = session(transport)
        #expect(await later.run("whoami") == .success)
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_abc")

        // Another service must not see the token.
        let elsewhere = session(transport)
        _ = await elsewhere.run("whoami --url http://fake2")
        #expect(transport.asked.last?.headers["Authorization"] == nil)

        let out = session(transport)
        #expect(await out.run("logout") == .success)
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(await out.run("logout") == .success)
    }

    @Test func tokenFromStdinAndFile() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport(["GET /me": me])
        #expect(await session(transport, line: "slr_line").run("login --url http://fake --token-stdin") == .success)
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_line")
        try "slr_file\n".write(toFile: home + "/t", atomically: true, encoding: .utf8)
        #expect(await session(transport).run("login --url http://fake --token-file \(home)/t") == .success)
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_file")
    }

    @Test func loginNeedsATerminalOrAFlag() async {
        let session = session(FakeTransport([:]))
        #expect(await session.run("login --url http://fake") == .usage)
        #expect(session.error.contains("--token-stdin"))
    }

    @Test(arguments: ["", "a b", "a\u{0}b", "é"])
    func badTokens(_ token: String) async {
        #expect(await session(FakeTransport(["GET /me": me]), line: token).run("login --token-stdin") == .usage)
    }

    @Test func refusedTokenIsNotStored() async {
        let transport = FakeTransport { _ in FakeTransport.answer(401, #"{"code":"unauthenticated"}"#) }
        #expect(await session(transport, line: "slr_x").run("login --url http://fake --token-stdin") == .notAllowed)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: [0o644, 0o640, 0o606, 0o620])
    func tooOpenIsRefused(_ mode: Int) async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport(["GET /me": me])
        _ = await session(transport, line: "slr_x").run("login --url http://fake --token-stdin")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        let session = session(transport)
        #expect(await session.run("whoami") == .notAllowed)
        #expect(session.error.contains("chmod 600"))
    }

    @Test func environmentWins() throws {
        func access(_ arguments: [String], _ variables: [String: String]) throws -> Access {
            let all = ["XDG_CONFIG_DIRS": "/nosuch"].merging(variables) { $1 }
            let settings = try Settings(
                environment: Environment(variables: all), options: CommonOptions.parse(arguments))
            return try Access(settings: settings)
        }
        let stated = try access([], ["SELARAS_URL": "http://a/", "SELARAS_TOKEN": "t", "XDG_CONFIG_HOME": home])
        #expect(stated == Access(url: "http://a", token: "t"))
        let option = try access(["--url", "http://b"], ["SELARAS_URL": "http://a", "SELARAS_TOKEN": "t"])
        #expect(option.url == "http://b")
        let nothing = try access([], [:])
        #expect(nothing == Access(url: "http://127.0.0.1:8080", token: nil))
    }
}
