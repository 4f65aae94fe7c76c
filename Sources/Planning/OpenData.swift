package import Measurement

/// What anybody may read: nothing personal, of closed rounds, of kabupaten that publish.
package enum OpenDataset: String, Sendable, CaseIterable {
    case indices, indicators, interventions
}

/// Why a value is there or is not: absent is not zero.
package enum OpenStatus: String, Sendable, CaseIterable {
    case published
    /// It rests on too few families, or would give away one that does.
    case withheld
    /// There was nobody to ask about.
    case notApplicable = "not_applicable"
}

/// Where a lokus lies, in the codes of the Ministry of Home Affairs and in those of Statistics Indonesia.
package struct OpenPlace: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        package let code: String
        /// Nil where the register does not know it.
        package let bpsCode: String?
        package let name: String

        package init(code: String, bpsCode: String?, name: String) {
            self.code = code
            self.bpsCode = bpsCode
            self.name = name
        }
    }

    package let kabupaten: Part
    package let kecamatan: Part
    package let desa: Part
    package let year: Int

    package init(kabupaten: Part, kecamatan: Part, desa: Part, year: Int) {
        self.kabupaten = kabupaten
        self.kecamatan = kecamatan
        self.desa = desa
        self.year = year
    }
}

/// Which closed round a value is of.
package struct OpenRound: Hashable, Sendable {
    package let place: OpenPlace
    package let purpose: SurveyRound.Purpose
    package let surveyedFrom: CalendarDay?
    package let surveyedUntil: CalendarDay?
    package let closedOn: CalendarDay
    package let framework: Framework.ID

    package init(
        place: OpenPlace, purpose: SurveyRound.Purpose, surveyedFrom: CalendarDay?, surveyedUntil: CalendarDay?,
        closedOn: CalendarDay, framework: Framework.ID
    ) {
        self.place = place
        self.purpose = purpose
        self.surveyedFrom = surveyedFrom
        self.surveyedUntil = surveyedUntil
        self.closedOn = closedOn
        self.framework = framework
    }
}

/// The index of a round, or one of its dimensions.
package struct OpenIndex: Hashable, Sendable {
    package enum Level: String, Sendable, CaseIterable {
        case index, dimension
    }

    /// What is said of the index alone.
    package struct Whole: Hashable, Sendable {
        package let category: String?
        package let weakCount: Int?
        package let indicatorsUsed: Int?
        package let familiesCounted: Int?
        package let familiesRepresented: Int?

        package init(
            category: String?, weakCount: Int?, indicatorsUsed: Int?, familiesCounted: Int?, familiesRepresented: Int?
        ) {
            self.category = category
            self.weakCount = weakCount
            self.indicatorsUsed = indicatorsUsed
            self.familiesCounted = familiesCounted
            self.familiesRepresented = familiesRepresented
        }
    }

    package let round: OpenRound
    package let level: Level
    package let code: String
    package let name: String
    package let value: ShownValue?
    package let status: OpenStatus
    package let whole: Whole

    package init(
        round: OpenRound, level: Level, code: String, name: String, value: ShownValue?, status: OpenStatus,
        whole: Whole
    ) {
        self.round = round
        self.level = level
        self.code = code
        self.name = name
        self.value = value
        self.status = status
        self.whole = whole
    }
}

/// One indicator of a round.
package struct OpenIndicator: Hashable, Sendable {
    package let round: OpenRound
    package let dimension: String
    package let code: String
    package let name: String
    package let unit: Framework.Indicator.Unit
    package let value: ShownValue?
    package let isWeak: Bool?
    package let status: OpenStatus

    package init(
        round: OpenRound, dimension: String, code: String, name: String, unit: Framework.Indicator.Unit,
        value: ShownValue?, isWeak: Bool?, status: OpenStatus
    ) {
        self.round = round
        self.dimension = dimension
        self.code = code
        self.name = name
        self.unit = unit
        self.value = value
        self.isWeak = isWeak
        self.status = status
    }
}

/// What one agency took on in one lokus.
package struct OpenIntervention: Hashable, Sendable {
    package let place: OpenPlace
    package let agencyCode: String
    package let agencyName: String
    package let agencyKind: String
    /// Assigned ones, accepted or not.
    package let interventions: Int
    package let accepted: Int
    /// With at least one report.
    package let reporting: Int
    package let budget: Rupiah
    /// By the newest reports; nil where there is none.
    package let spent: Rupiah?
    /// The newest that any report is of.
    package let lastPeriod: ReportPeriod?

    package init(
        place: OpenPlace, agencyCode: String, agencyName: String, agencyKind: String, interventions: Int,
        accepted: Int, reporting: Int, budget: Rupiah, spent: Rupiah?, lastPeriod: ReportPeriod?
    ) {
        self.place = place
        self.agencyCode = agencyCode
        self.agencyName = agencyName
        self.agencyKind = agencyKind
        self.interventions = interventions
        self.accepted = accepted
        self.reporting = reporting
        self.budget = budget
        self.spent = spent
        self.lastPeriod = lastPeriod
    }
}

/// What the catalogue says of the data at hand.
package struct OpenDataState: Hashable, Sendable {
    package struct Publisher: Hashable, Sendable {
        package let kabupaten: OpenPlace.Part
        /// Closed rounds.
        package let rounds: Int
        package let lastClosedAt: Moment?
        /// The address or the name of the terms of use; nil where the kabupaten has stated none.
        package let license: String?

        package init(kabupaten: OpenPlace.Part, rounds: Int, lastClosedAt: Moment?, license: String?) {
            self.kabupaten = kabupaten
            self.rounds = rounds
            self.lastClosedAt = lastClosedAt
            self.license = license
        }
    }

    /// The rule by which small figures are withheld.
    package struct Protection: Hashable, Sendable {
        package let fewestFamilies: Int
        package let source: String

        package init(fewestFamilies: Int, source: String) {
            self.fewestFamilies = fewestFamilies
            self.source = source
        }
    }

    package let publishers: [Publisher]
    /// Nil where no rule is configured: then nothing of the surveys is open.
    package let protection: Protection?

    package init(publishers: [Publisher], protection: Protection?) {
        self.publishers = publishers
        self.protection = protection
    }
}
