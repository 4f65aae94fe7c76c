package import struct FoundationEssentials.UUID

/// The identity of one `Subject`, so that a plan's id cannot be passed where a round's is wanted.
package struct Identifier<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let uuid: UUID

    package init(_ uuid: UUID) {
        self.uuid = uuid
    }

    /// Nil where the text is not a UUID.
    package init?(_ text: String) {
        guard let uuid = UUID(uuidString: text) else { return nil }
        self.uuid = uuid
    }

    /// Lower case, as PostgreSQL prints it.
    package var description: String { uuid.uuidString.lowercased() }

    package static func < (one: Self, other: Self) -> Bool { one.uuid < other.uuid }
}

extension Identifier {
    /// A new UUID version 7 (RFC 9562): rows made together lie together in the index.
    ///
    /// It is minted before the row is written, so that a request's `Location` is known before its one round trip.
    package static func new(at moment: Moment = .now) -> Self {
        var generator = SystemRandomNumberGenerator()
        let milliseconds = UInt64(clamping: moment.microsecondsSince1970 / 1000)
        let random = (generator.next() as UInt64, generator.next() as UInt64)
        let high = milliseconds << 16 | 0x7000 | random.0 & 0x0FFF
        let low = random.1 & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        func byte(_ word: UInt64, _ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * index)) }
        return Self(
            UUID(
                uuid: (
                    byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3),
                    byte(high, 4), byte(high, 5), byte(high, 6), byte(high, 7),
                    byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3),
                    byte(low, 4), byte(low, 5), byte(low, 6), byte(low, 7)
                )))
    }
}
