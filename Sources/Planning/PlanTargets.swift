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
}
