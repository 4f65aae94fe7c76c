internal import LibPQ
internal import Measurement
internal import Planning

/// What is kept of closed rounds, read back; `r` is the round.
enum EvidenceQueries {
    static let columns = """
        r.id, r.design, r.families_complete + r.families_partial, r.families_represented, e.units, e.families,
        e.is_uniform, e.covariance
        """
    static let joins = "join round_evidence e on e.kabupaten_code = r.kabupaten_code and e.round_id = r.id"

    static func one(_ id: SurveyRound.ID) -> Query<RoundEvidence?> {
        let statement: Statement = """
            select \(unescaped: columns) from survey_round r \(unescaped: joins) where r.id = \(id.uuid)
            """
        return statement.first { row in try kept(&row).evidence }
    }

    static func one(of lokus: Lokus.ID, purpose: SurveyRound.Purpose) -> Query<RoundEvidence?> {
        let statement: Statement = """
            select \(unescaped: columns) from survey_round r \(unescaped: joins)
            where r.lokus_id = \(lokus.uuid) and r.purpose = \(purpose.rawValue)
            """
        return statement.first { row in try kept(&row).evidence }
    }

    static let kept: @Sendable (inout Row) throws -> (round: SurveyRound.ID, evidence: RoundEvidence) = { row in
        (round: try row.id(), evidence: try RoundEvidence(&row))
    }
}

extension RoundEvidence {
    fileprivate init(_ row: inout Row) throws {
        let design: SurveyDesign = try row.word()
        let (counted, represented, units) = (try row.count(), try row.count(), try row.count())
        let (families, uniform): ([Int32], [Bool]) = (try row.next(), try row.next())
        let covariance: [Double] = try row.next()
        try self.init(
            design: design, counted: counted, represented: represented, units: units,
            indicators: zip(families, uniform).map { Indicator(families: Int($0), isUniform: $1) },
            covariance: SymmetricMatrix(order: families.count, packed: covariance))
    }
}

/// What is kept of a pair, with the round that stands first in it.
struct KeptPair {
    let before: SurveyRound.ID
    let evidence: PairEvidence

    static let columns =
        "p.before_round_id, p.families_in_either, p.families_in_both, p.units, p.covariance, p.cells"

    init(_ row: inout Row) throws {
        before = try row.id()
        let (union, matched, units) = (try row.count(), try row.count(), try row.count())
        let (covariance, counts): ([Double]?, [Int32?]) = (try row.next(), try row.next())
        let cells = stride(from: 0, to: counts.count, by: 4).map { start -> PairedCells? in
            let four = counts[start..<start + 4].compactMap { $0.map(Int.init) }
            guard four.count == 4 else { return nil }
            return PairedCells(both: four[0], afterOnly: four[1], beforeOnly: four[2], neither: four[3])
        }
        evidence = try PairEvidence(
            union: union, matched: matched, units: units,
            covariance: try covariance.map { try SymmetricMatrix(order: 2 * cells.count, packed: $0) }, cells: cells)
    }

    /// As evidence of a comparison that begins with this round.
    func evidence(from round: SurveyRound.ID) throws -> PairEvidence {
        before == round ? evidence : try evidence.swapped
    }
}
