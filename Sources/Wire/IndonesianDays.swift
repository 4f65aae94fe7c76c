package import Planning

extension Indonesian {
    private static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
        "Desember",
    ]
    private static let quarters = ["I", "II", "III", "IV"]

    /// `30 September 2025`.
    package static func day(_ day: CalendarDay) -> String {
        "\(day.day) \(months[day.month - 1]) \(day.year)"
    }

    /// `30 September 2025 pukul 23.59 WITA`: the zone of Kalimantan Selatan, which has no summer time.
    package static func moment(_ moment: Moment) -> String {
        let local = Moment(microsecondsSince1970: moment.microsecondsSince1970 + 8 * 3_600_000_000)
        let text = local.description
        guard let day = CalendarDay(String(text.prefix(10))) else { return text }
        let clock = text.dropFirst(11).prefix(5).replacing(":", with: ".")
        return "\(self.day(day)) pukul \(clock) WITA"
    }

    /// `TW III TA 2025`.
    package static func period(_ period: ReportPeriod) -> String {
        "TW \(quarters[period.quarter - 1]) TA \(period.budgetYear)"
    }
}
