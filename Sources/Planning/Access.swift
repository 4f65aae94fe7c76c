internal import Synchronization

/// Who calls, not yet believed: the store turns the token into a caller in the transaction of the request itself.
package struct Access: Sendable {
    /// SHA-256 of the bearer token; empty where there is none, for what is open to everybody.
    package let tokenHash: [UInt8]
    package let requestID: String
    /// Set where the request carries an `Idempotency-Key`.
    package let idempotency: IdempotencyClaim?
    /// Do everything that the request asks for, every check and every rule, and then keep nothing of it.
    package let isDryRun: Bool
    /// Told who it is once that is known.
    package let trace: CallerTrace?
    /// Set where the work is that of an operation, which ends with it.
    package let operation: Operation.ID?
    /// Which of those that the token's owner holds acts; nil where there is one to choose from.
    package let principal: Assignment.ID?
    /// Reads what was known at that moment; nil: now. What the caller may read is what he may read now.
    package let asOf: Moment?

    package init(
        tokenHash: [UInt8], requestID: String, idempotency: IdempotencyClaim? = nil, isDryRun: Bool = false,
        trace: CallerTrace? = nil, operation: Operation.ID? = nil, principal: Assignment.ID? = nil,
        asOf: Moment? = nil
    ) {
        self.tokenHash = tokenHash
        self.principal = principal
        self.requestID = requestID
        self.idempotency = idempotency
        self.isDryRun = isDryRun
        self.trace = trace
        self.operation = operation
        self.asOf = asOf
    }

    /// The same caller, asking about the past.
    package func at(_ moment: Moment?) -> Access {
        Access(
            tokenHash: tokenHash, requestID: requestID, idempotency: idempotency, isDryRun: isDryRun, trace: trace,
            operation: operation, principal: principal, asOf: moment)
    }

    /// For what is open to everybody, whether or not a token came along.
    package static func anybody(requestID: String, trace: CallerTrace? = nil) -> Access {
        Access(tokenHash: [], requestID: requestID, trace: trace)
    }

    package var isAnybody: Bool { tokenHash.isEmpty }
}

/// Where the store leaves who the caller of a request turned out to be.
package final class CallerTrace: Sendable {
    package struct Found: Sendable {
        /// The principal's id; it names nobody to whoever has only the log.
        package let principal: String
        package let role: Caller.Role
    }

    private let place = Mutex<Found?>(nil)

    package init() {}

    package var found: Found? { place.withLock { $0 } }

    package func leave(principal: String, role: Caller.Role) {
        place.withLock { $0 = Found(principal: principal, role: role) }
    }
}

/// A client's promise that requests with the same key are the same request.
package struct IdempotencyClaim: Hashable, Sendable {
    package static let longestKey = 255
    /// How long a request that took effect is known by its key.
    package static let keptHours = 48

    /// 1 to `longestKey` characters.
    package let key: String
    /// Method and path.
    package let scope: String
    /// SHA-256 of what the request asks for.
    package let requestHash: [UInt8]

    package init(key: String, scope: String, requestHash: [UInt8]) {
        self.key = key
        self.scope = scope
        self.requestHash = requestHash
    }
}

/// What a request becomes once its token is believed.
package struct Caller: Hashable, Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case coordinator, lead
        /// Sekda and whoever heads the team: sees all of the kabupaten but the answers of families.
        case leadership
        /// An office of the kabupaten, and whoever heads it.
        case agency
        /// Who reports for such an office, and accepts nothing in its name.
        case reporter
        case village
        /// The camat, who sees the lokus of the kecamatan.
        case subdistrict
        case viewer
        /// Sees all that was done, by a letter of assignment and as long as that says; writes nothing.
        case auditor
        case province
        /// An office of the province, in the kabupaten whose list of agencies names it.
        case provincialAgency = "provincial_agency"
        case administrator
        /// Whoever shows no token; no principal has this role.
        case anybody = "public"

        /// Those that a token can be of.
        package static let signedIn = allCases.filter { $0 != .anybody }

        /// Acts in a province, and not in one kabupaten.
        package var isOfProvince: Bool { [.province, .provincialAgency, .administrator].contains(self) }
        /// Acts as one office of the list of agencies.
        package var isOfAgency: Bool { [.agency, .reporter, .provincialAgency].contains(self) }
    }

    package let name: String
    package let role: Role
    /// The kabupaten in which the caller may act.
    package let areas: [RegionCode]
    /// Set where the caller is an office of the list of agencies.
    package let agency: String?

    package init(name: String, role: Role, areas: [RegionCode], agency: String?) {
        self.name = name
        self.role = role
        self.areas = areas
        self.agency = agency
    }
}

/// One cell of `Config/permissions.csv`; every statement of the store names the one that it needs.
package struct Permission: Hashable, Sendable {
    package enum Resource: String, Sendable, CaseIterable {
        case region, framework, agency, catalogue, lokus
        case surveyRound = "survey_round"
        case surveyImport = "survey_import"
        case familyAnswer = "family_answer"
        /// Which families of one's own list lack what an indicator asks for.
        case targetFamily = "target_family"
        case actionPlan = "action_plan"
        case planAmendment = "plan_amendment"
        case intervention
        case budgetLine = "budget_line"
        case progressReport = "progress_report"
        case operation, event
        /// Who holds which role, and whose accounts they are.
        case account
        case openData = "open_data"

        /// Whoever reads it is recorded: names and e-mails of people, answers of families.
        package var isSensitive: Bool { self == .account || self == .familyAnswer }
    }

    package enum Action: String, Sendable, CaseIterable {
        case read, create, update, close, discard, assign, accept, cancel
        case submit, agree, approve, start, evaluate, verify, withdraw, confirm, dispute
        case decline, propose, budget, finish, delay, resume
        case carryOver = "carry_over"
        case sendBack = "return"
        case `import`
    }

    package let resource: Resource
    package let action: Action

    package init(_ action: Action, _ resource: Resource) {
        self.resource = resource
        self.action = action
    }
}
