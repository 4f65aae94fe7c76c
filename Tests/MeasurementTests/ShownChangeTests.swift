import Measurement
import Testing

@Suite struct ShownChangeTests {
    @Test(arguments: [
        (0.125, "0.13"), (-0.125, "-0.13"), (1005.0 / 1000, "1.01"), (-1005.0 / 1000, "-1.01"),
        (0.0, "0.00"), (0.0049999, "0.00"), (-0.0049999, "0.00"), (0.005, "0.01"), (-0.005, "-0.01"),
        (100.0, "100.00"), (-100.0, "-100.00"), (2.7249225037, "2.72"), (-0.920948616601, "-0.92"),
    ])
    func text(_ points: Double, _ text: String) {
        #expect(ShownChange(points).description == text)
    }

    /// Every tie of two decimals from −100 to 100, reached as a quotient and as a difference of inexact numbers.
    @Test func allTies() {
        for hundredths in 0..<10_000 {
            let tie = Double(2 * hundredths + 1) / 200
            #expect(ShownChange(tie).hundredths == hundredths + 1)
            #expect(ShownChange(-tie).hundredths == -hundredths - 1)
            #expect(ShownChange((tie + 100.0 / 3) - 100.0 / 3).hundredths == hundredths + 1)
        }
    }

    @Test func ordersBySign() {
        #expect(ShownChange(-0.5) < ShownChange(0))
        #expect(ShownChange(0.001) == ShownChange(-0.001))
    }
}
