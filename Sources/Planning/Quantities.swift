/// Money in whole rupiah; there is no smaller unit in a budget.
package struct Rupiah: Hashable, Sendable, Comparable {
    package let amount: Int64

    package init(_ amount: Int64) {
        self.amount = amount
    }

    package static let zero = Rupiah(0)
    /// The largest single amount: a trillion (1 triliun), a third of what a whole kabupaten spends in a year. Sums over
    /// a thousand interventions stay below 2^53, which a JSON number carries exactly everywhere (I-JSON, RFC 7493).
    package static let largest = Rupiah(1_000_000_000_000)

    package static func < (one: Self, other: Self) -> Bool { one.amount < other.amount }
    package static func + (one: Self, other: Self) -> Rupiah { Rupiah(one.amount + other.amount) }
}

/// A number with two decimals, in hundredths: a volume ("8570.25 kg") or a percentage. Never a `Double`.
package struct Hundredths: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let count: Int64

    package init(_ count: Int64) {
        self.count = count
    }

    package static let zero = Hundredths(0)

    package static func < (one: Self, other: Self) -> Bool { one.count < other.count }

    /// Shortest plain decimal: `8570`, `8570.5`, `-0.25`.
    package var description: String {
        let whole = count.magnitude / 100
        let rest = count.magnitude % 100
        let sign = count < 0 ? "-" : ""
        switch (rest, rest % 10) {
        case (0, _): return "\(sign)\(whole)"
        case (_, 0): return "\(sign)\(whole).\(rest / 10)"
        default: return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
        }
    }

    /// Reads a plain decimal with at most two decimals; nil for anything else, or too large a number.
    package init?(_ text: String) {
        let negative = text.hasPrefix("-")
        let parts = (negative ? text.dropFirst() : text[...]).split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard (1...2).contains(parts.count), isPlain, parts[0].utf8.count <= 14, let whole = Int64(parts[0])
        else { return nil }
        var hundredths: Int64 = 0
        if parts.count == 2 {
            guard parts[1].utf8.count <= 2, let digits = Int64(parts[1]) else { return nil }
            hundredths = parts[1].utf8.count == 1 ? digits * 10 : digits
        }
        self.init((whole * 100 + hundredths) * (negative ? -1 : 1))
    }
}

/// A budget year and a quarter of it: what a progress report is about.
package struct ReportPeriod: Hashable, Sendable, Comparable {
    package let budgetYear: Int
    /// 1 to 4.
    package let quarter: Int

    /// Nil outside the years 2015 to 2100 and quarters 1 to 4.
    package init?(budgetYear: Int, quarter: Int) {
        guard (2015...2100).contains(budgetYear), (1...4).contains(quarter) else { return nil }
        self.budgetYear = budgetYear
        self.quarter = quarter
    }

    package static func < (one: Self, other: Self) -> Bool {
        (one.budgetYear, one.quarter) < (other.budgetYear, other.quarter)
    }
}
