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
        let statement: Statement = """
            select b.good, b.eligible, b.families_missing, b.families_not_applicable,
                a.good, a.eligible, a.families_missing, a.families_not_applicable
            from survey_round br
            join survey_round ar on ar.kabupaten_code = br.kabupaten_code and ar.lokus_id = br.lokus_id
            join indicator_result b on b.kabupaten_code = br.kabupaten_code and b.round_id = br.id
            join indicator_result a on a.kabupaten_code = ar.kabupaten_code and a.round_id = ar.id
                and a.position = b.position
            where br.lokus_id = \(lokus.uuid) and br.purpose = \(before.rawValue) and ar.purpose = \(after.rawValue)
            order by b.position
            """
        return statement.rows { row in (before: try Self.tally(&row), after: try Self.tally(&row)) }
    }

    var dimensions: Query<[(before: ShownValue?, after: ShownValue?)]> {
        let statement: Statement = """
            select b.value::text, a.value::text
            from survey_round br
            join survey_round ar on ar.kabupaten_code = br.kabupaten_code and ar.lokus_id = br.lokus_id
            join dimension_result b on b.kabupaten_code = br.kabupaten_code and b.round_id = br.id
            join dimension_result a on a.kabupaten_code = ar.kabupaten_code and a.round_id = ar.id
                and a.position = b.position
            where br.lokus_id = \(lokus.uuid) and br.purpose = \(before.rawValue) and ar.purpose = \(after.rawValue)
            order by b.position
            """
        return statement.rows { row in (before: try row.shown(), after: try row.shown()) }
    }

    private static func tally(_ row: inout Row) throws -> IndicatorTally {
        let (good, eligible) = (try row.count(), try row.count())
        let (missing, notApplicable) = (try row.count(), try row.count())
        guard
            let tally = IndicatorTally(
                good: good, eligible: eligible, familiesMissing: missing, familiesNotApplicable: notApplicable)
        else { throw UnexpectedContent(what: "tally", found: "\(good)/\(eligible)") }
        return tally
    }
}
