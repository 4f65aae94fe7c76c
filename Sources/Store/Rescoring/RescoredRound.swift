internal import LibPQ
internal import Measurement
internal import Planning

/// A closed round as it is stored, to be held against what its families say today.
struct RescoredRound {
    let round: SurveyRound
    let tallies: [IndicatorTally]
    /// Empty of a round that was closed before they were kept.
    let splits: [FamilySplits.Split?]
    let dimensions: [ShownValue?]

    /// By both columns of the key: the owner's policies name no kabupaten, so that the index would not be used.
    static func head(_ key: Rescoring.Key) -> Query<SurveyRound> {
        let statement: Statement = """
            select \(unescaped: RoundQueries.columns) from survey_round r \(unescaped: RoundQueries.joins)
            where r.kabupaten_code = \(key.kabupaten) and r.id = \(key.round.uuid)
            """
        return statement.one(RoundQueries.round)
    }

    /// The same with its results.
    static func read(_ key: Rescoring.Key, _ transaction: Transaction) async throws -> RescoredRound {
        let tallies: Statement = """
            select good, eligible, families_missing, families_not_applicable from indicator_result
            where kabupaten_code = \(key.kabupaten) and round_id = \(key.round.uuid) order by position
            """
        let splits: Statement = """
            select families_good, families_not_good from indicator_result
            where kabupaten_code = \(key.kabupaten) and round_id = \(key.round.uuid) order by position
            """
        let dimensions: Statement = """
            select value::text from dimension_result
            where kabupaten_code = \(key.kabupaten) and round_id = \(key.round.uuid) order by position
            """
        let (round, counted, sides, shown) = try await transaction.pipeline(
            head(key), RoundQueries.tallies(ofRound: tallies),
            splits.rows { row -> FamilySplits.Split? in
                let (good, notGood) = (try row.next(Int32?.self), try row.next(Int32?.self))
                guard let good, let notGood else { return nil }
                return FamilySplits.Split(good: Int(good), notGood: Int(notGood))
            }, dimensions.rows { row in try row.shown() })
        return RescoredRound(round: round, tallies: counted, splits: sides, dimensions: shown)
    }

    /// Codes of the indicators and dimensions, and names of the figures, that the families do not give.
    func differences(from families: RoundFamilies, represented: Int, scheme: ScoringScheme) throws -> [String] {
        let score = try RoundScore(scheme: scheme, tally: families.tally)
        guard let stored = round.result else { return ["state"] }
        let framework = scheme.framework
        var found: [String] = []
        func compare(_ name: String, _ isSame: Bool) { if !isSame { found.append(name) } }
        compare("ikk", stored.ikk == score.ikk?.shown)
        compare("category", stored.category == score.category?.code)
        compare("weak_count", stored.weakCount == score.weakIndicators.count)
        compare("indicators_used", stored.indicatorsUsed == score.indicatorsUsed)
        compare("families", stored.families == families.tally.families)
        compare("families_represented", stored.familiesRepresented == represented)
        for (position, dimension) in framework.dimensions.enumerated() {
            let isThere = dimensions.indices.contains(position)
            compare(dimension.code, isThere && dimensions[position] == score.dimensions[position]?.shown)
        }
        for (position, indicator) in framework.indicators.enumerated() {
            let isThere = tallies.indices.contains(position)
            let isSame = isThere && tallies[position] == families.tally.indicators[position]
            // Not kept of rounds that were closed long ago.
            let isSplit = !isThere || splits[position].map { $0 == families.splits.indicators[position] } ?? true
            compare(indicator.code, isSame && isSplit)
        }
        return found
    }
}
