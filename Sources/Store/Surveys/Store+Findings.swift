internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    /// Who may read the answers of families may read what is odd about them. They are read here, not there.
    package func findings(_ access: Access, round id: SurveyRound.ID) async throws -> RoundFindings {
        let permission = Permission(.read, .familyAnswer)
        return try await write(access, lasting: bulk) { transaction in
            let (_, found, published) = try await transaction.pipeline(
                enter(access, permission.action, permission.resource, isReadOnly: false), RoundQueries.one(id),
                PublishedQueries.one(id))
            guard let found else { throw Refusal.notFound }
            guard found.basis == .families else { throw Refusal.conflict(rule: "round_is_known_by_results_only") }
            let scheme = try await self.scheme(transaction, found.framework)
            let families = try await checked(id, transaction)
            let review = try QualityReview(framework: scheme.framework, families: families)
            let findings = try review.findings(
                days: found.days, previous: try await previous(of: found, transaction),
                earlier: try await earlier(than: found, transaction),
                published: published.byCode(scheme.framework))
            var counts = StatusCounts()
            for family in families { counts[family.status] += 1 }
            try await transaction.pipeline(noting(Deed(.sensitiveRead, permission, of: id.description)))
            return RoundFindings(
                round: found, families: counts,
                findings: Protection.withinVillage.telling(findings, of: families, in: scheme.framework))
        }
    }

    /// The families of the round whose ids this one uses again, where it asked the same questions.
    private func previous(of round: SurveyRound, _ transaction: Transaction) async throws -> [CheckedFamily] {
        guard let panel = round.panelOf else { return [] }
        let earlier = try await transaction.pipeline(RoundQueries.one(panel))
        guard earlier?.framework == round.framework else { return [] }
        return try await checked(panel, transaction)
    }

    /// The tallies of the last closed round of the lokus before this one, where it asked the same questions.
    private func earlier(than round: SurveyRound, _ transaction: Transaction) async throws -> [IndicatorTally] {
        try await transaction.pipeline(
            RoundQueries.tallies(
                ofRound: """
                    select s.good, s.eligible, s.families_missing, s.families_not_applicable
                    from indicator_result s
                    where (s.kabupaten_code, s.round_id) = (
                        select r.kabupaten_code, r.id from survey_round r
                        where r.lokus_id = \(round.lokusID.uuid) and r.id <> \(round.id.uuid) and r.state = 'closed'
                            and r.basis = 'families' and r.framework_code = \(round.framework.code)
                            and r.framework_version = \(Int32(round.framework.version))
                            and (\(round.closedAt == nil) or r.closed_at < (select closed_at from survey_round where id = \(round.id.uuid)))
                        order by r.closed_at desc limit 1)
                    order by s.position
                    """))
    }

    private func checked(_ id: SurveyRound.ID, _ transaction: Transaction) async throws -> [CheckedFamily] {
        let statement: Statement = """
            select family, previous_family, rt, enumerator, interviewed_on, status, good, eligible from family_answer
            where round_id = \(id.uuid) order by family
            """
        var families: [CheckedFamily] = []
        _ = try await transaction.read(statement) { row in
            try CheckedFamily(&row)
        } _: {
            families += $0
        }
        return families
    }
}

extension SurveyRound {
    /// When it took place, as far as that is stated; nil where neither day is.
    fileprivate var days: ClosedRange<Int>? {
        let (from, until) = (surveyedFrom?.daysSince2000, surveyedUntil?.daysSince2000)
        guard from != nil || until != nil else { return nil }
        return (from ?? .min)...(until ?? .max)
    }
}

extension CheckedFamily {
    fileprivate init(_ row: inout Row) throws {
        let (id, previous): ([UInt8], [UInt8]?) = (try row.next(), try row.next())
        let (rt, enumerator): (String, String?) = (try row.next(), try row.next())
        let day = try row.optionalDay()
        let (status, answers) = try row.answered()
        self.init(
            id: FamilyHash(bytes: id), previous: previous.flatMap { FamilyHash(bytes: $0) }, rt: rt,
            enumerator: enumerator, day: day?.daysSince2000, status: status, answers: answers)
    }
}
