/// One family of a round, as far as the quality of the round is judged by it.
package struct CheckedFamily: Sendable {
    /// Equal where it is the same family; only compared with the round before.
    package let id: FamilyHash?
    /// The id that it had in the round before, where that was another.
    package let previous: FamilyHash?
    package let rt: String
    package let enumerator: String?
    /// Days counted from any day, the same for all families and for the round.
    package let day: Int?
    package let status: FamilyStatus
    package let answers: PackedAnswers

    package init(
        id: FamilyHash? = nil, previous: FamilyHash? = nil, rt: String, enumerator: String? = nil, day: Int? = nil,
        status: FamilyStatus, answers: PackedAnswers
    ) {
        self.id = id
        self.previous = previous
        self.rt = rt
        self.enumerator = enumerator
        self.day = day
        self.status = status
        self.answers = answers
    }
}

/// What was announced of a round, by code.
package struct PublishedFigures: Sendable {
    package let indicators: [String: ShownValue]
    package let dimensions: [String: ShownValue]
    package let index: ShownValue?

    package init(indicators: [String: ShownValue] = [:], dimensions: [String: ShownValue] = [:], index: ShownValue?) {
        self.indicators = indicators
        self.dimensions = dimensions
        self.index = index
    }
}

extension PackedAnswers {
    /// Whether there is a count at this position: an answer that is neither missing nor "nobody eligible".
    func isCounted(_ position: Int) -> Bool { eligible[position] <= Self.mostUnits }

    /// Equal for equal answers.
    func key(_ position: Int) -> Int { Int(good[position]) << 8 | Int(eligible[position]) }
}
