internal import LibPQ
internal import Measurement
internal import Planning

/// Closed rounds of all lokus of a year, by two purposes.
struct YearQueries {
    let year: Int
    let before: SurveyRound.Purpose
    let after: SurveyRound.Purpose
    /// Nil for every kabupaten that the caller may see.
    let kabupaten: String?

    /// Each costs about 25 kB of what is kept of its rounds; a year has one lokus a kabupaten.
    static let mostLokus = 200

    struct Found {
        let lokus: Lokus.ID
        let place: Place
        /// Nil where the lokus has no round of the two purposes.
        let purpose: SurveyRound.Purpose?
        let round: YearComparison.Round?
    }

    /// The two rounds of one lokus, as far as it has them.
    struct Pair {
        let lokus: Lokus.ID
        let place: Place
        let before: YearComparison.Round?
        let after: YearComparison.Round?

        /// Nil unless the rounds are by two different ones.
        var versions: Versions? {
            guard let before = before?.framework, let after = after?.framework, before != after else { return nil }
            return Versions(before: before, after: after)
        }

        /// From rows in which those of one lokus follow each other.
        static func all(
            _ found: [Found], _ before: SurveyRound.Purpose, _ after: SurveyRound.Purpose
        ) -> [Pair] {
            var pairs: [Pair] = []
            var rest = found[...]
            while let first = rest.first {
                let own = rest.prefix { $0.lokus == first.lokus }
                rest = rest.dropFirst(own.count)
                pairs.append(
                    Pair(
                        lokus: first.lokus, place: first.place, before: own.first { $0.purpose == before }?.round,
                        after: own.first { $0.purpose == after }?.round))
            }
            return pairs
        }
    }

    struct Versions: Hashable {
        let before: Framework.ID
        let after: Framework.ID
    }

    /// A row a round, and one for a lokus without any.
    var lokus: Query<[Found]> {
        let statement: Statement = """
            select l.id, \(unescaped: PlaceSQL.columns), r.purpose, r.id, r.framework_code, r.framework_version,
                r.ikk::text, r.category, r.weak_count, r.basis, r.families_complete + r.families_partial
            from lokus l \(unescaped: PlaceSQL.joins)
            left join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
                and r.state = 'closed' and r.purpose in (\(before.rawValue), \(after.rawValue))
            where l.year = \(Int32(clamping: year))
                and (\(kabupaten)::text is null or l.kabupaten_code = \(kabupaten)::text)
            order by l.kabupaten_code, l.desa_code
            limit \(unescaped: "\(2 * Self.mostLokus + 1)")
            """
        return statement.rows { row in
            let (lokus, place) = (try row.id(Lokus.ID.self), try Place(&row))
            let purpose = try row.next(String?.self).map { try Row.word($0) as SurveyRound.Purpose }
            let id: SurveyRound.ID? = try row.optionalID()
            let (code, version): (String?, Int32?) = (try row.next(), try row.next())
            let ikk = try row.shown()
            let category: String? = try row.next()
            let weak: Int16? = try row.next()
            let basis = try row.next(String?.self).map { try Row.word($0) as SurveyRound.Basis }
            let families: Int32? = try row.next()
            guard let id, let code, let version, let basis else {
                return Found(lokus: lokus, place: place, purpose: nil, round: nil)
            }
            let round = YearComparison.Round(
                id: id, framework: Framework.ID(code: code, version: Int(version)), ikk: ikk, category: category,
                weakCount: weak.map(Int.init), basis: basis, familiesCounted: families.map(Int.init))
            return Found(lokus: lokus, place: place, purpose: purpose, round: round)
        }
    }

    var tallies: Query<[(round: SurveyRound.ID, tallies: [IndicatorTally])]> {
        let statement: Statement = """
            select \(unescaped: TallyQueries.columns)
            from lokus l
            join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
                and r.purpose in (\(before.rawValue), \(after.rawValue))
            \(unescaped: TallyQueries.joins)
            where l.year = \(Int32(clamping: year))
                and (\(kabupaten)::text is null or l.kabupaten_code = \(kabupaten)::text)
            group by r.id
            limit \(unescaped: "\(2 * Self.mostLokus)")
            """
        return statement.rows(TallyQueries.kept)
    }

    /// Of rounds without families alone: those of others follow from their tallies.
    var announced: Query<[(round: SurveyRound.ID, values: [ShownValue?])]> {
        let statement: Statement = """
            select \(unescaped: DimensionQueries.columns)
            from lokus l
            join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
                and r.purpose in (\(before.rawValue), \(after.rawValue)) and r.basis <> 'families'
            \(unescaped: DimensionQueries.joins)
            where l.year = \(Int32(clamping: year))
                and (\(kabupaten)::text is null or l.kabupaten_code = \(kabupaten)::text)
            group by r.id
            limit \(unescaped: "\(2 * Self.mostLokus)")
            """
        return statement.rows(DimensionQueries.kept)
    }

    var evidence: Query<[(round: SurveyRound.ID, evidence: RoundEvidence)]> {
        let statement: Statement = """
            select \(unescaped: EvidenceQueries.columns)
            from lokus l
            join survey_round r on r.kabupaten_code = l.kabupaten_code and r.lokus_id = l.id
                and r.purpose in (\(before.rawValue), \(after.rawValue))
            \(unescaped: EvidenceQueries.joins)
            where l.year = \(Int32(clamping: year))
                and (\(kabupaten)::text is null or l.kabupaten_code = \(kabupaten)::text)
            limit \(unescaped: "\(2 * Self.mostLokus)")
            """
        return statement.rows(EvidenceQueries.kept)
    }

    /// Of the lokus that have a plan.
    var targets: Query<[(lokus: Lokus.ID, declared: DeclaredTargets)]> {
        let statement: Statement = """
            select l.id, \(unescaped: TargetQueries.columns)
            from lokus l
            join action_plan p on p.kabupaten_code = l.kabupaten_code and p.lokus_id = l.id
            where l.year = \(Int32(clamping: year))
                and (\(kabupaten)::text is null or l.kabupaten_code = \(kabupaten)::text)
            limit \(unescaped: "\(Self.mostLokus)")
            """
        return statement.rows { row in (lokus: try row.id(), declared: try TargetQueries.declared(&row)) }
    }

    /// What interventions of each lokus aim at, in whatever state they are.
    var aims: Query<[(Lokus.ID, [String])]> {
        let statement: Statement = """
            select l.id, array_agg(distinct x.indicator_code)
            from lokus l
            join intervention i on i.kabupaten_code = l.kabupaten_code and i.lokus_id = l.id
            join intervention_indicator x on x.kabupaten_code = i.kabupaten_code and x.intervention_id = i.id
            where l.year = \(Int32(clamping: year))
            group by l.id
            limit \(unescaped: "\(Self.mostLokus)")
            """
        return statement.rows { row in (try row.id(), try row.next()) }
    }

    /// By the round that stands first in them.
    var pairs: Query<[KeptPair]> {
        let statement: Statement = """
            select \(unescaped: KeptPair.columns)
            from lokus l
            join survey_round br on br.kabupaten_code = l.kabupaten_code and br.lokus_id = l.id
                and br.purpose in (\(before.rawValue), \(after.rawValue))
            join survey_round ar on ar.kabupaten_code = l.kabupaten_code and ar.lokus_id = l.id
                and ar.purpose in (\(before.rawValue), \(after.rawValue))
            join pair_evidence p on p.kabupaten_code = l.kabupaten_code and p.before_round_id = br.id
                and p.after_round_id = ar.id
            where l.year = \(Int32(clamping: year))
                and (\(kabupaten)::text is null or l.kabupaten_code = \(kabupaten)::text)
            limit \(unescaped: "\(Self.mostLokus)")
            """
        return statement.rows { row in try KeptPair(&row) }
    }
}
