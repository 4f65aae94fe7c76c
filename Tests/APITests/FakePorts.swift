import Measurement
import Planning
import Synchronization

/// Ports without a database: they remember what they were asked and give what they were told to.
final class FakePorts: Ports {
    struct State {
        /// Thrown by every call while it is set.
        var failure: (any Error)?
        var accesses: [Access] = []
        var admissions: [Permission] = []
        var lokus: [Lokus] = []
        var reports: [ProgressReport] = []
        var interventions: [Intervention] = []
        var rounds: [SurveyRound] = []
        var lokusListings: [Listing<LokusField>] = []
        var interventionDrafts: [InterventionDraft] = []
        var interventionChanges: [InterventionChange] = []
        var reportDrafts: [ProgressReportDraft] = []
        var reportChanges: [ProgressReportChange] = []
        var regionListings: [Listing<RegionField>] = []
        var imports: [SurveyImportRequest] = []
        var results: [(lines: [ResultLine], receipt: ResultReceipt)] = []
        var families: [SurveyedFamily] = []
        /// How the last reading of a file ended, when it did not end well.
        var readingError: (any Error)?
        var repeated: RepeatedFamilies?
        var signIns: [(email: EmailAddress, counters: SignInCounters)] = []
        var keys: [String: (hash: [UInt8], location: String)] = [:]
    }

    let state = Mutex(State())

    func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }

    func get<Value: Sendable>(_ read: (State) -> Value) -> Value { state.withLock { read($0) } }

    /// Every call begins with this.
    func enter(_ access: Access) throws {
        try state.withLock { state in
            state.accesses.append(access)
            if let failure = state.failure { throw failure }
        }
    }

    /// Takes a key as the database does.
    func claim(_ access: Access, _ location: String) throws {
        guard let claim = access.idempotency else { return }
        try state.withLock { state in
            let key = claim.scope + " " + claim.key
            guard let earlier = state.keys[key] else {
                state.keys[key] = (claim.requestHash, location)
                return
            }
            throw earlier.hash == claim.requestHash
                ? Refusal.alreadyDone(location: earlier.location) : Refusal.keyReused
        }
    }

    /// A list of what there is, in the order in which it is there; the key of a row is its number.
    func reading<Field, Item: Sendable>(
        _ access: Access, _ listing: Listing<Field>, _ items: @escaping @Sendable (State) -> [Item]
    ) -> Reading<Item> {
        let rest: @Sendable () throws -> [(offset: Int, element: Item)] = {
            try self.enter(access)
            let after = listing.after.flatMap { $0.last }.flatMap { Int($0) } ?? -1
            return self.get { state in Array(items(state).enumerated().filter { $0.offset > after }) }
        }
        return Reading {
            let rows = try rest()
            let shown = rows.prefix(listing.size ?? rows.count)
            let key = listing.order.dropLast().map { _ in "" } + [String(shown.last?.offset ?? 0)]
            return Page(
                items: shown.map { Expanded($0.element) }, next: shown.count < rows.count ? key : nil,
                total: listing.isCounted ? rows.count : nil)
        } forEach: { take in
            for row in try rest() { try await take([Expanded(row.element)]) }
        }
    }

    func schemaVersion() async throws -> Int {
        try enter(Access(tokenHash: [], requestID: ""))
        return 7
    }

    func admit(_ access: Access, to permission: Permission) async throws {
        try state.withLock { state in
            state.admissions.append(permission)
            if let failure = state.failure { throw failure }
        }
    }
}
