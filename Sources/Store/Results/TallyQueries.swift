internal import LibPQ
internal import Measurement
internal import Planning

/// The tallies of several rounds `r`, a row a round; group by `r.id`.
enum TallyQueries {
    static let columns = """
        r.id, array_agg(s.good order by s.position), array_agg(s.eligible order by s.position),
        array_agg(s.families_missing order by s.position), array_agg(s.families_not_applicable order by s.position)
        """
    static let joins = "join indicator_result s on s.kabupaten_code = r.kabupaten_code and s.round_id = r.id"

    static let kept: @Sendable (inout Row) throws -> (round: SurveyRound.ID, tallies: [IndicatorTally]) = { row in
        let id: SurveyRound.ID = try row.id()
        let (good, eligible): ([Int32?], [Int32?]) = (try row.next(), try row.next())
        let (missing, none): ([Int32?], [Int32?]) = (try row.next(), try row.next())
        guard [eligible, missing, none].allSatisfy({ $0.count == good.count }) else {
            throw UnexpectedContent(what: "tally", found: "\(good.count) positions")
        }
        let tallies = try good.indices.map {
            try Row.tally(good[$0], eligible[$0], missing: missing[$0], notApplicable: none[$0])
        }
        return (round: id, tallies: tallies)
    }
}
