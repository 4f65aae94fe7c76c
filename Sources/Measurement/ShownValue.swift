/// A value as people see it: an integer count of the last shown decimal, so that equal texts are equal values.
///
/// Classification (weak, category) acts on this and never on a binary float: 74.995 points are shown as 75.00 and
/// are not weak.
package struct ShownValue: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The decimals that a framework may show.
    package static let allowedDigits = 0...4

    /// The value in units of 10^-digits points, 0 to 100 points: 7591 is 75.91 where digits are 2.
    package let units: Int
    /// Decimals of the text, 0 to 4.
    package let digits: Int

    /// As read back from storage; nil outside 0 to 100 points or 0 to 4 digits.
    package init?(units: Int, digits: Int) {
        guard Self.allowedDigits.contains(digits), 0...100 * Self.unitsPerPoint(digits: digits) ~= units else {
            return nil
        }
        self.init(trusted: units, digits: digits)
    }

    /// For arithmetic that cannot leave 0 to 100 points.
    init(trusted units: Int, digits: Int) {
        self.units = units
        self.digits = digits
    }

    /// How many units of 10^-digits one point has: 100 where digits are 2. Digits are 0 to 4.
    static func unitsPerPoint(digits: Int) -> Int {
        switch digits {
        case 0: 1
        case 1: 10
        case 2: 100
        case 3: 1_000
        default: 10_000
        }
    }

    /// Decimal text in points with exactly `digits` decimals and a point, for example `75.91`.
    package var description: String {
        decimalText(units: units, digits: digits)
    }

    /// The same points are the same value, also where the digits differ: 75.0 equals 75.00.
    package static func == (left: ShownValue, right: ShownValue) -> Bool {
        left.finest == right.finest
    }

    /// Compares points.
    package static func < (left: ShownValue, right: ShownValue) -> Bool {
        left.finest < right.finest
    }

    /// Hashes points, as `==` compares them.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(finest)
    }

    /// In units of the most digits that a framework may show.
    var finest: Int { units * finestPerUnit }

    /// One unit of the last shown digit in those units.
    var finestPerUnit: Int { Self.finestPerPoint / Self.unitsPerPoint(digits: digits) }

    static let finestPerPoint = 10_000
}

/// Decimal text of `units` of 10^-digits, written from integers because Foundation's formatting has a locale.
func decimalText(units: Int, digits: Int) -> String {
    let sign = units < 0 ? "-" : ""
    guard digits > 0 else { return "\(units)" }
    let (whole, part) = units.magnitude.quotientAndRemainder(
        dividingBy: UInt(ShownValue.unitsPerPoint(digits: digits)))
    let decimals = String(part)
    return sign + "\(whole)." + String(repeating: "0", count: digits - decimals.count) + decimals
}
