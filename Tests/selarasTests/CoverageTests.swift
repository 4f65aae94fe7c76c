import Foundation
import Synchronization
import Testing

@testable import selaras

/// Every operation of the API has a command, or is named here as one for `selaras api`.
@Suite struct CoverageTests {
    private static let onlyByAPI: Set = [
        // For programs that write much at once, and for one that lost its receipt.
        "GET /survey-imports/*", "POST /action-plans/*/interventions:batch", "POST /interventions:batch",
        "POST /reports:batch",
        // What a program asked for with Prefer: respond-async.
        "GET /operations", "GET /operations/*", "POST /operations/*/cancel",
    ]

    private static var operations: Set<String> {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = (try? String(contentsOf: root.appending(path: "Sources/API/Router.swift"), encoding: .utf8)) ?? ""
        let routes = text.matches(of: /api\.(get|post|patch|put|delete)\(\s*"([^"]+)"/)
        return Set(routes.map { "\($0.1.uppercased()) /" + $0.2.replacing(/\{[a-z_]+\}/, with: "*") })
    }

    private static let lines = [
        "whoami", "region search x", "region show 63.02", "framework list", "framework show ikk-29/1", "agency list",
        "catalogue list", "lokus list", "lokus show L", "lokus register 63.02.12.2005 --year 2025",
        "lokus decree L --number 1 --on 2025-01-01", "survey import F --lokus L --purpose baseline", "survey list L",
        "survey show L --purpose baseline", "survey close L --purpose baseline --yes", "weak L", "compare L",
        "plan list", "plan create L", "plan show L", "plan edit L --title x", "plan assign L --yes",
        "intervention add A --lokus L --agency P --title t --indicators K --quantity 1 --unit u --starts-on 2025-01-01 --ends-on 2025-02-01",
        "intervention import F --lokus L", "intervention list L", "intervention show A --lokus L",
        "intervention edit A --lokus L --note n", "intervention assign A --lokus L", "intervention accept A --lokus L",
        "report submit --lokus L --intervention A --year 2025 --quarter 3 --nil", "report list L",
        "report correct --lokus L --intervention A --year 2025 --quarter 3 --nil", "inbox",
    ]

    @Test func everyOperationHasACommand() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
        try "x".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let identifier = "0197a1b2-0000-7000-8000-000000000001"
        let item = """
            {"id":"\(identifier)","reference":"A","plan_id":"\(identifier)","desa_code":"63.02.12.2005","year":2025,\
            "budget_year":2025,"quarter":3,"rounds":[{"id":"\(identifier)","purpose":"baseline"}],\
            "round":{"id":"\(identifier)","category":"x"}}
            """
        let document = item.dropLast() + #","items":[\#(item)],"next_page_token":null}"#
        let transport = FakeTransport { _ in FakeTransport.answer(200, String(document)) }
        for line in Self.lines {
            let arguments = line.split(separator: " ").map { $0 == "L" ? identifier : $0 == "F" ? file : String($0) }
            let session = Session(transport)
            #expect(await session.run(arguments) == .success, "\(line): \(session.error)")
        }
        let asked = Set(
            transport.asked.map { asked in
                let path = asked.path.prefix { $0 != "?" }.dropFirst("/api/v1".count)
                let general = path.replacing(/\/(0197[0-9a-f-]+|63\.02|ikk-29|1)(?=\/|$)/, with: "/*")
                return "\(asked.method) \(general)"
            })
        #expect(Self.operations.count > 25)
        #expect(Self.operations.subtracting(asked) == Self.onlyByAPI)
    }
}
