import Planning
import Testing

@Suite struct PercentTests {
    @Test(
        arguments: [
            (0, 1, "0"), (1, 1, "100"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 8, "12.5"), (1, 20_000, "0.01"),
            (1, 20_001, "0"), (-1, 20_000, "-0.01"), (-5, 4, "-125"), (90_995, 100_000, "91"), (3, 2, "150"),
            (1_000_000_000_000, 1_000_000_000_000, "100"), (Int64.max, Int64.max, "100"),
        ] as [(Int64, Int64, String)])
    func rounding(_ part: Int64, _ whole: Int64, _ expected: String) {
        #expect(Percent(part, of: whole)?.value.description == expected)
    }

    @Test func nothingToReach() {
        #expect(Percent(5, of: 0) == nil && Percent(5, of: -1) == nil && Percent(Int64.max, of: 1)?.value != .zero)
    }

    /// Each grade from its lowest number on, as the regulation leaves gaps between whole numbers.
    @Test(
        arguments: [
            (9_100, Percent.Grade.veryHigh), (9_099, .high), (7_600, .high), (7_599, .medium), (6_600, .medium),
            (6_599, .low), (5_100, .low), (5_099, .veryLow), (0, .veryLow), (-1, .veryLow), (25_000, .veryHigh),
        ] as [(Int64, Percent.Grade)])
    func grades(_ hundredths: Int64, _ expected: Percent.Grade) {
        #expect(Percent(hundredths, of: 10_000)?.grade == expected)
    }
}
