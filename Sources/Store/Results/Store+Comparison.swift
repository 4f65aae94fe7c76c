internal import LibPQ
internal import Measurement
package import Planning

extension Store {
    package func comparison(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> LokusComparison {
        let queries = ComparisonQueries(lokus: lokus, before: before, after: after)
        let (_, sides, tallies, dimensions, evidence, pair, planned, declared) = try await run(
            enter(access, .read, .surveyRound), queries.sides, queries.tallies, queries.dimensions, queries.evidence,
            queries.pair, PlannedQueries.ofLokus(lokus), TargetQueries.ofLokus(lokus))
        guard let earlier = sides.first(where: { $0.side.purpose == before }),
            let later = sides.first(where: { $0.side.purpose == after })
        else { throw try await whyNotCompared(access, lokus, before, after) }
        func kept(_ found: ComparisonQueries.Side) throws -> KeptSide {
            let id = found.side.roundID
            let dimensions = dimensions.first { $0.round == id }?.values ?? []
            guard
                let pair = RoundPair.Side(
                    tallies: tallies.first { $0.round == id }?.tallies ?? [], basis: found.side.basis,
                    evidence: evidence.first { $0.round == id }?.evidence,
                    shown: ShownScores(dimensions: dimensions, ikk: found.ikk))
            else { throw Refusal.conflict(rule: "round_has_no_evidence") }
            return KeptSide(found: found, dimensions: dimensions, pair: pair)
        }
        let kept = KeptComparison(
            lokus: lokus, before: try kept(earlier), after: try kept(later),
            panel: try pair?.evidence(from: earlier.side.roundID), planned: planned, declared: declared)
        let areAnnounced = earlier.side.basis != .families || later.side.basis != .families
        guard earlier.framework != later.framework else {
            let scheme = try await scheme(access, earlier.framework)
            let codes = try await plannedCodes(access, declared, by: scheme)
            return try settled(areAnnounced) { try kept.comparison(by: scheme, codes) }
        }
        guard let bridge = try await bridge(access, from: earlier.framework, to: later.framework) else {
            throw Refusal.conflict(rule: "rounds_use_different_frameworks")
        }
        let codes = try await plannedCodes(access, declared, by: bridge.scheme, over: bridge)
        return try settled(areAnnounced) { try kept.comparison(over: bridge, codes) }
    }

    /// What a plan calls the indicators of a comparison; none where its framework has nothing in common with it.
    private func plannedCodes(
        _ access: Access, _ declared: DeclaredTargets?, by scheme: ScoringScheme, over bridge: FrameworkBridge? = nil
    ) async throws -> [String] {
        guard let declared else { return [] }
        if let codes = declared.codes(by: scheme, over: bridge) { return codes }
        let own = try await self.bridge(access, from: declared.framework, to: scheme.framework.id)
        return own?.codes(of: scheme) ?? []
    }

    /// Why there are not two results is worth a second question only now.
    private func whyNotCompared(
        _ access: Access, _ lokus: Lokus.ID, _ before: SurveyRound.Purpose, _ after: SurveyRound.Purpose
    ) async throws -> Refusal {
        let (_, known, first, second) = try await run(
            enter(access, .read, .surveyRound), lokusExists(lokus), RoundQueries.one(of: lokus, purpose: before),
            RoundQueries.one(of: lokus, purpose: after))
        guard known else { return .notFound }
        return .roundsNotClosed(
            [first.fault(in: "before", before), second.fault(in: "after", after)].compactMap { $0 })
    }
}

/// One round of a comparison, as it was closed.
private struct KeptSide {
    let found: ComparisonQueries.Side
    let dimensions: [ShownValue?]
    let pair: RoundPair.Side
}

private struct KeptComparison {
    let lokus: Lokus.ID
    let before: KeptSide
    let after: KeptSide
    let panel: PairEvidence?
    let planned: [PlannedIntervention]
    /// Nil without a plan.
    let declared: DeclaredTargets?

    func comparison(by scheme: ScoringScheme, _ plannedCodes: [String]) throws -> LokusComparison {
        try LokusComparison(
            lokusID: lokus, place: before.found.place, scheme: scheme, before: before.found.side,
            after: after.found.side,
            rounds: RoundComparison(
                scheme: scheme, before: before.pair.tallies, after: after.pair.tallies,
                shownBefore: ShownScores(dimensions: before.dimensions, ikk: before.found.ikk),
                shownAfter: ShownScores(dimensions: after.dimensions, ikk: after.found.ikk),
                areAnnounced: (before.pair.announced != nil, after.pair.announced != nil)),
            pair: RoundPair(scheme: scheme, before: before.pair, after: after.pair, panel: panel),
            interventions: planned, targets: declared?.targets ?? .none, plannedCodes: plannedCodes,
            isPlannedIndex: declared?.framework == scheme.framework.id)
    }

    /// Both rounds are scored anew, over the indicators that their versions have in common.
    func comparison(over bridge: FrameworkBridge, _ plannedCodes: [String]) throws -> LokusComparison {
        let pair = try bridge.pair(before: before.pair, after: after.pair, panel: panel)
        let earlier = try BridgedScore(pair.before, by: bridge.scheme)
        let later = try BridgedScore(pair.after, by: bridge.scheme)
        return try LokusComparison(
            lokusID: lokus, place: before.found.place, scheme: bridge.scheme,
            before: before.found.side.scored(earlier), after: after.found.side.scored(later),
            rounds: RoundComparison(
                scheme: bridge.scheme, before: pair.before.tallies, after: pair.after.tallies,
                shownBefore: earlier.shown, shownAfter: later.shown,
                areAnnounced: (pair.before.announced != nil, pair.after.announced != nil)),
            pair: pair, interventions: planned,
            bridged: LokusComparison.Bridged(
                before: before.found.closed(bridge.before), after: after.found.closed(bridge.after)),
            targets: declared?.targets ?? .none, plannedCodes: plannedCodes)
    }
}

extension ComparisonQueries.Side {
    fileprivate func closed(_ part: FrameworkBridge.Part) -> LokusComparison.Bridged.Side {
        LokusComparison.Bridged.Side(
            version: part.version, ikk: ikk, category: side.category, weakCount: side.weakCount, leftOut: part.leftOut)
    }
}

/// A round over what two versions have in common.
private struct BridgedScore {
    let shown: ShownScores
    let category: String?
    let weakCount: Int?

    init(_ side: RoundPair.Side, by scheme: ScoringScheme) throws {
        let score = try RoundScore(scheme: scheme, indicators: side.tallies)
        shown = side.announced ?? score.shown
        category = shown.ikk.flatMap(scheme.category)?.code
        weakCount = side.announced != nil && score.indicatorsUsed == 0 ? nil : score.weakIndicators.count
    }
}

extension LokusComparison.Side {
    fileprivate func scored(_ score: BridgedScore) -> LokusComparison.Side {
        LokusComparison.Side(
            roundID: roundID, purpose: purpose, closedAt: closedAt, category: score.category,
            weakCount: score.weakCount, basis: basis, familiesCounted: familiesCounted,
            familiesRepresented: familiesRepresented)
    }
}

extension SurveyRound? {
    /// Nil for a round that has results.
    func fault(in parameter: String, _ purpose: SurveyRound.Purpose) -> DraftFault? {
        switch self?.state {
        case .closed: nil
        case .open: DraftFault(pointer: parameter, code: .roundOpen, value: purpose.rawValue)
        case nil: DraftFault(pointer: parameter, code: .roundMissing, value: purpose.rawValue)
        }
    }
}
