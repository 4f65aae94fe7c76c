import BigInt

/// A non-negative fraction of unbounded size, not reduced: it is added up and then rounded once.
struct ExactFraction {
    private(set) var numerator: BigUInt
    /// Positive.
    private(set) var denominator: BigUInt

    init(_ numerator: BigUInt, _ denominator: BigUInt) {
        self.numerator = numerator
        self.denominator = denominator
    }

    static let zero = ExactFraction(0, 1)

    static func + (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        ExactFraction(
            left.numerator * right.denominator + right.numerator * left.denominator,
            left.denominator * right.denominator)
    }

    func divided(by divisor: Int) -> ExactFraction {
        ExactFraction(numerator, denominator * BigUInt(divisor))
    }

    /// A share of 0 to 1 as points, rounded half up to `digits` decimals: ⌊(2·100·10^digits·n + d) / 2d⌋.
    func shownAsPoints(digits: Int) -> ShownValue {
        let scale = BigUInt(200 * ShownValue.unitsPerPoint(digits: digits))
        return ShownValue(trusted: Int((scale * numerator + denominator) / (2 * denominator)), digits: digits)
    }
}
