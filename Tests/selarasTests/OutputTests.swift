import Foundation
import Phrasing
import Synchronization
import Testing
import Wire

@testable import selaras

@Suite struct OutputTests {
    private func output(_ arguments: String, width: Int? = nil) async -> String {
        let session = Session(FakeTransport(["GET /lokus": Documents.lokusList]), width: width)
        #expect(await session.run(arguments) == .success)
        return session.output
    }

    @Test func jsonShorthand() async {
        #expect(await output("lokus list --json") == output("lokus list -o json"))
        let session = Session(FakeTransport([:]))
        #expect(await session.run("lokus list --json -o csv") == .usage)
        #expect(session.error.contains("--json"))
    }

    @Test func aDocumentIsOneLine() async {
        let session = Session(FakeTransport(["GET /me": #"{"name": "Siti", "areas": []}"#]))
        _ = await session.run("whoami -o ndjson")
        #expect(session.output == #"{"name":"Siti","areas":[]}"# + "\n")
    }

    @Test func namesAreWhatCommandsTake() async {
        #expect(await output("lokus list -o name") == "63.02.12.2005/2025\n")
    }

    /// A row that says in a member `lokus` to which it belongs is called as that lokus is.
    @Test func aComparedLokusHasItsName() async {
        let compared = #"{"year":2025,"before":"baseline","after":"resurvey","items":[\#(Documents.compared)]}"#
        let session = Session(FakeTransport(["GET /comparisons": compared]))
        #expect(await session.run("lokus compare --year 2025 -o name") == .success)
        #expect(session.output == "63.02.12.2005/2025\n")
    }

    /// What a command made of something that has no id of its own is called as the command was told.
    @Test func receiptsHaveNames() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv").path()
        try "x\n".write(toFile: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let place = "63.02.12.2005/2025"
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "POST \(Documents.lokusPath)/survey-imports": #"{"dry_run":true,"purpose":"midline","import_id":null}"#,
            "POST /action-plans/p1/intervention-imports": #"{"dry_run":false,"plan_id":"p1"}"#,
            "POST /action-plans/p1/assign": #"{"assigned":3}"#,
            "GET /report-obligations":
                #"{"items":[{"reference":"A","intervention_id":"i1"}],"next_page_token":null}"#,
        ])
        for (line, name) in [
            ("survey import \(file) --lokus \(place) --purpose midline --dry-run", "midline"),
            ("intervention import \(file) --lokus \(place)", place), ("plan assign \(place) --yes", place),
            // A reference says which intervention is meant where the plan is known, and only there.
            ("inbox", "i1"), ("inbox --lokus \(place)", "A"),
        ] {
            let session = Session(transport)
            #expect(await session.run(line + " -o name") == .success, "\(line): \(session.error)")
            #expect(session.output == name + "\n", "\(line)")
        }
    }

    @Test func tabs() async {
        #expect(await output("lokus list -o tsv --columns desa_code,year") == "desa_code\tyear\n63.02.12.2005\t2025\n")
        #expect(await output("lokus list -o tsv --columns desa_code --no-header") == "63.02.12.2005\n")
    }

    @Test func wideShowsEveryColumn() async throws {
        let table = try #require(await output("lokus list").split(separator: "\n").first)
        let wide = try #require(await output("lokus list -o wide").split(separator: "\n").first)
        #expect(!table.contains("Nomor SK"))
        #expect(wide.contains("Nomor SK") && wide.contains("Pengenal"))
    }

    @Test func yaml() {
        let value: JSONValue = [
            "name": "no", "empty": [], "none": nil, "nested": ["a b": 1],
            "list": ["x", ["code": "63.10", "deep": ["y"]]],
        ]
        #expect(
            YAMLText.of(value) == """
                name: "no"
                empty: []
                none: null
                nested:
                  "a b": 1
                list:
                  - "x"
                  - code: "63.10"
                    deep:
                      - "y"

                """)
    }

    @Test func yamlIsReadAsTheSameDocument() throws {
        let document = try JSONValue(parsing: Array(Documents.comparison.utf8))
        let text = YAMLText.of(document)
        // Every scalar stands in it as JSON writes it, so nothing is lost or read as another type.
        #expect(text.contains("desa_code: \"63.02.12.2005\"\n"))
        #expect(text.contains("ikk_change: 2.7249225037\n"))
        #expect(text.contains("    interventions:\n      - \"SPH25-06\"\n"))
    }

    @Test(arguments: ["json", "csv", "yaml", "name", "ndjson", "tsv"])
    func machinesGetNoNotice(_ format: String) async {
        let session = Session(FakeTransport(["GET /lokus": #"{"items":[],"next_page_token":null}"#]))
        #expect(await session.run("lokus list -o \(format)") == .success)
        #expect(session.error.isEmpty)
    }

    @Test func quietLeavesTheDataAlone() async {
        let session = Session(FakeTransport(["POST /lokus": Documents.lokus]))
        #expect(await session.run("lokus register 63.02.12.2005 --year 2025 --quiet -o name") == .success)
        #expect(session.output == "63.02.12.2005/2025\n")
        #expect(session.error.isEmpty)
    }

    @Test func verboseAndDebug() async {
        let session = Session(FakeTransport(["GET /me": "{}"]))
        _ = await session.run("whoami --verbose")
        #expect(session.error.hasPrefix("GET http://fake/api/v1/me → 200 ("))
        let debug = Session(FakeTransport(["GET /me": "{}"]))
        _ = await debug.run("whoami --debug -o json")
        #expect(debug.error.contains("> Authorization: ***"))
        #expect(!debug.error.contains("slr_test"))
        #expect(debug.output == "{}\n")
    }

    @Test(arguments: [
        ("table", true, true), ("table --no-pager", true, false), ("json", true, false), ("table", false, false),
    ])
    func pager(_ format: String, _ isTerminal: Bool, _ isPaged: Bool) async {
        let session = Session(
            FakeTransport(["GET /lokus": Documents.lokusList]), variables: ["PAGER": "layar -x"],
            width: isTerminal ? 80 : nil)
        #expect(await session.run("lokus list -o \(format)") == .success)
        #expect(session.paged == (isPaged ? "layar -x" : nil))
    }

    @Test(arguments: [["PAGER": ""], ["SELARAS_PAGER": "cat"], ["PAGER": "less", "TERM": "dumb"]])
    func noPager(_ variables: [String: String]) async {
        let session = Session(
            FakeTransport(["GET /lokus": Documents.lokusList]), variables: variables, width: 80)
        #expect(await session.run("lokus list") == .success)
        #expect(session.paged == nil)
    }

    @Test func filtersAndOrderAreTheServices() async {
        let transport = FakeTransport(["GET /lokus": Documents.lokusList])
        let line = "lokus list --filter year=gte.2024 --filter desa_name=ilike.sam* --sort -year --limit 5"
        #expect(await Session(transport).run(line) == .success)
        #expect(
            transport.asked.last?.path
                == "/api/v1/lokus?year=gte.2024&desa_name=ilike.sam%2A&sort=-year&page_size=5")
        #expect(await Session(transport).run("lokus list --filter year") == .usage)
    }

    @Test func watchShowsOnlyWhatChanged() async {
        let count = Mutex(0)
        let transport = FakeTransport { _ in
            let number = count.withLock {
                $0 += 1; return $0
            }
            let state = number < 3 ? "due" : "overdue"
            return FakeTransport.answer(
                200, #"{"items":[{"reference":"A","state":"\#(state)","days_overdue":1}],"next_page_token":null}"#)
        }
        let session = Session(transport, pauses: 3)
        _ = await session.run("inbox --watch --columns reference,state --no-header")
        #expect(session.output == "A  Belum lapor\nA  Terlambat 1 hari\n")
        #expect(transport.asked.count == 4)
    }
}
