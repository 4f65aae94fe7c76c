/// The keyed hash of a family's id, as it is stored: equal ids are equal, and that is all that can be said of them.
package struct FamilyHash: Hashable, Sendable {
    package static let bytes = 16

    private let high: UInt64
    private let low: UInt64

    /// Nil unless there are exactly 16 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.bytes else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
