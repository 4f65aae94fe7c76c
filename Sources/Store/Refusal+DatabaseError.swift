internal import LibPQ
internal import Planning

extension Refusal {
    /// The one table from PostgreSQL's errors to ours; nil for what only a fault of the program can cause.
    init?(_ error: DatabaseError) {
        switch error.kind {
        case .connectionLost, .cannotConnect: self = .unavailable(.databaseUnreachable)
        case .poolTimeout: self = .unavailable(.noFreeConnection)
        case .poolFull: self = .unavailable(.overloaded)
        // Nobody but a shutdown cancels what the store does: a client that leaves does not.
        case .poolClosed, .cancelled: self = .unavailable(.shuttingDown)
        case .deadline: self = .timedOut
        case .decoding, .protocolViolation: return nil
        case .server:
            guard let state = error.sqlState else { return nil }
            self.init(state: state, error)
        }
    }

    private init?(state: SQLState, _ error: DatabaseError) {
        let rule = error.constraint ?? error.table ?? "unnamed_rule"
        switch state.rawValue {
        case "SL401": self = .unauthenticated
        case "SL300": self = .principalNotChosen
        case "SL403" where error.constraint == "principal_is_held_now": self = .principalNotHeld
        case "SL403" where error.constraint != nil: self = .notOnesTo(rule: rule)
        case "SL403", "42501": self = .forbidden
        case "SL404": self = .notFound
        case "SL001", "23505", "23503", "23P01": self = .conflict(rule: rule)
        case "SL002", "23514", "23502": self = .invalid(rule: rule)
        case "SL208": self = .alreadyDone(location: error.detail ?? "")
        case "SL409": self = .keyInUse
        case "SL422": self = .keyReused
        case "40001", "40P01", "55P03": self = .unavailable(.conflictingWriters)
        case "57014": self = .timedOut
        case "53100": self = .unavailable(.storageFull)
        case "53300": self = .unavailable(.noFreeConnection)
        default:
            switch state.errorClass {
            case "22": self = .invalid(rule: "value_out_of_range")
            case "08", "57": self = .unavailable(.databaseUnreachable)
            default: return nil
            }
        }
    }
}

extension DatabaseError {
    /// Two transactions that could not both go on; the one that failed left no trace and may be tried again.
    var isConflictBetweenWriters: Bool {
        sqlState == .serializationFailure || sqlState == .deadlockDetected
    }
}

extension DatabaseError: Diagnosable {
    /// Names of the schema and our own words; the server's message and detail may quote rows.
    package var diagnosis: [String: String] {
        var words = ["error": "database \(kind.rawValue)", "reason": reason]
        words["sqlstate"] = sqlState?.rawValue
        words["constraint"] = constraint
        words["table"] = table
        words["column"] = column
        words["statement"] = sql.map { String($0.prefix(4000)) }
        return words
    }
}
