import Phrasing
import Testing

@testable import selaras

/// Budget lines as an office types them.
@Suite struct BudgetTests {
    private static let line = """
        {"id":"0197a1b2-0000-7000-8000-00000000000b","kabupaten_code":"63.02","agency_code":"PUPR","agency_name":"Dinas PUPR",\
        "budget_year":2025,"source":"apbd_kabupaten","code":"1.03.05.2.01.0007","written_code":"1.03.05.02.01.0007",\
        "nomenclature":null,"title":"Tangki septik","stage":"perubahan","ceiling_idr":400000000,\
        "stages":[{"stage":"murni","ceiling_idr":900000000},{"stage":"perubahan","ceiling_idr":400000000}],\
        "shared_idr":405000000,"left_idr":-5000000,"shares":[{"reference":"SPH25-01","title":"Bilik WC","agency_code":"PUPR",\
        "desa_name":"Sampanahan","year":2025,"amount_idr":405000000}],"unseen_idr":0,"version":2}
        """
    private static let path = "/budget-lines/0197a1b2-0000-7000-8000-00000000000b"

    private static func transport(_ more: [String: String] = [:]) -> FakeTransport {
        FakeTransport(
            [
                "GET /budget-lines": #"{"items":[\#(line)],"next_page_token":null}"#, "GET \(path)": line,
                "PATCH \(path)": line, "POST /budget-lines": line,
                "GET /agencies": #"{"items":[{"code":"PUPR","kabupaten_code":"63.02"}],"next_page_token":null}"#,
            ].merging(more) { $1 })
    }

    @Test func aCutIsToldWithWhomItConcerns() async {
        let session = Session(Self.transport())
        #expect(
            await session.run("budget edit 1.03.05.02.01.0007 --agency PUPR --stage perubahan --ceiling 400000000")
                == .success)
        #expect(session.output.contains("Alokasi melampaui pagu sebesar Rp5.000.000. Terkena: SPH25-01."))
        #expect(session.output.contains("Murni") && session.output.contains("900.000.000"))
        let english = Session(Self.transport(), language: .english)
        #expect(await english.run("budget show 1.03.05.2.01.0007") == .success)
        #expect(english.output.contains("Shares are Rp5,000,000 above the ceiling. It concerns SPH25-01."))
    }

    @Test func aLineIsFoundByItsCodeOrName() async {
        let transport = Self.transport()
        #expect(await Session(transport).run("budget show 1.03.05.02.01.0007 --agency PUPR --year 2025") == .success)
        #expect(
            transport.asked.first?.path
                == "/api/v1/budget-lines?code=eq.1.03.05.02.01.0007&budget_year=eq.2025&agency_code=eq.PUPR&page_size=1000"
        )
        let named = Self.transport()
        #expect(await Session(named).run(["budget", "show", "Tangki septik"]) == .success)
        #expect(named.asked.first?.path == "/api/v1/budget-lines?title=eq.Tangki%20septik&page_size=1000")
        let none = Session(Self.transport(["GET /budget-lines": #"{"items":[],"next_page_token":null}"#]))
        #expect(await none.run("budget show x") == .notFound)
        #expect(none.error.contains("tidak ada pos anggaran x. Yang ada: selaras budget list"))
        let both = #"{"items":[\#(Self.line),\#(Self.line)],"next_page_token":null}"#
        let several = Session(Self.transport(["GET /budget-lines": both]))
        #expect(await several.run("budget show 1.03.05.2.01.0007") == .usage)
        #expect(several.error.contains("--agency dan --year"))
    }

    @Test func aStageNeedsItsCeiling() async {
        let transport = Self.transport()
        let session = Session(transport)
        #expect(await session.run("budget edit x --stage perubahan") == .usage)
        #expect(session.error.contains("--ceiling") && transport.asked.isEmpty)
    }

    @Test func aShareJoinsTheMoneyOfItsSource() async throws {
        let intervention = """
            {"id":"i1","reference":"SPH25-01","version":1,"funding":[{"source":"apbd_kabupaten","amount_idr":300,"shares":[\
            {"budget_line_id":"other","amount_idr":100}]},{"source":"csr","amount_idr":5,"shares":[]}]}
            """
        let transport = Self.transport([
            "GET /lokus": #"{"items":[\#(Documents.surveyedLokus)],"next_page_token":null}"#,
            "GET /interventions": #"{"items":[\#(intervention)],"next_page_token":null}"#,
            "GET /interventions/i1": intervention, "PATCH /interventions/i1": intervention,
        ])
        let session = Session(transport)
        #expect(
            await session.run(
                "intervention edit SPH25-01 --lokus 63.02.12.2005/2025 --share 1.03.05.2.01.0007=Rp250.000")
                == .success, "\(session.error)")
        let sent = try #require(transport.asked.first { $0.method == "PATCH" })
        #expect(
            sent.body
                == """
                {"funding":[{"source":"apbd_kabupaten","amount_idr":300,"shares":[{"budget_line_id":"other","amount_idr":100},\
                {"budget_line_id":"0197a1b2-0000-7000-8000-00000000000b","amount_idr":250000}]},\
                {"source":"csr","amount_idr":5,"shares":[]}]}
                """)
        // Who shows it sees out of which lines it is paid.
        let shown = Session(
            Self.transport([
                "GET /lokus": #"{"items":[\#(Documents.surveyedLokus)],"next_page_token":null}"#,
                "GET /interventions": #"{"items":[\#(intervention)],"next_page_token":null}"#,
                "GET /interventions/i1": intervention.replacing("other", with: "0197a1b2-0000-7000-8000-00000000000b"),
            ]))
        #expect(await shown.run("intervention show SPH25-01 --lokus 63.02.12.2005/2025") == .success)
        #expect(shown.output.contains("Menurut pos anggaran") && shown.output.contains("Tangki septik"))
    }
}
