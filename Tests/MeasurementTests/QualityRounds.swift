import Foundation
import Measurement

/// Rounds whose quality is judged: those of the fixtures, and invented honest ones that can then be spoilt.
struct QualityRound {
    let framework: Framework
    var families: [CheckedFamily]

    func findings(
        days: ClosedRange<Int>? = nil, previous: [CheckedFamily] = [], earlier: [IndicatorTally] = [],
        published: PublishedFigures? = nil
    ) throws -> [QualityFinding] {
        try QualityReview(framework: framework, families: families)
            .findings(days: days, previous: previous, earlier: earlier, published: published)
    }

    /// A file of the fixtures; its enumerators and days are not known.
    init(file: String) throws {
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        let rows = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let codes = Array(rows[0].dropFirst(3))
        let negative: Set = ["KKF-02", "KKF-03", "KKF-04", "KKE-06", "KKSP-01", "KKSP-02", "KKSB-05"]
        framework = Self.framework(
            codes.map { ($0, negative.contains($0), ["KLS-02", "KKE-06", "KKE-08"].contains($0)) })
        families = rows.dropFirst().map { row in
            var answers = PackedAnswers(count: codes.count)
            for (position, code) in codes.enumerated() {
                let cell = row[3 + position]
                let counts = cell.split(separator: "/").compactMap { Int($0) }
                let (raw, units) = counts.count == 2 ? (counts[0], counts[1]) : (cell == "ya" ? 1 : 0, 1)
                answers[position] =
                    cell.isEmpty
                    ? .missing
                    : cell == "tb"
                        ? .notApplicable
                        : .counted(good: negative.contains(code) ? units - raw : raw, eligible: units)
            }
            return CheckedFamily(
                id: .of(row[0]), rt: row[1], status: Int(row[2]).flatMap(FamilyStatus.init) ?? .refused,
                answers: answers)
        }
    }

    static let kinds: [(code: String, isNegative: Bool, isOfPersons: Bool)] = (0..<29).map { position in
        ("I-\(position)", [4, 8, 14, 19, 23].contains(position), [1, 14, 16].contains(position))
    }

    /// An honest round: families are better or worse off as a whole, RTs differ, some are not eligible, some do not
    /// answer; four enumerators share the RTs.
    init(families count: Int, random: inout SeededGenerator) {
        framework = Self.framework(Self.kinds)
        let levels = (0..<29).map { _ in Double.random(in: -0.8...2.5, using: &random) }
        let places = (0..<6).map { _ in (0..<29).map { _ in Double.random(in: -0.6...0.6, using: &random) } }
        families = (0..<count).map { number in
            let (rt, wealth) = (number * 6 / max(count, 1), Self.normal(&random))
            var answers = PackedAnswers(count: 29)
            for position in 0..<29 {
                let logit = levels[position] + places[rt][position] + 0.8 * wealth
                answers[position] = Self.answer(
                    1 / (1 + Foundation.exp(-logit)), Self.kinds[position].isOfPersons, &random)
            }
            let status: FamilyStatus = Double.random(in: 0...1, using: &random) < 0.04 ? .refused : .complete
            return CheckedFamily(
                id: .of("K\(number)"), rt: "00\(rt + 1)", enumerator: "Kader \(number % 4 + 1)", day: number / 30,
                status: status, answers: status.isCounted ? answers : PackedAnswers(count: 29))
        }
    }

    /// The same families a year later: one answer in eight is another, and what was worked on is better.
    func later(random: inout SeededGenerator) -> QualityRound {
        var round = self
        for place in families.indices {
            round.change(place) { answers in
                for position in 0..<29 {
                    guard case .counted(let good, 1) = answers[position] else { continue }
                    let isWorkedOn = position % 6 == 0
                    let flips = Double.random(in: 0...1, using: &random) < (isWorkedOn && good == 0 ? 0.6 : 0.12)
                    if flips { answers[position] = .counted(good: 1 - good, eligible: 1) }
                }
            }
        }
        return round
    }

    mutating func change(
        _ place: Int, rt: String? = nil, enumerator: String? = nil, day: Int? = nil, id: FamilyHash? = nil,
        _ edit: (inout PackedAnswers) -> Void = { _ in }
    ) {
        let family = families[place]
        var answers = family.answers
        if family.status.isCounted { edit(&answers) }
        families[place] = CheckedFamily(
            id: id ?? family.id, previous: family.previous, rt: rt ?? family.rt,
            enumerator: enumerator ?? family.enumerator, day: day ?? family.day, status: family.status, answers: answers
        )
    }

    private static func answer(_ chance: Double, _ isOfPersons: Bool, _ random: inout SeededGenerator) -> Answer {
        let draw = Double.random(in: 0...1, using: &random)
        if draw < 0.03 { return .missing }
        if draw < 0.11 { return .notApplicable }
        let units = isOfPersons ? Int.random(in: 1...5, using: &random) : 1
        return .counted(
            good: (0..<units).count { _ in Double.random(in: 0...1, using: &random) < chance }, eligible: units)
    }

    private static func normal(_ random: inout SeededGenerator) -> Double {
        (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0...1, using: &random) }
    }

    static func framework(_ kinds: [(code: String, isNegative: Bool, isOfPersons: Bool)]) -> Framework {
        Framework(
            id: Framework.ID(code: "contoh", version: 1), title: "", status: .working, provenance: "",
            aggregation: .meanOfDimensions, weakBelow: 75, roundingDigits: 2,
            categories: [Framework.Category(code: "semua", nameID: "", from: 0)],
            dimensions: [Framework.Dimension(code: "D", nameID: "", nameEN: "")],
            indicators: kinds.map {
                Framework.Indicator(
                    code: $0.code, dimension: "D", nameID: "", nameEN: "",
                    direction: $0.isNegative ? .negative : .positive, unit: $0.isOfPersons ? .person : .family,
                    eligible: "", sensitive: false, provenance: "")
            })
    }
}
