extension Framework {
    /// One question about a family, and how its answers count.
    package struct Indicator: Hashable, Sendable {
        /// `negative` means that the statement asked records a problem, so that "ya" counts as not good.
        package enum Direction: String, Sendable, CaseIterable {
            case positive, negative
        }

        /// What is counted: families, or persons within them.
        package enum Unit: String, Sendable, CaseIterable {
            case family, person
        }

        /// Short name, unique in the framework.
        package let code: String
        /// Code of its dimension.
        package let dimension: String
        /// Name in Indonesian.
        package let nameID: String
        /// Name in English.
        package let nameEN: String
        /// Which answer counts as good.
        package let direction: Direction
        /// What `good` and `eligible` count.
        package let unit: Unit
        /// Who is eligible, in words.
        package let eligible: String
        /// Whether figures about it are kept to the village level and above.
        package let sensitive: Bool
        /// Where name and definition come from.
        package let provenance: String
        /// Weight in the index in millionths; nil unless the aggregation is `weighted`.
        package let weightMillionths: Int?
        /// The highest score of one unit: 1 where it is answered by yes or no, more where by a number from 0.
        ///
        /// A score s of at most m counts as s good of m eligible points, so that every sum and mean stays what it is.
        package let maximum: Int
        /// What could be done where it is weak; nil where the framework says nothing.
        package let suggestion: Suggestion?
        /// The indicator of an earlier version that asks the same; nil where there is none.
        package let equivalent: Equivalent?

        /// From its parts; `Framework.faults()` judges them together.
        package init(
            code: String, dimension: String, nameID: String, nameEN: String, direction: Direction, unit: Unit,
            eligible: String, sensitive: Bool, provenance: String, weightMillionths: Int? = nil, maximum: Int = 1,
            suggestion: Suggestion? = nil, equivalent: Equivalent? = nil
        ) {
            self.code = code
            self.dimension = dimension
            self.nameID = nameID
            self.nameEN = nameEN
            self.direction = direction
            self.unit = unit
            self.eligible = eligible
            self.sensitive = sensitive
            self.provenance = provenance
            self.weightMillionths = weightMillionths
            self.maximum = maximum
            self.suggestion = suggestion
            self.equivalent = equivalent
        }

        /// Whether an answer is a number from 0 to `maximum`.
        package var isScored: Bool { maximum > 1 }

        /// Whether a family that answered adds exactly one to `eligible`: then its answers are ones and zeros, and
        /// methods for proportions apply. Otherwise the value is a ratio of sums, and its variance comes from families.
        package var isProportionOfFamilies: Bool { unit == .family && !isScored }
    }

    /// What a framework suggests to do about an indicator, and who may do it.
    package struct Suggestion: Hashable, Sendable {
        /// Who may act; a budget of which level, or money that is no government's.
        package enum Level: String, Sendable, CaseIterable {
            case national, province, kabupaten, village, business, other
        }

        /// In Indonesian.
        package let activityID: String
        /// In English.
        package let activityEN: String
        /// In the order of the file; none where the framework leaves it open.
        package let levels: [Level]
        /// Codes of the affairs of government whose offices have the duty, for example `1.02`.
        package let urusan: [String]

        /// From its parts.
        package init(activityID: String, activityEN: String, levels: [Level] = [], urusan: [String] = []) {
            self.activityID = activityID
            self.activityEN = activityEN
            self.levels = levels
            self.urusan = urusan
        }
    }

    /// An indicator of an earlier version of the same framework.
    package struct Equivalent: Hashable, Sendable {
        /// The earlier version.
        package let version: Int
        /// The indicator's code there.
        package let code: String

        /// From its parts; `Framework.faults()` and `Framework.equivalenceFaults(among:)` judge them.
        package init(version: Int, code: String) {
            self.version = version
            self.code = code
        }
    }
}
