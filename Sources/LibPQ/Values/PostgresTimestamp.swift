/// A `timestamptz`: microseconds since 2000-01-01 00:00 UTC, as PostgreSQL stores it.
///
/// A `timestamp` without time zone is not read as one: it does not say which instant it means.
package struct PostgresTimestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 2000-01-01 00:00 UTC; `Int64.max` and `Int64.min` are `infinity` and `-infinity`.
    package var microsecondsSince2000: Int64

    /// From microseconds since 2000-01-01 00:00 UTC.
    package init(microsecondsSince2000: Int64) {
        self.microsecondsSince2000 = microsecondsSince2000
    }

    /// From microseconds since 1970-01-01 00:00 UTC.
    package init(microsecondsSince1970: Int64) {
        self.microsecondsSince2000 = microsecondsSince1970 - Self.epochShift
    }

    /// Microseconds since 1970-01-01 00:00 UTC; infinities stay the extremes that they are.
    package var microsecondsSince1970: Int64 {
        let (sum, overflow) = microsecondsSince2000.addingReportingOverflow(Self.epochShift)
        return overflow || microsecondsSince2000 == .min ? microsecondsSince2000 : sum
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.microsecondsSince2000 < right.microsecondsSince2000
    }

    /// Thirty years with seven leap days, 10 957 days, in microseconds.
    private static let epochShift: Int64 = 946_684_800_000_000
}

extension PostgresTimestamp: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .timestamptz }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: microsecondsSince2000) }

    package static func decode(_ cell: Cell) -> PostgresTimestamp? {
        guard cell.type == .timestamptz else { return nil }
        return cell.integer(Int64.self).map(PostgresTimestamp.init(microsecondsSince2000:))
    }
}
