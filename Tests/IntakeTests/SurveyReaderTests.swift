import Foundation
import Intake
import Measurement
import Planning
import Testing

@Suite struct SurveyReaderTests {
    static let header = "family_id,rt,status,KLS-01,KKF-02,KLS-02,KKE-06"

    @Test func everyKindOfAnswerIsRead() {
        var reader = SurveyReader(framework: .small)
        let rows = reader.all(
            Self.header + "\nK-1,001,1,ya,ya,2/3,2/3\nK-2,001,2,tidak,tidak,0/1,1/1\nK-3,002,1,tb,,tb,\nK-4,002,3,,,,\n"
                + " K-5\u{A0}, 003 , 1 , YA ,Tidak,\"253/253 \",TB")
        #expect(reader.faults.isEmpty)
        #expect((reader.rows, reader.refused) == (5, 0))
        #expect(rows.map(\.familyID) == ["K-1", "K-2", "K-3", "K-4", "K-5"])
        #expect(rows.map(\.rt) == ["001", "001", "002", "002", "003"])
        #expect(rows.map(\.status) == [.complete, .partial, .complete, .noRespondent, .complete])
        #expect(rows.map(\.line) == [2, 3, 4, 5, 6])
        let expected: [[Answer]] = [
            [
                .counted(good: 1, eligible: 1), .counted(good: 0, eligible: 1), .counted(good: 2, eligible: 3),
                .counted(good: 1, eligible: 3),
            ],
            [
                .counted(good: 0, eligible: 1), .counted(good: 1, eligible: 1), .counted(good: 0, eligible: 1),
                .counted(good: 0, eligible: 1),
            ],
            [.notApplicable, .missing, .notApplicable, .missing],
            [.missing, .missing, .missing, .missing],
            [
                .counted(good: 1, eligible: 1), .counted(good: 1, eligible: 1), .counted(good: 253, eligible: 253),
                .notApplicable,
            ],
        ]
        #expect(rows.map { row in (0..<4).map { row.answers[$0] } } == expected)
    }

    @Test func columnsMayStandInAnyOrder() {
        var reader = SurveyReader(framework: .small)
        let rows = reader.all(
            "interviewed_on;KKE-06;previous_family_id;status;KLS-02;enumerator;rt;KLS-01;family_id;KKF-02\n"
                + "2025-07-31;1/4;L-9;1;3/4;Siti;004;ya;B-1;tb\n;;;1;;;004;;B-2;\n")
        #expect(reader.faults.isEmpty)
        #expect(rows.first?.familyID == "B-1")
        #expect(rows.first?.rt == "004")
        #expect(rows.first?.enumerator == "Siti")
        #expect(rows.first?.previousFamilyID == "L-9")
        #expect(rows.first?.interviewedOn == CalendarDay(year: 2025, month: 7, day: 31))
        #expect(rows.first?.answers[2] == .counted(good: 3, eligible: 4))
        #expect(rows.first?.answers[3] == .counted(good: 3, eligible: 4))
        #expect(rows.last?.enumerator == nil && rows.last?.interviewedOn == nil && rows.last?.previousFamilyID == nil)
    }

    @Test func lastLineNeedsNoEnd() {
        var reader = SurveyReader(framework: .small)
        #expect(reader.all(Self.header + "\nA,1,1,ya,ya,1/2,1/2").count == 1)
        #expect(reader.faults.isEmpty)
    }

    @Test func excelIndonesiaReadsTheSame() throws {
        let plain = try Self.sampanahan()
        let text = String(decoding: plain, as: UTF8.self)
        let excel = "\u{FEFF}" + text.replacing(",", with: ";").replacing("\n", with: "\r\n")
        var (one, other) = (SurveyReader(framework: .ikk), SurveyReader(framework: .ikk))
        #expect(one.all(plain) == other.all(Array(excel.utf8), chunk: 7))
        #expect(other.faults.isEmpty)
    }

    @Test func sampanahanBaselineIsWhole() throws {
        var reader = SurveyReader(framework: .ikk)
        let rows = reader.all(try Self.sampanahan(), chunk: 1000)
        #expect(reader.faults.isEmpty)
        #expect(rows.count == 283)
        #expect(FamilyStatus.allCases.map { status in rows.count { $0.status == status } } == [264, 4, 9, 2, 4])
        #expect(rows.first?.answers[1] == .counted(good: 1, eligible: 3))
        #expect(rows.first?.answers[14] == .counted(good: 3, eligible: 3))
    }

    static func sampanahan() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/sampanahan-2025-baseline.csv")))
    }
}

extension Framework {
    /// The 29 indicators that the fixture has, as far as a reader needs to know them.
    static let ikk: Framework = {
        let sizes = [("KLS", 3), ("KKF", 6), ("KKE", 8), ("KKSP", 6), ("KKSB", 6)]
        let persons: Set = ["KLS-02", "KKE-06", "KKE-08"]
        let negative: Set = ["KKF-02", "KKF-03", "KKE-06", "KKSP-01", "KKSP-02", "KKSB-05"]
        return Framework(
            kinds: sizes.flatMap { dimension, count in
                (1...count).map { "\(dimension)-0\($0)" }.map {
                    ($0, persons.contains($0) ? .person : .family, negative.contains($0) ? .negative : .positive)
                }
            })
    }()
}
