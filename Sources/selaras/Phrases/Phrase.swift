/// Every sentence that this program says; what the service says arrives in words already.
indirect enum Phrase: Equatable, Sendable {
    // The process
    case failed(Phrase)
    case unexpected(String)
    case cannotWriteOutput(_ errno: Int32)
    case cannotReadFile(_ path: String, _ errno: Int32)
    case cannotWriteFile(_ path: String, _ errno: Int32)
    case isDirectory(_ path: String)
    case noSuchColumn(_ name: String, known: [String])
    case nothingToShow
    case yesNo(Bool)
    case badTimeout
    case badLimit

    // Signing in
    case noHomeDirectory
    case credentialsTooOpen(_ path: String)
    case credentialsUnreadable(_ path: String)
    case badURL(String)
    case tokenMissing
    case tokenUnreadable
    case tokenSourcesExclude
    case tokenPrompt(_ url: String)
    case promptNeedsTerminal
    case tokenOpenToListeners(_ url: String)
    case signedIn(name: String, role: String, url: String)
    case signedOut
    case wasNotSignedIn

    // The service
    case unreachable(_ base: String, Unreachable)
    case connectionBroke(_ base: String)
    case timedOut(_ base: String, _ seconds: Int)
    case answerTooLarge
    case notOurService(_ base: String)
    case refusal(_ title: String?, status: Int)
    case problemCode(_ code: String?, requestID: String?)
    case signInHint
    case readAgainHint
    case furtherFaults(_ count: Int, total: Int)

    // Finding things
    case noLokus(_ desa: String, year: Int?)
    case severalLokus(_ desa: String, years: [Int])
    case noRound(_ lokus: String, Purpose)
    case noPlan(_ lokus: String)
    case noIntervention(_ reference: String, _ lokus: String)
    case noReport(_ reference: String, _ period: String)
    case noFramework(String)

    // Writing
    case decreeIncomplete
    case nothingToChange
    case nilExcludesFigures
    case figuresMissing
    case badPeriod
    case added(Thing)
    case changed(Thing)
    case receipt(dryRun: Bool, Counts)
    case missingFromFile(Int, removed: Bool)
    case interventionsAssigned(Int)

    // Pages
    case roundTitle(_ purpose: String, _ place: String)
    case roundStillOpen
    case dimensions
    case weakTitle(count: Int, total: Int)
    case noneWeak
    case weakHeadline(_ before: Int, _ after: Int, left: [String], joined: [String])
    case ikkHeadline(_ before: String, _ after: String, _ change: String)
    case commonHeadline(_ indicators: Int, _ before: String, _ after: String, _ change: String)
    case differingSets(_ contribution: String)
    case comparisonTitle(_ place: String, _ before: String, _ after: String)
    case indicators
    case interventions
    case associationOnly
    case notReported
    case reportedNil(_ period: String)
    case notPlanned
    case alreadyPlanned
    case quantity(_ number: String, _ unit: String)
    case ofTarget(_ part: String, _ whole: String)
    case overdueBy(days: Int)
    case bySource
    case byAgency
    case gaps
    case notWeak
    case desaAndYear(_ name: String, _ code: String, _ year: String)
    case status(_ word: String, _ count: String)
    case decreePending
    case planTotals(interventions: Int, reporting: Int)
    case familiesOf(_ counted: String, _ represented: String)
    case exitCodes

    /// What was made or changed.
    enum Thing: Equatable, Sendable {
        case lokus(String)
        case plan(String)
        case intervention(String)
        case report(_ reference: String, _ period: String)
        case round(_ purpose: String, _ place: String)
    }

    /// The sums of a receipt; rows read = added + changed + same + rejected.
    struct Counts: Equatable, Sendable {
        let read: Int
        let added: Int
        let changed: Int
        let same: Int
        let rejected: Int
    }

    func text(in language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        }
    }
}
