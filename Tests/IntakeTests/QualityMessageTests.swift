import Intake
import Measurement
import Phrasing
import Planning
import Testing

/// What people read of a finding: the place, the count, and what to do; in both languages, of no family.
@Suite struct QualityMessageTests {
    @Test func aMappedRoundIsReviewedAndItsFindingsAreSaid() throws {
        let framework = try FrameworkFolderTests.ikk()
        // The column of KKE-03 mapped to KKE-04 as well, by mistake.
        let text = try KoboFixture.wideMapping.text
            .replacing("ekonomi/KKE_04_cukup_pendapatan", with: "ekonomi/KKE_03_pendapatan")
            .replacing("KKSB-06,budaya/kerukunan_warga,,,,", with: "KKSB-06,,constant,,kosong,")
        var reader = SurveyReader(
            framework: framework, mapping: try SurveyMapping(Array(text.utf8), framework: framework))
        let rows = reader.all(try KoboFixture.wide.bytes)
        #expect(reader.faults.kept == [])
        let families = rows.map {
            CheckedFamily(
                rt: $0.rt, enumerator: $0.enumerator, day: $0.interviewedOn.map { $0.month * 31 + $0.day },
                status: $0.status, answers: $0.answers)
        }
        let review = try QualityReview(framework: framework, families: families)
        let published = PublishedFigures(index: ShownValue(units: 9150, digits: 2))
        let findings = try review.findings(days: (7 * 31 + 15)...(7 * 31 + 30), published: published)
        #expect(findings.map(\.kind) == [.identicalIndicators, .publishedDiffers, .manyMissing, .outsideRound])
        let said = findings.map { $0.message[.indonesian] }
        #expect(said[0].hasPrefix("KKE-03, KKE-04: jawaban keduanya sama pada semua "))
        #expect(said[1].hasPrefix("Nilai yang diumumkan 91,50 tidak sesuai"))
        #expect(
            said[2] == "KKSB-06: 59 dari 59 keluarga tidak terisi; nilainya hanya berlaku bagi keluarga yang menjawab.")
        #expect(said[3].hasPrefix("8 dari 68 wawancara bertanggal di luar masa pendataan"))
        for finding in findings {
            #expect(finding.message[.indonesian] != finding.message[.english])
            #expect(!rows.contains { finding.message[.english].contains($0.familyID) })
        }
    }
}
