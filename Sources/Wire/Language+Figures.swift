package import Phrasing
package import Planning

/// Numbers and days as people of that language write them; machines get neither.
extension Language {
    /// `1.250.000`, `1,250,000`.
    package func integer(_ value: Int) -> String { marked(Indonesian.integer(value)) }

    /// `8.570,25`, `8,570.25`: decimals as they came.
    package func decimal(_ number: JSONNumber) -> String? { Indonesian.decimal(number).map(marked) }

    /// The same of a number that is written with a point.
    package func decimal(plain text: String) -> String { marked(Indonesian.decimal(plain: text)) }

    /// `Rp1.250.000`, `Rp1,250,000`.
    package func rupiah(_ amount: Rupiah) -> String { marked(Indonesian.rupiah(Int(amount.amount))) }

    /// `59,29 %`, `59.29%`.
    package func percent(_ number: JSONNumber) -> String? {
        decimal(number).map { self == .indonesian ? $0 + " %" : $0 + "%" }
    }

    /// `+16,30`, `+16.30`: a change, rounded to two decimals.
    package func change(_ number: JSONNumber) -> String? { Indonesian.change(number).map(marked) }

    /// `16,30`, `16.30`: a figure that is never below zero, rounded to two decimals.
    package func rounded(_ number: JSONNumber) -> String? { change(number)?.replacing("+", with: "") }

    /// `+2,72 poin`, `+2.72 points`: a change of the index.
    package func points(_ number: JSONNumber) -> String? {
        change(number).map { $0 + (self == .indonesian ? " poin" : " points") }
    }

    /// `30 September 2025`.
    package func day(_ day: CalendarDay) -> String {
        switch self {
        case .indonesian: Indonesian.day(day)
        case .english: "\(day.day) \(Self.englishMonths[day.month - 1]) \(day.year)"
        }
    }

    /// `30 September 2025 pukul 23.59 WITA`, `30 September 2025, 23:59 WITA`.
    package func moment(_ moment: Moment) -> String {
        let text = Indonesian.moment(moment)
        guard self == .english, let place = text.firstRange(of: " pukul ") else { return text }
        let day = CalendarDay(String(moment.shifted(hours: 8).description.prefix(10))).map(day)
        return (day ?? String(text[..<place.lowerBound])) + ", " + text[place.upperBound...].replacing(".", with: ":")
    }

    /// `TW III TA 2025`, `Q3 FY 2025`.
    package func period(_ period: ReportPeriod) -> String {
        switch self {
        case .indonesian: Indonesian.period(period)
        case .english: "Q\(period.quarter) FY \(period.budgetYear)"
        }
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// The two languages use the two marks the other way round.
    private func marked(_ text: String) -> String {
        guard self == .english else { return text }
        return String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
    }
}

extension Moment {
    fileprivate func shifted(hours: Int64) -> Moment {
        Moment(microsecondsSince1970: microsecondsSince1970 + hours * 3_600_000_000)
    }
}
