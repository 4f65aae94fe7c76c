import ArgumentParser
import Phrasing
import Testing
import Wire

@testable import selaras

/// A refusal leads on: the command that helps is told, filled in with what was typed.
@Suite struct NextStepTests {
    private func refused(
        _ line: String, _ code: String, status: Int = 409, _ language: Language = .indonesian
    ) async -> String {
        let transport = FakeTransport { asked in
            if asked.method != "GET" { return FakeTransport.answer(status, #"{"code":"\#(code)","title":"T"}"#) }
            if asked.path.contains("/interventions/") { return FakeTransport.answer(200, Documents.intervention) }
            if asked.path.contains("/interventions") { return FakeTransport.answer(200, Documents.interventions) }
            return FakeTransport.answer(200, Documents.lokusList)
        }
        let session = Session(transport, language: language)
        #expect(await session.run(line) != .success)
        return session.error
    }

    @Test func aSecondReportLeadsToItsCorrection() async {
        let line = "report submit --lokus 63.02.12.2005/2025 --intervention SPH25-01 --year=2025 --quarter 3 --nil"
        let id = await refused(line, "report_one_per_period")
        #expect(
            id.contains(
                """
                Selanjutnya:
                  perbaiki laporan itu: selaras report correct --lokus 63.02.12.2005/2025 --intervention SPH25-01 --year \
                2025 --quarter 3 …

                """), "\(id)")
        #expect(
            await refused(line, "report_one_per_period", status: 409, .english).contains(
                "  correct that report: selaras report"))
    }

    @Test func aSecondPlanLeadsToTheFirst() async {
        let said = await refused("plan create 63.02.12.2005/2025", "plan_once_per_lokus")
        #expect(said.contains("  lihat rencana aksi itu: selaras plan show 63.02.12.2005/2025\n"), "\(said)")
    }

    @Test func anUnknownDesaLeadsToTheSearch() async {
        let said = await refused(
            "lokus register 63.02.12.2999 --year 2025", "lokus_desa_is_in_the_register", status: 422)
        #expect(said.contains("selaras region search NAMA --level desa"), "\(said)")
        let again = await refused("lokus register 63.02.12.2005 --year 2025", "lokus_once_per_desa_and_year")
        #expect(again.contains("selaras lokus show 63.02.12.2005/2025\n"), "\(again)")
    }

    @Test func anUnknownAgencyLeadsToTheList() async {
        let said = await refused(
            "intervention add A --lokus 63.02.12.2005/2025 --agency X --title t --indicators KLS-02 --quantity 1 "
                + "--unit u --starts-on 2025-01-01 --ends-on 2025-02-01", "intervention_agency_is_of_the_kabupaten",
            status: 422)
        #expect(said.contains("  semua kode: selaras agency list\n"), "\(said)")
    }

    @Test func aSurveyThatIsNotThereLeadsToItsImport() async {
        let said = await refused("survey close 63.02.12.2005/2025 --purpose resurvey --yes", "x")
        #expect(
            said.contains("selaras survey import BERKAS.csv --lokus 63.02.12.2005/2025 --purpose resurvey\n"),
            "\(said)")
    }

    /// A table of another layout is read by a mapping; where one was named, or only answers are wrong, it is no help.
    @Test func aTableOfAnotherLayoutLeadsToItsInspection() throws {
        func page(_ code: String, _ line: String) -> String {
            let document: JSONValue = [
                "code": "file_refused", "title": "T",
                "errors": [["line": 1, "column": "rt", "value": nil, "code": .string(code), "message": "M."]],
            ]
            let typed = TypedValues(line.split(separator: " ").map(String.init))
            let problem = ServiceProblem(document, status: 422)
            return ProblemPage(problem: problem, language: .indonesian, width: nil, typed: typed).text
        }
        let line = "survey import kobo.csv --lokus 63.02.12.2005 --purpose baseline"
        #expect(page("missing_column", line).contains("selaras survey inspect kobo.csv --write-mapping"))
        #expect(!page("missing_column", line + " --mapping m.csv").contains("inspect"))
        #expect(!page("not_an_answer", line).contains("inspect"))
        #expect(!page("missing_column", "intervention import kobo.csv --lokus 63.02.12.2005").contains("inspect"))
    }

    @Test func whatIsPutIntoACommandIsOneArgument() {
        let typed = TypedValues(["report", "submit", "--lokus", "63.02.12.2005", "--intervention", "A 1'; rm"])
        let step = NextStep.after("intervention_follows_its_transitions")[0].command(typed)
        #expect(step.indonesian == "selaras intervention show 'A 1'\\''; rm' --lokus 63.02.12.2005")
        #expect(NextStep.after("report_period_has_begun")[0].command(TypedValues([])).english == "selaras inbox")
    }

    /// The commands that are told exist, and are of problems that exist.
    @Test func everyStepCanBeTaken() async {
        for (code, steps) in NextStep.all {
            #expect(ProblemText.all[code] != nil && !steps.isEmpty, "\(code)")
            for step in steps {
                let isOpen = step.example.contains("…")
                let words = step.example.split(separator: " ").dropFirst().map(String.init).filter { $0 != "…" }
                #expect(TypedLine(words).unknownCommand == nil && !step.example.contains("{"), "\(step.example)")
                #expect(isOpen || (try? Selaras.parseAsRoot(words)) != nil, "\(step.example)")
            }
        }
        for code in Background.texts.keys { #expect(ProblemText.all[code] != nil, "\(code)") }
    }

    @Test(arguments: Language.allCases) func whatIsThinSaysMore(_ language: Language) async {
        for code in ["file_refused", "report_one_per_period"] {
            let session = Session(FakeTransport([:]), language: language)
            #expect(await session.run("explain \(code)") == .success)
            #expect(session.output.count > 500 && session.output.contains("\n  "))
            #expect(
                session.output.contains(code == "file_refused" ? "--dry-run" : "selaras report correct --lokus 63."))
        }
    }
}
