/// The binary form of an array: dimensions, a flag for nulls, the element type, then size and lower bound of each
/// dimension, then each element behind its length (-1 for null).
enum ArrayFormat {
    private static let readable: Set<PostgresType> = [
        .boolArray, .byteaArray, .int2Array, .int4Array, .textArray, .varcharArray, .int8Array, .float4Array,
        .float8Array, .dateArray, .timestamptzArray, .uuidArray,
    ]

    static func encode<Element: PostgresEncodable>(_ elements: [Element], into buffer: inout [UInt8]) {
        let hasNull = elements.contains(where: \.isNull)
        buffer.append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
        buffer.append(bigEndian: Int32(hasNull ? 1 : 0))
        buffer.append(bigEndian: Element.postgresType.rawValue)
        if elements.isEmpty { return }
        buffer.append(bigEndian: Int32(elements.count))
        buffer.append(bigEndian: Int32(1))
        for element in elements {
            if element.isNull {
                buffer.append(bigEndian: Int32(-1))
                continue
            }
            let lengthAt = buffer.count
            buffer.append(bigEndian: Int32(0))
            element.encode(into: &buffer)
            let length = UInt32(buffer.count - lengthAt - 4)
            for byte in 0..<4 {
                buffer[lengthAt + byte] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * byte))
            }
        }
    }

    static func decode<Element: PostgresDecodable>(_ cell: Cell) -> [Element]? {
        guard readable.contains(cell.type) else { return nil }
        var bytes = cell.bytes[...]
        guard let dimensions = next(&bytes), next(&bytes) != nil, let type = next(&bytes) else { return nil }
        if dimensions == 0 { return [] }
        guard dimensions == 1, let count = next(&bytes), next(&bytes) != nil, count >= 0 else { return nil }
        let elementType = PostgresType(rawValue: UInt32(bitPattern: type))
        var elements: [Element] = []
        // Each element takes at least the four bytes of its length: a false count must not reserve memory.
        elements.reserveCapacity(min(Int(count), bytes.count / 4))
        for _ in 0..<count {
            guard let length = next(&bytes), Int(length) <= bytes.count else { return nil }
            let start = length < 0 ? nil : UnsafeRawBufferPointer(rebasing: bytes).baseAddress ?? cell.start
            let element = Cell(start: start, count: max(0, Int(length)), type: elementType)
            guard let value = Element.decode(element) else { return nil }
            elements.append(value)
            bytes = bytes.dropFirst(max(0, Int(length)))
        }
        return elements
    }

    private static func next(_ bytes: inout Slice<UnsafeRawBufferPointer>) -> Int32? {
        guard bytes.count >= 4 else { return nil }
        let value = Int32(bigEndian: UnsafeRawBufferPointer(rebasing: bytes).loadUnaligned(as: Int32.self))
        bytes = bytes.dropFirst(4)
        return value
    }
}
