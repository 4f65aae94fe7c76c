import Planning
import Testing

@testable import API

struct DenialLimitTests {
    private func denial(_ token: UInt8, _ route: String, _ rule: String = "forbidden") -> Denial {
        Denial(tokenHash: [token], requestID: "r", method: "GET", route: route, rule: rule)
    }

    @Test func theSameIsToldOnceAMinuteWithHowManyThereWere() {
        var limit = DenialLimit()
        let start = ContinuousClock.now
        #expect(limit.admits(denial(1, "a"), at: start)?.untold == 0)
        for second in 1...5 { #expect(limit.admits(denial(1, "a"), at: start + .seconds(second)) == nil) }
        // Another route, another rule, another token.
        #expect(limit.admits(denial(1, "b"), at: start)?.untold == 0)
        #expect(limit.admits(denial(1, "a", "principal_is_held_now"), at: start)?.untold == 0)
        #expect(limit.admits(denial(2, "a"), at: start)?.untold == 0)
        #expect(limit.admits(denial(1, "a"), at: start + .seconds(59)) == nil)
        #expect(limit.admits(denial(1, "a"), at: start + .seconds(60))?.untold == 6)
        #expect(limit.admits(denial(1, "a"), at: start + .seconds(61)) == nil)
        #expect(limit.admits(denial(1, "a"), at: start + .seconds(120))?.untold == 1)
    }

    @Test func itsMemoryHasAnEnd() {
        var limit = DenialLimit()
        let start = ContinuousClock.now
        for number in 0..<25_000 { #expect(limit.admits(denial(1, "\(number)"), at: start) != nil) }
        #expect(limit.admits(denial(1, "24999"), at: start) == nil)
    }
}
