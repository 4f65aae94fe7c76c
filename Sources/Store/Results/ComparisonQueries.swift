internal import LibPQ
internal import Measurement
internal import Planning

/// Two closed rounds of one lokus, by purpose.
struct ComparisonQueries {
    let lokus: Lokus.ID
    let before: SurveyRound.Purpose
    let after: SurveyRound.Purpose

    struct Side {
        let place: Place
        let framework: Framework.ID
        let ikk: ShownValue?
        let side: LokusComparison.Side
    }

    var sides: Query<[Side]> {
        let statement: Statement = """
            select \(unescaped: PlaceSQL.columns), r.framework_code, r.framework_version, r.ikk::text, r.id, r.purpose,
                r.closed_at, r.category, r.weak_count, r.basis, r.families_complete + r.families_partial, r.families_represented
            from survey_round r \(unescaped: RoundQueries.joins)
            where r.lokus_id = \(lokus.uuid) and r.state = 'closed'
                and r.purpose in (\(before.rawValue), \(after.rawValue))
            """
        return statement.rows { row in
            Side(
                place: try Place(&row), framework: Framework.ID(code: try row.next(), version: try row.count()),
                ikk: try row.shown(),
                side: LokusComparison.Side(
                    roundID: try row.id(), purpose: try row.word(), closedAt: try row.moment(),
                    category: try row.next(), weakCount: try row.next(Int16?.self).map(Int.init),
                    basis: try row.word(), familiesCounted: try row.optionalCount(),
                    familiesRepresented: try row.optionalCount()))
        }
    }

    var tallies: Query<[(round: SurveyRound.ID, tallies: [IndicatorTally])]> {
        let statement: Statement = """
            select \(unescaped: TallyQueries.columns) from survey_round r \(unescaped: TallyQueries.joins)
            where r.lokus_id = \(lokus.uuid) and r.purpose in (\(before.rawValue), \(after.rawValue))
            group by r.id
            """
        return statement.rows(TallyQueries.kept)
    }

    var dimensions: Query<[(round: SurveyRound.ID, values: [ShownValue?])]> {
        let statement: Statement = """
            select \(unescaped: DimensionQueries.columns) from survey_round r \(unescaped: DimensionQueries.joins)
            where r.lokus_id = \(lokus.uuid) and r.purpose in (\(before.rawValue), \(after.rawValue))
            group by r.id
            """
        return statement.rows(DimensionQueries.kept)
    }

    var evidence: Query<[(round: SurveyRound.ID, evidence: RoundEvidence)]> {
        let statement: Statement = """
            select \(unescaped: EvidenceQueries.columns) from survey_round r \(unescaped: EvidenceQueries.joins)
            where r.lokus_id = \(lokus.uuid) and r.purpose in (\(before.rawValue), \(after.rawValue))
            """
        return statement.rows(EvidenceQueries.kept)
    }

    /// Kept once for both orders.
    var pair: Query<KeptPair?> {
        let statement: Statement = """
            select \(unescaped: KeptPair.columns)
            from survey_round br
            join survey_round ar on ar.kabupaten_code = br.kabupaten_code and ar.lokus_id = br.lokus_id
            join pair_evidence p on p.kabupaten_code = br.kabupaten_code
                and (p.before_round_id, p.after_round_id) in ((br.id, ar.id), (ar.id, br.id))
            where br.lokus_id = \(lokus.uuid) and br.purpose = \(before.rawValue) and ar.purpose = \(after.rawValue)
            """
        return statement.first { row in try KeptPair(&row) }
    }
}
