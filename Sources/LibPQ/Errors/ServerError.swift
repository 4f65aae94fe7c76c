internal import CLibPQ

/// What the server said about a failure, field by field. A class so that an error stays one pointer wide in `throws`.
package final class ServerError: Sendable {
    /// `ERROR`, `FATAL` or `PANIC`, never translated.
    package let severity: String
    /// The five-character code; empty where libpq made the error up.
    package let sqlState: SQLState
    /// The primary message, one line; it may quote data.
    package let message: String
    /// The detail, which usually quotes the offending row.
    package let detail: String?
    /// What the server suggests to do.
    package let hint: String?
    /// Where in the server's own functions it happened.
    package let context: String?
    /// The schema of the table, or of the constraint.
    package let schema: String?
    /// The table that the error is about, without its schema.
    package let table: String?
    /// The column that the error is about.
    package let column: String?
    /// The violated constraint's name: the interface between the schema and Swift.
    package let constraint: String?

    /// Copies the fields out of `result`, which stays its owner's.
    init(_ result: OpaquePointer) {
        func field(_ code: UnicodeScalar) -> String? {
            PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
        }
        severity = field("V") ?? "ERROR"
        sqlState = SQLState(rawValue: field("C") ?? "")
        message = field("M") ?? String(cString: PQresultErrorMessage(result))
        detail = field("D")
        hint = field("H")
        context = field("W")
        schema = field("s")
        table = field("t")
        column = field("c")
        constraint = field("n")
    }

    /// An error that the server reports by a command tag and not by fields.
    init(_ sqlState: SQLState, _ message: String) {
        severity = "ERROR"
        self.sqlState = sqlState
        self.message = message
        (detail, hint, context, schema, table, column, constraint) = (nil, nil, nil, nil, nil, nil, nil)
    }

    /// The server ends the session with an error of these, or libpq made the result up because the session is gone.
    var endsSession: Bool {
        severity == "FATAL" || severity == "PANIC" || sqlState.rawValue.isEmpty || sqlState.errorClass == "08"
    }
}
