import Foundation
import Support
import Testing

/// What an office does in bulk, through the built programs: whole lists, files that the service works on by itself, and
/// the reports of a quarter from one form.
@Suite struct OfficeTests {
    let lokus = "63.02.12.2005/2025"
    private static let demo = TestDatabase.root.appending(path: "Config/demo").path

    func run(_ program: Program, _ line: String) async throws -> Program.Outcome {
        try await program.run(line.split(separator: " ").map(String.init))
    }

    @Test func aQuarterOfWork() async throws {
        let database = try await TestDatabase.make()
        let server = try await RunningServer.start(on: database, isQuiet: true)
        let office = try await Office(database, server)
        try await importInTheBackground(office)
        try await assignAndAccept(office)
        try await reportFromAForm(office)
        try await listEverything(office)
        try await nameEverything(office)
        try await verifyTogether(office)
        try await carryOver(office)
        try await beginFromAnotherPlan(office)
        #expect(await server.stop() == 0)
        try await database.drop()
        try FileManager.default.removeItem(atPath: office.folder)
    }

    private func importInTheBackground(_ office: Office) async throws {
        let coordinator = office.coordinator
        #expect(try await run(coordinator, "lokus register 63.02.12.2005 --year 2025").code == 0)
        let line = "survey import \(Self.demo)/sampanahan-2025-baseline.csv --lokus \(lokus) --purpose baseline"
        let left = try await run(coordinator, line + " --no-wait -o name")
        #expect(left.code == 0 && left.error.contains("selaras operation watch"))
        let id = left.out.trimmingCharacters(in: .whitespacesAndNewlines)
        let ended = try await run(coordinator, "operation watch \(id)")
        #expect(ended.code == 0 && ended.out.contains("283 ditambah"), "\(ended)")
        #expect(try await run(coordinator, "operation list --state succeeded -o name").out == id + "\n")
        #expect(try await run(coordinator, "operation cancel \(id)").code == 5)

        // The empty file has the columns of a whole one, and is not written twice.
        let empty = office.folder + "/empty.csv"
        let described = try await run(coordinator, "survey template --write \(empty) -o csv")
        #expect(described.code == 0 && described.out.contains("KLS-01,true,\"ya, tidak, tb\""), "\(described)")
        let whole = try String(contentsOfFile: "\(Self.demo)/sampanahan-2025-baseline.csv", encoding: .utf8)
        let asked = try #require(whole.split(whereSeparator: \.isNewline).first).split(separator: ",")
        let written = try String(contentsOfFile: empty, encoding: .utf8)
        #expect(written.drop { $0 == "\u{FEFF}" }.dropLast().split(separator: ",").starts(with: asked))
        #expect(try await run(coordinator, "survey template --write \(empty)").code == 1)

        // A file that is refused in the background is refused as it is in the foreground.
        let bad = office.folder + "/bad.csv"
        try "family_id,rt\nA,1\n".write(toFile: bad, atomically: true, encoding: .utf8)
        let refused = try await run(
            coordinator, "survey import \(bad) --lokus \(lokus) --purpose midline --no-wait -o name")
        #expect(refused.code == 0)
        let failed = try await run(
            coordinator, "operation watch \(refused.out.trimmingCharacters(in: .whitespacesAndNewlines))")
        #expect(failed.code == 6 && failed.out.isEmpty && failed.error.contains("status"), "\(failed)")
        #expect(try await run(coordinator, "survey close \(lokus) --purpose baseline --yes").code == 0)
    }

    private func assignAndAccept(_ office: Office) async throws {
        let coordinator = office.coordinator
        #expect(try await run(coordinator, "plan create \(lokus)").code == 0)
        let early = try await run(coordinator, "plan submit \(lokus)")
        #expect(early.code == 5 && early.error.contains("intervention import"), "\(early)")
        let file = "\(Self.demo)/interventions-sampanahan-2025.csv"
        #expect(try await run(coordinator, "intervention import \(file) --lokus \(lokus)").code == 0)
        try await decide(office)
        let assign = "intervention assign SPH25-01 SPH25-02 --lokus \(lokus) --assigned-on 2025-08-05"
        let tried = try await run(coordinator, assign + " --dry-run")
        #expect(tried.code == 0 && tried.out.hasPrefix("Simulasi (tidak disimpan): 2 intervensi akan ditugaskan."))
        #expect(try await run(coordinator, assign).code == 0)
        let accepted = try await run(
            office.agency, "intervention accept SPH25-01 --lokus \(lokus) -o csv --columns reference,state")
        #expect(accepted.out == "reference,state\r\nSPH25-01,accepted\r\n", "\(accepted)")
        // C12: a dry run that would fail fails.
        let again = try await run(coordinator, assign + " --dry-run")
        #expect(again.code == 5 && again.error.contains("SPH25-01"), "\(again)")
        let one = "intervention assign SPH25-01 --lokus \(lokus)"
        #expect(try await run(coordinator, one + " --dry-run").code == 5)
        let some = try await run(coordinator, assign.replacing("SPH25-02", with: "SPH25-03") + " --each")
        #expect(some.code == 8 && some.out.hasPrefix("1 intervensi ditugaskan."), "\(some)")
        #expect(try await run(coordinator, "plan assign \(lokus) --yes --assigned-on 2025-08-05").code == 0)
    }

    private func reportFromAForm(_ office: Office) async throws {
        let form = try await run(office.agency, "report template")
        var lines = form.out.split(whereSeparator: \.isNewline).map(String.init)
        try #require(form.code == 0 && lines.count > 2)
        #expect(
            lines[0].hasSuffix(
                ",Pengenal intervensi,Nihil (ya/tidak),Realisasi fisik (%),Volume,Realisasi keuangan (Rp),"
                    + "Faktor penghambat,Tindak lanjut"))
        #expect(lines[1].hasSuffix(",,,,,,"))
        lines[1] = lines[1].dropLast(6) + ",,40,12,\"Rp121.500.000\",,"
        let file = office.folder + "/laporan.csv"
        try (lines.joined(separator: "\r\n") + "\r\n").write(toFile: file, atomically: true, encoding: .utf8)
        let tried = try await run(office.agency, "report import \(file) --dry-run")
        #expect(tried.out == "Simulasi (tidak disimpan): 1 laporan akan tersimpan.\n", "\(tried)")
        #expect(tried.error == "\(lines.count - 2) baris tidak diisi dan dilewati.\n")
        #expect(try await run(office.agency, "report import \(file)").out == "1 laporan tersimpan.\n")
        let again = try await run(office.agency, "report import \(file)")
        #expect(again.code == 5 && again.out.isEmpty && again.error.contains("2"), "\(again)")
        #expect(
            try await run(office.agency, "report list -o csv --columns spent_idr").out == "spent_idr\r\n121500000\r\n")
        #expect(
            try await run(office.agency, "report template").out.split(whereSeparator: \.isNewline).count == lines.count
                - 1)
    }

    /// Verifying is for those who did not write, and is asked about.
    private func verifyTogether(_ office: Office) async throws {
        let line = "report verify --lokus \(lokus) --year 2025 --quarter 3 --all"
        #expect(try await run(office.agency, line + " --yes").code == 4)
        #expect(try await run(office.coordinator, line).code == 2)
        let tried = try await run(office.coordinator, line + " --dry-run")
        #expect(tried.out.hasPrefix("Simulasi (tidak disimpan): 1 laporan akan diverifikasi."), "\(tried)")
        let done = try await run(office.coordinator, line + " --yes -o csv --columns intervention_reference,state")
        #expect(done.out == "intervention_reference,state\r\nSPH25-01,verified\r\n", "\(done)")
        let again = try await run(office.coordinator, line + " --yes")
        #expect(again.code == 0 && again.error.contains("menunggu verifikasi"), "\(again)")
    }

    /// Next year's plan of another village begins with what this one did; what is there already is left alone.
    private func beginFromAnotherPlan(_ office: Office) async throws {
        let (coordinator, target) = (office.coordinator, "63.02.12.2008/2026")
        #expect(try await run(coordinator, "lokus register 63.02.12.2008 --year 2026").code == 0)
        let survey = "\(Self.demo)/sampanahan-2025-baseline.csv --lokus \(target) --purpose baseline"
        #expect(try await run(coordinator, "survey import \(survey)").code == 0)
        #expect(try await run(coordinator, "survey close \(target) --purpose baseline --yes").code == 0)
        #expect(try await run(coordinator, "plan create \(target)").code == 0)
        let copy = "intervention copy --from \(lokus) --lokus \(target) --rename SPH25=SHI26"
        let tried = try await run(coordinator, copy + " --dry-run")
        // 15 without the third, which is cancelled; of the first the whole, and not the rest that continues it.
        #expect(tried.out.hasPrefix("Simulasi (tidak disimpan): 14 intervensi akan disalin"), "\(tried)")
        #expect(try await run(coordinator, "intervention list \(target) --count").out == "0\n")
        #expect(try await run(coordinator, copy).out.hasPrefix("14 intervensi disalin sebagai usulan.\n"))
        let listed = try await run(
            coordinator, "intervention list \(target) -o csv --fields reference,starts_on,state,budget_idr --limit 2")
        #expect(
            listed.out.split(whereSeparator: \.isNewline).dropFirst() == [
                "SHI26-01,2026-08-01,proposed,0", "SHI26-02,2026-09-15,proposed,0",
            ], "\(listed)")
        let again = try await run(coordinator, copy)
        #expect(again.code == 0 && again.error.contains("14 rujukan sudah ada"), "\(again)")
    }

    /// What becomes of interventions of a plan that is carried out; what is wrong says what to do.
    private func carryOver(_ office: Office) async throws {
        let (coordinator, agency, leadership) = (office.coordinator, office.agency, office.leadership)
        func told(_ who: Program, _ line: String, _ columns: String = "state") async throws -> String {
            let outcome = try await run(who, "intervention \(line) -o csv --columns \(columns)")
            return outcome.code == 0
                ? outcome.out.split(whereSeparator: \.isNewline).last.map(String.init) ?? "" : "\(outcome)"
        }
        let first = "SPH25-01 --lokus \(lokus)"
        let early = try await run(agency, "intervention decline \(first) --reason Tidak-ada-pagu")
        #expect(early.code == 5 && early.error.contains("intervention_follows_its_transitions"), "\(early)")
        #expect(try await run(agency, "intervention decline SPH25-02 --lokus \(lokus) --reason x").code == 4)
        let declined = try await run(
            coordinator, "intervention decline SPH25-02 --lokus \(lokus) --reason Tidak-ada-pagu")
        #expect(declined.out.contains("Ditolak") && declined.out.contains("Tidak-ada-pagu"), "\(declined)")
        #expect(try await told(coordinator, "propose SPH25-02 --lokus \(lokus)") == "proposed")

        #expect(try await told(agency, "budget \(first)") == "budgeted")
        let tried = try await run(agency, "intervention start \(first) --dry-run")
        #expect(tried.code == 0 && tried.out.contains("Teranggarkan → Berjalan"), "\(tried)")
        #expect(try await told(agency, "start \(first)") == "running")
        #expect(try await told(agency, "delay \(first) --reason Menunggu-pergeseran") == "delayed")
        #expect(try await told(agency, "resume \(first)") == "running")

        // Leadership cancels what is approved, and is asked first.
        let third = "SPH25-03 --lokus \(lokus) --reason Banjir"
        #expect(try await run(coordinator, "intervention cancel \(third) --yes").code == 4)
        #expect(try await run(leadership, "intervention cancel \(third)").code == 2)
        #expect(try await told(leadership, "cancel \(third) --yes") == "cancelled")

        let over = "carry-over \(first) --starts-on 2026-01-05 --ends-on 2026-04-30 --reason Pagu-digeser"
        #expect(try await run(agency, "intervention \(over)").code == 4)
        let funded = over + " --funding apbd_kabupaten=283500000"
        #expect(
            try await told(coordinator, funded, "reference,state,target_quantity,budget_idr")
                == "SPH25-01-2026,proposed,33,283500000")
        #expect(try await told(coordinator, "show \(first)", "state,state_reason") == "carried_over,Pagu-digeser")
        let old = try await run(coordinator, "intervention show \(first)")
        #expect(old.out.contains("dilanjutkan oleh intervensi lain"), "\(old)")
    }

    /// C3: `-o name` is one line a row, each what another command takes, whatever the service's documents look like.
    private func nameEverything(_ office: Office) async throws {
        let survey = "\(Self.demo)/sampanahan-2025-baseline.csv"
        let plan = "\(Self.demo)/interventions-sampanahan-2025.csv"
        for (line, name) in [
            ("lokus compare --year 2025", lokus), ("lokus list", lokus), ("lokus show \(lokus)", lokus),
            ("plan list", lokus), ("plan show \(lokus)", lokus), ("plan assign \(lokus) --dry-run --yes", lokus),
            ("intervention import \(plan) --lokus \(lokus) --dry-run", lokus),
            ("survey import \(survey) --lokus \(lokus) --purpose midline --dry-run", "midline"),
            ("survey list \(lokus)", "baseline"), ("framework list", "ikk-29/1"), ("region show 63.02", "63.02"),
            ("intervention show SPH25-02 --lokus \(lokus)", "SPH25-02"),
        ] {
            let named = try await run(office.coordinator, line + " -o name")
            #expect(named.code == 0 && named.out == name + "\n", "\(line): \(named)")
        }
        for line in [
            "whoami", "region search samp", "framework show ikk-29/1", "agency list", "catalogue list", "survey list",
            "survey show \(lokus) --purpose baseline", "weak \(lokus)", "survey plan-sample \(lokus)",
            "intervention list", "intervention list \(lokus)", "report list", "report list \(lokus)", "inbox",
            "inbox --lokus \(lokus)", "inbox --all", "report template", "operation list", "config list", "explain",
            "survey inspect \(survey)",
        ] {
            let named = try await run(office.coordinator, line + " -o name")
            #expect(named.code == 0 && !named.out.isEmpty, "\(line): \(named)")
            let names = named.out.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(names.allSatisfy { !["", "/", "null"].contains($0) && !$0.contains("{") }, "\(line): \(names)")
        }
    }

    private func listEverything(_ office: Office) async throws {
        let coordinator = office.coordinator
        #expect(try await run(coordinator, "intervention list --count").out == "15\n")
        let csv = try await run(coordinator, "intervention list -o csv --fields reference,state --sort reference")
        #expect(csv.out.hasPrefix("reference,state\r\nSPH25-01,accepted\r\nSPH25-02,assigned\r\n"))
        #expect(csv.out.split(whereSeparator: \.isNewline).count == 16)
        let cut = try await run(coordinator, "intervention list \(lokus) -o ndjson --fields reference --limit 2")
        #expect(cut.out == "{\"reference\":\"SPH25-01\"}\n{\"reference\":\"SPH25-02\"}\n")
        let regions = try await run(coordinator, "region search a -o csv --fields code")
        let count = try await run(coordinator, "region search a --count -o name")
        let number = Int(count.out.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
        #expect(number > 1)
        #expect(regions.out.split(whereSeparator: \.isNewline).count == number + 1)
        let refused = try await run(coordinator, "intervention list -o csv --filter nosuch=1")
        #expect(refused.code == 6 && refused.out.isEmpty)
        // A reader that has seen enough is no failure.
        let piped = try await office.shell("-c", "set -o pipefail; selaras region search a -o csv | true; echo $?")
        #expect(piped.out == "0\n" && piped.error.isEmpty, "\(piped)")
    }
}
