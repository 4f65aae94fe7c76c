package import Planning

/// A day on which the offices of a kabupaten are closed.
package struct HolidayRow: Hashable, Sendable {
    package let line: Int
    package let day: CalendarDay
    package let name: String
}

package typealias HolidayFile = TableReader<HolidayRow>

extension HolidayFile {
    package init() {
        let (days, names) = (CellFormat.isoDay, CellFormat.text(most: 200))
        self.init(columns: ["day", "name"].map(TableColumn.required)) { cells in
            let day = cells.required("day", days)
            let name = cells.required("name", names)
            guard let day, let name else { return nil }
            return HolidayRow(line: cells.line, day: day, name: name)
        }
    }
}
