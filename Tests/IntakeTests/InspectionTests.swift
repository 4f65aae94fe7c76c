import Intake
import Measurement
import Phrasing
import Testing

/// What is proposed for a table of unknown layout, and that the proposal can be used.
@Suite struct InspectionTests {
    static func inspect(_ bytes: [UInt8], _ framework: Framework, chunk: Int = 4096) throws -> SurveyInspection {
        var inspector = SurveyInspector(framework: framework)
        var position = 0
        while position < bytes.count {
            let end = min(position + chunk, bytes.count)
            inspector.read(bytes.span.extracting(position..<end))
            position = end
        }
        return try inspector.finish()
    }

    static func rows(_ bytes: [UInt8], by mapping: String) throws -> [SurveyRow] {
        var reader = SurveyReader(
            framework: try FrameworkFolderTests.ikk(),
            mapping: try SurveyMapping(Array(mapping.utf8), framework: FrameworkFolderTests.ikk()))
        let rows = reader.all(bytes)
        #expect(reader.faults.kept == [])
        return rows
    }

    @Test func ofASurveyFileTheProposalIsTheIdentity() throws {
        let ikk = try FrameworkFolderTests.ikk()
        for bytes in [try SurveyReaderTests.sampanahan(), try KoboFixture.canonical.bytes] {
            let inspection = try Self.inspect(bytes, ikk)
            #expect(inspection.origin == .surveyFile && !inspection.isLong)
            #expect(
                inspection.matches.allSatisfy {
                    $0.sources == [$0.target] && $0.rule == nil && $0.certainty == .certain
                })
            #expect(inspection.unmatchedTargets.isEmpty && inspection.unmatchedColumns.isEmpty)
            #expect(inspection.findings.map(\.needsDecision) == [false])
            let lines = inspection.mapping(in: .indonesian).split(separator: "\n").dropFirst()
            #expect(
                lines.allSatisfy { $0.split(separator: ",").count == 2 && Set($0.split(separator: ",")).count == 1 })
            var plain = SurveyReader(framework: ikk)
            #expect(try Self.rows(bytes, by: inspection.mapping(in: .indonesian)) == plain.all(bytes))
        }
    }

    @Test(arguments: [4096, 11]) func aKoboExportIsRecognised(chunk: Int) throws {
        let ikk = try FrameworkFolderTests.ikk()
        let inspection = try Self.inspect(try KoboFixture.wide.bytes, ikk, chunk: chunk)
        #expect(inspection.origin == .koboToolbox && inspection.rows == 68 && !inspection.isLong)
        let found = Dictionary(uniqueKeysWithValues: inspection.matches.map { ($0.target, $0) })
        #expect(found["family_id"]?.sources == ["identitas/no_keluarga"])
        #expect(found["rt"]?.sources == ["identitas/rt"])
        #expect(found["status"]?.sources == ["identitas/hasil_kunjungan"])
        #expect(found["enumerator"]?.sources == ["identitas/nama_petugas"])
        #expect(found["interviewed_on"]?.sources == ["today"])
        #expect(found["KLS-01"]?.sources == ["legalitas/buku_nikah"])
        #expect(inspection.mapping(in: .indonesian).contains("KLS-02,legalitas/anak_0_17,eligible,"))
        #expect(inspection.mapping(in: .indonesian).contains("KLS-02,legalitas/anak_berakta,good,"))
        #expect(found["KLS-03"]?.sources == ["legalitas/tinggal_bersama"])
        #expect(found["KKF-01"]?.sources == ["fisik/KKF_01_cukup_pangan"])
        #expect(found["KKF-01"]?.certainty == .certain && found["KKF-01"]?.rule == nil)
        #expect(found["KKE-08"]?.sources == (1...6).map { "ekonomi/jaminan_\($0)" })
        #expect(found["KKE-08"]?.rule == "sum")
        #expect(found["KKF-03"]?.rule == "any")
        #expect(found["KKF-03"]?.sources == ["hipertensi", "diabetes", "tb_paru"].map { "fisik/penyakit/\($0)" })
        #expect(found["KKSP-01"]?.sources == ["psikologi/bebas_kekerasan_perempuan"])
        #expect(found["KKSP-01"]?.rule == "invert")
        #expect(found["KKE-07"]?.sources == ["ekonomi/tabungan_keluarga"])
        #expect(!inspection.unmatchedColumns.contains { $0.hasPrefix("_") || $0 == "deviceid" })
        #expect(inspection.unmatchedColumns == ["ekonomi/jamban_sehat", "catatan"])
        // 2 is no answer that anybody could know: the mapping is refused until it is decided.
        #expect(inspection.mapping(in: .indonesian).contains("*,,,2,,"))
        #expect(throws: RefusedMapping.self) {
            try SurveyMapping(Array(inspection.mapping(in: .indonesian).utf8), framework: ikk)
        }
        #expect(inspection.findings.contains { $0.needsDecision && $0.text[.indonesian].contains("arti \"2\"") })
        #expect(inspection.findings.allSatisfy { $0.text[.english] != $0.text[.indonesian] })
    }

    /// What an officer does with the proposal: reads the findings, fills in the gaps, imports.
    @Test func theProposalOfAKoboExportCanBeCompleted() throws {
        let inspection = try Self.inspect(try KoboFixture.wide.bytes, try FrameworkFolderTests.ikk())
        let decided: Set = ["KKE-02", "family_id"]
        let kept = inspection.mapping(in: .indonesian).split(separator: "\n").filter { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return !(decided.contains(String(cells[0])) || (cells[0] == "*" && cells[3] == "2"))
        }
        let more = try KoboFixture.wideMapping.text.split(separator: "\n").filter { line in
            decided.contains(String(line.prefix { $0 != "," })) || line.hasPrefix("without") || line.hasPrefix("*,,,2,")
        }
        let rows = try Self.rows(try KoboFixture.wide.bytes, by: (kept + more).joined(separator: "\n") + "\n")
        #expect(KoboFixture.comparable(rows) == (try KoboFixture.families(FrameworkFolderTests.ikk())))
    }

    @Test func aLongFileIsRecognised() throws {
        let inspection = try Self.inspect(try KoboFixture.long.bytes, try FrameworkFolderTests.ikk())
        #expect(inspection.isLong && inspection.origin == .other)
        #expect(inspection.unmatchedTargets.isEmpty)
        #expect(inspection.mapping(in: .indonesian).contains("question,pertanyaan,,,,\nanswer,jawaban,,,,\n"))
        #expect(inspection.matches.first { $0.target == "interviewed_on" }?.rule == "dmy")
        #expect(inspection.matches.first { $0.target == "KKSB-06" }?.sources == ["29. KKSB-06"])
        // What 2 means, and that one question is worded the other way round, only people know.
        let decided = inspection.mapping(in: .indonesian).replacing("*,,,2,,", with: "*,,,2,kosong,")
            .replacing("18. KKSP-01,,", with: "18. KKSP-01,invert,")
        let rows = try Self.rows(try KoboFixture.long.bytes, by: decided)
        #expect(KoboFixture.comparable(rows) == (try KoboFixture.families(FrameworkFolderTests.ikk())))
    }

    /// Thirty numbers in sixty rows are no number of a family, whatever their column is called.
    @Test func numbersThatComeAgainAreNoCertainKey() throws {
        let families = (0..<60).map { ["\($0 % 30 + 1)", "00\($0 / 30 + 1)", "ya"] }
        func inspect(_ rows: [[String]], _ header: String = "family_id,rt_,A_01") throws -> SurveyInspection {
            let lines = [header] + rows.map { $0.joined(separator: ",") }
            return try Self.inspect(Array((lines.joined(separator: "\n") + "\n").utf8), .small)
        }
        func key(_ inspection: SurveyInspection) -> SurveyInspection.Match? {
            inspection.matches.first { $0.target == "family_id" }
        }
        let byRT = try inspect(families)
        #expect(key(byRT)?.sources == ["rt_", "family_id"] && key(byRT)?.rule == "join")
        #expect(key(byRT)?.certainty == .guess)
        for (language, word) in [(Language.indonesian, "dugaan: periksa"), (.english, "a guess: check")] {
            let mapping = byRT.mapping(in: language)
            #expect(
                mapping.contains("family_id,rt_,join,,,\(word)\nfamily_id,family_id,join,,,\(word)\n"), "\(mapping)")
        }
        let told = byRT.findings.map(\.text[.indonesian]).joined(separator: "\n")
        #expect(told.contains("(30 nilai pada 60 baris)") && told.contains("digabung dengan kolom rt_"))
        #expect(!byRT.findings.contains { $0.needsDecision && $0.text[.english].contains("does not differ") })

        // Where the RT does not part them either, or is not there, people have to say what does.
        let twice = try inspect(families + families)
        #expect(key(twice)?.sources == ["family_id"] && key(twice)?.certainty == .guess && key(twice)?.rule == nil)
        #expect(twice.findings.contains { $0.needsDecision && $0.text[.indonesian].contains("bersama kolom rt_ pun") })
        let alone = try inspect(families, "no_kk,dusun,A_01")
        #expect(key(alone)?.certainty == .guess)
        #expect(
            alone.findings.contains { $0.needsDecision && $0.text[.indonesian].contains("tambahkan baris kolom RT") })
        // A number each is what it is called.
        let unique = try inspect((0..<60).map { ["\($0)", "001", "ya"] })
        #expect(key(unique)?.certainty == .certain && key(unique)?.sources == ["family_id"])
    }

    @Test func otherTablesAreNamedForWhatTheyAre() throws {
        let ikk = try FrameworkFolderTests.ikk()
        func inspect(_ text: String) throws -> SurveyInspection { try Self.inspect(Array(text.utf8), ikk) }
        let odk = try inspect("SubmissionDate,identitas-rt,KLS_01,KLS_02,KEY\n2025-07-14T08:00:00Z,1,1,2/3,uuid:1\n")
        #expect(odk.origin == .odk)
        #expect(odk.matches.first { $0.target == "family_id" }?.sources == ["KEY"])
        #expect(odk.matches.first { $0.target == "interviewed_on" }?.rule == "time")
        #expect(odk.matches.first { $0.target == "status" }?.rule == "constant")
        let members = try inspect("nama,umur,_index,_parent_table_name,_parent_index\nA,3,1,rumah,1\n")
        #expect(members.origin == .repeatedGroup && members.findings.first?.needsDecision == true)
        let coded = try inspect("no_kk,no_rt,hasil,kls01,KKE-07 Punya tabungan\n1,1,1,1,2\n1,1,1,2,1\n")
        #expect(
            coded.mapping(in: .indonesian).contains("*,,,1,ya,")
                && coded.mapping(in: .indonesian).contains("*,,,2,tidak,"))
        #expect(coded.findings.contains { $0.text[.english].contains("1 is read as ya and 2 as tidak") })
        #expect(
            coded.findings.contains { $0.needsDecision && $0.text[.english].contains("does not differ in every row") })
        #expect(coded.findings.contains { $0.text[.indonesian].contains("(1 nilai pada 2 baris)") })
        #expect(coded.findings.contains { $0.text[.indonesian].contains("bersama kolom no_rt pun masih berulang") })
        #expect(coded.matches.first { $0.target == "family_id" }?.certainty == .guess)
        #expect(coded.matches.first { $0.target == "KKE-07" }?.certainty == .certain)
        #expect(coded.unmatchedTargets.count == 27)
        let doubled = try inspect("no_kk,rt,KLS-01,KLS-01\n1,1,ya,ya\n")
        #expect(doubled.findings.contains { $0.text[.english].contains("more than once") })
        #expect(!doubled.matches.contains { $0.target == "KLS-01" })
    }

    @Test(
        arguments: [
            ("", Fault.Code.emptyFile), ("a,b\n", .noRows), ("PK\u{3}\u{4}", .excelWorkbook), ("a\n\u{0}", .nulByte),
        ]) func whatIsNoTableIsSaid(text: String, code: Fault.Code)
    {
        #expect(throws: Fault.self) { try Self.inspect(Array(text.utf8), .small) }
        do { _ = try Self.inspect(Array(text.utf8), .small) } catch { #expect((error as? Fault)?.code == code) }
    }

    /// Names and identifiers of people are not repeated as if they were lists of answers.
    @Test func longListsAreNotShown() throws {
        let text = "family_id,rt,ket\n" + (0..<30).map { "K\($0),00\($0 % 3),Bu \($0)\n" }.joined()
        let inspection = try Self.inspect(Array(text.utf8), .small)
        #expect(inspection.columns.map { $0.values?.count } == [nil, 3, nil])
        #expect(
            !inspection.mapping(in: .indonesian).contains("Bu 1") && !inspection.mapping(in: .indonesian).contains("K1")
        )
    }

    @Test(arguments: [UInt64(3), 4]) func noTableCrashesTheInspector(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let good = try KoboFixture.wide.bytes
        for _ in 0..<8 {
            var bytes = Array(good.prefix(Int.random(in: 100...6000, using: &random)))
            for _ in 0..<Int.random(in: 0...9, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] =
                    Array("\";/,\n0a".utf8).randomElement(using: &random) ?? 0
            }
            if let inspection = try? Self.inspect(bytes, .ikk) {
                // Whatever is proposed is either usable or refused with a reason.
                do { _ = try SurveyMapping(Array(inspection.mapping(in: .indonesian).utf8), framework: .ikk) } catch {
                    #expect(!error.faults.isEmpty)
                }
            }
        }
    }
}
