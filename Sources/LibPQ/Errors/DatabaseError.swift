/// Any failure of this module.
///
/// `description` carries the kind and the SQLSTATE only, so that it can be logged or shown without leaking data;
/// `String(reflecting:)` has everything.
package struct DatabaseError: Error, Sendable {
    /// The sorts of failure.
    package enum Kind: String, Sendable {
        /// The server refused or failed a statement; `server` says how. The connection lives.
        case server
        /// The session ended while it was in use. Whether a commit under way took place is not known.
        case connectionLost
        /// No session could be opened.
        case cannotConnect
        /// No connection became free within the pool's deadline: the service is overloaded.
        case poolTimeout
        /// As much work waits for a connection as may wait; nothing was begun.
        case poolFull
        /// The pool is closing or closed.
        case poolClosed
        /// The task was cancelled, and the server was asked to stop.
        case cancelled
        /// Our own deadline for the exchange passed, and the server was asked to stop. The server's
        /// `statement_timeout` is not this but `server` with 57014.
        case deadline
        /// A result did not fit what the query expects of it.
        case decoding
        /// The conversation with the server went another way than it must: an error in a program, ours or theirs.
        case protocolViolation
    }

    /// What sort of failure it was.
    package let kind: Kind
    /// The server's own fields: always for `server`, and for other kinds where the server said something.
    package let server: ServerError?
    /// What this module has to say, in English; may hold text from libpq, so it is for logs only.
    package let reason: String
    /// The statement's text with `$n` and without its binds, where one statement is to blame.
    package let sql: String?

    init(_ kind: Kind, _ reason: String, server: ServerError? = nil, sql: String? = nil) {
        self.kind = kind
        self.reason = reason
        self.server = server
        self.sql = sql
    }

    /// The server's SQLSTATE, if the server said something.
    package var sqlState: SQLState? { server?.sqlState }
    /// The name of the violated constraint.
    package var constraint: String? { server?.constraint }
    /// The table that the server names, without its schema.
    package var table: String? { server?.table }
    /// The column that the server names.
    package var column: String? { server?.column }
    /// The server's primary message, or else this module's own.
    package var message: String { server?.message ?? reason }
    /// The server's detail, which usually quotes data.
    package var detail: String? { server?.detail }
    /// The server's hint.
    package var hint: String? { server?.hint }
}

extension DatabaseError: CustomStringConvertible, CustomDebugStringConvertible {
    /// Kind and SQLSTATE, nothing that a row or a statement held.
    package var description: String {
        sqlState.map { "database error: \(kind.rawValue) (\($0))" } ?? "database error: \(kind.rawValue)"
    }

    /// Everything that is known, for logs that only operators read.
    package var debugDescription: String {
        var parts = [description, reason]
        if let server {
            parts.append("\(server.severity): \(server.message)")
            let fields: [(String, String?)] = [
                ("detail", server.detail), ("hint", server.hint), ("context", server.context),
                ("schema", server.schema), ("table", server.table), ("column", server.column),
                ("constraint", server.constraint),
            ]
            parts += fields.compactMap { name, value in value.map { "\(name): \($0)" } }
        }
        if let sql { parts.append("sql: \(sql)") }
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
