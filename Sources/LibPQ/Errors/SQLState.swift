/// A five-character SQLSTATE.
package struct SQLState: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// Digits and capital letters, as the server sends them.
    package let rawValue: String

    /// A code of PostgreSQL's or of the schema's own class.
    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The code itself.
    package var description: String { rawValue }

    /// The first two characters, the class.
    package var errorClass: Substring { rawValue.prefix(2) }

    /// 0A000 `feature_not_supported`: also: a prepared statement's plan no longer fits its changed tables.
    package static let featureNotSupported = SQLState(rawValue: "0A000")
    /// 23503 `foreign_key_violation`.
    package static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// 23505 `unique_violation`.
    package static let uniqueViolation = SQLState(rawValue: "23505")
    /// 23514 `check_violation`.
    package static let checkViolation = SQLState(rawValue: "23514")
    /// 25P02 `in_failed_sql_transaction`.
    package static let inFailedSQLTransaction = SQLState(rawValue: "25P02")
    /// 26000 `invalid_sql_statement_name`.
    package static let invalidSQLStatementName = SQLState(rawValue: "26000")
    /// 40001 `serialization_failure`.
    package static let serializationFailure = SQLState(rawValue: "40001")
    /// 40P01 `deadlock_detected`.
    package static let deadlockDetected = SQLState(rawValue: "40P01")
    /// 42501 `insufficient_privilege`.
    /// Somebody held a lock for longer than `lock_timeout`, or `nowait` was asked for.
    package static let lockNotAvailable = SQLState(rawValue: "55P03")
    package static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// 53300 `too_many_connections`.
    package static let tooManyConnections = SQLState(rawValue: "53300")
    /// 57014 `query_canceled`: `statement_timeout`, or a cancel request.
    package static let queryCanceled = SQLState(rawValue: "57014")
    /// 57P01 `admin_shutdown`.
    package static let adminShutdown = SQLState(rawValue: "57P01")
}
