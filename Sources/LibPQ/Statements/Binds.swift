/// The parameters of a statement in binary format, in one buffer: one allocation however many there are.
struct Binds: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Lengths in bytes; -1 is null.
    private(set) var lengths: [Int32] = []
    private(set) var types: [PostgresType] = []

    var count: Int { lengths.count }

    mutating func reserve(_ count: Int) {
        bytes.reserveCapacity(count * 16)
        lengths.reserveCapacity(count)
        types.reserveCapacity(count)
    }

    mutating func append<Value: PostgresEncodable>(_ value: Value) {
        types.append(Value.postgresType)
        guard !value.isNull else {
            lengths.append(-1)
            return
        }
        let start = bytes.count
        value.encode(into: &bytes)
        lengths.append(Int32(bytes.count - start))
    }

    /// The three parallel arrays that libpq asks for: values, lengths, formats (all binary).
    func withArrays<Result>(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        if lengths.isEmpty { return body(nil, nil, nil) }
        return withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: count) { values in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { formats in
                bytes.withUnsafeBytes { buffer in
                    formats.initialize(repeating: 1)
                    // libpq reads a null pointer as SQL null, so an empty value needs some address all the same.
                    let base = buffer.baseAddress ?? UnsafeRawPointer(formats.baseAddress)
                    var offset = 0
                    for (index, length) in lengths.enumerated() {
                        let value = length < 0 ? nil : base.map { $0 + offset }
                        values.initializeElement(at: index, to: value?.assumingMemoryBound(to: CChar.self))
                        offset += max(0, Int(length))
                    }
                    return lengths.withUnsafeBufferPointer { lengths in
                        body(values.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
