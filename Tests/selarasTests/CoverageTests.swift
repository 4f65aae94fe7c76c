import Foundation
import Synchronization
import Testing

@testable import selaras

/// Every operation of the API has a command, or is named here as one for `selaras api`.
@Suite struct CoverageTests {
    private static let onlyByAPI: Set = [
        // For programs that write much at once, and for one that lost its receipt.
        "GET /api/v1/survey-imports/*", "GET /api/v1/result-imports/*",
        // For programs of anybody; an office reads its own lists.
        "GET /api/v1/open-data", "GET /api/v1/open-data/indices", "GET /api/v1/open-data/indicators",
        "GET /api/v1/open-data/interventions",
        // What the service says of itself to browsers and programs; `explain` has the problems without asking.
        "GET /", "GET /problems", "GET /problems/*", "GET /api/v1/openapi.yaml", "GET /api/v1/openapi.json",
        "GET /docs",
        "GET /docs/style.css", "GET /.well-known/security.txt", "GET /.well-known/api-catalog",
    ]

    /// The operations of the contract, `GET /api/v1/lokus/*`.
    private static func operations() throws -> [(method: String, path: String)] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: "Contract/openapi.yaml"), encoding: .utf8)
        var (found, path): ([(method: String, path: String)], String) = ([], "")
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: #/  (/[^ ]*):/#) { path = String(match.1) }
            if let match = line.wholeMatch(of: #/    (get|post|patch|put|delete):/#) {
                found.append((match.1.uppercased(), path))
            }
        }
        #expect(found.count == text.matches(of: #/\n      operationId: /#).count)
        return found
    }

    private static func general(_ path: String) -> String { path.replacing(/\{[a-z_]+\}/, with: "*") }

    private static let lines = [
        "whoami", "region search x", "region show 63.02", "framework list", "framework show ikk-29/1", "agency list",
        "catalogue list", "lokus list", "lokus show L", "lokus compare --year 2025", "lokus counterparts L",
        "plan suggest L",
        "lokus register 63.02.12.2005 --year 2025",
        "lokus decree L --number 1 --on 2025-01-01", "survey import F --lokus L --purpose baseline", "survey list L",
        "survey show L --purpose baseline", "survey close L --purpose baseline --yes",
        "survey discard L --purpose baseline --reason R --yes", "weak L", "compare L",
        "survey review L", "survey import-results F", "survey reconcile L",
        "survey targets T --lokus L --indicator KLS-02", "survey plan-sample L",
        "plan list", "plan create L", "plan show L", "plan review L", "plan matrix L", "plan pack L",
        "plan edit L --title x", "plan assign L --yes",
        "plan meeting L --on 2025-01-01", "plan submit L", "plan agree L", "plan approve L", "plan start L",
        "plan evaluate L", "plan close L --yes", "plan return L --reason r",
        "plan diff L --from 2025-01-01", "event list",
        "intervention add A --lokus L --agency P --title t --indicators K --quantity 1 --unit u --starts-on 2025-01-01 --ends-on 2025-02-01",
        "intervention import F --lokus L", "intervention list L", "intervention show A --lokus L",
        "intervention edit A --lokus L --note n", "intervention assign A --lokus L", "intervention accept A --lokus L",
        "amendment list L", "amendment show L --amendment L", "amendment begin L --reason r",
        "amendment change A --lokus L --amendment L --note n", "amendment remove A --lokus L --amendment L",
        "amendment submit L --amendment L", "amendment approve L --amendment L --yes",
        "amendment return L --amendment L --reason r", "amendment withdraw L --amendment L",
        "budget list", "budget show L",
        "budget add --agency P --year 2025 --source apbn --title t --ceiling 5 --kabupaten 63.02",
        "budget edit L --ceiling 6",
        "report submit --lokus L --intervention A --year 2025 --quarter 3 --nil", "report list L",
        "report evaluation L --year 2025",
        "report correct --lokus L --intervention A --year 2025 --quarter 3 --nil",
        "report submit --lokus L --intervention A --year 2025 --quarter 3",
        "report verify --lokus L --intervention A --year 2025 --quarter 3",
        "report verify --lokus L --year 2025 --quarter 3 --all --yes",
        "report show --lokus L --intervention A --year 2025 --quarter 3",
        "report confirm --lokus L --intervention A --year 2025 --quarter 3",
        "report dispute --lokus L --intervention A --year 2025 --quarter 3 --note n",
        "report return --lokus L --intervention A --year 2025 --quarter 3 --reason r", "inbox",
        "intervention decline A --lokus L --reason r", "intervention propose A --lokus L",
        "intervention budget A --lokus L", "intervention start A --lokus L", "intervention finish A --lokus L",
        "intervention delay A --lokus L --reason r", "intervention resume A --lokus L",
        "intervention cancel A --lokus L --reason r --yes",
        "intervention carry-over A --lokus L --reason r --starts-on 2026-01-01 --ends-on 2026-02-01",
        "intervention copy --from L --lokus L --rename A=B",
        "intervention assign A A --lokus L", "report import F --lokus L", "report template", "operation list",
        "operation show L", "operation watch L", "operation cancel L", "session list", "session revoke L",
        "account list", "account invite a@b --name N --role viewer --kabupaten 63.02", "account reset L",
        "account correct L --name N", "account disable L", "account enable L", "account end L", "second-factor show",
        "second-factor remove L",
    ]

    @Test func everyOperationHasACommand() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
        try "reference,budget_year,quarter,nil\nA,2025,3,ya\n".write(toFile: file, atomically: true, encoding: .utf8)
        let families = file + ".txt"
        try "SPH-1\n".write(toFile: families, atomically: true, encoding: .utf8)
        defer { for path in [file, families] { try? FileManager.default.removeItem(atPath: path) } }
        let identifier = "0197a1b2-0000-7000-8000-000000000001"
        let item = """
            {"id":"\(identifier)","reference":"A","plan_id":"\(identifier)","desa_code":"63.02.12.2005","year":2025,\
            "budget_year":2025,"quarter":3,"kind":"survey_import","state":"succeeded","rounds":[{"id":"\(identifier)","purpose":"baseline"}],\
            "round":{"id":"\(identifier)","category":"x"},"token":"slr_x","role":"viewer","secret":"K"}
            """
        let document =
            item.dropLast() + #","items":[\#(item)],"amendments":[\#(item)],"next_page_token":null,"total":1}"#
        let transport = FakeTransport { _ in FakeTransport.answer(200, String(document)) }
        for line in Self.lines {
            let values = ["L": identifier, "F": file, "T": families]
            let arguments = line.split(separator: " ").map { values[String($0)] ?? String($0) }
            let session = Session(transport)
            #expect(await session.run(arguments) == .success, "\(line): \(session.error)")
        }
        // What is typed, and what is stored.
        let home = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: home) }
        for line in [
            "login --email a@b", "account accept", "account password", "second-factor enable", "second-factor codes",
            "second-factor disable", "logout",
        ] {
            let session = Session(
                transport, variables: ["SELARAS_TOKEN": "", "XDG_CONFIG_HOME": home], secret: "rahasia")
            #expect(await session.run(line) == .success, "\(line): \(session.error)")
        }
        // `doctor` asks a service only where the network has one.
        _ = await ServiceChecks(service: Session(transport).service, now: 0).findings()
        let asked = Set(
            transport.asked.map { asked in
                let path = asked.path.prefix { $0 != "?" }
                let general = path.replacing(/\/(0197[0-9a-f-]+|63\.02|ikk-29|1)(?=\/|$)/, with: "/*")
                return "\(asked.method) \(general)"
            })
        let promised = Set(try Self.operations().map { "\($0.method) \(Self.general($0.path))" })
        #expect(promised.count > 35)
        #expect(promised.subtracting(asked) == Self.onlyByAPI)
        #expect(asked.isSubset(of: promised))
    }

    /// C25: whatever the service can do can be asked for from here.
    @Test func everyOperationCanBeAskedForByAPI() async throws {
        for (method, path) in try Self.operations() {
            let wanted = path.replacing(/\{[a-z_]+\}/, with: "x")
            let transport = FakeTransport { _ in FakeTransport.answer(200, "{}") }
            let stated = wanted.hasPrefix("/api/v1/") ? String(wanted.dropFirst("/api/v1".count)) : "/" + wanted
            #expect(await Session(transport).run("api \(method) \(stated)") == .success)
            #expect(transport.asked.map { "\($0.method) \($0.path)" } == ["\(method) \(wanted)"])
        }
    }
}
