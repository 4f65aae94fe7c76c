package import Measurement

/// One survey of a lokus: open while files come in, closed once its scores are fixed.
package struct SurveyRound: Hashable, Sendable {
    package typealias ID = Identifier<SurveyRound>

    package enum Purpose: String, Sendable, CaseIterable {
        case baseline, midline, resurvey

        /// Whether this is the round by which targets are to be reached.
        package var judgesTargets: Bool { self == .resurvey }
    }

    package typealias Design = SurveyDesign

    package enum State: String, Sendable, CaseIterable {
        case open, closed
    }

    /// What a round is known by.
    package enum Basis: String, Sendable, CaseIterable {
        case families
        /// Announced totals of its indicators; the families are not known.
        case totals
        /// Announced values alone.
        case values
    }

    /// What closing the round fixed, or what follows from what was announced of it.
    package struct Result: Hashable, Sendable {
        /// Nil without families.
        package let families: StatusCounts?
        /// Nil without families.
        package let familiesRepresented: Int?
        package let indicatorsUsed: Int
        /// Of the indicators that are known; nil where none was announced.
        package let weakCount: Int?
        /// Nil where no indicator has a value.
        package let ikk: ShownValue?
        package let category: String?
        /// In framework order; empty in lists.
        package let dimensions: [ShownValue?]
        /// In framework order; empty in lists.
        package let tallies: [IndicatorTally]

        package init(
            families: StatusCounts?, familiesRepresented: Int?, indicatorsUsed: Int, weakCount: Int?, ikk: ShownValue?,
            category: String?, dimensions: [ShownValue?] = [], tallies: [IndicatorTally] = []
        ) {
            self.families = families
            self.familiesRepresented = familiesRepresented
            self.indicatorsUsed = indicatorsUsed
            self.weakCount = weakCount
            self.ikk = ikk
            self.category = category
            self.dimensions = dimensions
            self.tallies = tallies
        }

        package var shown: ShownScores { ShownScores(dimensions: dimensions, ikk: ikk) }
    }

    package let id: ID
    package let lokusID: Lokus.ID
    package let place: Place
    package let framework: Framework.ID
    package let purpose: Purpose
    package let basis: Basis
    /// Says nothing without families.
    package let design: Design
    /// Nil for a census, which speaks for the families that it lists.
    package let familiesInVillage: Int?
    /// The round whose family ids this one uses again.
    package let panelOf: ID?
    package let surveyedFrom: CalendarDay?
    package let surveyedUntil: CalendarDay?
    package let closedAt: Moment?
    /// Empty in lists.
    package let imports: [SurveyReceipt]
    /// Nil while the round is open.
    package let result: Result?
    package let stamp: Stamp
    /// For the caller of now; nil in a list.
    package var may: May?

    package var state: State { closedAt == nil ? .open : .closed }

    package init(
        id: ID, lokusID: Lokus.ID, place: Place, framework: Framework.ID, purpose: Purpose,
        basis: Basis = .families, design: Design, familiesInVillage: Int?, panelOf: ID?, surveyedFrom: CalendarDay?,
        surveyedUntil: CalendarDay?,
        closedAt: Moment?, imports: [SurveyReceipt], result: Result?, stamp: Stamp
    ) {
        self.id = id
        self.lokusID = lokusID
        self.place = place
        self.framework = framework
        self.purpose = purpose
        self.basis = basis
        self.design = design
        self.familiesInVillage = familiesInVillage
        self.panelOf = panelOf
        self.surveyedFrom = surveyedFrom
        self.surveyedUntil = surveyedUntil
        self.closedAt = closedAt
        self.imports = imports
        self.result = result
        self.stamp = stamp
    }
}

extension RoundPair.Side {
    /// Nil where a round with families has no evidence yet.
    package init?(
        tallies: [IndicatorTally], basis: SurveyRound.Basis, evidence: RoundEvidence?, shown: ShownScores
    ) {
        switch basis {
        case .families:
            guard let evidence else { return nil }
            self.init(tallies: tallies, basis: .families(evidence))
        case .totals: self.init(tallies: tallies, basis: .totals, announced: shown)
        case .values: self.init(tallies: tallies, basis: .values, announced: shown)
        }
    }
}
