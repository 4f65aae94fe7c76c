import Foundation
import Phrasing
import Testing

@testable import selaras

/// What people read, word by word, in both languages: help, tables and errors as they are in `Fixtures`.
///
/// Run with `SELARAS_WRITE_FIXTURES=1` to write what the program prints now, and read the difference.
@Suite struct GoldenTests {
    struct Scene: Sendable, CustomTestStringConvertible {
        let name: String
        let line: String
        var width: Int?

        var testDescription: String { name }
    }

    private static let scenes = [
        Scene(name: "help", line: "--help"), Scene(name: "help-group", line: "survey"),
        Scene(name: "help-import", line: "help survey import"), Scene(name: "help-list", line: "lokus list --help"),
        Scene(name: "help-submit", line: "help report submit"), Scene(name: "help-api", line: "help api"),
        Scene(name: "help-exit-codes", line: "help exit-codes"),
        Scene(name: "help-environment", line: "help environment"),
        Scene(name: "help-output", line: "help output"),
        Scene(name: "table-lokus", line: "lokus list"), Scene(name: "table-lokus-wide", line: "lokus list -o wide"),
        Scene(name: "table-lokus-narrow", line: "lokus list --color never", width: 60),
        Scene(name: "table-interventions", line: "intervention list 63.02.12.2005/2025"),
        Scene(name: "page-lokus", line: "lokus show 63.02.12.2005/2025"),
        Scene(name: "page-comparison", line: "compare 63.02.12.2005/2025"),
        Scene(name: "page-comparison-statistics", line: "compare 63.02.12.2005/2025 --statistics", width: 120),
        Scene(name: "page-round", line: "survey show 63.02.12.2005/2025 --purpose resurvey", width: 120),
        Scene(name: "page-weak", line: "weak 63.02.12.2005/2025 --purpose resurvey", width: 120),
        Scene(name: "csv-weak", line: "weak 63.02.12.2005/2025 --purpose resurvey -o csv"),
        Scene(name: "csv-comparison", line: "compare 63.02.12.2005/2025 -o csv"),
        Scene(name: "table-comparisons", line: "lokus compare --year 2025", width: 120),
        Scene(name: "page-review", line: "survey review 63.02.12.2005/2025"),
        Scene(name: "page-plan-review", line: "plan review 63.02.12.2005/2025", width: 120),
        Scene(name: "csv-plan-review", line: "plan review 63.02.12.2005/2025 -o csv"),
        Scene(name: "page-plan-matrix", line: "plan matrix 63.02.12.2005/2025", width: 160),
        Scene(name: "csv-plan-matrix", line: "plan matrix 63.02.12.2005/2025 -o csv"),
        Scene(name: "plan-pack", line: "plan pack 63.02.12.2005/2025 --agency PUPR"),
        Scene(name: "help-plan-pack", line: "help plan pack"),
        Scene(name: "help-import-results", line: "help survey import-results"),
        Scene(name: "page-announced", line: "survey show 63.02.12.2005/2025 --purpose baseline"),
        Scene(name: "page-reconciliation", line: "survey reconcile 63.02.12.2005/2025"),
        Scene(name: "page-sample-plan", line: "survey plan-sample 63.02.12.2005/2025", width: 120),
        Scene(name: "page-comparison-narrow", line: "compare 63.02.12.2005/2025 --color never", width: 90),
        Scene(
            name: "page-report",
            line: "report submit --lokus 63.02.12.2005/2025 --intervention SPH25-01 --year 2025 --quarter 3 --nil"),
        Scene(
            name: "page-report-unlikely",
            line: "report correct --lokus 63.02.12.2005/2025 --intervention SPH25-01 --year 2025 --quarter 3 "
                + "--spent 900000000"),
        Scene(
            name: "page-report-returned",
            line: "report return --lokus 63.02.12.2005/2025 --intervention SPH25-01 --year 2025 --quarter 3 "
                + "--reason Kuitansi"),
        Scene(name: "help-report-verify", line: "help report verify"),
        Scene(name: "page-inbox", line: "inbox", width: 100),
        Scene(name: "page-comparison-80", line: "compare 63.02.12.2005/2025 --color never", width: 80),
        Scene(name: "table-inbox-narrow", line: "inbox --color never", width: 60),
        Scene(name: "table-reports-narrow", line: "report list --color never", width: 60),
        Scene(name: "page-counterparts", line: "lokus counterparts 63.02.12.2005/2025"),
        Scene(name: "page-suggestions", line: "plan suggest 63.02.12.2005/2025", width: 120),
        Scene(name: "table-comparisons-narrow", line: "lokus compare --year 2025 --color never", width: 60),
        Scene(name: "help-report-import", line: "help report import"),
        Scene(name: "help-report-import-rfk", line: "help report import-rfk"),
        Scene(name: "help-operation", line: "operation"),
        Scene(name: "page-operation", line: "operation show o1"),
        Scene(name: "table-operations", line: "operation list"),
        Scene(name: "batch-assign", line: "intervention assign SPH25-01 SPH25-01 --lokus 63.02.12.2005/2025 --each"),
        Scene(name: "explain", line: "explain file_refused"),
        Scene(name: "error-command", line: "lokas"), Scene(name: "error-verb", line: "lokus lst"),
        Scene(name: "error-flag", line: "lokus list --yaer 2025"), Scene(name: "error-missing", line: "weak"),
        Scene(name: "error-value", line: "lokus list -o xml"),
        Scene(name: "error-not-found", line: "weak 63.02.12.2006/2025"),
        Scene(name: "error-service", line: "region show 63"),
        Scene(name: "error-consent", line: "plan assign 63.02.12.2005/2025"),
    ]

    private static let documents = [
        "GET /lokus": #"{"items":[\#(Documents.surveyedLokus)],"next_page_token":null}"#,
        "GET \(Documents.lokusPath)": Documents.surveyedLokus,
        "GET \(Documents.lokusPath)/comparison": Documents.comparison,
        "GET \(Documents.lokusPath)/sample-plan": Documents.samplePlan,
        "GET \(Documents.lokusPath)/counterparts": Documents.counterparts,
        "GET \(Documents.lokusPath)/suggestions": Documents.suggestions,
        "GET /survey-rounds/r1/findings": Documents.findings,
        "GET /survey-rounds/r1": Documents.announced, "GET /survey-rounds/r2": Documents.surveyed,
        "GET \(Documents.lokusPath)/weak-indicators": Documents.weak,
        "GET /survey-rounds/r1/reconciliation": Documents.reconciliation,
        "GET /interventions": Documents.interventions, "GET /interventions/i1": Documents.intervention,
        "GET /operations/o1": Documents.operation, "GET /operations": Documents.operations,
        "POST /interventions:batch": Documents.moves, "POST /interventions/i1/reports": Documents.report,
        "GET /action-plans/p1": #"{"id":"p1"}"#, "GET /action-plans/p1/findings": Documents.planFindings,
        "GET /action-plans/p1/matrix": Documents.planMatrix,
        "GET /action-plans/p1/pack": "<!DOCTYPE html>\n<html lang=\"id\"><body>Bahan Rapat Koordinasi</body></html>\n",
        "GET /agencies": #"{"items":[{"code":"PUPR"}],"next_page_token":null}"#,
        "GET /interventions/i1/reports": #"{"items":[\#(Documents.report)],"next_page_token":null}"#,
        "GET /reports": #"{"items":[\#(Documents.reportWithLokus)],"next_page_token":null}"#,
        "GET /reports/rep1": Documents.report, "PATCH /reports/rep1": Documents.unlikelyReport,
        "POST /reports/rep1/return": Documents.returnedReport,
        "GET /report-obligations": Documents.obligations,
        "GET /me": #"{"name":"Siti","role":"coordinator","areas":["63.02"],"agency":null}"#,
        "GET /comparisons":
            #"{"year":2025,"before":"baseline","after":"resurvey","items":[\#(Documents.compared)]}"#,
    ]

    /// The lokus that is asked for, or none.
    private static var transport: FakeTransport {
        FakeTransport { asked in
            let path = String(asked.path.prefix { $0 != "?" }.dropFirst("/api/v1".count))
            if asked.path.contains("desa_code=63.02.12.2006") { return FakeTransport.answer(200, #"{"items":[]}"#) }
            guard let document = documents["\(asked.method) \(path)"] else {
                return FakeTransport.answer(
                    404, #"{"title":"Not found","code":"not_found","detail":"Check desa_code.","request_id":"q"}"#)
            }
            return FakeTransport.answer(200, document)
        }
    }

    @Test(arguments: scenes, Language.allCases)
    func reads(_ scene: Scene, _ language: Language) async throws {
        let session = Session(Self.transport, width: scene.width, language: language)
        let status = await session.run(scene.line)
        let text = """
            $ selaras \(scene.line)
            [\(status.rawValue)]
            ---- stdout
            \(session.output)---- stderr
            \(session.error)
            """
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/\(scene.name).\(language.rawValue).txt")
        if ProcessInfo.processInfo.environment["SELARAS_WRITE_FIXTURES"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }
}
