/// A change in points as people see it: two decimals, rounded half away from zero, so that a rise and a fall of
/// the same size look the same.
///
/// It is rounded from the unrounded change, so it may differ by 0.01 from the difference of two shown values.
package struct ShownChange: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The change in hundredths of a point.
    package let hundredths: Int

    /// Rounds a change in points; traps where it is not finite or beyond ±10^8, which no change in points is.
    ///
    /// A tie such as 1.005 has no exact binary form and may arrive a little below it. Rounding to ten decimals first
    /// restores it; the second rounding is in integers.
    package init(_ points: Double) {
        let tenDecimals = Int((points * 1e10).rounded(.toNearestOrAwayFromZero))
        let size = (tenDecimals.magnitude + 50_000_000) / 100_000_000
        hundredths = tenDecimals < 0 ? -Int(size) : Int(size)
    }

    /// Decimal text in points with two decimals, for example `-0.13`; zero has no sign.
    package var description: String { decimalText(units: hundredths, digits: 2) }

    /// Compares signed changes.
    package static func < (left: ShownChange, right: ShownChange) -> Bool { left.hundredths < right.hundredths }
}
