import Foundation
import Intake
import Measurement
import Testing

/// 68 invented families in the layouts of other programs, and the same families as a survey file.
///
/// `wide` is a KoboToolbox export with groups, a select_multiple, counts, a column a person, a question worded the other
/// way round, and 2 where there is no answer; `long` has a row an answer, `long-sorted` the same rows by family.
enum KoboFixture: String {
    case canonical, wide, long
    case wideMapping = "wide-mapping"
    case longMapping = "long-mapping"
    case longSorted = "long-sorted"

    var bytes: [UInt8] {
        get throws {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/kobo")
            return Array(try Data(contentsOf: folder.appending(path: "\(rawValue).csv")))
        }
    }

    var text: String {
        get throws { String(decoding: try bytes, as: UTF8.self) }
    }

    /// The families of the survey file, by id, as no layout keeps their order or lines.
    static func families(_ framework: Framework = .ikk) throws -> [SurveyRow] {
        var reader = SurveyReader(framework: framework)
        let rows = reader.all(try canonical.bytes)
        #expect(reader.faults.isEmpty && rows.count == 68)
        return comparable(rows)
    }

    static func comparable(_ rows: [SurveyRow]) -> [SurveyRow] {
        rows.map {
            SurveyRow(
                line: 0, familyID: $0.familyID, rt: $0.rt, status: $0.status, answers: $0.answers,
                enumerator: $0.enumerator, interviewedOn: $0.interviewedOn, previousFamilyID: $0.previousFamilyID)
        }.sorted { $0.familyID < $1.familyID }
    }

    static func tally(_ rows: [SurveyRow]) throws -> RoundTally {
        var tally = RoundTally(indicatorCount: Framework.ikk.indicators.count)
        for row in rows { try tally.add(status: row.status, answers: row.answers) }
        return tally
    }
}
