import Foundation
import Phrasing
import Testing

@testable import selaras

@Suite struct DoctorTests {
    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 29 Feb 2024 12:00:00 GMT", 1_709_208_000), ("06 Nov 1994 08:49:37", nil), ("", nil),
        ] as [(String, Int?)])
    func dates(_ text: String, _ seconds: Int?) {
        #expect(HTTPDate.seconds(text) == seconds)
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080", "127.0.0.1", 8080), ("https://a.example/selaras", "a.example", 443),
        ("http://[::1]:81/x", "::1", 81), ("http://localhost", "localhost", 80), ("https://[::1]", "::1", 443),
    ])
    func places(_ url: String, _ host: String, _ port: Int) {
        #expect(NetworkChecks.place(of: url) == (host, port))
    }

    private func service(
        _ headers: [String: String], version: String = Version.current, token: String? = "t", me: Int = 200
    ) -> Service {
        let transport = FakeTransport { asked in
            switch asked.path {
            case "/api/v1/limits": FakeTransport.answer(200, "{}", headers)
            case "/version": FakeTransport.answer(200, #"{"version":"\#(version)","contract_version":"0.1.0"}"#)
            default: FakeTransport.answer(me, #"{"name":"Siti","role":"lead","title":"Belum masuk"}"#)
            }
        }
        return Service(
            base: "http://fake", token: token, transport: transport, timeout: 5, retries: 0, language: .preset,
            newKey: { "k" }, pause: { _ in }, willPause: { _ in })
    }

    private func verdicts(_ service: Service) async -> [String: Finding.Verdict] {
        let findings = await ServiceChecks(service: service, now: 784_111_777).findings()
        return Dictionary(findings.map { ($0.check, $0.verdict) }) { first, _ in first }
    }

    @Test func aHealthyService() async {
        let found = await verdicts(
            service(["Date": "Sun, 06 Nov 1994 08:49:30 GMT"]))
        // Plain http to another machine can be overheard.
        #expect(
            found == [
                "tls": .warn, "service": .ok, "clock": .ok, "server-version": .ok, "token": .ok,
            ])
    }

    /// People read words, programs the same codes in every language.
    @Test func checksHaveNamesInTheLanguage() async {
        let transport = FakeTransport { _ in FakeTransport.answer(200, "{}") }
        for (language, word) in [(Language.indonesian, "pengaturan"), (.english, "settings")] {
            let session = Session(transport, language: language)
            _ = await session.run("doctor")
            #expect(session.output.contains("\n\(word) ") && !session.output.contains("\nconfiguration "))
            let machine = Session(transport, language: language)
            _ = await machine.run("doctor -o csv --columns check")
            #expect(machine.output.contains("configuration\r\n"), "\(machine.output)")
        }
    }

    @Test func clocksAndVersionsApart() async {
        let found = await verdicts(service(["Date": "Sun, 06 Nov 1994 08:40:00 GMT"], version: "9.0.0"))
        #expect(found["clock"] == .warn && found["server-version"] == .warn)
    }

    @Test func aTokenThatIsRefused() async {
        #expect(await verdicts(service([:], me: 401))["token"] == .fail)
        #expect(await verdicts(service([:], token: nil))["token"] == .warn)
    }

    @Test func nobodyListens() async {
        // Port 1 is nobody's on any machine that tests run on.
        let session = Session(FakeTransport([:]), variables: ["SELARAS_URL": "http://127.0.0.1:1"])
        #expect(await session.run("doctor -o csv --columns check,verdict") == .failure)
        #expect(session.output.contains("dns,ok\r\nconnect,fail\r\n"))
        #expect(session.error.isEmpty)
    }

    @Test func aBadFileOfSettings() async throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: home + "/selaras", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: home) }
        try "x = [".write(toFile: home + "/selaras/config.toml", atomically: true, encoding: .utf8)
        let session = Session(FakeTransport([:]), variables: ["XDG_CONFIG_HOME": home])
        #expect(await session.run("doctor -o csv --columns check,verdict") == .failure)
        #expect(session.output.hasSuffix("configuration,fail\r\n"))
    }
}
