/// A Swift value that can be bound to `$n`, always in PostgreSQL's binary format.
package protocol PostgresEncodable: Sendable {
    /// The type that the bind declares. A context that wants another one (an enum, `jsonb`, `numeric`) casts in SQL:
    /// `\(text)::jsonb`.
    static var postgresType: PostgresType { get }

    /// Whether the value is SQL null; `encode(into:)` is then not called.
    var isNull: Bool { get }

    /// Appends the binary form, big-endian, without a length.
    func encode(into buffer: inout [UInt8])
}

extension PostgresEncodable {
    /// Only optionals are ever null.
    package var isNull: Bool { false }
}

/// A Swift value that can be read from a column in PostgreSQL's binary format.
///
/// `numeric` has no conformance: money is `bigint` rupiah here, and a `numeric(5,2)` is read as `(x * 100)::int4`, as
/// `::float8` or as `::text`, which says in the SQL how much precision the reader wants.
package protocol PostgresDecodable: Sendable {
    /// The value in `cell`, or nil when the column's type or its bytes do not fit; the row turns nil into an error
    /// that names the column. A null cell is nil for all but `Optional`.
    static func decode(_ cell: Cell) -> Self?
}

/// One field of one row: a view of bytes that the result owns, valid only while the row is.
package struct Cell {
    /// The first byte, or nil for SQL null.
    let start: UnsafeRawPointer?
    let count: Int
    /// The column's type.
    package let type: PostgresType

    /// Whether the field is SQL null.
    package var isNull: Bool { start == nil }

    /// The field's bytes; empty for null.
    package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count) }

    init(start: UnsafeRawPointer?, count: Int, type: PostgresType) {
        self.start = start
        self.count = count
        self.type = type
    }

    /// The field as one big-endian integer of exactly `Value`'s width.
    func integer<Value: FixedWidthInteger>(_: Value.Type) -> Value? {
        guard let start, count == MemoryLayout<Value>.size else { return nil }
        return Value(bigEndian: start.loadUnaligned(as: Value.self))
    }
}

extension [UInt8] {
    /// Appends an integer in network byte order.
    mutating func append<Value: FixedWidthInteger>(bigEndian value: Value) {
        Swift.withUnsafeBytes(of: value.bigEndian) { append(contentsOf: $0) }
    }
}
