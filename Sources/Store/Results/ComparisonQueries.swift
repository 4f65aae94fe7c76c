internal import LibPQ
internal import Measurement
internal import Planning

/// Two closed rounds of one lokus, by purpose: heads, tallies side by side, dimension values side by side.
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
                r.closed_at, r.category, r.weak_count, r.families_complete + r.families_partial, r.families_represented
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
                    category: try row.next(), weakCount: try row.small(), familiesCounted: try row.count(),
                    familiesRepresented: try row.count()))
        }
    }

    var tallies: Query<[(before: IndicatorTally, after: IndicatorTally)]> {
        let columns = ["good", "eligible", "families_missing", "families_not_applicable"]
        let statement = sideBySide(table: "indicator_result", columns: columns)
        return statement.rows { row in (before: try row.tally(), after: try row.tally()) }
    }

    var dimensions: Query<[(before: ShownValue?, after: ShownValue?)]> {
        sideBySide(table: "dimension_result", columns: ["value::text"]).rows { row in
            (before: try row.shown(), after: try row.shown())
        }
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

    /// The columns of the earlier round's results, then those of the later one's, a row a position.
    private func sideBySide(table: String, columns: [String]) -> Statement {
        let (earlier, later) = (before.rawValue, after.rawValue)
        func side(_ alias: String) -> String { columns.map { "\(alias).\($0)" }.joined(separator: ", ") }
        return """
            select \(unescaped: side("b")), \(unescaped: side("a"))
            from survey_round br
            join survey_round ar on ar.kabupaten_code = br.kabupaten_code and ar.lokus_id = br.lokus_id
            join \(unescaped: table) b on b.kabupaten_code = br.kabupaten_code and b.round_id = br.id
            join \(unescaped: table) a on a.kabupaten_code = ar.kabupaten_code and a.round_id = ar.id
                and a.position = b.position
            where br.lokus_id = \(lokus.uuid) and br.purpose = \(earlier) and ar.purpose = \(later)
            order by b.position
            """
    }
}
