import Intake
import Measurement
import Testing

/// A table of another layout becomes a survey file with the same families.
@Suite struct SurveyConversionTests {
    private func convert(_ bytes: [UInt8], _ mapping: [UInt8], chunk: Int = 999) throws -> [UInt8] {
        let ikk = try FrameworkFolderTests.ikk()
        var conversion = SurveyConversion(framework: ikk, mapping: try SurveyMapping(mapping, framework: ikk))
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            text += conversion.read(Array(bytes[start..<min(start + chunk, bytes.count)]))
        }
        return text + (try conversion.finish())
    }

    @Test(arguments: [(KoboFixture.wide, KoboFixture.wideMapping), (.long, .longMapping)])
    func theFamiliesAreTheSame(table: KoboFixture, mapping: KoboFixture) throws {
        let text = try convert(try table.bytes, try mapping.bytes)
        var reader = SurveyReader(framework: try FrameworkFolderTests.ikk())
        let rows = reader.all(text)
        #expect(reader.faults.kept == [])
        #expect(KoboFixture.comparable(rows) == (try KoboFixture.families(FrameworkFolderTests.ikk())))
        #expect(try convert(try table.bytes, try mapping.bytes, chunk: 7) == text)
    }

    @Test func faultsNameTheTable() throws {
        let lines = try KoboFixture.wide.text.split(separator: "\n", omittingEmptySubsequences: true)
        let spoilt = lines[1].replacing("\"lengkap\";\"ada\"", with: "\"lengkap\";\"entah\"")
        let table = [lines[0], lines[1], Substring(spoilt), lines[1]].joined(separator: "\n") + "\n"
        do {
            _ = try convert(Array(table.utf8), try KoboFixture.wideMapping.bytes)
            Issue.record("taken")
        } catch let refused as RefusedFile {
            let told = refused.faults.kept.map { "\($0.line) \($0.column ?? "") \($0.value) \($0.code.rawValue)" }
            #expect(
                told == [
                    "3 legalitas/buku_nikah entah value_not_mapped",
                    "4 identitas/rt + identitas/no_keluarga 001-101 duplicate_family",
                ])
        }
    }

    @Test func wordsWithSeparatorsAreQuoted() throws {
        let table = try KoboFixture.wide.text.replacing("\"Siti Aminah\"", with: "\"Aminah, \"\"Siti\"\"; S.Sos\"")
        let text = String(decoding: try convert(Array(table.utf8), try KoboFixture.wideMapping.bytes), as: UTF8.self)
        #expect(text.contains(",\"Aminah, \"\"Siti\"\"; S.Sos\",2025-07-14,\n"))
    }
}
