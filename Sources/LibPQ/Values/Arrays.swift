package import FoundationEssentials

/// An element that PostgreSQL arrays of one dimension can hold; null elements are read and written as optionals.
///
/// `UInt8` is the exception that makes `[UInt8]` a `bytea` and not an array.
package protocol PostgresArrayElement: Sendable {
    /// What `[Self]` binds as.
    static var arrayType: PostgresType { get }
    /// Appends the binary form of the whole array.
    static func encodeArray(_ elements: [Self], into buffer: inout [UInt8])
    /// The array in `cell`, or nil when the type, an element or the number of dimensions does not fit.
    static func decodeArray(_ cell: Cell) -> [Self]?
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    package static var postgresType: PostgresType { Element.arrayType }

    package func encode(into buffer: inout [UInt8]) { Element.encodeArray(self, into: &buffer) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    package static func decode(_ cell: Cell) -> [Element]? {
        cell.isNull ? nil : Element.decodeArray(cell)
    }
}

extension PostgresArrayElement where Self: PostgresEncodable & PostgresDecodable {
    package static func encodeArray(_ elements: [Self], into buffer: inout [UInt8]) {
        ArrayFormat.encode(elements, into: &buffer)
    }

    package static func decodeArray(_ cell: Cell) -> [Self]? {
        ArrayFormat.decode(cell)
    }
}

extension Bool: PostgresArrayElement { package static var arrayType: PostgresType { .boolArray } }
extension Int16: PostgresArrayElement { package static var arrayType: PostgresType { .int2Array } }
extension Int32: PostgresArrayElement { package static var arrayType: PostgresType { .int4Array } }
extension Int64: PostgresArrayElement { package static var arrayType: PostgresType { .int8Array } }
extension Int: PostgresArrayElement { package static var arrayType: PostgresType { .int8Array } }
extension Double: PostgresArrayElement { package static var arrayType: PostgresType { .float8Array } }
extension String: PostgresArrayElement { package static var arrayType: PostgresType { .textArray } }
extension UUID: PostgresArrayElement { package static var arrayType: PostgresType { .uuidArray } }
extension PostgresDate: PostgresArrayElement { package static var arrayType: PostgresType { .dateArray } }
extension PostgresTimestamp: PostgresArrayElement { package static var arrayType: PostgresType { .timestamptzArray } }
extension [UInt8]: PostgresArrayElement { package static var arrayType: PostgresType { .byteaArray } }

extension Optional: PostgresArrayElement where Wrapped: PostgresArrayElement & PostgresEncodable & PostgresDecodable {
    package static var arrayType: PostgresType { Wrapped.arrayType }
}

extension UInt8: PostgresArrayElement {
    package static var arrayType: PostgresType { .bytea }

    package static func encodeArray(_ elements: [UInt8], into buffer: inout [UInt8]) {
        buffer.append(contentsOf: elements)
    }

    package static func decodeArray(_ cell: Cell) -> [UInt8]? {
        cell.type == .bytea ? [UInt8](cell.bytes) : nil
    }
}
