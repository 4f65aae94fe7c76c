import Measurement
import Testing

/// Every finding is found where it was put, and honest rounds have none.
@Suite struct QualityReviewTests {
    @Test(
        arguments: [
            ("kecil-2024-baseline.csv", "kecil-2025-resurvey.csv"),
            ("sampanahan-2025-baseline.csv", "sampanahan-2026-resurvey.csv"),
            ("sangsang-2023-baseline.csv", "sangsang-2024-resurvey.csv"),
        ]) func theAcceptanceRoundsRaiseNoAlarm(before: String, after: String) throws
    {
        let (baseline, resurvey) = (try QualityRound(file: before), try QualityRound(file: after))
        #expect(try baseline.findings() == [])
        #expect(try resurvey.findings(previous: baseline.families) == [])
    }

    @Test(arguments: 0..<12) func honestRoundsRaiseNoAlarm(seed: Int) throws {
        var random = SeededGenerator(UInt64(seed))
        for count in [0, 1, 24, 120, 400] {
            let round = QualityRound(families: count, random: &random)
            #expect(try round.findings(days: 0...400) == [])
            #expect(try round.later(random: &random).findings(previous: round.families) == [])
        }
    }

    /// An honest round of 300 families with its findings after it was spoilt.
    private static func spoilt(_ spoil: (inout QualityRound) -> Void) throws -> [QualityFinding] {
        var random = SeededGenerator(7)
        var round = QualityRound(families: 300, random: &random)
        spoil(&round)
        return try round.findings(days: 0...9)
    }

    @Test func aCopiedColumnIsFound() throws {
        let findings = try Self.spoilt { round in
            for place in round.families.indices { round.change(place) { $0[7] = $0[3] } }
        }
        #expect(findings.map(\.kind) == [.identicalIndicators])
        #expect(findings.first?.codes == ["I-3", "I-7"] && findings.first?.severity == .serious)
        #expect((findings.first?.count ?? 0) > 200 && (findings.first?.chance ?? 1) < 1e-6)
        let opposite = try Self.spoilt { round in
            for place in round.families.indices {
                round.change(place) { answers in
                    guard case .counted(let good, _) = answers[3] else { return answers[4] = answers[3] }
                    answers[4] = .counted(good: 1 - good, eligible: 1)
                }
            }
        }
        #expect(opposite.map(\.kind) == [.oppositeIndicators] && opposite.first?.codes == ["I-3", "I-4"])
    }

    @Test func copiedFamiliesAreFound() throws {
        // An enumerator who fills in the forms of an RT from one of them.
        let findings = try Self.spoilt { round in
            let first = round.families[0].answers
            for place in 0..<25 { round.change(place, enumerator: "Kader 9") { $0 = first } }
        }
        let groups = findings.filter { $0.kind == .withoutVariation }
        #expect(groups.map(\.enumerator) == ["Kader 9"] && groups.first?.severity == .serious)
        #expect(findings.filter { $0.kind == .doubledFamilies }.map(\.rt) == ["001"])
        // One family entered twice under two ids.
        let twice = try Self.spoilt { round in
            let first = round.families[100].answers
            round.change(110) { $0 = first }
        }
        #expect(twice.map(\.kind) == [.doubledFamilies] && twice.first?.count == 1 && twice.first?.rt == "003")
        #expect(twice.first?.severity == .warning)
    }

    @Test func familiesWithAllInOrderAreNotTakenForOne() throws {
        let findings = try Self.spoilt { round in
            for place in round.families.indices {
                round.change(place) { answers in
                    // Nearly everybody is well off: equal answers prove nothing.
                    for position in 0..<29 {
                        guard case .counted(_, let units) = answers[position], (place + position) % 17 > 0 else {
                            continue
                        }
                        answers[position] = .counted(good: units, eligible: units)
                    }
                }
            }
        }
        #expect(findings.filter { $0.kind == .doubledFamilies || $0.kind == .straightLining } == [])
    }

    @Test func oneAnswerToEverythingIsFound() throws {
        let findings = try Self.spoilt { round in
            let negative = Set(QualityRound.kinds.indices.filter { QualityRound.kinds[$0].isNegative })
            for place in round.families.indices where place % 4 == 1 && place % 12 < 6 {
                round.change(place) { answers in
                    for position in 0..<29 {
                        guard case .counted(_, 1) = answers[position] else { continue }
                        answers[position] = .counted(good: negative.contains(position) ? 0 : 1, eligible: 1)
                    }
                }
            }
        }
        let straight = findings.filter { $0.kind == .straightLining }
        #expect(straight.map(\.enumerator) == ["Kader 2"])
        #expect((straight.first?.count ?? 0) > 20)
    }

    @Test func aRoundOfOneAnswerIsFound() throws {
        let findings = try Self.spoilt { round in
            for place in round.families.indices {
                round.change(place) { answers in
                    for position in 0..<29 { answers[position] = .counted(good: 1, eligible: 1) }
                }
            }
        }
        #expect(findings.contains { $0.kind == .withoutVariation && $0.rt == nil && $0.enumerator == nil })
        #expect(!findings.contains { $0.kind == .identicalIndicators || $0.kind == .doubledFamilies })
    }

    @Test func missingAnswersAndImpossibleDaysAreFound() throws {
        let findings = try Self.spoilt { round in
            for place in round.families.indices {
                round.change(place, day: place < 5 ? 10 : 3) { answers in
                    if place % 3 > 0 { answers[2] = .missing }
                    if place % 4 == 0 { answers[5] = .missing }
                }
            }
        }
        #expect(
            findings.map(\.kind) == [
                .manyMissing, .tooManyInterviews, .tooManyInterviews, .tooManyInterviews, .tooManyInterviews,
                .manyMissing, .outsideRound,
            ])
        #expect(findings.filter { $0.kind == .manyMissing }.map(\.codes) == [["I-2"], ["I-5"]])
        #expect(findings.last?.count == 5 && findings.last?.severity == .warning)
        #expect(findings[1].enumerator == "Kader 1" && findings[1].count > 60 && findings[1].total == 30)
    }

    @Test func whatTheRoundBeforeMakesImplausibleIsFound() throws {
        var random = SeededGenerator(11)
        let before = QualityRound(families: 300, random: &random)
        var after = before.later(random: &random)
        for place in after.families.indices {
            after.change(place) { answers in
                if case .counted(let good, 1) = answers[3] { answers[3] = .counted(good: 1 - good, eligible: 1) }
                if case .counted = answers[10] {
                    answers[10] = .counted(good: Int.random(in: 0...1, using: &random), eligible: 1)
                }
            }
        }
        let findings = try after.findings(previous: before.families)
        #expect(findings.map(\.kind) == [.reversedAnswers, .unrelatedAnswers])
        #expect(findings.map(\.codes) == [["I-3"], ["I-10"]])

        var strangers = QualityRound(families: 300, random: &random)
        for place in strangers.families.indices { strangers.change(place, id: before.families[place].id) }
        #expect(try strangers.findings(previous: before.families).map(\.kind) == [.unrelatedFamilies])
        // The other way round nobody is the same, and nothing can be said.
        var others = before
        for place in others.families.indices { others.change(place, id: .of("L\(place)")) }
        #expect(try others.findings(previous: before.families) == [])
    }

    @Test func aLeapIsAWarning() throws {
        var random = SeededGenerator(11)
        let before = QualityRound(families: 300, random: &random)
        var after = QualityRound(families: 300, random: &random)
        func earlier(_ round: QualityRound) throws -> [IndicatorTally] {
            var tally = RoundTally(indicatorCount: 29)
            for family in round.families { try tally.add(status: family.status, answers: family.answers) }
            return tally.indicators
        }
        #expect(try after.findings(earlier: earlier(before)) == [])
        for place in after.families.indices {
            after.change(place) { answers in
                guard case .counted = answers[3] else { return }
                answers[3] = .counted(good: place % 50 == 0 ? 1 : 0, eligible: 1)
            }
        }
        let findings = try after.findings(earlier: earlier(before)).filter { $0.kind == .implausibleChange }
        #expect(findings.map(\.codes) == [["I-3"]] && findings.first?.severity == .warning)
        let (was, present) = (try #require(findings.first?.reference), try #require(findings.first?.computed))
        #expect(was.units > 50_00 && present.units < 5_00 && was.digits == 2 && present.digits == 2)
        // Of another framework.
        #expect(
            try after.findings(earlier: Array(earlier(before).dropLast())).allSatisfy { $0.kind != .implausibleChange })
    }

    @Test func publishedFiguresThatTheAnswersDoNotGiveAreFound() throws {
        let round = try QualityRound(file: "sampanahan-2025-baseline.csv")
        func shown(_ units: Int, _ digits: Int) throws -> ShownValue {
            try #require(ShownValue(units: units, digits: digits))
        }
        let right = PublishedFigures(
            indicators: ["KKE-02": try shown(50, 0), "KLS-02": try shown(5929, 2)], index: nil)
        #expect(try round.findings(published: right) == [])
        let wrong = PublishedFigures(
            indicators: ["KKE-02": try shown(51, 0), "KLS-02": try shown(5930, 2), "XX": try shown(1, 0)],
            dimensions: ["D": try shown(10, 0)],
            index: try shown(9999, 2))
        let findings = try round.findings(published: wrong)
        #expect(findings.map(\.codes) == [["KLS-02"], ["KKE-02"], ["D"], []])
        #expect(findings.allSatisfy { $0.kind == .publishedDiffers && $0.severity == .serious })
        #expect(findings.first?.reference?.units == 5930 && findings.first?.computed?.units == 5929)
    }

    @Test func theOrderOfFamiliesDoesNotMatter() throws {
        var random = SeededGenerator(5)
        var round = QualityRound(families: 300, random: &random)
        let first = round.families[0].answers
        for place in 0..<25 { round.change(place, enumerator: "Kader 9") { $0 = first } }
        let findings = try round.findings(days: 0...3)
        round.families.shuffle(using: &random)
        #expect(try round.findings(days: 0...3) == findings && !findings.isEmpty)
    }

    @Test func aRoundOfAnotherFrameworkIsRefused() throws {
        let family = CheckedFamily(rt: "1", status: .complete, answers: PackedAnswers(count: 3))
        #expect(throws: FrameworkMismatch.self) {
            try QualityReview(framework: QualityRound.framework(QualityRound.kinds), families: [family])
        }
    }
}
