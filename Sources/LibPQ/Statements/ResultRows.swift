internal import CLibPQ

/// Owns one `PGresult` and clears it, whatever way the reading of it ends.
package struct ResultRows: ~Copyable {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) {
        self.result = result
    }

    deinit {
        PQclear(result)
    }

    /// The number of rows.
    package var count: Int { Int(PQntuples(result)) }

    /// Rows that an `insert`, `update`, `delete`, `select` or `copy` says that it touched; 0 for other commands.
    package var affected: Int {
        guard let digits = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: digits)) ?? 0
    }

    /// The command tag without its counts is what tells a `COMMIT` that became a `ROLLBACK`.
    var commandTag: String { PQcmdStatus(result).map { String(cString: $0) } ?? "" }

    var status: ExecStatusType { PQresultStatus(result) }

    var serverError: ServerError { ServerError(result) }

    /// Calls `body` with the row at `index`, which must be within `0..<count`.
    func withRow<T>(at index: Int, _ body: (inout Row) throws -> T) rethrows -> T {
        var row = Row(result: result, index: Int32(index))
        return try body(&row)
    }
}
