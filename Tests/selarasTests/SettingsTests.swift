import Foundation
import Phrasing
import Testing

@testable import selaras

@Suite final class SettingsTests {
    private let home: String
    private let project: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString)").path()
        home = folder + "/home"
        project = folder + "/project/sub"
        for path in [home + "/selaras", project, folder + "/system/selaras"] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: (home as NSString).deletingLastPathComponent)
    }

    private var folder: String { (home as NSString).deletingLastPathComponent }
    private var userFile: String { home + "/selaras/config.toml" }

    private func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func session(_ variables: [String: String] = [:], transport: FakeTransport? = nil) -> Session {
        let standard = [
            "SELARAS_URL": "", "SELARAS_TOKEN": "", "XDG_CONFIG_HOME": home, "XDG_CONFIG_DIRS": folder + "/system",
            "HOME": folder,
        ]
        return Session(
            transport ?? FakeTransport([:]), variables: standard.merging(variables) { $1 }, directory: project)
    }

    private func value(_ key: String, _ arguments: String = "", _ variables: [String: String] = [:]) async -> String {
        let session = session(variables)
        #expect(await session.run("config get \(key) \(arguments)") == .success, "\(session.error)")
        return session.output.trimmed
    }

    @Test func theNearestWins() async throws {
        #expect(await value("timeout") == "60")
        try write("timeout = 10\n", folder + "/system/selaras/config.toml")
        #expect(await value("timeout") == "10")
        try write("timeout = 20\n[profiles.latihan]\ntimeout = 25\n", userFile)
        #expect(await value("timeout") == "20")
        #expect(await value("timeout", "--profile latihan") == "25")
        try write("timeout = 30\n", folder + "/project/.selaras.toml")
        #expect(await value("timeout") == "30")
        #expect(await value("timeout", "", ["SELARAS_TIMEOUT": "40"]) == "40")
        #expect(await value("timeout", "--timeout 50", ["SELARAS_TIMEOUT": "40"]) == "50")
    }

    @Test func explainNamesTheOrigin() async throws {
        try write("output = \"yaml\"\n", userFile)
        let session = session()
        #expect(await session.run("config explain output -o json") == .success)
        #expect(session.output.contains(#""value":"yaml","origin":"\#(userFile)""#))
        let option = self.session()
        _ = await option.run("config explain timeout --timeout 5")
        #expect(option.output.contains("pilihan --timeout"))
    }

    /// Anybody may have put a file into a folder that one walks into.
    @Test func aProjectLeadsNoTokenElsewhere() async throws {
        try write(
            "url = \"http://evil.example\"\npager = \"touch x\"\noutput = \"json\"\n", folder + "/project/.selaras.toml"
        )
        #expect(await value("url") == ServiceURL.standard)
        #expect(await value("pager") == "less -FRX")
        #expect(await value("output") == "json")
    }

    @Test func setKeepsCommentsAndOrder() async throws {
        try write("# milik saya\nurl = \"http://a\"  # lama\n\n[profiles.latihan]\nurl = \"http://b\"\n", userFile)
        #expect(await session().run("config set url http://c/") == .success)
        #expect(await session().run("config set retries 0") == .success)
        #expect(await session().run("config set url http://d --profile latihan") == .success)
        #expect(await session().run("config set timeout 9 --profile baru") == .success)
        #expect(
            try String(contentsOfFile: userFile, encoding: .utf8) == """
                # milik saya
                url = "http://c"
                retries = 0

                [profiles.latihan]
                url = "http://d"

                [profiles.baru]
                timeout = 9

                """)
        #expect(await session().run("config unset retries") == .success)
        #expect(await value("retries") == "2")
    }

    @Test func setInANewFolder() async throws {
        try FileManager.default.removeItem(atPath: home)
        #expect(await session().run("config set language en") == .success)
        #expect(try String(contentsOfFile: userFile, encoding: .utf8) == "language = \"en\"\n")
    }

    @Test(arguments: [
        "timeout 0", "url ftp://x", "output xml", "color blue", "retries many", "profile A/B", "nosuch 1",
    ])
    func badValuesAreRefused(_ arguments: String) async {
        let session = session()
        #expect(await session.run("config set \(arguments)") == .usage)
        #expect(!FileManager.default.fileExists(atPath: userFile))
    }

    @Test func aMisspeltKey() async {
        let session = session()
        #expect(await session.run("config get timout") == .usage)
        #expect(session.error.contains("Mungkin maksudnya timeout?"))
    }

    @Test func aBrokenFileIsNamedWithItsLine() async throws {
        try write("timeout = 10\nurl = \n", userFile)
        let session = session()
        #expect(await session.run("whoami") == .usage)
        #expect(session.error.contains("\(userFile), baris 2"))
        #expect(await session.run("config set timeout 5") == .usage)
        #expect(try String(contentsOfFile: userFile, encoding: .utf8) == "timeout = 10\nurl = \n")
    }

    @Test func aBadValueIsNamedWithItsFile() async throws {
        try write("timeout = \"lama\"\n", userFile)
        let session = session()
        #expect(await session.run("whoami") == .usage)
        #expect(session.error.contains(userFile))
        #expect(session.error.contains("1 sampai 86400"))
    }

    @Test func theConfiguredFormatIsUsed() async throws {
        try write("output = \"csv\"\n", userFile)
        let session = session(
            ["SELARAS_URL": "http://fake"], transport: FakeTransport(["GET /lokus": Documents.lokusList]))
        #expect(await session.run("lokus list --columns year") == .success)
        #expect(session.output == "year\r\n2025\r\n")
    }

    @Test func profiles() async throws {
        let me = #"{"name":"Siti","role":"lead","areas":[],"agency":null}"#
        let transport = FakeTransport(["GET /me": me])
        func signIn(_ arguments: String, _ token: String) async -> ProgramStatus {
            await Session(
                transport,
                variables: [
                    "SELARAS_URL": "", "SELARAS_TOKEN": "", "XDG_CONFIG_HOME": home, "XDG_CONFIG_DIRS": "/nosuch",
                ], line: token
            ).run("login --token-stdin \(arguments)")
        }
        #expect(await signIn("--url http://fake", "slr_one") == .success)
        #expect(await signIn("--url http://fake --profile latihan", "slr_two") == .success)
        #expect(await session(transport: transport).run("whoami --profile latihan") == .success)
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_two")
        #expect(await session().run("profile use nosuch") == .notFound)
        #expect(await session().run("profile use latihan") == .success)
        #expect(await session(transport: transport).run("whoami") == .success)
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_two")
        let list = session()
        #expect(await list.run("profile list -o csv") == .success)
        #expect(
            list.output
                == "name,url,signed_in,current\r\ndefault,http://fake,true,false\r\nlatihan,http://fake,true,true\r\n")
        #expect(await session().run("logout") == .success)
        #expect(await session(transport: transport).run("whoami --profile default") == .success)
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_one")
    }
}
