package import Measurement

/// What a plan wants to reach by the re-survey, as it was declared before that began.
package struct PlanTargets: Hashable, Sendable {
    package struct Target: Hashable, Sendable {
        /// In the framework version of the plan.
        package let indicatorCode: String
        /// In points.
        package let value: Hundredths

        package init(indicatorCode: String, value: Hundredths) {
            self.indicatorCode = indicatorCode
            self.value = value
        }
    }

    /// Of the index; nil where none was declared.
    package let ikk: Hundredths?
    /// By code.
    package let indicators: [Target]

    package static let none = PlanTargets(ikk: nil, indicators: [])

    package init(ikk: Hundredths?, indicators: [Target]) {
        self.ikk = ikk
        self.indicators = indicators
    }

    /// By position.
    ///
    /// - Parameter codes: Of the plan's version, in the order of the positions.
    package func byPosition(_ codes: [String]) -> [Int: Hundredths] {
        let positions = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
        let found = indicators.compactMap { target in positions[target.indicatorCode].map { ($0, target.value) } }
        return Dictionary(found) { first, _ in first }
    }
}

extension Hundredths {
    /// Whether a shown value is at least this one; nil without a value.
    package func isReached(by shown: ShownValue?) -> Bool? {
        guard let shown, let target = ShownValue(units: Int(count), digits: 2) else { return nil }
        return shown >= target
    }
}
