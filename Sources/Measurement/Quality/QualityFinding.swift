/// Something in a round that should be looked at before its figures are believed.
///
/// It says how many families, never which: RTs, enumerators and counts, and no answer of anybody.
package struct QualityFinding: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Two indicators have the same answers in all families that answered both.
        case identicalIndicators = "identical_indicators"
        /// Two indicators say the opposite of each other in all families that answered both.
        case oppositeIndicators = "opposite_indicators"
        /// An RT, an enumerator, or the whole round answers as if it were one family.
        case withoutVariation = "without_variation"
        /// Families that say the same to nearly every question, to those that record problems, too.
        case straightLining = "straight_lining"
        /// Families of one RT with the same answers to everything, which chance does not explain.
        case doubledFamilies = "doubled_families"
        /// The families that both rounds name answer as if they were not the same.
        case unrelatedFamilies = "unrelated_families"
        /// An indicator on which families say the opposite of what they said before.
        case reversedAnswers = "reversed_answers"
        /// An indicator whose answers have nothing to do with those before, where the others have.
        case unrelatedAnswers = "unrelated_answers"
        /// An indicator that leapt since the round before, further than work in a village moves one.
        case implausibleChange = "implausible_change"
        /// A published figure that the answers do not give.
        case publishedDiffers = "published_differs"
        case manyMissing = "many_missing"
        /// Interviews before the round began or after it ended.
        case outsideRound = "outside_round"
        /// More interviews than one enumerator can do in a day.
        case tooManyInterviews = "too_many_interviews"
    }

    package enum Severity: String, Sendable, CaseIterable {
        /// To be looked into; there may be a good reason.
        case warning
        /// Figures that rest on it should not be used before it is explained.
        case serious
    }

    package let kind: Kind
    package let severity: Severity
    /// Codes of the indicators, or of the dimension, that it is about; empty where it is about all.
    package let codes: [String]
    package let rt: String?
    package let enumerator: String?
    /// How many families (or pairs of them, or days) show it.
    package let count: Int
    /// Out of how many; 0 where there is no such number.
    package let total: Int
    /// How often chance alone would give this in a round like it, at most; nil where it is no question of chance.
    package let chance: Double?
    /// The figure that was held against the answers, published or of the round before, and the one that they give.
    package let reference: ShownValue?
    package let computed: ShownValue?

    init(
        _ kind: Kind, _ severity: Severity, codes: [String] = [], rt: String? = nil, enumerator: String? = nil,
        count: Int, total: Int = 0, chance: Double? = nil, reference: ShownValue? = nil, computed: ShownValue? = nil
    ) {
        self.kind = kind
        self.severity = severity
        self.codes = codes
        self.rt = rt
        self.enumerator = enumerator
        self.count = count
        self.total = total
        self.chance = chance
        self.reference = reference
        self.computed = computed
    }
}
