/// How sure the change of a dimension or of the index is.
package struct ValueChange: Hashable, Sendable {
    /// After − before in points, each by its own round's indicators; nil where it is valued in one round only.
    package let change: Double?
    /// In points.
    package let standardError: Double?
    /// Change ± z × SE, cut to ±100.
    package let interval: Interval?
    /// Two-sided, normal. Without any spread 1 where nothing changed, and nil where something did.
    package let p: Double?
    /// Why there is no interval, or no p where there is one.
    package let absence: Absence?

    /// Of what has no value.
    package static let unknown = ValueChange(nil, variance: .failure(.noValue))

    init(
        _ change: Double?, variance: Result<Double, Absence>, in range: ClosedRange<Double> = -100...100
    ) {
        self.change = change
        do throws(Absence) {
            guard let change else { throw .noValue }
            let error = 100 * (try variance.get()).squareRoot()
            standardError = error
            interval = Interval(change, standardError: error, in: range)
            if error > 0 {
                (p, absence) = (Normal.twoSided(abs(change) / error), nil)
            } else {
                (p, absence) = change == 0 ? (1, nil) : (nil, .noSpread)
            }
        } catch {
            (standardError, interval, p, absence) = (nil, nil, nil, error)
        }
    }
}
