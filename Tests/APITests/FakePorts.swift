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
        var lokusFilters: [LokusFilter] = []
        var interventionDrafts: [InterventionDraft] = []
        var interventionChanges: [InterventionChange] = []
        var reportDrafts: [ProgressReportDraft] = []
        var reportChanges: [ProgressReportChange] = []
        var regionFilters: [RegionFilter] = []
        var imports: [SurveyImportRequest] = []
        var families: [SurveyedFamily] = []
        /// How the last reading of a file ended, when it did not end well.
        var readingError: (any Error)?
        var repeated: RepeatedFamilies?
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

    func caller(_ access: Access) async throws -> Caller {
        try enter(access)
        return Caller(
            name: "Bapperida", role: .coordinator, areas: [RegionCode("63.02")].compactMap(\.self), agency: nil)
    }
}
