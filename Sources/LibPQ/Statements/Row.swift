internal import CLibPQ

/// One row of a result, readable by position, by name, or from left to right with `next`.
///
/// A row is a view: it cannot be copied, so it cannot outlive the result that it points into.
package struct Row: ~Copyable {
    private let result: OpaquePointer
    private let index: Int32
    /// The column that `next` reads.
    private var position = 0

    init(result: OpaquePointer, index: Int32) {
        self.result = result
        self.index = index
    }

    /// The number of columns.
    package var count: Int { Int(PQnfields(result)) }

    /// Decodes the next column from the left; the fast form, for rows that are read whole and in order.
    ///
    /// Throws a `DatabaseError` of kind `decoding` that names the column, the Swift type and the PostgreSQL type.
    package mutating func next<Value: PostgresDecodable>(_: Value.Type = Value.self) throws(DatabaseError) -> Value {
        try take()
    }

    @inline(__always)
    mutating func take<Value: PostgresDecodable>() throws(DatabaseError) -> Value {
        let column = position
        position = column + 1
        guard let value = Value.decode(cell(at: column)) else { throw mismatch(Value.self, at: column) }
        return value
    }

    /// Passes over columns that an outer join left empty.
    package mutating func skip(_ columns: Int) {
        position += columns
    }

    /// Decodes the column at `position`, counted from 0. Throws as `next` does.
    package func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self, at position: Int
    ) throws(DatabaseError) -> Value {
        guard let value = Value.decode(cell(at: position)) else { throw mismatch(type, at: position) }
        return value
    }

    /// Decodes the first column of this name, case mattering. Throws as `next` does, also when there is none.
    package func decode<Value: PostgresDecodable>(
        _ type: Value.Type = Value.self, _ name: String
    ) throws(DatabaseError) -> Value {
        try decode(type, at: column(named: name))
    }

    func cell(at column: Int) -> Cell {
        guard column >= 0, column < Int(PQnfields(result)) else {
            return Cell(start: nil, count: 0, type: .unknown)
        }
        let field = Int32(truncatingIfNeeded: column)
        let type = PostgresType(rawValue: PQftype(result, field))
        if PQgetisnull(result, index, field) != 0 { return Cell(start: nil, count: 0, type: type) }
        let count = Int(PQgetlength(result, index, field))
        return Cell(start: UnsafeRawPointer(PQgetvalue(result, index, field)), count: count, type: type)
    }

    private func column(named name: String) throws(DatabaseError) -> Int {
        // Not PQfnumber: it folds case unless the name is quoted, and so would not find "goodAnswers".
        let found = (0..<count).first { column in
            PQfname(result, Int32(column)).map { String(cString: $0) == name } ?? false
        }
        guard let found else { throw DatabaseError(.decoding, "no column \"\(name)\" in the result") }
        return found
    }

    func mismatch<Value>(_ type: Value.Type, at column: Int) -> DatabaseError {
        guard column >= 0, column < count else {
            return DatabaseError(.decoding, "no column \(column): the result has \(count)")
        }
        let cell = cell(at: column)
        let name = String(cString: PQfname(result, Int32(column)))
        let found = cell.isNull ? "null of type \(cell.type)" : "\(cell.type)"
        return DatabaseError(.decoding, "column \"\(name)\": expected \(Value.self), found \(found)")
    }
}
