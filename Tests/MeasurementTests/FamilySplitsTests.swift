import Measurement
import Testing

struct FamilySplitsTests {
    /// Five children without a certificate may be of one family, and a family may have children of both kinds.
    @Test func familiesAreCountedAndNotPersons() throws {
        var splits = FamilySplits(indicatorCount: 2)
        func add(_ status: FamilyStatus, _ first: Answer, _ second: Answer) throws {
            var answers = PackedAnswers(count: 2)
            (answers[0], answers[1]) = (first, second)
            try splits.add(status: status, answers: answers)
        }
        try add(.complete, .counted(good: 0, eligible: 5), .counted(good: 1, eligible: 1))
        try add(.partial, .counted(good: 2, eligible: 3), .missing)
        try add(.complete, .counted(good: 4, eligible: 4), .notApplicable)
        try add(.refused, .counted(good: 1, eligible: 1), .counted(good: 0, eligible: 1))
        #expect(splits.indicators.map(\.good) == [2, 1])
        #expect(splits.indicators.map(\.notGood) == [2, 0])
        #expect(throws: FrameworkMismatch.self) { try splits.add(status: .complete, answers: PackedAnswers(count: 3)) }
    }
}
