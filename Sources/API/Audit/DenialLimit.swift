internal import Planning

/// Of the same that is refused again and again, one a minute is recorded: whoever may do little could otherwise fill the
/// chain of their area. How many it was is told by the next one.
struct DenialLimit {
    private static let pause: Duration = .seconds(60)
    private static let mostKept = 10_000

    /// Who was refused what, and why.
    private struct Key: Hashable {
        let tokenHash: [UInt8]
        let method: String
        let route: String
        let rule: String
    }

    private struct Kept {
        let since: ContinuousClock.Instant
        var untold = 0
    }

    private var kept: [Key: Kept] = [:]

    /// What is to be recorded, with the number of those that were not; nil where this is one of them.
    mutating func admits(_ denial: Denial, at now: ContinuousClock.Instant) -> Denial? {
        let key = Key(tokenHash: denial.tokenHash, method: denial.method, route: denial.route, rule: denial.rule)
        var told = denial
        if let last = kept[key] {
            guard now - last.since >= Self.pause else {
                kept[key]?.untold += 1
                return nil
            }
            told.untold = last.untold
        }
        if kept.count >= Self.mostKept { forget(at: now) }
        kept[key] = Kept(since: now)
        return told
    }

    /// Those of the last minute stay, unless there are too many even of them.
    private mutating func forget(at now: ContinuousClock.Instant) {
        kept = kept.filter { now - $0.value.since < Self.pause }
        if kept.count >= Self.mostKept { kept = [:] }
    }
}
