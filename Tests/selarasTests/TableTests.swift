import Phrasing
import Testing
import Wire

@testable import selaras

@Suite struct TableTests {
    private let columns = [
        Column("code", .code, .code), Column("name", .name), Column("value", .value, .percent),
        Column("budget_idr", .budget, .integer),
    ]
    private let rows: [JSONValue] = [
        ["code": "KLS-02", "name": "Akta kelahiran anak", "value": 59, "budget_idr": 1_250_000],
        ["code": "KKE-02", "name": "字字", "value": nil, "budget_idr": 0],
    ]
    private let plain = Style(.never, environment: Environment(variables: [:]), isTerminal: true)

    private func lines(_ width: Int?, header: Bool = true) -> [String] {
        TableText(
            table: Table(columns: columns, rows: rows), language: .indonesian, style: plain, width: width,
            hasHeader: header
        ).lines
    }

    @Test func alignsByDisplayWidth() {
        #expect(
            lines(nil) == [
                "Kode    Nama                 Nilai  Pagu (Rp)",
                "──────  ───────────────────  ─────  ─────────",
                "KLS-02  Akta kelahiran anak   59 %  1.250.000",
                "KKE-02  字字                     –          0",
            ])
    }

    @Test func withoutHeader() {
        #expect(lines(nil, header: false).count == 2)
    }

    @Test func wrapsTextToTheTerminal() {
        #expect(
            lines(36) == [
                "Kode    Nama        Nilai  Pagu (Rp)",
                "──────  ──────────  ─────  ─────────",
                "KLS-02  Akta         59 %  1.250.000",
                "        kelahiran",
                "        anak",
                "KKE-02  字字            –          0",
            ])
    }

    @Test(arguments: [40, 60, 80, 200])
    func fits(_ width: Int) {
        for line in lines(width) { #expect(line.displayWidth <= width) }
    }

    @Test func neverCutsNumbers() {
        for width in 1...40 {
            let lines = lines(width)
            #expect(lines.allSatisfy { !$0.contains("1.2") || $0.contains("1.250.000") })
            #expect(lines.contains { $0.contains("1.250.000") } != lines.joined(separator: " ").contains("Tidak muat"))
        }
    }

    @Test func widths() {
        #expect("Sang Sang".displayWidth == 9)
        #expect("字".displayWidth == 2)
        #expect("e\u{301}".displayWidth == 1)
        #expect("😀".displayWidth == 2)
        #expect("→ – …".displayWidth == 5)
    }

    @Test func wrapsAtBlanks() {
        #expect("nikah/akta perkawinan".wrapped(to: 8) == ["nikah/", "akta", "perkawinan"])
        #expect("nikah/akta perkawinan".wrapped(to: 8, .shortened) == ["nikah/", "akta", "perkawi…"])
        #expect("nikah/akta perkawinan".wrapped(to: 12) == ["nikah/akta", "perkawinan"])
        #expect("  - satu dua tiga".wrapped(to: 10) == ["  - satu", "  dua tiga"])
    }

    /// A number is read with what it counts.
    @Test func numbersStayWithTheirUnits() {
        #expect("Terlambat 404 hari".wrapped(to: 10) == ["Terlambat", "404 hari"])
        #expect("TW III TA 2025".wrapped(to: 8) == ["TW III", "TA 2025"])
        #expect("22 November 2026 pukul 17.04 WITA".wrapped(to: 16) == ["22 November 2026", "pukul 17.04 WITA"])
        #expect("22 November 2026, 17:04 WITA".wrapped(to: 17) == ["22 November 2026,", "17:04 WITA"])
        #expect("134 dari 226 orang".wrapped(to: 9) == ["134 dari", "226 orang"])
    }

    /// What has no room is named, and the spare columns go first.
    @Test func columnsAreLeftOutBeforeANumberIsBroken() {
        let columns = [
            Column("code", .code, .code), Column("name", .name), Column("desa_name", .desa).spare,
            Column("budget_idr", .budget, .integer), Column("spent_idr", .spent, .integer),
        ]
        let rows: [JSONValue] = [
            [
                "code": "KLS-02", "name": "Pembangunan", "desa_name": "Sampanahan", "budget_idr": 1_250_000,
                "spent_idr": 7,
            ]
        ]
        let lines = TableText(
            table: Table(columns: columns, rows: rows), language: .indonesian, style: plain, width: 40
        ).lines
        #expect(
            lines == [
                "Kode    Nama        Pagu (Rp)  Realisasi",
                "                                    (Rp)",
                "──────  ──────────  ─────────  ─────────",
                "KLS-02  Pembangun…  1.250.000          7",
                "Tidak muat di layar ini: Desa/Kelurahan.",
                "Lihat dengan -o wide, atau pilih dengan",
                "--columns.",
            ])
    }

    @Test func controlCharactersAreShown() {
        let cell = Cell.text("a\u{1B}[31mb\nc\u{202E}", .text, in: .indonesian)
        #expect(cell == "a␛[31mb c\u{FFFD}")
    }

    @Test func yearsHaveNoPoint() {
        #expect(Cell.text(2025, .text, in: .indonesian) == "2025")
    }

    @Test func colours() {
        func has(_ choice: CommonOptions.Color, _ variables: [String: String], terminal: Bool) -> Bool {
            Style(choice, environment: Environment(variables: variables), isTerminal: terminal).hasColor
        }
        #expect(has(.auto, [:], terminal: true))
        #expect(!has(.auto, [:], terminal: false))
        #expect(!has(.auto, ["NO_COLOR": "1"], terminal: true))
        #expect(has(.auto, ["NO_COLOR": ""], terminal: true))
        #expect(!has(.auto, ["TERM": "dumb"], terminal: true))
        #expect(has(.auto, ["CLICOLOR_FORCE": "1"], terminal: false))
        #expect(!has(.auto, ["CLICOLOR_FORCE": "0"], terminal: false))
        #expect(has(.always, ["NO_COLOR": "1"], terminal: false))
        #expect(!has(.never, ["CLICOLOR_FORCE": "1"], terminal: true))
    }
}
