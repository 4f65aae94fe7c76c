package import Measurement

/// A desa or kelurahan chosen by decree for a programme year.
package struct Lokus: Hashable, Sendable {
    package typealias ID = Identifier<Lokus>

    /// The number and date of the decree that chose it.
    package struct Decree: Hashable, Sendable {
        package let number: String
        package let on: CalendarDay

        package init(number: String, on: CalendarDay) {
            self.number = number
            self.on = on
        }
    }

    /// A round in one line, as a lokus lists it.
    package struct RoundSummary: Hashable, Sendable {
        package let id: SurveyRound.ID
        package let purpose: SurveyRound.Purpose
        package let state: SurveyRound.State
        /// Nil while the round is open, or where nothing has a value.
        package let ikk: ShownValue?
        package let category: String?
        package let weakCount: Int?

        package init(
            id: SurveyRound.ID, purpose: SurveyRound.Purpose, state: SurveyRound.State, ikk: ShownValue?,
            category: String?, weakCount: Int?
        ) {
            self.id = id
            self.purpose = purpose
            self.state = state
            self.ikk = ikk
            self.category = category
            self.weakCount = weakCount
        }
    }

    package let id: ID
    package let place: Place
    /// Nil while the decree is not yet issued ("belum terbit").
    package let decree: Decree?
    package let rounds: [RoundSummary]
    /// Nil while there is no plan.
    package let planID: ActionPlan.ID?
    package let stamp: Stamp
    /// For the caller of now; nil in a list.
    package var may: May?

    package init(
        id: ID, place: Place, decree: Decree?, rounds: [RoundSummary], planID: ActionPlan.ID?, stamp: Stamp
    ) {
        self.id = id
        self.place = place
        self.decree = decree
        self.rounds = rounds
        self.planID = planID
        self.stamp = stamp
    }
}

/// Where and in which programme year something belongs: what every list shows of a lokus.
package struct Place: Hashable, Sendable {
    package let kabupatenCode: String
    package let kabupatenName: String
    package let kecamatanName: String
    package let desaCode: String
    package let desaName: String
    /// Never "desa" alone: there are kelurahan.
    package let desaLevel: Region.Level
    package let year: Int

    package init(
        kabupatenCode: String, kabupatenName: String, kecamatanName: String, desaCode: String, desaName: String,
        desaLevel: Region.Level, year: Int
    ) {
        self.kabupatenCode = kabupatenCode
        self.kabupatenName = kabupatenName
        self.kecamatanName = kecamatanName
        self.desaCode = desaCode
        self.desaName = desaName
        self.desaLevel = desaLevel
        self.year = year
    }
}

/// The version that `If-Match` names, and when the row was made and last changed.
package struct Stamp: Hashable, Sendable {
    package let version: Int
    package let createdAt: Moment
    package let updatedAt: Moment

    package init(version: Int, createdAt: Moment, updatedAt: Moment) {
        self.version = version
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// What is needed to register a lokus.
package struct LokusDraft: Hashable, Sendable {
    package let desaCode: RegionCode
    package let year: Int
    package let decree: Lokus.Decree?

    /// `desaCode` is of a desa or kelurahan; `year` lies between 2015 and 2100: both are checked by who reads them.
    package init(desaCode: RegionCode, year: Int, decree: Lokus.Decree?) {
        self.desaCode = desaCode
        self.year = year
        self.decree = decree
    }
}
