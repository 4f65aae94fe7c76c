internal import Planning

/// A calendar day as a file states it, without a time or a zone; always one that exists.
package struct ISODay: Hashable, Sendable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nil for a day that no calendar has, and outside the years 2000 to 2100, where a year is a slip of the pen.
    package init?(year: Int, month: Int, day: Int) {
        guard CalendarDay.believedYears ~= year, 1...12 ~= month, day >= 1 else { return nil }
        // Within these years every fourth but the last is a leap year.
        let lengths = [31, year % 4 == 0 && year != 2100 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    package static func < (left: ISODay, right: ISODay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CellFormat<ISODay> {
    /// `YYYY-MM-DD` only: `03/04/2026` is March or April, and is never guessed.
    package static var isoDay: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let parts = cell.split(separator: ASCII.hyphen, omittingEmptySubsequences: false)
            guard parts.map(\.count) == [4, 2, 2], let year = parts[0].digits, let month = parts[1].digits,
                let number = parts[2].digits, let day = ISODay(year: year, month: month, day: number)
            else { throw CellRefusal(.notADay) }
            return day
        }
    }
}
