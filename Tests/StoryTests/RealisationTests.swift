import Foundation
import Support
import Testing
import Wire

/// What an agency types for RFK once, it does not type again: the built programs, and a service of their own.
@Suite struct RealisationTests {
    private static let (here, there) = ("63.02.12.2005/2025", "63.02.09.2007/2025")
    private static let demo = TestDatabase.root.appending(path: "Config/demo").path
    private static let fixtures = TestDatabase.root.appending(path: "Tests/IntakeTests/Fixtures/rfk").path
    private static let rfk = "\(fixtures)/rfk-pupr-september-2025.csv"
    private static let third = "--agency PUPR --year 2025 --quarter 3"
    private static let rules = "--divide-by-shares --keep-missing"

    private func run(_ program: Program, _ line: String) async throws -> Program.Outcome {
        try await program.run(line.split(separator: " ").map(String.init))
    }

    private func read(_ program: Program, _ line: String) async throws -> JSONValue {
        let outcome = try await run(program, line + " -o json")
        return try JSONValue(parsing: Array(outcome.out.utf8))
    }

    @Test func oneEntryAndNotTwo() async throws {
        let database = try await TestDatabase.make()
        let server = try await RunningServer.start(on: database, isQuiet: true)
        let office = try await Office(database, server)
        try await plan(office)
        try await nothingIsStoredByLooking(office)
        try await whoIsAnotherAgency(office, database, server)
        try await aFileBecomesDrafts(office)
        try await theSameFileAgain(office)
        try await anotherFigure(office)
        try await whatCountsIsInE81(office)
        try await twoAtOnce(office)
        #expect(await server.stop() == 0)
        try await database.drop()
        try FileManager.default.removeItem(atPath: office.folder)
    }

    /// Two villages: one line for one intervention alone, one shared by both and by others, one by place, one that is cut.
    private func plan(_ office: Office) async throws {
        let coordinator = office.coordinator
        for lokus in [Self.here, Self.there] {
            let (desa, survey) = (lokus.prefix { $0 != "/" }, "\(Self.demo)/sampanahan-2025-baseline.csv")
            #expect(try await run(coordinator, "lokus register \(desa) --year 2025").code == 0)
            #expect(try await run(coordinator, "survey import \(survey) --lokus \(lokus) --purpose baseline").code == 0)
            #expect(try await run(coordinator, "plan create \(lokus)").code == 0)
        }
        for (code, ceiling) in [
            ("1.03.05.2.01.0007", 405), ("1.03.05.2.01.0003", 500), ("1.03.05.2.01.0011", 200),
            ("1.03.03.2.01.0004", 100),
        ] {
            let line = "budget add --agency PUPR --year 2025 --source apbd_kabupaten --code \(code) --title \(code)"
            let made = try await run(office.agency, "\(line) --ceiling \(ceiling)000000")
            #expect(made.code == 0, "\(made)")
        }
        for (reference, lokus, code, share) in [
            ("A-1", Self.here, "1.03.05.2.01.0007", 405), ("A-2", Self.here, "1.03.05.2.01.0003", 100),
            ("A-3", Self.here, "1.03.05.2.01.0011", 50), ("A-4", Self.here, "1.03.03.2.01.0004", 100),
            ("S-1", Self.there, "1.03.05.2.01.0003", 150),
        ] {
            let made = try await run(
                coordinator,
                "intervention add \(reference) --lokus \(lokus) --agency PUPR --title \(reference) --indicators KKE-02 "
                    + "--quantity 45 --unit unit --starts-on 2025-08-01 --ends-on 2025-12-15 "
                    + "--share \(code)=\(share)000000")
            #expect(made.code == 0, "\(made)")
        }
        let meeting = "--on 2025-08-05 --place Aula --minutes Notulen-12 --participant Sekda --participant PUPR"
        for (lokus, references) in [(Self.here, "A-1 A-2 A-3 A-4"), (Self.there, "S-1")] {
            for (who, line) in [
                (coordinator, "plan submit \(lokus)"), (coordinator, "plan meeting \(lokus) \(meeting)"),
                (office.leadership, "plan agree \(lokus)"), (office.leadership, "plan approve \(lokus)"),
                (coordinator, "plan start \(lokus)"),
                (coordinator, "plan assign \(lokus) --yes --assigned-on 2025-08-05"),
                (office.agency, "intervention accept \(references) --lokus \(lokus)"),
            ] {
                let done = try await run(who, line)
                #expect(done.code == 0, "\(line): \(done)")
            }
        }
    }

    private func stored(_ office: Office) async throws -> String {
        let listed = try await run(
            office.agency,
            "report list -o csv --columns intervention_reference,quarter,state,physical_percent,quantity,spent_idr "
                + "--sort intervention_reference")
        return listed.out.split(whereSeparator: \.isNewline).dropFirst().joined(separator: "\n")
    }

    private func nothingIsStoredByLooking(_ office: Office) async throws {
        let look = "report import-rfk \(Self.rfk) \(Self.third)"
        // Without a rule nothing is divided, and no figure is made up.
        let plain = try await run(office.agency, look)
        #expect(plain.code == 6, "\(plain)")
        for words in [
            "--divide-by-shares", "melebihi alokasinya Rp100.000.000", "1.250,50", "--keep-missing",
            "Desa Kampung Baru Kec. Kelumpang Hulu bukan lokus",
        ] { #expect(plain.out.contains(words), "\(words): \(plain.out)") }
        let tried = try await read(office.agency, "\(look) \(Self.rules) --dry-run")
        #expect(tried["dry_run"].flag == true && tried["items"].items.count == 4)
        #expect(try await stored(office).isEmpty)
        // Its rows in CSV are a form of reports: what is missing is filled in, and it is imported.
        let form = try await run(office.agency, "\(look) -o csv --dry-run")
        let filled = form.out.replacing("45.50,,202500000", with: "45.50,20,202500000")
            .replacing("0.00,,0,0", with: "0.00,0,0,0")
        let file = office.folder + "/form.csv"
        try filled.write(toFile: file, atomically: true, encoding: .utf8)
        let imported = try await run(office.agency, "report import \(file) --dry-run")
        #expect(imported.out.hasPrefix("Simulasi (tidak disimpan): 2 laporan akan tersimpan."), "\(form) \(imported)")

        for (line, code, words) in [
            ("\(Self.rfk) --agency PUPR --year 2024 --quarter 3", 6, "tahun 2025, bukan 2024"),
            ("\(Self.rfk) --agency PUPR --year 2025 --quarter 2", 6, "bulan ke-9"),
            ("\(Self.demo)/sampanahan-2025-baseline.csv \(Self.third)", 6, "Kode Sub Kegiatan"),
            ("\(Self.demo) \(Self.third)", 1, "folder"), ("\(office.folder)/none.csv \(Self.third)", 1, "none.csv"),
            ("\(Self.rfk) --agency PUPRR --year 2025 --quarter 3", 3, "PUPR"),
        ] {
            let refused = try await run(office.agency, "report import-rfk \(line)")
            #expect(refused.code == code && refused.out.isEmpty && refused.error.contains(words), "\(line): \(refused)")
        }
        // The interventions were assigned in the third quarter: there is nothing to report of the second.
        let early = office.folder + "/juni.csv"
        try changed("SEPTEMBER", "JUNI").write(toFile: early, atomically: true, encoding: .utf8)
        let undue = try await read(
            office.agency, "report import-rfk \(early) --agency PUPR --year 2025 --quarter 2 \(Self.rules)")
        #expect(undue["items"].items.isEmpty && undue["left"].items.contains { $0["reason"].text == "not_due" })
        #expect(undue["file_idr"] == undue["left_idr"])
        #expect(try await stored(office).isEmpty)
    }

    private func changed(_ old: String, _ new: String) throws -> String {
        try String(contentsOfFile: Self.rfk, encoding: .utf8).replacing(old, with: new)
    }

    /// Rows of an office are reported by that office, and by who may for all.
    private func whoIsAnotherAgency(_ office: Office, _ database: TestDatabase, _ server: RunningServer) async throws {
        let admin = try Program.built("selaras-server", environment: database.adminEnvironment)
        let made = try await admin.run([
            "token", "create", "--name", "K", "--kabupaten", "63.02", "--role", "agency", "--agency", "DINKES",
        ])
        var other = office.agency
        other.environment["SELARAS_TOKEN"] = made.out.trimmingCharacters(in: .whitespacesAndNewlines)
        let others = try await read(other, "report import-rfk \(Self.rfk) \(Self.third) \(Self.rules)")
        #expect(others["items"].items.isEmpty && others["left_idr"].integer == 677_750_000)
        #expect(others["left"].items.count { $0["reason"].text == "not_due" } == 5, "\(others)")
        let own = try await read(
            other, "report import-rfk \(Self.rfk) --agency DINKES --year 2025 --quarter 3 \(Self.rules)")
        #expect(own["items"].items.isEmpty && own["matched_idr"].integer == 0)
        #expect(own["left"].items.allSatisfy { ["no_line", "no_amount"].contains($0["reason"].text ?? "") })
        #expect(try await stored(office).isEmpty)
    }

    private func aFileBecomesDrafts(_ office: Office) async throws {
        let done = try await run(office.agency, "report import-rfk \(Self.rfk) \(Self.third) \(Self.rules) -o json")
        // What is above its share, and what cannot be read, is for a person.
        #expect(done.code == 8, "\(done)")
        let receipt = try JSONValue(parsing: Array(done.out.utf8))
        #expect(
            receipt["items"].items.map { "\($0["reference"].text ?? "") \($0["of_file_idr"].integer ?? -1)" } == [
                "S-1 90000000", "A-1 202500000", "A-2 60000000", "A-3 0",
            ])
        #expect(receipt["file_idr"].integer == 677_750_000 && receipt["matched_idr"].integer == 352_500_000)
        #expect(
            receipt["left"].items.map {
                "\($0["line"].integer ?? 0) \($0["amount_idr"].integer ?? 0) \($0["reason"].text ?? "")"
            }
                == [
                    "13 150000000 rest_of_line", "15 75000000 other_place", "17 100250000 above_share",
                    "19 0 no_amount",
                ])
        #expect(
            receipt["left"].items.reduce(0) { $0 + ($1["amount_idr"].integer ?? 0) } == receipt["left_idr"].integer)
        let sum = try await office.shell.run(["-c", "sha256sum \(Self.rfk)"])
        let digest = String(sum.out.prefix { $0 != " " })
        #expect(receipt["file_sha256"].text == digest)
        #expect(
            try await stored(office) == """
                A-1,3,draft,45.5,0,202500000
                A-2,3,draft,0,0,60000000
                A-3,3,draft,0,0,0
                S-1,3,draft,0,0,90000000
                """)
        let divided = try await run(
            office.coordinator, "report list --filter intervention_reference=S-1 -o csv --columns basis")
        #expect(divided.out.contains(digest) && divided.out.contains("baris 13"), "\(divided)")
        #expect(
            divided.out.contains(
                "Rp90.000.000 dari Rp300.000.000, dibagi menurut alokasi Rp150.000.000 dari Rp500.000.000"))
    }

    private func theSameFileAgain(_ office: Office) async throws {
        let before = try await run(office.agency, "report list -o csv")
        let again = try await run(office.agency, "report import-rfk \(Self.rfk) \(Self.third) \(Self.rules)")
        #expect(again.code == 8 && again.out.contains("0 laporan baru, 0 diperbaiki, 4 sudah sama."), "\(again)")
        #expect(again.out.contains("Tidak ada yang baru dalam berkas ini."))
        #expect(try await run(office.agency, "report list -o csv").out == before.out)
    }

    /// What somebody completed stays; another amount is named first, and written over where that is said.
    private func anotherFigure(_ office: Office) async throws {
        let one = "--lokus \(Self.here) --intervention A-1 --year 2025 --quarter 3"
        #expect(try await run(office.agency, "report correct \(one) --quantity 20").code == 0)
        let file = office.folder + "/koreksi.csv"
        try changed("Rp202.500.000", "Rp210.000.000").write(toFile: file, atomically: true, encoding: .utf8)
        let line = "report import-rfk \(file) \(Self.third) \(Self.rules)"
        let named = try await run(office.agency, line)
        #expect(named.code == 8 && named.out.contains("sudah dilaporkan dengan Rp202.500.000"), "\(named)")
        let corrected = try await run(office.agency, line + " --correct")
        #expect(corrected.out.contains("0 laporan baru, 1 diperbaiki, 3 sudah sama."), "\(corrected)")
        #expect(try await stored(office).hasPrefix("A-1,3,draft,45.5,20,210000000\n"))
        let origin = "report list --filter intervention_reference=A-1 -o csv --columns basis"
        #expect(try await run(office.agency, origin).out.contains("koreksi.csv"))
        // An amount that is typed over does not come from the file any more.
        #expect(try await run(office.agency, "report correct \(one) --spent 202500000").code == 0)
        #expect(try await run(office.agency, origin).out == "basis\r\n\r\n")
    }

    /// It goes out as it came in.
    private func whatCountsIsInE81(_ office: Office) async throws {
        let one = "--lokus \(Self.here) --intervention A-1 --year 2025 --quarter 3"
        #expect(try await run(office.agency, "report submit \(one)").code == 0)
        #expect(try await run(office.coordinator, "report verify \(one)").code == 0)
        let line = "report evaluation \(Self.here) --year 2025 --filter reference=A-1"
        let rows = try await read(office.coordinator, line)["items"].items
        #expect(rows.count == 1 && rows.first?["quarter_3"]["spent_idr"].integer == 202_500_000, "\(rows)")
    }

    /// Two of the office send the same file at once: each report is there once, as one of them sent it.
    private func twoAtOnce(_ office: Office) async throws {
        let file = office.folder + "/desember.csv"
        try changed("SEPTEMBER", "DESEMBER").write(toFile: file, atomically: true, encoding: .utf8)
        let line = "report import-rfk \(file) --agency PUPR --year 2025 --quarter 4 \(Self.rules)"
        async let one = run(office.agency, line)
        async let two = run(office.agency, line)
        let codes = try await [one.code, two.code].sorted()
        // Who came second found them there, or was refused whole.
        #expect(codes == [8, 8] || codes == [5, 8], "\(codes)")
        let fourth = try await stored(office).split(separator: "\n").filter { $0.contains(",4,draft,") }
        #expect(fourth.map { $0.prefix(3) } == ["A-1", "A-2", "A-3", "S-1"], "\(fourth)")
        #expect(try await run(office.agency, line).out.contains("4 sudah sama"))
    }
}
