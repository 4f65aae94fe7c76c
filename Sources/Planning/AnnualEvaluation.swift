/// What an intervention achieved in one budget year: a row of Formulir E.81 (Permendagri 86/2017), quantities beside rupiah.
package struct AnnualEvaluation: Hashable, Sendable {
    /// How much was done, and what it cost.
    package struct Amounts: Hashable, Sendable {
        package let quantity: Hundredths
        package let money: Rupiah

        package init(quantity: Hundredths, money: Rupiah) {
            self.quantity = quantity
            self.money = money
        }

        package static let zero = Amounts(quantity: .zero, money: .zero)

        package static func + (one: Self, other: Self) -> Self {
            Amounts(
                quantity: Hundredths(one.quantity.count + other.quantity.count), money: one.money + other.money)
        }
    }

    /// What part of a target was reached, each nil where there is no target to be reached.
    package struct Achievement: Hashable, Sendable {
        package let quantity: Percent?
        package let money: Percent?
    }

    package let interventionID: Intervention.ID
    package let reference: String
    package let title: String
    package let planID: ActionPlan.ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let agencyCode: String
    package let agencyName: String
    package let budgetYear: Int
    /// Of the sub-activities whose budget lines pay it in this year.
    package let codes: [String]
    package let unit: String
    /// Of the whole intervention.
    package let target: Amounts
    /// By the end of the year before.
    package let before: Amounts
    /// What the year's budget has for it; nil where it goes over several years and no budget line says.
    package let budgetOfYear: Rupiah?
    /// What each verified report adds to the one before, by quarter; nil where there is none.
    package let quarters: [Amounts?]
    /// Reports of the year as they are written last and nobody has verified; among the quarters is what of them was
    /// verified before.
    package let unverifiedReports: Int
    /// Of the last report of the year, as far as the caller may read it.
    package let words: ProgressReport.Words?

    package init(
        interventionID: Intervention.ID, reference: String, title: String, planID: ActionPlan.ID, lokusID: Lokus.ID,
        place: Place, agencyCode: String, agencyName: String, budgetYear: Int, codes: [String], unit: String,
        target: Amounts, before: Amounts, budgetOfYear: Rupiah?, quarters: [Amounts?], unverifiedReports: Int,
        words: ProgressReport.Words?
    ) {
        self.interventionID = interventionID
        self.reference = reference
        self.title = title
        self.planID = planID
        self.lokusID = lokusID
        self.place = place
        self.agencyCode = agencyCode
        self.agencyName = agencyName
        self.budgetYear = budgetYear
        self.codes = codes
        self.unit = unit
        self.target = target
        self.before = before
        self.budgetOfYear = budgetOfYear
        self.quarters = quarters
        self.unverifiedReports = unverifiedReports
        self.words = words
    }

    /// What is left to be done when the year begins; less than nothing where more was done than was planned.
    package var targetOfYear: Hundredths { Hundredths(target.quantity.count - before.quantity.count) }

    package var ofYear: Amounts { quarters.reduce(.zero) { $0 + ($1 ?? .zero) } }

    package var untilNow: Amounts { before + ofYear }

    package var achievedInYear: Achievement {
        Achievement(
            quantity: Percent(ofYear.quantity.count, of: targetOfYear.count),
            money: budgetOfYear.flatMap { Percent(ofYear.money.amount, of: $0.amount) })
    }

    package var achievedUntilNow: Achievement {
        Achievement(
            quantity: Percent(untilNow.quantity.count, of: target.quantity.count),
            money: Percent(untilNow.money.amount, of: target.money.amount))
    }
}

/// A part of a target in hundredths of a per cent, rounded half away from zero.
package struct Percent: Hashable, Sendable {
    /// Predikat of Permendagri 86/2017, which leaves gaps between whole numbers: each begins with its lowest number.
    package enum Grade: String, Sendable, CaseIterable {
        case veryHigh = "very_high"
        case high, medium, low
        case veryLow = "very_low"
    }

    package let value: Hundredths

    /// Nil where there is nothing to reach.
    package init?(_ part: Int64, of whole: Int64) {
        guard whole > 0 else { return nil }
        let (high, low) = part.magnitude.multipliedFullWidth(by: 10_000)
        let half = UInt64(whole) / 2
        let (sum, carried) = low.addingReportingOverflow(half)
        let dividend = (high: high + (carried ? 1 : 0), low: sum)
        // More than the largest number is no share of anything.
        guard dividend.high < UInt64(whole) else { return nil }
        let count = Int64(clamping: UInt64(whole).dividingFullWidth(dividend).quotient)
        value = Hundredths(part < 0 ? -count : count)
    }

    package var grade: Grade {
        switch value.count {
        case 91_00...: .veryHigh
        case 76_00...: .high
        case 66_00...: .medium
        case 51_00...: .low
        default: .veryLow
        }
    }
}
