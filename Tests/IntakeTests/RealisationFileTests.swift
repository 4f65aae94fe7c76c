import Foundation
import Intake
import Planning
import Testing

/// Files that agencies have already, as they type them for RFK and export them from SIPD.
@Suite struct RealisationFileTests {
    private static func fixture(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/rfk")
        return Array(try Data(contentsOf: folder.appending(path: name)))
    }

    private func read(_ text: String) throws -> RealisationFile { try RealisationFile(Array(text.utf8)) }

    private func faults(_ text: String) -> [String] {
        do throws(FaultList) {
            _ = try RealisationFile(Array(text.utf8))
            return []
        } catch {
            return error.kept.map { "\($0.code.rawValue) \($0.column ?? "")" }
        }
    }

    @Test func anRFKAsAnOfficeTypesIt() throws {
        let file = try RealisationFile(Self.fixture("rfk-pupr-september-2025.csv"))
        #expect(file.years == [2025] && file.months == [9])
        #expect(file.totalIDR == 677_750_000)
        #expect(
            file.headings == [
                "KODE REKENING", "REALISASI KEUANGAN Rp", "REALISASI FISIK (%)", "LOKASI", "PAGU ANGGARAN (Rp)",
            ])
        #expect(
            file.rows.map { "\($0.line) \($0.code) \($0.spentIDR.map(String.init) ?? "?") \($0.place)" } == [
                "12 1.03.05.2.01.0007 202500000 Desa Sampanahan", "13 1.03.05.2.01.0003 300000000 Kabupaten Kotabaru",
                "14 1.03.05.2.01.0011 0 Desa Sampanahan",
                "15 1.03.05.2.01.0011 75000000 Desa Kampung Baru Kec. Kelumpang Hulu",
                "17 1.03.03.2.01.0004 100250000 ", "19 1.03.03.2.01.0009 ? Desa Sang Sang",
            ])
        #expect(file.rows.map(\.physicalHundredths) == [4550, 7000, 0, 4000, 2275, nil])
        #expect(file.rows.first?.ceilingIDR == 405_000_000 && file.rows.allSatisfy { $0.quantityHundredths == nil })
        #expect(
            file.passed.map { "\($0.line) \($0.kind.rawValue)" } == [
                "8 numbering", "9 programme", "10 programme", "11 activity", "16 programme", "18 detail",
                "20 unreadable", "21 total", "23 other", "24 other",
            ])
        let fault = try #require(file.passed.first { $0.kind == .unreadable }?.fault)
        #expect(fault.code == .notMoney || fault.code == .moneyWithSen)
        #expect(fault.column == "REALISASI KEUANGAN Rp" && fault.value == "1.250,50")
        #expect(file.rowsRead == 16)
    }

    @Test func anExportOfSIPD() throws {
        let file = try RealisationFile(Self.fixture("sipd-2025.csv"))
        #expect(
            file.rows.map(\.code.description) == [
                "1.03.05.2.01.0007", "1.03.05.2.01.0007", "2.08.04.2.01.0003", "1.03.05.2.01.0003", "1.03.05.2.01.0003",
                "1.03.05.2.01.0003",
            ])
        #expect(file.rows.map(\.account).first == "5.2.04.03.01.0002")
        #expect(file.rows.map(\.spentIDR) == [180_000_000, 22_500_000, 2_500_000, 1_000_000, 300_000_000, 300_000_000])
        #expect(file.rows.map(\.budgetYear) == [2025, 2025, 2025, 2024, 2025, 2025])
        #expect(file.rows[0].quantityHundredths == 2000 && file.rows[0].physicalHundredths == nil)
        #expect(file.rows[0].agency == "DINAS PEKERJAAN UMUM DAN PENATAAN RUANG")
        #expect(file.rows[4].source == "DAK Fisik" && file.rows[4].content == file.rows[5].content)
        #expect(file.passed.isEmpty && file.totalIDR == nil)
    }

    /// What is cumulative goes before what a month added, and what was before it.
    @Test func theSumUpToNowIsMeant() throws {
        let file = try read(
            """
            Kode;Uraian;Pagu;Realisasi Keuangan;;;Fisik;
            ;;;s.d. Bulan Lalu;Bulan Ini;s.d. Bulan Ini;Target;Realisasi
            2.08.04.2.01.0003;Kegiatan masyarakat;10.000.000;1.000.000;500.000;1.500.000;50;25,5
            """)
        #expect(file.rows.map(\.spentIDR) == [1_500_000] && file.rows.map(\.physicalHundredths) == [2550])
    }

    /// Headings of other offices, over one to three lines.
    @Test(arguments: [
        (
            "KODE;URAIAN;PAGU;TARGET;;REALISASI;;\n;;;KEU;FISIK;KEU (Rp);KEU (%);FISIK (%)",
            "2.08.04.2.01.0003;x;9;1;2;5;6;7"
        ),
        (
            "Kode Rekening;Uraian;Anggaran;Realisasi Bulan Ini;;;Realisasi s/d Bulan Ini;;\n"
                + ";;;Keuangan (Rp);%;Fisik (%);Keuangan (Rp);%;Fisik (%)", "2.08.04.2.01.0003;x;9;1;2;3;5;6;7"
        ),
        (
            "Kode;Uraian;Pagu;Realisasi;;;;;\n;;;Keuangan;;;;Fisik;\n;;;LS;GU;Jumlah;Prosentase;Target;Realisasi",
            "2.08.04.2.01.0003;x;9;1;4;5;6;2;7"
        ),
        (
            "Kode Sub Kegiatan,Sub Kegiatan,Pagu,Realisasi Keuangan s.d. September (Rp),Persentase Realisasi Keuangan,"
                + "Capaian Fisik (%)", "2.08.04.2.01.0003,x,9,5,6,7"
        ),
        ("NO;KODE;PROGRAM;PAGU;REALISASI;;\n;;;;s.d. TW II;s.d. TW III;FISIK", "1;2.08.04.2.01.0003;x;9;4;5;7"),
    ])
    func headingsOfOtherOffices(_ head: String, _ row: String) throws {
        let text = "\(head)\n\(row)\n"
        guard !head.contains("TW II;") else {
            // Two sums up to different quarters: which is meant, a person says by leaving one.
            return #expect(faults(text) == ["doubled_column REALISASI s.d. TW II; REALISASI s.d. TW III"])
        }
        let file = try read(text)
        #expect(file.rows.map(\.spentIDR) == [5] && file.rows.map(\.physicalHundredths) == [700], "\(file.headings)")
        #expect(file.rows.map(\.ceilingIDR) == [9] && file.rows.map(\.title) == ["x"])
    }

    /// Code and name in one cell, and titles without any separator above.
    @Test func codeAndNameTogether() throws {
        let file = try read(
            "LAPORAN RFK DINAS, TAHUN 2025\n\nProgram/Kegiatan/Sub Kegiatan;Realisasi (Rp)\n"
                + "2.08.04 PROGRAM;9\n2.08.04.2.01.03 - Kegiatan masyarakat;Rp 9.000\n")
        #expect(
            file.rows.map { "\($0.line) \($0.code) \($0.title) \($0.spentIDR ?? -1)" } == [
                "5 2.08.04.2.01.0003 Kegiatan masyarakat 9000"
            ])
        #expect(file.years == [2025] && file.passed.map(\.kind) == [.programme])
    }

    @Test func aTotalIsNoSubActivity() throws {
        for word in ["JUMLAH", "Total Belanja", "Sub Total", "GRAND TOTAL", "Jumlah Seluruhnya"] {
            let file = try read("Kode,Uraian,Realisasi\n2.08.04.2.01.0003,Satu,5\n,\(word),5\n")
            #expect(file.passed.map(\.kind) == [.total] && file.totalIDR == 5, "\(word)")
        }
    }

    @Test func whatIsNoSuchFile() throws {
        #expect(faults("") == ["empty_file "])
        #expect(faults("Kode,Uraian\n2.08.04.2.01.0003,x\n") == ["missing_column Realisasi Keuangan (Rp)"])
        #expect(faults("Uraian,Realisasi\nx,1\n") == ["missing_column Kode Sub Kegiatan"])
        // A percentage is not made into rupiah.
        #expect(
            faults("Kode,Pagu,Realisasi Keuangan (%)\n2.08.04.2.01.0003,9,50\n") == [
                "missing_column Realisasi Keuangan (Rp)"
            ])
        #expect(
            faults("Kode,Realisasi Keuangan (Rp),Realisasi (Rp)\nx,1,2\n") == [
                "doubled_column Realisasi Keuangan (Rp); Realisasi (Rp)"
            ])
        // What only this month added is no sum.
        #expect(
            faults("Kode,Realisasi Bulan Ini (Rp)\n2.08.04.2.01.0003,1\n") == [
                "missing_column Realisasi Keuangan (Rp)"
            ])
        #expect(faults("Kode,Realisasi\n2.08.04,1\n") == ["no_rows "])
        #expect(faults("family_id,rt,status\nA,1,1\n").count == 2)
        for bytes: [UInt8] in [
            [0x50, 0x4B, 0x03, 0x04, 0, 0], [0xFF, 0xFE, 0x4B, 0], Array("Kode;Realisasi\n\u{80}".utf8) + [0xE9],
        ] {
            #expect(throws: FaultList.self) { _ = try RealisationFile(bytes) }
        }
    }

    /// Whatever bytes come, the reader ends and says something.
    @Test func nonsenseIsNamed() throws {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("Kode;Realisasi,(Rp)\n\"2.08.04.2.01.0003\t%-JUMLAH\r5".utf8)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            guard let file = try? RealisationFile(bytes) else { continue }
            #expect(file.rowsRead == file.rows.count + file.passed.count && file.rowsRead > 0)
        }
    }
}
