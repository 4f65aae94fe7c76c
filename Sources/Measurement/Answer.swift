/// How a family was met in a round; only the first two enter the index, all five are counted and shown.
package enum FamilyStatus: Int, Sendable, CaseIterable {
    case complete = 1
    case partial
    case noRespondent
    case refused
    case moved

    /// Whether the family's answers enter the index.
    package var isCounted: Bool { self == .complete || self == .partial }
}

/// What one family says on one indicator.
package enum Answer: Hashable, Sendable {
    /// `good` of `eligible` units are in good condition, after the direction of the indicator was applied.
    case counted(good: Int, eligible: Int)
    /// Nobody in the family is eligible ("tidak berlaku").
    case notApplicable
    /// Asked, but there is no answer.
    case missing
}

/// One family's answers in framework order, one byte each, as they are stored.
///
/// Two bytes an indicator instead of a row an indicator keep a family and round within 250 bytes with its index.
package struct PackedAnswers: Hashable, Sendable {
    /// In `eligible`: no answer.
    package static let missing: UInt8 = 255
    /// In `eligible`: nobody eligible.
    package static let notApplicable: UInt8 = 254
    /// The most units that one family can have.
    package static let mostUnits = 253

    /// Good units, one byte an indicator; 0 where `eligible` holds a code.
    package private(set) var good: [UInt8]
    /// Eligible units, or `missing` or `notApplicable`, one byte an indicator.
    package private(set) var eligible: [UInt8]

    /// All missing, for `count` indicators.
    package init(count: Int) {
        good = [UInt8](repeating: 0, count: count)
        eligible = [UInt8](repeating: Self.missing, count: count)
    }

    /// As read back from storage; nil where the bytes contradict each other.
    package init?(good: [UInt8], eligible: [UInt8]) {
        guard good.count == eligible.count else { return nil }
        for (g, e) in zip(good, eligible) {
            let most = Int(e) <= Self.mostUnits ? e : 0
            guard g <= most else { return nil }
        }
        self.good = good
        self.eligible = eligible
    }

    /// The number of indicators.
    package var count: Int { good.count }

    /// Counts above `mostUnits`, or more good units than eligible ones, cannot be stored and must be refused before.
    package subscript(position: Int) -> Answer {
        get {
            switch eligible[position] {
            case Self.missing: .missing
            case Self.notApplicable: .notApplicable
            case let units: .counted(good: Int(good[position]), eligible: Int(units))
            }
        }
        set {
            switch newValue {
            case .missing:
                (good[position], eligible[position]) = (0, Self.missing)
            case .notApplicable:
                (good[position], eligible[position]) = (0, Self.notApplicable)
            case .counted(let g, let e):
                precondition(e > 0 && e <= Self.mostUnits && g >= 0 && g <= e, "refused by whoever read the answer")
                (good[position], eligible[position]) = (UInt8(g), UInt8(e))
            }
        }
    }
}
