internal import LibPQ
internal import Measurement
internal import Planning

/// Writes what was announced of one round, and the result of one without families.
struct ResultWriting {
    let round: SurveyRound.ID
    let lokus: Lokus.ID
    let kabupaten: String
    let importID: ResultReceipt.ID

    func make(_ framework: Framework.ID, _ purpose: SurveyRound.Purpose) -> Query<Void> {
        let statement: Statement = """
            insert into survey_round (kabupaten_code, id, lokus_id, framework_code, framework_version, purpose, design)
            values (\(kabupaten), \(round.uuid), \(lokus.uuid), \(framework.code), \(Int32(framework.version)),
                \(purpose.rawValue), 'census')
            """
        return statement.void
    }

    func put(_ figures: [PublishedFigure]) -> Query<Void> {
        let statement: Statement = """
            insert into published_figure (kabupaten_code, round_id, level, position, value, good, eligible, source,
                published_on, import_id)
            select \(kabupaten), \(round.uuid), level, position, value::numeric, good, eligible, source, published_on,
                \(importID.uuid)
            from unnest(\(figures.map(\.subject.level)), \(figures.map { Int16(clamping: $0.subject.position) }),
                \(figures.map { $0.figure.value?.description }),
                \(figures.map { $0.figure.totals.map { Int32(clamping: $0.good) } }),
                \(figures.map { $0.figure.totals.map { Int32(clamping: $0.eligible) } }),
                \(figures.map(\.source)), \(figures.map { $0.publishedOn.map { PostgresDate($0) } }))
                figure (level, position, value, good, eligible, source, published_on)
            on conflict (kabupaten_code, round_id, level, position) do update
            set value = excluded.value, good = excluded.good, eligible = excluded.eligible, source = excluded.source,
                published_on = excluded.published_on, import_id = excluded.import_id
            """
        return statement.void
    }

    var clearIndicators: Query<Void> {
        let statement: Statement = """
            delete from indicator_result where kabupaten_code = \(kabupaten) and round_id = \(round.uuid)
            """
        return statement.void
    }

    var clearDimensions: Query<Void> {
        let statement: Statement = """
            delete from dimension_result where kabupaten_code = \(kabupaten) and round_id = \(round.uuid)
            """
        return statement.void
    }

    /// The first time it says when; a correction leaves that as it is.
    func close(_ announced: AnnouncedRound, as basis: SurveyRound.Basis) -> Query<Void> {
        let statement: Statement = """
            update survey_round set state = 'closed', closed_at = coalesce(closed_at, now()),
                basis = \(basis.rawValue), indicators_used = \(Int16(clamping: announced.indicatorsUsed)),
                weak_count = \(announced.weakCount.map { Int16(clamping: $0) }),
                ikk = \(announced.scores.ikk?.description)::text::numeric, category = \(announced.category?.code)
            where kabupaten_code = \(kabupaten) and id = \(round.uuid)
            """
        return statement.void
    }

    /// Where totals count families, those on either side are known, and with them what may be shown to everybody.
    func putIndicators(_ announced: AnnouncedRound, _ framework: Framework) -> Query<Void> {
        let known = announced.tallies.map { $0.isKnown ? $0 : nil }
        let families = zip(framework.indicators, known).map { indicator, tally in
            announced.isOfTotals && indicator.isProportionOfFamilies ? tally : nil
        }
        let statement: Statement = """
            insert into indicator_result (kabupaten_code, round_id, position, good, eligible, families_good,
                families_not_good)
            select \(kabupaten), \(round.uuid), ordinality - 1, good, eligible, families_good, families_not_good
            from unnest(\(known.map { $0.map { Int32(clamping: $0.good) } }),
                \(known.map { $0.map { Int32(clamping: $0.eligible) } }),
                \(families.map { $0.map { Int32(clamping: $0.good) } }),
                \(families.map { $0.map { Int32(clamping: $0.eligible - $0.good) } }))
                with ordinality as tally (good, eligible, families_good, families_not_good, ordinality)
            """
        return statement.void
    }

    func putDimensions(_ announced: AnnouncedRound) -> Query<Void> {
        let statement: Statement = """
            insert into dimension_result (kabupaten_code, round_id, position, value)
            select \(kabupaten), \(round.uuid), ordinality - 1, value::numeric
            from unnest(\(announced.scores.dimensions.map { $0?.description })) with ordinality as shown (value, ordinality)
            """
        return statement.void
    }
}
