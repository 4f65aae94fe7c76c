import Phrasing
import Testing
import Wire

@testable import selaras

/// What a village says of reports, as it is typed and read.
@Suite struct ConfirmationTests {
    private static let place = "63.02.12.2005/2025"
    private static let said = """
        "confirmation":{"state":"disputed","note":"Dua belum beratap","quantity":16.5,\
        "said_at":"2025-10-09T02:00:00Z","said_by":"Pemerintah Desa Sampanahan",\
        "of":{"version":1,"physical_percent":40,"quantity":18.5},"is_current":true}
        """
    static let disputed = Documents.report.replacing(#""warnings":[]"#, with: said + #","warnings":[]"#)
    private static let earlier = disputed.replacing(#""is_current":true"#, with: #""is_current":false"#)

    private func transport(_ report: String = disputed) -> FakeTransport {
        FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "GET /interventions/i1": Documents.intervention,
            "GET /interventions/i1/reports": #"{"items":[\#(report)],"next_page_token":null}"#,
            "GET /reports": #"{"items":[\#(report)],"next_page_token":null}"#,
            "GET /reports/rep1": report, "POST /reports/rep1/confirm": report, "POST /reports/rep1/dispute": report,
        ])
    }

    private let line = "--lokus \(place) --intervention SPH25-01 --year 2025 --quarter 3"

    @Test func whatIsSent() async {
        let transport = transport()
        let session = Session(transport)
        #expect(await session.run("report confirm \(line)") == .success, "\(session.error)")
        #expect(transport.asked.last?.path == "/api/v1/reports/rep1/confirm" && transport.asked.last?.body == "{}")
        #expect(transport.asked.last?.headers["If-Match"] == "\"7\"")
        #expect(await session.run("report confirm \(line) --note Sesuai --dry-run") == .success)
        #expect(transport.asked.last?.path == "/api/v1/reports/rep1/confirm?dry_run=true")
        #expect(transport.asked.last?.body == #"{"note":"Sesuai"}"#)
        #expect(await session.run("report dispute \(line) --note Kurang --quantity 16,5") == .success)
        #expect(transport.asked.last?.body == #"{"note":"Kurang","quantity":16.5}"#)
        // A dispute says why; who confirms counts as the report does.
        #expect(await session.run("report dispute \(line)") == .usage)
        #expect(await session.run("report confirm \(line) --quantity 3") == .usage)
        #expect(await session.run("report confirm \(line.replacing("quarter 3", with: "quarter 4"))") == .notFound)
    }

    @Test func whatIsRead() async {
        let session = Session(transport())
        #expect(await session.run("report show \(line)") == .success, "\(session.error)")
        for part in ["disanggah desa; Pemerintah Desa Sampanahan; ", "16,5 unit", "Dua belum beratap"] {
            #expect(session.output.contains(part), "\(part): \(session.output)")
        }
        #expect(!session.output.contains("angka sebelumnya"))
        let later = Session(transport(Self.earlier), language: .english)
        #expect(await later.run("report show \(line)") == .success)
        #expect(later.output.contains("disputed (earlier figures)"), "\(later.output)")
        let silent = Session(transport(Documents.report))
        #expect(await silent.run("report show \(line)") == .success)
        #expect(!silent.output.contains("Menurut desa"))
        // In a list a word; in files what programs read.
        let list = Session(transport())
        #expect(await list.run("report list \(Self.place)") == .success)
        #expect(list.output.contains("disanggah desa"))
        let file = Session(transport())
        let columns = "confirmation,confirmation_quantity,confirmation_note"
        #expect(await file.run("report list \(Self.place) -o tsv --columns \(columns)") == .success)
        #expect(file.output.hasSuffix("disputed\t16.5\tDua belum beratap\n"), "\(file.output)")
    }

    /// Whoever verifies all of a period is told which of it a village disputes.
    @Test(arguments: Language.allCases) func whoeverVerifiesIsTold(_ language: Language) async {
        let report = Self.disputed.replacing(#""warnings":[]"#, with: #""version":4,"warnings":[]"#)
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /reports": #"{"items":[\#(report)],"next_page_token":null}"#,
            "POST /reports:verify": #"{"done":0,"refused":0,"items":[]}"#,
        ])
        let session = Session(transport, language: language)
        let verify = "report verify --lokus \(Self.place) --year 2025 --quarter 3 --all --yes"
        #expect(await session.run(verify) == .success, "\(session.error)")
        let words = language == .indonesian ? "Disanggah desa/kelurahannya" : "Disputed by the village"
        #expect(session.error.contains("\(words) (selaras report show): SPH25-01."), "\(session.error)")
    }

    /// Its own reports that wait, and for an agency those that are disputed as they are.
    @Test func whatWaits() async {
        func transport(_ role: String, _ report: String) -> FakeTransport {
            FakeTransport { asked in
                let path = asked.path.dropFirst("/api/v1/".count)
                let agency = role == "village" ? "null" : #""PUPR""#
                if path == "me" {
                    return FakeTransport.answer(200, #"{"name":"N","role":"\#(role)","areas":[],"agency":\#(agency)}"#)
                }
                let place =
                    #""lokus":{"desa_code":"63.02.12.2005","year":2025},"plan":{"state":"running"},"warnings":[]"#
                let items =
                    path.hasPrefix("reports") ? report.replacing(#""warnings":[]"#, with: place) : ""
                return FakeTransport.answer(200, #"{"items":[\#(items)],"next_page_token":null}"#)
            }
        }
        let asked = transport("village", Documents.report)
        let village = Session(asked)
        #expect(await village.run("inbox") == .success, "\(village.error)")
        #expect(village.output.contains("selaras report confirm --lokus 63.02.12.2005/2025 --intervention SPH25-01"))
        #expect(asked.asked.contains { $0.path.contains("reports?awaits_confirmation=true") })
        for role in ["agency", "reporter"] {
            let own = Session(transport(role, Self.disputed))
            #expect(await own.run("inbox") == .success, "\(own.error)")
            #expect(own.output.contains("Laporan yang disanggah desa/kelurahan"), "\(own.output)")
            let answered = Session(transport(role, Self.earlier))
            #expect(await answered.run("inbox") == .success)
            #expect(!answered.output.contains("disanggah"), "\(answered.output)")
        }
    }

    /// What counts and is disputed, with both quantities and what to do.
    @Test func aFindingOnThePlan() async {
        let finding = """
            {"kind":"report_disputed","codes":[],"indicator":null,"interventions":[{"reference":"SPH25-01",\
            "agency_name":"Dinas PUPR","agency_code":"PUPR"}],"budget_idr":1,"budget_year":null,"sources":[],\
            "budget_line":null,"reports":null,"disputed_report":{"id":"rep1","agency_name":"Dinas PUPR",\
            "agency_code":"PUPR","budget_year":2025,"quarter":3,"state":"verified","quantity":18.5,"unit":"unit",\(Self.said)}}
            """
        let document = Documents.planFindings.replacing(
            /"items":.*/.dotMatchesNewlines(), with: #""items":[\#(finding)]}"#)
        for (language, words) in [
            (Language.indonesian, ["18,5 unit, menurut desa 16,5 unit (sudah dihitung). “Dua belum beratap”"]),
            (.english, ["18.5 unit, by the village's count 16.5 unit (counts already). “Dua belum beratap”"]),
        ] {
            let session = Session(
                FakeTransport(["GET /lokus": Documents.lokusList, "GET /action-plans/p1/findings": document]),
                language: language)
            #expect(await session.run("plan review \(Self.place) --columns finding,remedy") == .success)
            for word in words + ["selaras report show --lokus 63.02.12.2005/2025 --intervention SPH25-01 --year 2025"] {
                #expect(session.output.contains(word), "\(word): \(session.output)")
            }
        }
    }
}
