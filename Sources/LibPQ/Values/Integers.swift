extension Int16: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int2 }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: self) }

    package static func decode(_ cell: Cell) -> Int16? {
        cell.type.rawValue == 21 ? cell.integer(Int16.self) : nil
    }
}

extension Int32: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int4 }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: self) }

    /// Reads `int4` and the narrower `int2`.
    package static func decode(_ cell: Cell) -> Int32? {
        switch cell.type.rawValue {
        case 23: cell.integer(Int32.self)
        case 21: cell.integer(Int16.self).map(Int32.init)
        default: nil
        }
    }
}

extension Int64: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int8 }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: self) }

    /// Reads `int8` and the narrower `int4` and `int2`.
    package static func decode(_ cell: Cell) -> Int64? {
        switch cell.type.rawValue {
        case 20: cell.integer(Int64.self)
        case 23: cell.integer(Int32.self).map(Int64.init)
        case 21: cell.integer(Int16.self).map(Int64.init)
        default: nil
        }
    }
}

extension Int: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .int8 }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: Int64(self)) }

    /// Reads `int8` and the narrower `int4` and `int2`.
    package static func decode(_ cell: Cell) -> Int? {
        Int64.decode(cell).map { Int($0) }
    }
}
