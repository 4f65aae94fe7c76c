package import Planning

extension CellFormat<CalendarDay> {
    /// `YYYY-MM-DD` only: `03/04/2026` is March or April, and is never guessed. Outside the believed years a year is a
    /// slip of the pen.
    package static var isoDay: CellFormat<CalendarDay> {
        CellFormat { cell throws(CellRefusal) in
            let parts = cell.split(separator: ASCII.hyphen, omittingEmptySubsequences: false)
            guard parts.map(\.count) == [4, 2, 2], let year = parts[0].digits, let month = parts[1].digits,
                let number = parts[2].digits, CalendarDay.believedYears ~= year,
                let day = CalendarDay(year: year, month: month, day: number)
            else { throw CellRefusal(.notADay) }
            return day
        }
    }
}
