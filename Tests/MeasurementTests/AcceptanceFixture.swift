import Foundation
import Measurement

/// Two invented rounds as CSV and what an independent reference computed from them.
struct AcceptanceFixture {
    let baseline: RoundTally
    let resurvey: RoundTally
    let expected: Expected
    let scheme: ScoringScheme

    init(_ name: String, _ before: String, _ after: String) throws {
        let (codes, earlier) = try Self.read("\(name)-\(before).csv")
        baseline = earlier
        resurvey = try Self.read("\(name)-\(after).csv").tally
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        expected = try decoder.decode(Expected.self, from: Self.data("\(name)-expected.json"))
        scheme = try ScoringScheme(.sample(indicators: codes.map { ($0, String($0.prefix { $0 != "-" })) }))
    }

    /// Indicators whose statement records a problem.
    private static let negative: Set = ["KKF-02", "KKF-03", "KKF-04", "KKE-06", "KKSP-01", "KKSP-02", "KKSB-05"]

    private static func data(_ file: String) throws -> Data {
        try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)"))
    }

    private static func read(_ file: String) throws -> (codes: [String], tally: RoundTally) {
        let lines = String(decoding: try data(file), as: UTF8.self).split(separator: "\n")
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let codes = Array(rows[0].dropFirst(3))
        var tally = RoundTally(indicatorCount: codes.count)
        for row in rows.dropFirst() {
            var answers = PackedAnswers(count: codes.count)
            for (position, code) in codes.enumerated() {
                answers[position] = answer(row[3 + position], negative: negative.contains(code))
            }
            guard let status = Int(row[2]).flatMap(FamilyStatus.init) else { throw CocoaError(.fileReadCorruptFile) }
            try tally.add(status: status, answers: answers)
        }
        return (codes, tally)
    }

    private static func answer(_ text: String, negative: Bool) -> Answer {
        if text.isEmpty { return .missing }
        if text == "tb" { return .notApplicable }
        let counts = text.split(separator: "/").compactMap { Int($0) }
        let (raw, eligible) = counts.count == 2 ? (counts[0], counts[1]) : (text == "ya" ? 1 : 0, 1)
        return .counted(good: negative ? eligible - raw : raw, eligible: eligible)
    }
}

/// The part of the expected figures that needs no interval.
struct Expected: Decodable {
    let baseline: Round
    let resurvey: Round
    let comparison: Comparison

    struct Round: Decodable {
        let ikk: Double
        let category: String
        let familiesCounted: Int
        let familiesRepresented: Int
        let byStatus: [String: Int]
        let indicatorsUsed: Int
        let dimensions: [String: Dimension]
        let indicators: [String: Indicator]
        let weakIndicators: [String]
    }

    struct Dimension: Decodable {
        let value: Double
    }

    struct Indicator: Decodable {
        let good: Int
        let eligible: Int
        let familiesMissing: Int
        let familiesNotApplicable: Int
        let value: Double?
        let weak: Bool
        let neededToReachThreshold: Int?
    }

    struct Comparison: Decodable {
        let indicators: [Compared]
        let dimensions: [String: Change]
        let ikk: Change
        let contributions: [String: Double]
        let ikkCommon: Common?
        let contributionOfDifferingSets: Double?
    }

    struct Compared: Decodable {
        let indicator: String
        let before: Double?
        let after: Double?
        let change: Double?
    }

    struct Change: Decodable {
        let before: Double?
        let after: Double?
        let change: Double?
    }

    struct Common: Decodable {
        let before: Double
        let after: Double
        let change: Double
        let indicators: Int
    }
}
