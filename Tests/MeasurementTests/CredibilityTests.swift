import Measurement
import Testing

@Suite struct CredibilityTests {
    /// Four kinds of unequal size. Variances by the analysis of variance (15.864583, 53.283088), predictions and their errors by
    /// Henderson's mixed model equations, solved with NumPy 2; the quantile 2.306004 of t with 8 degrees of freedom.
    @Test func whatIsExpectedIsTheBestLinearUnbiasedPrediction() {
        let found = Credibility([[3, 4, 2.5, 5.5], [18, 15, 21, 20], [9], [], [-2, 12, 7]]).groups
        let expected = [4.13177074, 17.85991164, 9.05980343, nil, 5.99115568]
        for (group, value) in zip(found, expected) { #expect(close(group.expected, value, 1e-7)) }
        #expect(found.map(\.count) == [4, 4, 1, 0, 3])
        #expect(close(found[4].mean, 17.0 / 3))
        // The expansion of the quantile is wrong in the fifth digit.
        #expect(close(found[0].interval?.lower, -0.34186701, 1e-4) && close(found[0].interval?.upper, 8.60540851, 1e-4))
        #expect(close(found[2].interval?.lower, 0.74005628, 1e-4) && close(found[2].interval?.upper, 17.37955059, 1e-4))
        // Nobody tried it, so nothing is said.
        #expect(found[3].mean == nil && found[3].interval == nil)
    }

    /// One village that rose much is no better than what many rose by.
    @Test func fewAreDrawnFurtherThanMany() throws {
        let many = [10.0, 14, 12, 11, 13, 12]
        let found = Credibility([[2, 5, 3, 4], [30], many]).groups
        let (few, sure) = (found[1], found[2])
        let (drawn, hardly) = (30 - (try #require(few.expected)), (try #require(sure.expected)) - 12)
        #expect(drawn > 0 && abs(hardly) < drawn)
        #expect((try #require(few.interval)).width > (try #require(sure.interval)).width)
    }

    @Test func kindsThatDifferNoMoreThanTheirVillagesAreAllAlike() {
        let found = Credibility([[0, 10, 5, 3], [1, 9, 6, 2]]).groups
        #expect(close(found[0].expected, 4.5) && close(found[1].expected, 4.5))
        #expect(found[0].interval == found[1].interval)
    }

    @Test func tooFewToTell() {
        let found = Credibility([[8, 9, 10], [1, 2, 3, 4]])
        #expect(found.groups.map(\.count) == [3, 4] && found.groups.allSatisfy { $0.expected != nil })
        let fewer = Credibility([[8, 9, 10], [1, 2, 3]]).groups
        #expect(fewer.allSatisfy { $0.mean != nil && $0.expected == nil && $0.interval == nil })
        #expect(Credibility([]).groups.isEmpty)
        #expect(Credibility([[]]).groups[0].mean == nil)
    }

    /// That all are the same is no certainty.
    @Test func withoutSpreadThereIsNoInterval() {
        let found = Credibility([[5, 5, 5, 5], [5, 5, 5, 5]]).groups
        #expect(found.allSatisfy { $0.expected == 5 && $0.interval == nil })
        let apart = Credibility([[5, 5, 5, 5], [], [9, 9, 9, 9]]).groups
        #expect(apart.map(\.expected) == [5, nil, 9] && apart.allSatisfy { $0.interval == nil })
    }

    @Test func anIntervalStaysWithinWhatAChangeCanBe() throws {
        let found = Credibility([[90, 100, 60, 100], [-100, -60, -100, -20]]).groups
        let (high, low) = (try #require(found[0].interval), try #require(found[1].interval))
        #expect(high.upper <= 100 && low.lower >= -100)
    }
}
