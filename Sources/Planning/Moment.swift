#if canImport(Glibc)
internal import Glibc
#endif

/// A point in time to the microsecond, as PostgreSQL keeps it.
package struct Moment: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let microsecondsSince1970: Int64

    package init(microsecondsSince1970: Int64) {
        self.microsecondsSince1970 = microsecondsSince1970
    }

    package static var now: Moment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Moment(microsecondsSince1970: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }

    package static func < (one: Self, other: Self) -> Bool {
        one.microsecondsSince1970 < other.microsecondsSince1970
    }

    /// RFC 3339 in UTC, to the second: `2025-09-30T15:59:59Z`.
    package var description: String {
        let seconds = Int(microsecondsSince1970.flooredQuotient(by: 1_000_000))
        let days = seconds.flooredQuotient(by: 86_400)
        let rest = seconds - days * 86_400
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CalendarDay(daysSince2000: days - 10_957))T"
            + "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }

    /// As `description`, with the microseconds where there are any: `2025-09-30T15:59:59.999999Z`.
    package var exact: String {
        let rest = microsecondsSince1970 - microsecondsSince1970.flooredQuotient(by: 1_000_000) * 1_000_000
        guard rest > 0 else { return description }
        return "\(description.dropLast()).\(String(1_000_000 + rest).dropFirst())Z"
    }

    /// Reads what `exact` writes, with one digit of a second to six; nil for anything else.
    package init?(exact text: String) {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2 else {
            self.init(text)
            return
        }
        let digits = halves[1].dropLast()
        guard halves[1].hasSuffix("Z"), (1...6).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let whole = Moment("\(halves[0])Z"),
            let rest = Int64(digits + String(repeating: "0", count: 6 - digits.utf8.count))
        else { return nil }
        self.init(microsecondsSince1970: whole.microsecondsSince1970 + rest)
    }

    /// Reads what `description` writes; nil for anything else.
    package init?(_ text: String) {
        guard text.utf8.count == 20, text.hasSuffix("Z"), text.dropFirst(10).first == "T",
            let day = CalendarDay(String(text.prefix(10)))
        else { return nil }
        let clock = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        let seconds = (day.daysSince2000 + 10_957) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
        self.init(microsecondsSince1970: Int64(seconds) * 1_000_000)
    }
}

extension BinaryInteger {
    fileprivate func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
