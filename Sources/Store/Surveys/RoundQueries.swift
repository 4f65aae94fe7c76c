internal import LibPQ
internal import Measurement
internal import Planning

/// How survey rounds are read; `r` is the round, `l` its lokus.
enum RoundQueries {
    static let columns = """
        r.id, r.lokus_id, \(PlaceSQL.columns), r.framework_code, r.framework_version, r.purpose, r.basis, r.design,
        r.families_in_village, r.panel_of, r.surveyed_from, r.surveyed_until, r.closed_at,
        r.families_complete, r.families_partial, r.families_no_respondent, r.families_refused, r.families_moved,
        r.families_represented, r.indicators_used, r.weak_count, r.ikk::text, r.category,
        r.version, r.created_at, r.updated_at
        """
    static let joins = """
        join lokus l on l.kabupaten_code = r.kabupaten_code and l.id = r.lokus_id
        \(PlaceSQL.joins)
        """

    static let round: @Sendable (inout Row) throws -> SurveyRound = { row in
        let id = try row.id(SurveyRound.ID.self)
        let lokusID = try row.id(Lokus.ID.self)
        let place = try Place(&row)
        let framework = Framework.ID(code: try row.next(), version: try row.count())
        let purpose: SurveyRound.Purpose = try row.word()
        let basis: SurveyRound.Basis = try row.word()
        let design: SurveyRound.Design = try row.word()
        let familiesInVillage = try row.next(Int32?.self).map(Int.init)
        let panelOf: SurveyRound.ID? = try row.optionalID()
        let from = try row.optionalDay()
        let until = try row.optionalDay()
        let closedAt = try row.optionalMoment()
        return SurveyRound(
            id: id, lokusID: lokusID, place: place, framework: framework, purpose: purpose, basis: basis,
            design: design, familiesInVillage: familiesInVillage, panelOf: panelOf, surveyedFrom: from,
            surveyedUntil: until, closedAt: closedAt, imports: [],
            result: try result(&row, of: basis, isClosed: closedAt != nil),
            stamp: try row.stamp())
    }

    private static func result(_ row: inout Row, of basis: SurveyRound.Basis, isClosed: Bool) throws -> SurveyRound
        .Result?
    {
        var families = StatusCounts()
        for status in FamilyStatus.allCases { families[status] = Int(try row.next(Int32?.self) ?? 0) }
        let represented = try row.next(Int32?.self).map(Int.init)
        let used = try row.next(Int16?.self) ?? 0
        let weak = try row.next(Int16?.self).map(Int.init)
        let ikk = try row.shown()
        let category: String? = try row.next()
        guard isClosed else { return nil }
        return SurveyRound.Result(
            families: basis == .families ? families : nil, familiesRepresented: represented,
            indicatorsUsed: Int(used), weakCount: weak, ikk: ikk, category: category)
    }

    static func one(_ id: SurveyRound.ID) -> Query<SurveyRound?> {
        let statement: Statement = """
            select \(unescaped: columns) from survey_round r \(unescaped: joins) where r.id = \(id.uuid)
            """
        return statement.first(round)
    }

    static func one(of lokus: Lokus.ID, purpose: SurveyRound.Purpose) -> Query<SurveyRound?> {
        let statement: Statement = """
            select \(unescaped: columns) from survey_round r \(unescaped: joins)
            where r.lokus_id = \(lokus.uuid) and r.purpose = \(purpose.rawValue)
            """
        return statement.first(round)
    }

    /// The tallies of the round that `round` selects (its id), in framework order.
    static func tallies(ofRound statement: Statement) -> Query<[IndicatorTally]> {
        statement.rows { row in try row.tally() }
    }

    static func tallies(_ id: SurveyRound.ID) -> Query<[IndicatorTally]> {
        tallies(
            ofRound: """
                select good, eligible, families_missing, families_not_applicable from indicator_result
                where round_id = \(id.uuid) order by position
                """)
    }

    static func tallies(of lokus: Lokus.ID, purpose: SurveyRound.Purpose) -> Query<[IndicatorTally]> {
        tallies(
            ofRound: """
                select s.good, s.eligible, s.families_missing, s.families_not_applicable
                from survey_round r \(unescaped: TallyQueries.joins)
                where r.lokus_id = \(lokus.uuid) and r.purpose = \(purpose.rawValue) order by s.position
                """)
    }

    static func dimensions(of lokus: Lokus.ID, purpose: SurveyRound.Purpose) -> Query<[ShownValue?]> {
        let statement: Statement = """
            select d.value::text from survey_round r \(unescaped: DimensionQueries.joins)
            where r.lokus_id = \(lokus.uuid) and r.purpose = \(purpose.rawValue) order by d.position
            """
        return statement.rows { row in try row.shown() }
    }

    static func dimensions(_ id: SurveyRound.ID) -> Query<[ShownValue?]> {
        let statement: Statement = """
            select value::text from dimension_result where round_id = \(id.uuid) order by position
            """
        return statement.rows { row in try row.shown() }
    }

    static func receipts(_ id: SurveyRound.ID) -> Query<[SurveyReceipt]> {
        let statement: Statement = """
            \(unescaped: receipts) where i.round_id = \(id.uuid) order by i.imported_at, i.id
            """
        return statement.rows(receipt)
    }

    static func receipt(_ id: SurveyReceipt.ID) -> Query<SurveyReceipt?> {
        let statement: Statement = "\(unescaped: receipts) where i.id = \(id.uuid)"
        return statement.first(receipt)
    }

    private static let receipts = """
        select i.id, i.round_id, r.purpose, i.file_name, i.file_sha256, i.rows_read, i.rows_added, i.rows_changed,
            i.rows_same, i.rows_ignored, i.rows_removed, i.imported_at,
            i.families_missing, i.families_in_round, i.rows_by_status
        from survey_import i
        join survey_round r on r.kabupaten_code = i.kabupaten_code and r.id = i.round_id
        """

    private static let receipt: @Sendable (inout Row) throws -> SurveyReceipt = { row in
        SurveyReceipt(
            id: try row.id(), roundID: try row.id(), purpose: try row.word(), fileName: try row.next(),
            fileSHA256: try row.next(), rowsRead: try row.count(), added: try row.count(), changed: try row.count(),
            same: try row.count(), ignored: try row.count(),
            removed: try row.count(), importedAt: try row.moment(), outcome: try outcome(&row))
    }

    /// Nil of an import before outcomes were kept.
    private static func outcome(_ row: inout Row) throws -> SurveyReceipt.Outcome? {
        let (missing, inRound) = (try row.next(Int32?.self), try row.next(Int32?.self))
        let rows: [Int64]? = try row.next()
        guard let missing, let inRound, let rows else { return nil }
        var byStatus = StatusCounts()
        for (status, count) in zip(FamilyStatus.allCases, rows) { byStatus[status] = Int(count) }
        return SurveyReceipt.Outcome(
            isDryRun: false, madeRound: false, missingFromFile: Int(missing), familiesInRound: Int(inRound),
            byStatus: byStatus)
    }
}

extension RoundQueries {
    static let list = ListSource<SurveyRoundField, SurveyRound>(
        resource: .surveyRound, rows: "survey_round r", alias: "r", columns: columns, joins: joins,
        links: [.lokus: "r.lokus_id"],
        fields: { field in
            switch field {
            case .desaCode, .year: .ofLokus(field, of: "r")
            case .surveyedFrom, .surveyedUntil, .closedAt, .weakCount, .ikk, .category:
                .nullable("r.\(field.rawValue)")
            case .id, .lokusID, .kabupatenCode, .purpose, .design, .state, .createdAt, .updatedAt:
                .column("r.\(field.rawValue)")
            }
        }, decode: round)
}

extension SurveyRound {
    /// The same round with what only its single resource shows.
    func detailed(imports: [SurveyReceipt], dimensions: [ShownValue?], tallies: [IndicatorTally]) -> SurveyRound {
        SurveyRound(
            id: id, lokusID: lokusID, place: place, framework: framework, purpose: purpose, basis: basis,
            design: design, familiesInVillage: familiesInVillage, panelOf: panelOf, surveyedFrom: surveyedFrom,
            surveyedUntil: surveyedUntil, closedAt: closedAt, imports: imports,
            result: result.map {
                Result(
                    families: $0.families, familiesRepresented: $0.familiesRepresented,
                    indicatorsUsed: $0.indicatorsUsed, weakCount: $0.weakCount, ikk: $0.ikk, category: $0.category,
                    dimensions: dimensions, tallies: tallies)
            }, stamp: stamp)
    }
}
