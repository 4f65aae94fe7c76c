import Measurement
import Testing

/// What is told of findings in neighbourhoods.
@Suite struct FindingProtectionTests {
    /// A hundred honest families in RT 001 and 002, and pairs with everything in common in others.
    private func round(_ pairs: [String: Int]) throws -> (round: QualityRound, told: [QualityFinding]) {
        var random = SeededGenerator(11)
        var round = QualityRound(families: 100, random: &random)
        for (rt, count) in pairs {
            for _ in 0..<count {
                var answers = PackedAnswers(count: 29)
                for position in 0..<29 { answers[position] = .counted(good: 0, eligible: rt == "098" ? 41 : 37) }
                round.families.append(CheckedFamily(rt: rt, status: .complete, answers: answers))
            }
        }
        let protection = Protection.withinVillage
        return (round, protection.telling(try round.findings(), of: round.families, in: round.framework))
    }

    private func doubled(_ findings: [QualityFinding]) -> [QualityFinding] {
        findings.filter { $0.kind == .doubledFamilies }
    }

    @Test func smallNeighbourhoodsAreToldTogether() throws {
        let (round, told) = try round(["098": 2, "099": 2])
        #expect(Set(doubled(try round.findings()).map(\.rt)) == ["098", "099"])
        let shown = doubled(told)
        #expect(shown.count == 1 && shown.first?.rt == nil)
        #expect(shown.first?.count == 2 && shown.first?.total == 4)
    }

    /// Four families who say the same to everything are told without the one who asked them.
    @Test(arguments: [(4, nil), (5, "Kader 9")]) func anEnumeratorOfFewFamilies(_ count: Int, _ told: String?) throws {
        var random = SeededGenerator(11)
        var round = QualityRound(families: 100, random: &random)
        for place in round.families.indices.filter({ round.families[$0].status.isCounted }).prefix(count) {
            round.change(place, enumerator: "Kader 9") { answers in
                for position in 0..<29 {
                    answers[position] = .counted(good: QualityRound.kinds[position].isNegative ? 0 : 1, eligible: 1)
                }
            }
        }
        let found = try round.findings().filter { $0.kind == .straightLining }
        #expect(found.map(\.enumerator) == ["Kader 9"] && found.map(\.count) == [count])
        let shown = Protection.withinVillage.telling(found, of: round.families, in: round.framework)
        #expect(shown.map(\.enumerator) == [told] && shown.map(\.count) == [count])
    }

    @Test func everythingElseIsToldAsItWas() throws {
        let (round, told) = try round(["098": 2])
        let others = try round.findings().filter { $0.kind != .doubledFamilies }
        #expect(told.filter { $0.kind != .doubledFamilies } == others)
        #expect(Protection.withinVillage.fewestFamilies == 5)
    }
}
