/// A `date`: days since 2000-01-01, as PostgreSQL stores it.
package struct PostgresDate: Hashable, Comparable, Sendable {
    /// Days since 2000-01-01; negative before. `Int32.max` and `Int32.min` are PostgreSQL's `infinity`, `-infinity`.
    package var daysSince2000: Int32

    /// A day by its number; 0 is 2000-01-01.
    package init(daysSince2000: Int32) {
        self.daysSince2000 = daysSince2000
    }

    package static func < (left: Self, right: Self) -> Bool { left.daysSince2000 < right.daysSince2000 }
}

extension PostgresDate: PostgresEncodable, PostgresDecodable {
    package static var postgresType: PostgresType { .date }

    package func encode(into buffer: inout [UInt8]) { buffer.append(bigEndian: daysSince2000) }

    package static func decode(_ cell: Cell) -> PostgresDate? {
        guard cell.type == .date else { return nil }
        return cell.integer(Int32.self).map(PostgresDate.init(daysSince2000:))
    }
}
