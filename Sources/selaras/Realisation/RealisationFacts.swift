/// What a file of realisation is held against: the agency's budget lines of the year, and the interventions that they pay.
struct RealisationFacts: Sendable {
    struct Line: Sendable {
        let id: String
        let code: String
        let source: String
        let ceiling: Int
        /// Of all interventions, also of those that the caller does not see.
        let shared: Int
        /// In the order in which the service has them.
        let shares: [(intervention: String, amount: Int)]
    }

    struct Intervention: Sendable {
        let id: String
        let reference: String
        let title: String
        let lokusID: String
        let desaCode: String
        let desaName: String
        let lokusYear: Int
        let assignedYear: Int?
        /// Of its money, what neither these lines pay nor lines of other years.
        let moneyFromElsewhere: Int
        /// In the order of their periods.
        let reports: [Report]
        let isDue: Bool
    }

    struct Report: Sendable {
        let id: String
        let version: Int
        let budgetYear: Int
        let quarter: Int
        let isDraft: Bool
        let figures: Figures
    }

    /// Cumulative since the intervention began, percent and quantity in hundredths.
    struct Figures: Equatable, Sendable {
        let physical: Int
        let quantity: Int
        let spent: Int
    }

    let lines: [Line]
    let interventions: [String: Intervention]
    /// The code and both names of the agency.
    let agencyNames: [String]
    let budgetYear: Int
    let quarter: Int
    /// Nil: every lokus.
    let lokusID: String?
}

/// What the person says that no file can say; nothing of it is assumed.
struct RealisationRules: Sendable {
    /// What a line spent for several is divided in proportion to their shares.
    var dividesByShares = false
    /// The percentage of the sub-activity is that of each intervention that it pays.
    var physicalIsOfAll = false
    /// Of money that does not come out of lines of this file nothing is spent yet.
    var restIsUnspent = false
    /// Figures that the file does not have stay as they were said last.
    var keepsMissing = false
    /// What was reported for the period already is written over.
    var corrects = false
}
