import Intake
import Measurement
import Phrasing
import Testing

/// Files of other programs, read by a mapping file, give the same round as the same families in a survey file.
@Suite struct MappedFileTests {
    @Test(arguments: [1 << 16, 1000, 7]) func aKoboExportGivesTheSameRound(chunk: Int) throws {
        let mapping = try SurveyMapping(KoboFixture.wideMapping.bytes, framework: .ikk)
        var reader = SurveyReader(framework: .ikk, mapping: mapping)
        let rows = reader.all(try KoboFixture.wide.bytes, chunk: chunk)
        #expect(reader.faults.kept == [])
        #expect((reader.rows, reader.refused) == (68, 0))
        let expected = try KoboFixture.families()
        #expect(KoboFixture.comparable(rows) == expected)
        #expect(try KoboFixture.tally(rows) == KoboFixture.tally(expected))
        #expect(try KoboFixture.tally(rows).familiesCounted == 59)
        #expect(Array(rows.map(\.line).prefix(3)) == [2, 3, 4])
    }

    @Test(arguments: [KoboFixture.long, .longSorted], ["long", "long_sorted"])
    func aLongFileGivesTheSameRound(file: KoboFixture, layout: String) throws {
        let text = try KoboFixture.longMapping.text.replacing("layout,,,,long,", with: "layout,,,,\(layout),")
        let mapping = try SurveyMapping(Array(text.utf8), framework: .ikk)
        var reader = SurveyReader(framework: .ikk, mapping: mapping)
        let rows = reader.all(try file.bytes, chunk: 997)
        #expect(reader.faults.kept == [])
        if file == .long && layout == "long_sorted" {
            // Whoever says that a file is sorted when it is not gets families twice, which the database refuses.
            #expect(rows.count > 1000 && Set(rows.map(\.familyID)).count == 68)
        } else {
            #expect(KoboFixture.comparable(rows) == (try KoboFixture.families()))
        }
    }

    @Test func faultsNameTheTableThatWasSent() throws {
        let mapping = try SurveyMapping(KoboFixture.wideMapping.bytes, framework: .ikk)
        let lines = try KoboFixture.wide.text.split(separator: "\n", maxSplits: 2)
        let header = lines[0].split(separator: ";")
        func file(_ changes: [String: String]) -> String {
            var cells = lines[1].split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            for (column, value) in changes {
                if let place = header.firstIndex(where: { $0.hasSuffix("\"\(column)\"") }) {
                    cells[place] = "\"\(value)\""
                }
            }
            return lines[0] + "\n\n" + cells.joined(separator: ";") + "\n"
        }
        func faults(_ changes: [String: String]) -> [Fault] {
            var reader = SurveyReader(framework: .ikk, mapping: mapping)
            #expect(reader.all(file(changes)).isEmpty)
            return reader.faults.kept
        }
        #expect(
            faults(["legalitas/buku_nikah": "Entah"])
                == [
                    Fault(
                        line: 3, column: "legalitas/buku_nikah", value: "Entah", code: .valueNotMapped,
                        expected: "ya, tidak, tb")
                ])
        #expect(
            faults(["legalitas/anak_berakta": "4", "legalitas/anak_0_17": "3"])
                == [
                    Fault(
                        line: 3, column: "legalitas/anak_berakta + legalitas/anak_0_17", value: "4 + 3",
                        code: .goodAboveEligible)
                ])
        #expect(
            faults(["legalitas/anak_berakta": "1", "legalitas/anak_0_17": ""])
                == [
                    Fault(
                        line: 3, column: "legalitas/anak_berakta + legalitas/anak_0_17", value: "1 + ",
                        code: .countHalfGiven)
                ])
        #expect(
            faults(["fisik/penyakit/diabetes": "x"])
                == [
                    Fault(
                        line: 3, column: "fisik/penyakit/diabetes", value: "x", code: .valueNotMapped,
                        expected: "ya, tidak, tb")
                ])
        #expect(
            faults(["identitas/hasil_kunjungan": "selesai", "start": "kemarin"]).map(\.code)
                == [.badStatus, .notADay])
        #expect(
            faults(["identitas/no_keluarga": ""])
                == [
                    Fault(
                        line: 3, column: "identitas/rt + identitas/no_keluarga", value: "001 + ", code: .valueMissing)
                ])
    }

    @Test func aColumnThatIsNotThereIsNamedWithTheNearest() throws {
        let mapping = try SurveyMapping(KoboFixture.wideMapping.bytes, framework: .ikk)
        var reader = SurveyReader(framework: .ikk, mapping: mapping)
        let text = try KoboFixture.wide.text.replacing("legalitas/buku_nikah", with: "legalitas/buku_nikha")
            .replacing("ekonomi/jaminan_6", with: "ekonomi/kartu")
        #expect(reader.all(text).isEmpty)
        #expect(
            reader.faults.kept == [
                Fault(
                    line: 1, column: "legalitas/buku_nikah", code: .sourceMissing, expected: "legalitas/buku_nikha"),
                Fault(line: 1, column: "ekonomi/jaminan_6", code: .sourceMissing, expected: ""),
            ])
        #expect(
            reader.faults.kept.first?.message[.indonesian]
                == "Baris 1, kolom legalitas/buku_nikah: kolom ini disebut berkas pemetaan, tetapi tidak ada dalam berkas "
                + "pendataan; mungkin maksudnya \"legalitas/buku_nikha\".")
    }

    @Test func rowsOfALongFileMayNotContradictEachOther() throws {
        let mapping = try SurveyMapping(KoboFixture.longMapping.bytes, framework: .ikk)
        let head = "id_keluarga,rt,petugas,tanggal,hasil,pertanyaan,jawaban\n"
        func faults(_ rows: String) -> [Fault] {
            var reader = SurveyReader(framework: .ikk, mapping: mapping)
            _ = reader.all(head + rows)
            return reader.faults.kept.filter { $0.code != .questionMissing }
        }
        #expect(
            faults("A,1,S,1/7/2025,lengkap,01. KLS-01,Y\nA,2,S,1/7/2025,lengkap,02. KLS-02,1/2\n")
                == [Fault(line: 3, column: "rt", value: "2", code: .rowsContradict, expected: "2")])
        #expect(
            faults("A,1,S,1/7/2025,lengkap,01. KLS-01,Y\nA,1,,,,01. KLS-01,Y\nA,1,S,,,01. kls-01,T\n")
                == [Fault(line: 4, column: "jawaban", value: "T", code: .rowsContradict, expected: "2")])
        // A fault of one answer is told at its own line.
        #expect(
            faults("A,1,S,1/7/2025,lengkap,01. KLS-01,Y\nA,1,S,,,02. KLS-02,3/2\n")
                == [Fault(line: 3, column: "02. KLS-02", value: "3/2", code: .goodAboveEligible)])
        var reader = SurveyReader(framework: .ikk, mapping: mapping)
        _ = reader.all(head + "A,1,S,1/7/2025,lengkap,01. KLS-1,Y\n")
        #expect(reader.faults.count == 29)
        #expect(
            reader.faults.kept.first
                == Fault(
                    line: 1, column: "pertanyaan", value: "01. KLS-01", code: .questionMissing, expected: "01. kls-1"))
    }

    @Test func mixedFamiliesAreGatheredUpToABound() throws {
        let mapping = try SurveyMapping(KoboFixture.longMapping.bytes, framework: .ikk)
        var reader = SurveyReader(framework: .ikk, mapping: mapping)
        let rows = (0...20_000).map { "F\($0),1,S,1/7/2025,lengkap,01. KLS-01,Y\n" }.joined()
        #expect(reader.all("id_keluarga,rt,petugas,tanggal,hasil,pertanyaan,jawaban\n" + rows).isEmpty)
        #expect(reader.faults.kept == [Fault(line: 20_002, code: .tooManyToGather, expected: "20000")])
    }
}
