extension Bool: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .bool }

    package func encode(into buffer: inout [UInt8]) { buffer.append(self ? 1 : 0) }

    package static func decode(_ cell: Cell) -> Bool? {
        cell.type.rawValue == 16 ? cell.integer(UInt8.self).map { $0 != 0 } : nil
    }
}

extension Double: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .float8 }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: bitPattern) }

    /// Reads `float8` and the narrower `float4`; never `numeric`, which must be cast in SQL.
    package static func decode(_ cell: Cell) -> Double? {
        switch cell.type.rawValue {
        case 701: cell.integer(UInt64.self).map(Double.init(bitPattern:))
        case 700: cell.integer(UInt32.self).map { Double(Float(bitPattern: $0)) }
        default: nil
        }
    }
}

extension Optional: PostgresEncodable where Wrapped: PostgresEncodable {
    package static var postgresType: PostgresType { Wrapped.postgresType }

    package var isNull: Bool { self?.isNull ?? true }

    package func encode(into buffer: inout [UInt8]) { self?.encode(into: &buffer) }
}

extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    package static func decode(_ cell: Cell) -> Wrapped?? {
        cell.isNull ? .some(nil) : Wrapped.decode(cell).map(Optional.some)
    }
}
