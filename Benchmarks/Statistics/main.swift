import Glibc
import Measurement

/// SplitMix64, so that every run measures the same village.
struct Repeatable: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}

typealias Row = (id: FamilyHash, rt: String, answers: PackedAnswers)

let indicatorCount = 29
let familyCount = 800
/// As in the working list: three of 29 count persons.
let ofPersons: Set = [1, 14, 16]

func rows(from first: Int, seed: UInt64) -> [Row] {
    var random = Repeatable(state: seed)
    return (first..<first + familyCount).map { number in
        var answers = PackedAnswers(count: indicatorCount)
        for position in 0..<indicatorCount {
            let kind = Int.random(in: 0..<20, using: &random)
            if kind == 0 { continue }
            if kind < 4 {
                answers[position] = .notApplicable
            } else {
                let eligible = ofPersons.contains(position) ? Int.random(in: 1...5, using: &random) : 1
                let good = (0..<eligible).count { _ in Int.random(in: 0..<100, using: &random) < 78 }
                answers[position] = .counted(good: good, eligible: eligible)
            }
        }
        let bytes = (0..<16).map { UInt8(truncatingIfNeeded: number >> (8 * min($0, 7))) }
        guard let id = FamilyHash(bytes: bytes) else { fatalError("16 bytes are a hash") }
        return (id, String(number % 10), answers)
    }
}

func scheme() throws -> ScoringScheme {
    let dimensions = ["A", "B", "C", "D", "E"]
    return try ScoringScheme(
        Framework(
            id: Framework.ID(code: "bench", version: 1), title: "", status: .working, provenance: "",
            aggregation: .meanOfDimensions, weakBelow: 75, roundingDigits: 2,
            categories: [Framework.Category(code: "all", nameID: "", from: 0)],
            dimensions: dimensions.map { Framework.Dimension(code: $0, nameID: "", nameEN: "") },
            indicators: (0..<indicatorCount).map {
                Framework.Indicator(
                    code: "\($0)", dimension: dimensions[$0 % 5], nameID: "", nameEN: "", direction: .positive,
                    unit: ofPersons.contains($0) ? .person : .family, eligible: "", sensitive: false, provenance: "")
            }))
}

func added(_ rows: [Row]) throws -> RoundFamilies {
    var families = RoundFamilies(indicatorCount: indicatorCount)
    families.reserveCapacity(rows.count)
    for row in rows { try families.add(id: row.id, rt: row.rt, status: .complete, answers: row.answers) }
    return families
}

/// Time of this thread on a core, in nanoseconds: what else runs on the machine does not count.
func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

/// The median of many runs, in microseconds.
@MainActor func measured(_ what: String, runs: Int = 201, _ work: () throws -> Int) rethrows {
    var times: [Int] = []
    var sink = 0
    for _ in 0..<runs {
        let start = now()
        sink &+= try work()
        times.append(now() - start)
    }
    guard sink != 0 else { fatalError("nothing was computed") }
    print("\(what)\t\(times.sorted()[runs / 2] / 1_000)")
}

/// Every byte read once and added up.
func sum(_ bytes: [UInt8]) -> Int {
    var sum = 0
    for byte in bytes { sum &+= Int(byte) }
    return sum
}

let ours = try scheme()
let (before, after) = (rows(from: 0, seed: 1), rows(from: 80, seed: 2))
let (earlier, later) = (try added(before), try added(after))
let design = SurveyDesign.simpleRandomSample

func evidence(_ families: RoundFamilies) throws -> RoundEvidence {
    try RoundEvidence(families: families, design: design, represented: 1_000)
}

func pairEvidence(_ earlier: RoundFamilies, _ later: RoundFamilies) throws -> PairEvidence {
    try PairEvidence(
        scheme: ours, before: earlier, after: later, designs: (design, design), link: .afterNamesBefore)
}

func pair(_ earlier: RoundFamilies, _ later: RoundFamilies) throws -> RoundPair {
    try RoundPair(
        scheme: ours,
        before: RoundPair.Side(tallies: earlier.tally.indicators, basis: .families(evidence(earlier))),
        after: RoundPair.Side(tallies: later.tally.indicators, basis: .families(evidence(later))),
        panel: pairEvidence(earlier, later))
}

let kept = try pair(earlier, later)

try measured("families of two rounds added up") { try added(before).count + added(after).count }
try measured("evidence of two rounds") { try evidence(earlier).counted + evidence(later).counted }
try measured("evidence of the pair") { try pairEvidence(earlier, later).union }
measured("change from what is kept") { RoundChange(kept).testedOthers }
try measured("description from what is kept") {
    try RoundDescription(scheme: ours, indicators: kept.before.tallies, basis: kept.before.basis).indicators.count
}
try measured("score of a round") { try RoundScore(scheme: ours, tally: later.tally).indicatorsUsed }
try measured("all of it") {
    let rounds = (try added(before), try added(after))
    let score = try RoundScore(scheme: ours, tally: rounds.1.tally)
    return RoundChange(try pair(rounds.0, rounds.1)).testedOthers + score.indicatorsUsed
}
// The limit: every answer read once and added up.
let bytes = (before + after).flatMap { $0.answers.good + $0.answers.eligible }
measured("limit: every byte of two rounds added up") { sum(bytes) }

/// Scoring anew: added up, scored, and what is kept of it computed. Families a second on this core.
let start = now()
let villages = 400
var used = 0
for _ in 0..<villages {
    let families = try added(before)
    used += try RoundScore(scheme: ours, tally: families.tally).indicatorsUsed + evidence(families).counted
}
guard used > 0 else { fatalError("nothing was computed") }
let seconds = Double(now() - start) / 1e9
print("families scored anew a minute and core\t\(Int(Double(villages * familyCount) / seconds * 60))")
