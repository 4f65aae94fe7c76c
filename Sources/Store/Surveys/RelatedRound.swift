internal import LibPQ
internal import Measurement
internal import Planning

/// Another closed round of the same families.
struct RelatedRound {
    let id: SurveyRound.ID
    let framework: Framework.ID
    let design: SurveyDesign
    /// Than the one that is being closed.
    let isEarlier: Bool
    let link: PanelLink

    static let columns = """
        o.id, o.framework_code, o.framework_version, o.design, \(isEarlier), o.id = r.panel_of, o.panel_of = r.id
        """

    static let isEarlier = """
        (ol.year, array_position(array['baseline', 'midline', 'resurvey'], o.purpose))
            < (l.year, array_position(array['baseline', 'midline', 'resurvey'], r.purpose))
        """

    /// Closed rounds `o` of `r`'s desa by any version of its framework that use `r`'s family ids, or whose ids it uses, or that
    /// both use those of a third; only those of which there is evidence.
    static let rounds = """
        survey_round r
        join lokus l on l.kabupaten_code = r.kabupaten_code and l.id = r.lokus_id
        join lokus ol on ol.kabupaten_code = l.kabupaten_code and ol.desa_code = l.desa_code
        join survey_round o on o.kabupaten_code = ol.kabupaten_code and o.lokus_id = ol.id and o.id <> r.id
            and o.state = 'closed'
            and o.framework_code = r.framework_code
            and (o.id = r.panel_of or o.panel_of = r.id or o.panel_of = r.panel_of)
        join round_evidence e on e.kabupaten_code = o.kabupaten_code and e.round_id = o.id
        """

    static func of(_ round: SurveyRound) -> Query<[RelatedRound]> {
        let statement: Statement = """
            select \(unescaped: columns) from \(unescaped: rounds)
            where r.kabupaten_code = \(round.place.kabupatenCode) and r.id = \(round.id.uuid)
            order by o.id
            """
        return statement.rows { row in try RelatedRound(&row) }
    }

    private init(_ row: inout Row) throws {
        id = try row.id()
        framework = Framework.ID(code: try row.next(), version: try row.count())
        design = try row.word()
        isEarlier = try row.next()
        let (isNamed, names) = (try row.next(Bool?.self) ?? false, try row.next(Bool?.self) ?? false)
        link =
            if !isNamed && !names {
                .bothNameAThird
            } else {
                // The one that names the other is the later one, or not.
                isNamed == isEarlier ? .afterNamesBefore : .beforeNamesAfter
            }
    }
}
