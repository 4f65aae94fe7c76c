/// A standard error in percent of its value, by the classes that BPS applies to estimates of Susenas (Soedarti and
/// others, 2007): at most 25 % is accurate, above 25 to 50 % is to be used with care, above 50 % is not reliable.
package struct RelativeError: Hashable, Sendable {
    package enum Class: String, Sendable, CaseIterable {
        case accurate
        case useWithCare = "use_with_care"
        case notReliable = "not_reliable"
    }

    package let percent: Double

    /// Nil for a value of 0, to which nothing is relative.
    init?(standardError: Double, of value: Double) {
        guard value > 0 else { return nil }
        percent = 100 * standardError / value
    }

    package var `class`: Class {
        switch percent {
        case ...25: .accurate
        case ...50: .useWithCare
        default: .notReliable
        }
    }
}
