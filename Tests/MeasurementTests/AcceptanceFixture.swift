import Foundation
import Measurement

/// The villages of the fixtures.
enum AcceptanceVillage: CaseIterable {
    case kecil, sampanahan, sangsang

    var design: SurveyDesign { self == .sangsang ? .simpleRandomSample : .census }
    var isCensus: Bool { design == .census }

    func fixture() throws -> AcceptanceFixture {
        switch self {
        case .kecil: try AcceptanceFixture("kecil", "2024-baseline", "2025-resurvey")
        case .sampanahan: try AcceptanceFixture("sampanahan", "2025-baseline", "2026-resurvey")
        case .sangsang: try AcceptanceFixture("sangsang", "2023-baseline", "2024-resurvey")
        }
    }
}

/// Two invented rounds as CSV and what an independent reference computed from them.
struct AcceptanceFixture {
    let baseline: RoundFamilies
    let resurvey: RoundFamilies
    let expected: Expected
    let scheme: ScoringScheme

    init(_ name: String, _ before: String, _ after: String) throws {
        let (codes, earlier) = try Self.read("\(name)-\(before).csv")
        baseline = earlier
        resurvey = try Self.read("\(name)-\(after).csv").families
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        expected = try decoder.decode(Expected.self, from: Self.data("\(name)-expected.json"))
        scheme = try ScoringScheme(
            .sample(
                indicators: codes.map { ($0, String($0.prefix { $0 != "-" })) },
                familyUnits: Set(codes).subtracting(Self.ofPersons)))
    }

    /// Indicators whose statement records a problem.
    private static let negative: Set = ["KKF-02", "KKF-03", "KKF-04", "KKE-06", "KKSP-01", "KKSP-02", "KKSB-05"]

    /// Indicators that count persons.
    private static let ofPersons: Set = ["KLS-02", "KKE-06", "KKE-08"]

    private static func data(_ file: String) throws -> Data {
        try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)"))
    }

    private static func read(_ file: String) throws -> (codes: [String], families: RoundFamilies) {
        let lines = String(decoding: try data(file), as: UTF8.self).split(separator: "\n")
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let codes = Array(rows[0].dropFirst(3))
        var families = RoundFamilies(indicatorCount: codes.count)
        for row in rows.dropFirst() {
            var answers = PackedAnswers(count: codes.count)
            for (position, code) in codes.enumerated() {
                answers[position] = answer(row[3 + position], negative: negative.contains(code))
            }
            guard let status = Int(row[2]).flatMap(FamilyStatus.init) else { throw CocoaError(.fileReadCorruptFile) }
            try families.add(id: .of(row[0]), rt: row[1], status: status, answers: answers)
        }
        return (codes, families)
    }

    private static func answer(_ text: String, negative: Bool) -> Answer {
        if text.isEmpty { return .missing }
        if text == "tb" { return .notApplicable }
        let counts = text.split(separator: "/").compactMap { Int($0) }
        let (raw, eligible) = counts.count == 2 ? (counts[0], counts[1]) : (text == "ya" ? 1 : 0, 1)
        return .counted(good: negative ? eligible - raw : raw, eligible: eligible)
    }
}
