import ArgumentParser
import Foundation
import Phrasing
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
    private func session(
        _ transport: FakeTransport, secret: String? = nil, line: String? = nil, variables: [String: String] = [:],
        _ language: Language = .indonesian
    ) -> Session {
        let own = ["SELARAS_URL": "", "SELARAS_TOKEN": "", "XDG_CONFIG_HOME": home]
        return Session(
            transport, variables: own.merging(variables) { $1 }, secret: secret, line: line, language: language)
    }

    @Test func loginStoresWhatWasTyped() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport(["GET /me": me])
        let signedIn = session(transport, secret: "slr_abc\n")
        #expect(await signedIn.run("login --ask-token --url http://fake") == .success)
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
        #expect(out.error.contains("Alamat http://fake tetap tersimpan."))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "url = http://fake\n")
        #expect(await out.run("logout") == .success)
        #expect(out.error.hasSuffix("Tidak ada token tersimpan.\n"))
    }

    /// A password is sent once and kept nowhere; signing out ends the session where it was begun.
    @Test func loginByPassword() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport { [me] asked in
            switch (asked.method, asked.path) {
            case ("POST", "/api/v1/sessions"): FakeTransport.answer(201, #"{"id":"s1","token":"slr_new"}"#)
            case ("GET", "/api/v1/me"): FakeTransport.answer(200, me)
            case ("DELETE", "/api/v1/sessions/current"): FakeTransport.answer(204, "")
            default: FakeTransport.answer(404, "{}")
            }
        }
        let signedIn = session(transport, secret: " kata sandi ", line: "siti@x.example")
        #expect(await signedIn.run("login --url http://fake") == .success)
        #expect(signedIn.error.contains("Masuk ke http://fake sebagai Siti (Koordinator)."))
        #expect(transport.asked[0].body == #"{"email":"siti@x.example","password":" kata sandi "}"#)
        #expect(transport.asked[0].headers["Authorization"] == nil)
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "url = http://fake\ntoken = slr_new\n")

        let principal = "0197a1b2-0000-7000-8000-000000000001"
        #expect(await session(transport).run("whoami --principal \(principal)") == .success)
        #expect(transport.asked.last?.headers["Selaras-Principal"] == principal)
        #expect(await session(transport).run("whoami --principal x") == .usage)

        #expect(await session(transport).run("logout") == .success)
        #expect(transport.asked.last?.method == "DELETE")
        #expect(transport.asked.last?.headers["Authorization"] == "Bearer slr_new")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "url = http://fake\n")
    }

    /// Under a policy of age, another password is asked for on the way in.
    @Test func anExpiredPasswordIsChangedOnTheWay() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport { [me] asked in
            guard asked.path.hasSuffix("/sessions") else { return FakeTransport.answer(200, me) }
            return asked.body.contains("new_password")
                ? FakeTransport.answer(201, #"{"id":"s1","token":"slr_new"}"#)
                : FakeTransport.answer(403, #"{"code":"password_has_expired","title":"T"}"#)
        }
        #expect(await session(transport, secret: "x", line: "a@b").run("login --url http://fake") == .success)
        #expect(transport.asked[1].body == #"{"email":"a@b","password":"x","new_password":"x"}"#)
    }

    /// Whoever has a second factor is asked for a code, once; where that is wrong, nobody is told to sign in first.
    @Test func aCodeIsAskedForOnTheWay() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        func transport(_ refusal: String) -> FakeTransport {
            FakeTransport { [me] asked in
                guard asked.path.hasSuffix("/sessions") else { return FakeTransport.answer(200, me) }
                guard asked.body.contains("second_factor_code") else {
                    return FakeTransport.answer(401, #"{"code":"second_factor_required","title":"T"}"#)
                }
                return refusal.isEmpty
                    ? FakeTransport.answer(201, #"{"id":"s1","token":"slr_new"}"#)
                    : FakeTransport.answer(401, #"{"code":"\#(refusal)","title":"Kode ditolak"}"#)
            }
        }
        for refusal in ["second_factor_refused", "second_factor_required"] {
            let asked = transport(refusal)
            let refused = session(asked, secret: "x", line: "a@b")
            #expect(await refused.run("login --url http://fake") == .notAllowed)
            #expect(refused.error.contains("Kode ditolak") && !refused.error.contains("selaras login"))
            #expect(asked.asked.count == 2 && !FileManager.default.fileExists(atPath: path))
        }
        let asked = transport("")
        #expect(await session(asked, secret: "x", line: "a@b").run("login --url http://fake") == .success)
        #expect(asked.asked[1].body == #"{"email":"a@b","password":"x","second_factor_code":"x"}"#)
    }

    /// The key is shown before the code is asked for, the recovery codes once it was right; nothing of it is stored.
    @Test func aSecondFactorIsEnabled() async throws {
        let transport = FakeTransport { asked in
            asked.path.hasSuffix("confirm")
                ? FakeTransport.answer(200, #"{"recovery_codes":["aaaa-bbbb","cccc-dddd"],"sessions_ended":1}"#)
                : FakeTransport.answer(201, #"{"secret":"ABCD","otpauth_uri":"otpauth://totp/Selaras:x"}"#)
        }
        let enabled = Session(transport, secret: "x")
        #expect(await enabled.run("second-factor enable --quiet") == .success, "\(enabled.error)")
        #expect(enabled.error.contains("ABCD") && enabled.error.contains("otpauth://totp/Selaras:x"))
        #expect(enabled.output.contains("aaaa-bbbb") && enabled.output.contains("cccc-dddd"))
        #expect(transport.asked.map(\.body) == [#"{"current_password":"x"}"#, #"{"second_factor_code":"x"}"#])
    }

    @Test func aRefusedPasswordIsToldAndNothingStored() async {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport { _ in
            FakeTransport.answer(401, #"{"code":"sign_in_refused","title":"Tidak dapat masuk","detail":"Periksa."}"#)
        }
        let refused = session(transport, secret: "x", line: "siti@x.example")
        #expect(await refused.run("login --url http://fake") == .notAllowed)
        #expect(refused.error.contains("Tidak dapat masuk") && !refused.error.contains("selaras login"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    /// Who holds several roles is shown them, with what to type.
    @Test func severalRolesAreShown() async {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let several = """
            {"name":"Siti","role":null,"areas":[],"agency":null,"principals":[\
            {"id":"0197a1b2-0000-7000-8000-000000000001","role":"coordinator","area":"63.02"},\
            {"id":"0197a1b2-0000-7000-8000-000000000002","role":"agency","area":"63.10","agency":"PUPR"}]}
            """
        let signedIn = session(FakeTransport(["GET /me": several]), line: "slr_x")
        #expect(await signedIn.run("login --url http://fake --token-stdin") == .success)
        #expect(signedIn.error.contains("selaras config set principal 0197a1b2-0000-7000-8000-000000000001"))
        #expect(
            signedIn.error.contains("0197a1b2-0000-7000-8000-000000000002") && signedIn.error.contains("63.10 PUPR"))
    }

    /// A session that cannot be ended there is forgotten here, and one is told.
    @Test func logoutWithoutAService() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        _ = await session(FakeTransport(["GET /me": me]), line: "slr_x").run("login --url http://fake --token-stdin")
        let out = session(FakeTransport { _ in FakeTransport.answer(503, "{}") })
        #expect(await out.run("logout") == .success)
        #expect(out.error.contains("baru berakhir dengan sendirinya"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "url = http://fake\n")
    }

    /// Signing out forgets who one was, and not where.
    @Test func theAddressStaysAfterLogout() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let transport = FakeTransport(["GET /me": me])
        _ = await session(transport, line: "slr_x").run("login --url http://fake --token-stdin --profile latihan")
        #expect(await session(transport).run("logout --profile latihan") == .success)
        _ = await session(transport).run("whoami --profile latihan")
        #expect(transport.asked.last?.path == "/api/v1/me" && transport.asked.last?.headers["Authorization"] == nil)
        let list = session(transport)
        #expect(await list.run("profile list -o csv --columns name,url,signed_in") == .success)
        #expect(list.output.hasSuffix("latihan,http://fake,false\r\n"))
        let again = session(transport, line: "slr_y")
        #expect(await again.run("login --profile latihan --token-stdin") == .success)
        #expect(again.error.contains("http://fake"))
    }

    /// A file that cannot be understood is no reason to stay signed in.
    @Test func logoutRemovesWhatIsNotUnderstood() async throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        _ = await session(FakeTransport(["GET /me": me]), line: "slr_x").run("login --url http://fake --token-stdin")
        try "slr_x".write(toFile: path, atomically: false, encoding: .utf8)
        #expect(await session(FakeTransport([:])).run("logout") == .success)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    /// What helps against a refused token depends on where it is from.
    @Test(arguments: [
        (
            Language.indonesian, "unset SELARAS_TOKEN", "Masuk lagi dengan", "Tidak ada yang disimpan",
            "Masuk terlebih"
        ),
        (.english, "unset SELARAS_TOKEN", "Sign in again", "Nothing is stored", "Sign in first"),
    ])
    func aRefusedTokenIsToldByItsSource(
        _ language: Language, _ variable: String, _ stored: String, _ given: String, _ none: String
    ) async {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let refusing = FakeTransport { _ in FakeTransport.answer(401, #"{"code":"unauthenticated","title":"T"}"#) }
        func said(_ line: String, token: String = "", input: String? = nil) async -> String {
            let session = session(
                refusing, line: input, variables: ["SELARAS_TOKEN": token, "SELARAS_URL": "http://fake"], language)
            #expect(await session.run(line) == .notAllowed)
            return session.error
        }
        let fromVariable = await said("whoami", token: "slr_bad")
        #expect(fromVariable.contains(variable) && !fromVariable.contains(none))
        #expect(await said("login --token-stdin", input: "slr_bad").contains(given))
        #expect(await said("whoami").contains(none))
        _ = await session(FakeTransport(["GET /me": me]), line: "slr_x").run("login --url http://fake --token-stdin")
        let fromFile = await said("whoami")
        #expect(fromFile.contains(stored) && !fromFile.contains(none))
    }

    @Test func logoutTellsOfTheVariable() async {
        let session = session(FakeTransport([:]), variables: ["SELARAS_TOKEN": "slr_x"])
        #expect(await session.run("logout") == .success)
        #expect(session.error.contains("unset SELARAS_TOKEN"))
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
        #expect(stated == Access(url: "http://a", token: "t", from: .environment))
        let option = try access(["--url", "http://b"], ["SELARAS_URL": "http://a", "SELARAS_TOKEN": "t"])
        #expect(option.url == "http://b")
        let nothing = try access([], [:])
        #expect(nothing == Access(url: "http://127.0.0.1:8080", token: nil, from: .stored))
    }
}
