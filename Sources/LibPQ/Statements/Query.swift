/// A statement and how its result becomes an `Output`. Decoding runs on the connection's own executor.
///
/// Built from a statement: `rows`, `reduce`, `first`, `one`, `affected`, `void`.
package struct Query<Output: Sendable>: Sendable {
    /// What is sent.
    package let statement: Statement
    let decode: @Sendable (borrowing ResultRows) throws -> Output

    init(_ statement: Statement, decode: @escaping @Sendable (borrowing ResultRows) throws -> Output) {
        self.statement = statement
        self.decode = decode
    }

    /// The same query with its output passed through `transform`, still on the connection's executor.
    package func map<T: Sendable>(_ transform: @escaping @Sendable (Output) throws -> T) -> Query<T> {
        Query<T>(statement) { [decode] in try transform(decode($0)) }
    }
}

extension Statement {
    /// All rows, in order, each through `decode`.
    package func rows<T: Sendable>(_ decode: @escaping @Sendable (inout Row) throws -> T) -> Query<[T]> {
        reduce(into: []) { rows, row in rows.append(try decode(&row)) }
    }

    /// Folds the rows, in order, into one value: a buffer of JSON, a dictionary, a sum.
    package func reduce<T: Sendable>(
        into initial: T, _ update: @escaping @Sendable (inout T, inout Row) throws -> Void
    ) -> Query<T> {
        Query(self) { result in
            var value = initial
            for index in 0..<result.count {
                try result.withRow(at: index) { row in try update(&value, &row) }
            }
            return value
        }
    }

    /// The first row, or nil where there is none; further rows are ignored.
    package func first<T: Sendable>(_ decode: @escaping @Sendable (inout Row) throws -> T) -> Query<T?> {
        Query(self) { result in
            result.count == 0 ? nil : try result.withRow(at: 0, decode)
        }
    }

    /// The only row; another number of rows is a `DatabaseError` of kind `decoding`.
    package func one<T: Sendable>(_ decode: @escaping @Sendable (inout Row) throws -> T) -> Query<T> {
        Query(self) { result in
            guard result.count == 1 else {
                throw DatabaseError(.decoding, "expected one row, found \(result.count)")
            }
            return try result.withRow(at: 0, decode)
        }
    }

    /// The number of rows that the statement touched.
    package var affected: Query<Int> {
        Query(self) { $0.affected }
    }

    /// Nothing but success: rows, if any, are ignored.
    package var void: Query<Void> {
        Query(self) { _ in }
    }
}
