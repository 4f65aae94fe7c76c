internal import LibPQ
internal import Measurement
internal import Planning

/// Keeps what intervals and verdicts of a round need, in the transaction that closes it or computes it again.
struct EvidenceWriting {
    let round: SurveyRound
    let scheme: ScoringScheme
    let schemes: SchemeCache
    let transaction: Transaction
    /// Whether what is kept already is replaced where it differs; only the owner of the schema may.
    var isReplacing = false

    /// The round's own evidence; returns whether any was written.
    @discardableResult
    func keep(_ families: RoundFamilies, represented: Int) async throws -> Bool {
        let evidence = try RoundEvidence(families: families, design: round.design, represented: represented)
        return try await transaction.pipeline(insert(evidence).affected) > 0
    }

    /// That of its pairs with closed rounds of the same families; returns how many were written.
    ///
    /// - Parameter isWanted: Which of those rounds.
    @discardableResult
    func keepPairs(
        of families: RoundFamilies, with isWanted: (RelatedRound) -> Bool = { _ in true }
    ) async throws -> Int {
        let others = try await transaction.pipeline(RelatedRound.of(round)).filter(isWanted)
        var written = 0
        for other in others {
            guard let pair = try await pair(of: families, with: other) else { continue }
            written += try await transaction.pipeline(insert(pair, with: other).affected)
        }
        return written
    }

    /// Over the indicators that both rounds' versions have in common; nil where there are none.
    private func pair(of families: RoundFamilies, with other: RelatedRound) async throws -> PairEvidence? {
        var (common, mine) = (scheme, families)
        let isSame = other.framework == scheme.framework.id
        let bridge =
            isSame ? nil : try await schemes.bridge(transaction, from: other.framework, to: scheme.framework.id)
        guard isSame || bridge != nil else { return nil }
        var theirs = try await Self.families(
            of: other.id, in: round.place.kabupatenCode,
            scheme: try await schemes.scheme(transaction, other.framework), transaction)
        if let bridge {
            (common, theirs, mine) = (
                bridge.scheme, try theirs.selecting(bridge.before.positions),
                try families.selecting(bridge.after.positions)
            )
        }
        return try PairEvidence(
            scheme: common, before: other.isEarlier ? theirs : mine, after: other.isEarlier ? mine : theirs,
            designs: other.isEarlier ? (other.design, round.design) : (round.design, other.design), link: other.link)
    }

    /// Reads the families of a round; only what is kept of each stays in memory.
    ///
    /// In the order of their ids: means within strata are rounded, and the same round is to give the same bits again.
    static func families(
        of id: SurveyRound.ID, in kabupaten: String, scheme: ScoringScheme, _ transaction: Transaction
    ) async throws -> RoundFamilies {
        let statement: Statement = """
            select family, previous_family, rt, status, good, eligible from family_answer
            where kabupaten_code = \(kabupaten) and round_id = \(id.uuid) order by family
            """
        var families = RoundFamilies(indicatorCount: scheme.framework.indicators.count)
        _ = try await transaction.read(statement) { row in
            try Answered(&row)
        } _: { batch in
            for family in batch {
                try families.add(
                    id: family.id, previous: family.previous, rt: family.rt, status: family.status,
                    answers: family.answers)
            }
        }
        return families
    }

    private func insert(_ evidence: RoundEvidence) -> Statement {
        """
        insert into round_evidence as kept (kabupaten_code, round_id, units, families, is_uniform, covariance)
        values (\(round.place.kabupatenCode), \(round.id.uuid), \(Int32(clamping: evidence.units)),
            \(evidence.indicators.map { Int32(clamping: $0.families) }), \(evidence.indicators.map(\.isUniform)),
            \(evidence.covariance.packed))
        \(unescaped: replacing("kabupaten_code, round_id", ["units", "families", "is_uniform", "covariance"]))
        """
    }

    private func insert(_ pair: PairEvidence, with other: RelatedRound) -> Statement {
        let (before, after) = other.isEarlier ? (other.id, round.id) : (round.id, other.id)
        let cells = pair.cells.flatMap { cells -> [Int32?] in
            guard let cells else { return [nil, nil, nil, nil] }
            return [cells.both, cells.afterOnly, cells.beforeOnly, cells.neither].map { Int32(clamping: $0) }
        }
        let columns = ["families_in_either", "families_in_both", "units", "covariance", "cells"]
        return """
            insert into pair_evidence as kept (kabupaten_code, before_round_id, after_round_id, families_in_either,
                families_in_both, units, covariance, cells)
            values (\(round.place.kabupatenCode), \(before.uuid), \(after.uuid), \(Int32(clamping: pair.union)),
                \(Int32(clamping: pair.matched)), \(Int32(clamping: pair.units)), \(pair.covariance?.packed),
                \(cells))
            \(unescaped: replacing("kabupaten_code, before_round_id, after_round_id", columns))
            """
    }

    /// What is the same is left alone: nothing is written, and the outcome tells how many rows were not.
    private func replacing(_ key: String, _ columns: [String]) -> String {
        guard isReplacing else { return "" }
        func all(_ row: String) -> String { columns.map { "\(row).\($0)" }.joined(separator: ", ") }
        return """
            on conflict (\(key)) do update set \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            where (\(all("kept"))) is distinct from (\(all("excluded")))
            """
    }
}

private struct Answered {
    let id: FamilyHash
    let previous: FamilyHash?
    let rt: String
    let status: FamilyStatus
    let answers: PackedAnswers

    init(_ row: inout Row) throws {
        let (family, previous): ([UInt8], [UInt8]?) = (try row.next(), try row.next())
        rt = try row.next()
        (status, answers) = try row.answered()
        guard let id = FamilyHash(bytes: family) else {
            throw UnexpectedContent(what: "family", found: "status \(status)")
        }
        self.id = id
        self.previous = previous.flatMap(FamilyHash.init(bytes:))
    }
}
