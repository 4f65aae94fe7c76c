internal import LibPQ
internal import Measurement
internal import Planning

/// Keeps what intervals and verdicts of a round need, in the transaction that closes it.
struct EvidenceWriting {
    let round: SurveyRound
    let scheme: ScoringScheme
    let transaction: Transaction

    /// The round's own evidence, and that of its pairs with closed rounds of the same families.
    func keep(_ families: RoundFamilies, represented: Int) async throws {
        let evidence = try RoundEvidence(families: families, design: round.design, represented: represented)
        try await transaction.pipeline(insert(evidence).void)
        let others: [Relative] = try await transaction.pipeline(relatives)
        for other in others {
            let theirs = try await Self.families(of: other.id, scheme: scheme, transaction)
            let pair = try PairEvidence(
                scheme: scheme, before: other.isEarlier ? theirs : families, after: other.isEarlier ? families : theirs,
                designs: other.isEarlier ? (other.design, round.design) : (round.design, other.design),
                link: other.link)
            try await transaction.pipeline(insert(pair, with: other).void)
        }
    }

    /// Reads the families of a round; only what is kept of each stays in memory.
    static func families(
        of id: SurveyRound.ID, scheme: ScoringScheme, _ transaction: Transaction
    ) async throws -> RoundFamilies {
        let statement: Statement = """
            select family, previous_family, rt, status, good, eligible from family_answer where round_id = \(id.uuid)
            """
        var families = RoundFamilies(indicatorCount: scheme.framework.indicators.count)
        _ = try await transaction.read(statement) { row in try Answered(&row) } _: { batch in
            for family in batch {
                try families.add(
                    id: family.id, previous: family.previous, rt: family.rt, status: family.status,
                    answers: family.answers)
            }
        }
        return families
    }

    /// Closed rounds of this desa by the same framework that use this round's family ids, or whose ids it uses, or
    /// that both use those of a third.
    private var relatives: Query<[Relative]> {
        let statement: Statement = """
            select o.id, o.design,
                (ol.year, array_position(array['baseline', 'midline', 'resurvey'], o.purpose))
                    < (l.year, array_position(array['baseline', 'midline', 'resurvey'], r.purpose)),
                o.id = r.panel_of, o.panel_of = r.id
            from survey_round r
            join lokus l on l.kabupaten_code = r.kabupaten_code and l.id = r.lokus_id
            join survey_round o on o.kabupaten_code = r.kabupaten_code and o.id <> r.id and o.state = 'closed'
                and o.framework_code = r.framework_code and o.framework_version = r.framework_version
                and (o.id = r.panel_of or o.panel_of = r.id or o.panel_of = r.panel_of)
            join lokus ol on ol.kabupaten_code = o.kabupaten_code and ol.id = o.lokus_id and ol.desa_code = l.desa_code
            join round_evidence e on e.kabupaten_code = o.kabupaten_code and e.round_id = o.id
            where r.id = \(round.id.uuid)
            order by o.id
            """
        return statement.rows { row in try Relative(&row) }
    }

    private func insert(_ evidence: RoundEvidence) -> Statement {
        """
        insert into round_evidence (kabupaten_code, round_id, units, families, is_uniform, covariance)
        values (\(round.place.kabupatenCode), \(round.id.uuid), \(Int32(clamping: evidence.units)),
            \(evidence.indicators.map { Int32(clamping: $0.families) }), \(evidence.indicators.map(\.isUniform)),
            \(evidence.covariance.packed))
        """
    }

    private func insert(_ pair: PairEvidence, with other: Relative) -> Statement {
        let (before, after) = other.isEarlier ? (other.id, round.id) : (round.id, other.id)
        let cells = pair.cells.flatMap { cells -> [Int32?] in
            guard let cells else { return [nil, nil, nil, nil] }
            return [cells.both, cells.afterOnly, cells.beforeOnly, cells.neither].map { Int32(clamping: $0) }
        }
        return """
            insert into pair_evidence (kabupaten_code, before_round_id, after_round_id, families_in_either,
                families_in_both, units, covariance, cells)
            values (\(round.place.kabupatenCode), \(before.uuid), \(after.uuid), \(Int32(clamping: pair.union)),
                \(Int32(clamping: pair.matched)), \(Int32(clamping: pair.units)), \(pair.covariance?.packed),
                \(cells))
            """
    }
}

/// Another closed round of the same families.
private struct Relative {
    let id: SurveyRound.ID
    let design: SurveyDesign
    /// Than the one that is being closed.
    let isEarlier: Bool
    let link: PanelLink

    init(_ row: inout Row) throws {
        id = try row.id()
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

private struct Answered {
    let id: FamilyHash
    let previous: FamilyHash?
    let rt: String
    let status: FamilyStatus
    let answers: PackedAnswers

    init(_ row: inout Row) throws {
        let (family, previous): ([UInt8], [UInt8]?) = (try row.next(), try row.next())
        rt = try row.next()
        let status = try row.small()
        guard let id = FamilyHash(bytes: family), let known = FamilyStatus(rawValue: status),
            let answers = PackedAnswers(good: try row.next(), eligible: try row.next())
        else { throw UnexpectedContent(what: "family", found: "status \(status)") }
        self.id = id
        self.previous = previous.flatMap(FamilyHash.init(bytes:))
        self.status = known
        self.answers = answers
    }
}
