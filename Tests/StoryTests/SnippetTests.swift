import Foundation
import Support
import Testing
import Wire

/// The snippets of `clients/`, run as their readers would, against a server with the demonstration.
@Suite(.serialized) struct SnippetTests {
    static let folder = TestDatabase.root.appending(path: "clients")

    /// A language in which the snippets are written: how a job is run in it, and an intervention without a report for
    /// the third quarter of 2025.
    struct Language: Sendable, CustomTestStringConvertible {
        let name: String
        let intervention: String
        let purpose: String
        let program: String
        let file: @Sendable (Job) -> String
        var testDescription: String { name }
    }

    enum Job: Int, CaseIterable, Sendable {
        case whoAmI = 1
        case listLokus, weakIndicators, comparison, interventionsCSV, report, correct, importDryRun, followOperation
        case wholeList, openData

        var words: String {
            switch self {
            case .whoAmI: "who-am-i"
            case .listLokus: "list-lokus"
            case .weakIndicators: "weak-indicators"
            case .comparison: "comparison"
            case .interventionsCSV: "interventions-csv"
            case .report: "report"
            case .correct: "correct"
            case .importDryRun: "import-dry-run"
            case .followOperation: "follow-operation"
            case .wholeList: "whole-list"
            case .openData: "open-data"
            }
        }

        var numbered: String { (rawValue < 10 ? "0" : "") + "\(rawValue)-\(words)" }
    }

    static let curl = Language(
        name: "curl", intervention: "SPH25-03", purpose: "baseline", program: "/bin/bash"
    ) { folder.appending(path: "curl/\($0.numbered).sh").path }

    static let python = Language(
        name: "Python", intervention: "SPH25-05", purpose: "midline", program: "/usr/bin/env"
    ) { folder.appending(path: "python/\($0.words.replacing("-", with: "_")).py").path }

    static let r = Language(
        name: "R", intervention: "SPH25-09", purpose: "resurvey", program: "/usr/bin/env"
    ) { folder.appending(path: "r/\($0.numbered).R").path }

    /// One server for all of them, as the demonstration takes a while to load.
    @Test func everyJobInEveryLanguage() async throws {
        let database = try await TestDatabase.make()
        let loaded = try await Program.built("selaras-server", environment: database.adminEnvironment).run(
            ["demo", "load", "--dir", TestDatabase.root.appending(path: "Config/demo").path])
        try #require(loaded.code == 0, "\(loaded.error)")
        let server = try await RunningServer.start(on: database, isQuiet: true)
        do {
            let story = try await Story(database, server)
            try await story.play(Self.curl, [])
            try await story.play(Self.python, ["python3"])
            if try await Self.hasR() {
                try await story.play(Self.r, ["Rscript", "--vanilla"])
            } else {
                print("clients/r was not run: there is no Rscript with httr2 here")
            }
        } catch {
            Issue.record(error)
        }
        #expect(await server.stop() == 0)
        try await database.drop()
    }

    /// What is there is listed, what is listed is there, and every language knows every job.
    @Test func everySnippetIsInTheTable() throws {
        let table = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        for language in [Self.curl, Self.python, Self.r] {
            for job in Job.allCases {
                let file = URL(fileURLWithPath: language.file(job))
                #expect(FileManager.default.fileExists(atPath: file.path), "\(file.path)")
                #expect(table.contains("`\(file.lastPathComponent)"), "\(file.lastPathComponent)")
            }
        }
        let all = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        let snippets = all.compactMap { ($0 as? URL)?.lastPathComponent }.filter { $0.contains(#/\.(sh|py|R|pq)$/#) }
        for name in snippets where !["selaras.py", "selaras.R"].contains(name) {
            #expect(table.contains("`\(name)"), "\(name) is not in the table")
        }
        // Beside them two files that the others share, and those of Power Query.
        #expect(snippets.count == 3 * Job.allCases.count + 2 + 6)
    }

    /// Who forgot the token is told which variable to set, and where one is from.
    @Test(arguments: [(curl, "/bin/bash"), (python, "python3")])
    func whoHasNoTokenIsToldSo(language: Language, program: String) async throws {
        let run = Program(language.program, environment: ["SELARAS_URL": "http://127.0.0.1:9", "SELARAS_TOKEN": ""])
        let file = language.file(.whoAmI)
        let ended = try await run.run(language.name == "curl" ? [file] : [program, file])
        #expect(ended.code != 0 && ended.error.contains("SELARAS_TOKEN: isi dengan token"), "\(ended.error)")
    }

    private static func hasR() async throws -> Bool {
        let found = try await Program("/bin/bash")("-c", "command -v Rscript && Rscript -e 'library(httr2)'")
        return found.code == 0
    }
}

/// A server, who uses it, and the jobs one after the other.
private struct Story {
    let database: TestDatabase
    let environment: [String: String]
    /// Sampanahan 2025, which has both surveys and a plan.
    let lokus: String
    /// Of a year without any survey.
    let empty: String

    init(_ database: TestDatabase, _ server: RunningServer) async throws {
        self.database = database
        let operate = try Program.built("selaras-server", environment: database.adminEnvironment)
        let issued = try await operate(
            "token", "create", "--role", "coordinator", "--name", "Penguji", "--kabupaten", "63.02")
        environment = [
            "SELARAS_URL": server.url, "SELARAS_PAGE_SIZE": "4", "LC_ALL": "C.UTF-8",
            "SELARAS_TOKEN": issued.out.trimmingCharacters(in: .whitespacesAndNewlines),
        ]
        let selaras = try Program.built("selaras", environment: environment)
        lokus = try await Self.id(selaras, "/api/v1/lokus?desa_code=63.02.12.2005&year=2025")
        let registered = try await selaras("lokus", "register", "63.02.12.2008", "--year", "2026")
        try #require(registered.code == 0, "\(registered.error)")
        empty = try await Self.id(selaras, "/api/v1/lokus?desa_code=63.02.12.2008&year=2026")
    }

    private static func id(_ selaras: Program, _ path: String) async throws -> String {
        let answer = try JSONValue(parsing: Array(try await selaras("api", "GET", path).out.utf8))
        return try #require(answer["items"].items.first?["id"].text)
    }

    func play(_ language: SnippetTests.Language, _ command: [String]) async throws {
        func run(_ job: SnippetTests.Job, _ arguments: String..., fails: Bool = false) async throws -> String {
            let outcome = try await Program(language.program, environment: environment).run(
                command + [language.file(job)] + arguments)
            #expect((outcome.code != 0) == fails, "\(language.name) \(job): \(outcome.error) \(outcome.out)")
            return outcome.out + (fails ? outcome.error : "")
        }
        func check(_ said: String, _ words: String..., job: SnippetTests.Job) {
            for word in words { #expect(said.contains(word), "\(language.name) \(job): no \(word) in \(said)") }
        }
        let selaras = try Program.built("selaras", environment: environment)
        let demo = TestDatabase.root.appending(path: "Config/demo/sampanahan-2025-baseline.csv").path

        for job in SnippetTests.Job.allCases where ![.whoAmI, .listLokus].contains(job) {
            let bare = try await Program(language.program, environment: environment).run(command + [language.file(job)])
            let name = URL(fileURLWithPath: language.file(job)).lastPathComponent
            #expect(bare.code == 2 && bare.error.contains("Pemakaian: \(name) "), "\(language.name) \(job): \(bare)")
            #expect(bare.error.split(separator: "\n").count == 1, "\(bare.error)")
        }
        check(try await run(.whoAmI), "Penguji", "coordinator", "63.02", job: .whoAmI)
        let all = try await run(.listLokus)
        check(all, "63.02.09.2007", "63.02.12.2005", "63.02.12.2008", job: .listLokus)
        let some = try await run(.listLokus, "2025")
        check(some, "63.02.12.2005", lokus, job: .listLokus)
        #expect(!some.contains("63.02.09.2007"))
        check(try await run(.weakIndicators, lokus), "KLS-02", "59.29", "36", "KKSB-04", job: .weakIndicators)
        check(try await run(.comparison, lokus), "KLS-01", "79.05", "82.86", "stayed_clear", job: .comparison)
        check(
            try await run(.comparison, empty, fails: true), language.name == "curl" ? "round_is_not_closed" : "ditutup",
            job: .comparison)

        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-\(UUID().uuidString).csv")
        _ = try await run(.interventionsCSV, "PUPR", file.path)
        let table = try String(contentsOf: file, encoding: .utf8)
        #expect(table.hasPrefix("id,plan_id,") && table.contains("SPH25-01") && !table.contains("SPH25-03"))
        #expect(!FileManager.default.fileExists(atPath: file.path + ".part"))
        try FileManager.default.removeItem(at: file)

        let intervention = try await Self.id(selaras, "/api/v1/interventions?reference=\(language.intervention)")
        let reports = "/api/v1/interventions/\(intervention)/reports?quarter=3&budget_year=2025"
        for _ in 0..<2 {
            let said = try await run(.report, intervention, "2025", "3", "5.5", "1", "1234567")
            check(said, "1234567", intervention, job: .report)
        }
        // Twice the same request, one report.
        let report = try await Self.id(selaras, reports)
        check(try await run(.correct, report, "1234568"), "1234568", job: .correct)
        let kept = try JSONValue(parsing: Array(try await selaras("api", "GET", "/api/v1/reports/\(report)").out.utf8))
        #expect(kept["spent_idr"].integer == 1_234_568 && kept["version"].integer == 2)

        let rounds = "/api/v1/survey-rounds?lokus_id=\(empty)&purpose=\(language.purpose)"
        check(try await run(.importDryRun, empty, language.purpose, demo), "283", job: .importDryRun)
        #expect(try await selaras("api", "GET", rounds).out.contains("\"items\":[]"))
        check(try await run(.followOperation, empty, language.purpose, demo), "succeeded", job: .followOperation)
        #expect(try await selaras("api", "GET", rounds).out.contains("\"purpose\":\"\(language.purpose)\""))
        check(try await run(.followOperation, lokus, "baseline", demo, fails: true), job: .followOperation)

        // Four on a page, sixteen in all: everything is there once.
        let whole = try await run(.wholeList, "interventions")
        let answer = try JSONValue(
            parsing: Array(try await selaras("api", "GET", "/api/v1/interventions?page_size=1000").out.utf8))
        let ids = answer["items"].items.compactMap { $0["id"].text }
        #expect(ids.count > 8)
        for id in ids { #expect(whole.components(separatedBy: id).count == 2, "\(language.name) \(id)") }

        let open = try await run(.openData, "indicators")
        check(open, "63.02.12.2005", "6302190006", "KLS-02", "59.29", "withheld", job: .openData)
        check(try await run(.openData, "indices"), "75.91", "KKSP", job: .openData)
        check(try await run(.openData, "interventions"), "PUPR", job: .openData)
    }
}
