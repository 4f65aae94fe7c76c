import Measurement
import Testing

@Suite struct ShownValueTests {
    @Test func text() {
        #expect(ShownValue(units: 7591, digits: 2)?.description == "75.91")
        #expect(ShownValue(units: 10_000, digits: 2)?.description == "100.00")
        #expect(ShownValue(units: 5, digits: 2)?.description == "0.05")
        #expect(ShownValue(units: 76, digits: 0)?.description == "76")
        #expect(ShownValue(units: 750_001, digits: 4)?.description == "75.0001")
    }

    @Test func onlyPointsAndDecimalsThatExist() {
        #expect(ShownValue(units: -1, digits: 2) == nil)
        #expect(ShownValue(units: 10_001, digits: 2) == nil)
        #expect(ShownValue(units: 0, digits: 5) == nil)
        #expect(ShownValue(units: 0, digits: -1) == nil)
    }

    @Test func comparesPointsWhateverTheDigits() throws {
        let coarse = try #require(ShownValue(units: 750, digits: 1))
        let fine = try #require(ShownValue(units: 7500, digits: 2))
        let more = try #require(ShownValue(units: 750_001, digits: 4))
        #expect(coarse == fine)
        #expect(coarse.hashValue == fine.hashValue)
        #expect(coarse < more)
        #expect(!(more < fine))
    }

    @Test(arguments: [
        (14_999, 20_000, "75.00", false), (749_949, 1_000_000, "74.99", true), (3, 4, "75.00", false),
        (74_994_999, 100_000_000, "74.99", true), (0, 7, "0.00", true), (7, 7, "100.00", false), (1, 3, "33.33", true),
        (2, 3, "66.67", true), (1, 800, "0.13", true),
    ])
    func indicatorIsRoundedFromTheFraction(_ good: Int, _ eligible: Int, _ text: String, _ weak: Bool) throws {
        let score = try RoundScore(scheme: ScoringScheme(.single()), indicators: [.of(good, eligible)])
        #expect(score.indicators[0].score?.shown.description == text)
        #expect(score.ikk?.shown.description == text)
        #expect(score.indicators[0].isWeak == weak)
    }

    @Test(arguments: [
        (0, "67", "75", 149, 200), (1, "66.7", "75.0", 1499, 2000), (2, "66.67", "75.00", 14_999, 20_000),
        (3, "66.667", "75.000", 149_999, 200_000), (4, "66.6667", "75.0000", 1_499_999, 2_000_000),
    ])
    func everyNumberOfDigits(_ digits: Int, _ twoThirds: String, _ tie: String, _ good: Int, _ of: Int) throws {
        let scheme = try ScoringScheme(.single(roundingDigits: digits))
        #expect(try RoundScore(scheme: scheme, indicators: [.of(2, 3)]).ikk?.shown.description == twoThirds)
        let atTie = try RoundScore(scheme: scheme, indicators: [.of(good, of)])
        #expect(atTie.ikk?.shown.description == tie)
        #expect(atTie.indicators[0].isWeak == false)
        #expect(atTie.indicators[0].neededToReachThreshold == 0)
        let below = try RoundScore(scheme: scheme, indicators: [.of(good - 1, of)])
        #expect(below.indicators[0].isWeak)
        #expect(below.indicators[0].neededToReachThreshold == 1)
        #expect(below.category?.code == "cukup")
    }

    @Test func categoriesAreHalfOpenOnTheShownValue() throws {
        let scheme = try ScoringScheme(.single(categories: [("a", 0), ("b", 1), ("c", 50), ("d", 100)]))
        for (units, code) in [(0, "a"), (99, "a"), (100, "b"), (4999, "b"), (5000, "c"), (9999, "c"), (10_000, "d")] {
            let score = try RoundScore(scheme: scheme, indicators: [.of(units, 10_000)])
            #expect(score.category?.code == code)
        }
        for (good, code) in [(499_949, "b"), (499_950, "c"), (999_949, "c"), (999_950, "d")] {
            let score = try RoundScore(scheme: scheme, indicators: [.of(good, 1_000_000)])
            #expect(score.category?.code == code)
        }
    }
}
