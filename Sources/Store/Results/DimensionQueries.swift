internal import LibPQ
internal import Measurement
internal import Planning

/// The shown dimensions of several rounds `r`, a row a round; group by `r.id`.
enum DimensionQueries {
    static let columns = "r.id, array_agg(d.value::text order by d.position)"
    static let joins = "join dimension_result d on d.kabupaten_code = r.kabupaten_code and d.round_id = r.id"

    static let kept: @Sendable (inout Row) throws -> (round: SurveyRound.ID, values: [ShownValue?]) = { row in
        (round: try row.id(), values: try row.next([String?].self).map { try $0.map(Row.shown) })
    }
}
