internal import Phrasing
internal import Wire

/// A change with the range that it may have, drawn in text around zero: `    |  --o---   `.
///
/// All bars of a table have one scale, so that they can be compared; where a bar covers zero, zero is a `+`.
struct IntervalBar: Sendable {
    static let width = 17
    private static let middle = width / 2

    /// Points at either end.
    let scale: Int
    private let change: String
    private let interval: String

    /// Wide enough for every interval of these rows, in steps that are easily read; of their members with this prefix.
    init(_ rows: [JSONValue], of prefix: String = "", change name: String = "change") {
        let (change, interval) = (prefix + name, prefix + "interval")
        (self.change, self.interval) = (change, interval)
        let limits = rows.flatMap { row in
            [row[interval]["lower"], row[interval]["upper"]].compactMap { $0.number?.double }
        }
        let widest = limits.reduce(0) { max($0, abs($1)) }
        scale = [5, 10, 20, 30, 40, 60, 80, 100].first { Double($0) >= widest } ?? 100
    }

    /// For people: the bars of the rows, under their scale. It draws what the verdict says, so the verdict stays longer.
    var column: Column {
        Column("bar", .interval, .code, for: .people, title: Phrase(same: heading), words: { row, _ in text(row) })
            .spare
    }

    /// The scale, in the place of a heading.
    private var heading: String {
        let (left, right) = ("-\(scale)", "+\(scale)")
        let blanks = Self.middle - left.count
        return left + String(repeating: " ", count: blanks) + "0"
            + String(repeating: " ", count: Self.width - Self.middle - 1 - right.count) + right
    }

    /// Empty without an interval.
    private func text(_ row: JSONValue) -> String {
        guard let change = row[change].number?.double, let lower = row[interval]["lower"].number?.double,
            let upper = row[interval]["upper"].number?.double
        else { return "" }
        var cells = [Character](repeating: " ", count: Self.width)
        cells[Self.middle] = "|"
        for place in place(lower)...max(place(lower), place(upper)) { cells[place] = place == Self.middle ? "+" : "-" }
        cells[place(change)] = "o"
        return String(cells)
    }

    private func place(_ points: Double) -> Int {
        let place = Double(Self.middle) * (1 + points / Double(scale))
        return min(Self.width - 1, max(0, Int(place.rounded())))
    }
}
