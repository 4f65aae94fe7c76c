internal import Measurement
internal import Planning

/// What is kept of the rounds of a year, and of what their plans declared.
struct KeptRounds {
    /// Of the later rounds.
    let purpose: SurveyRound.Purpose
    let tallies: [SurveyRound.ID: [IndicatorTally]]
    let evidence: [SurveyRound.ID: RoundEvidence]
    /// By either round.
    let panels: [SurveyRound.ID: KeptPair]
    let targets: [Lokus.ID: DeclaredTargets]
    /// Dimensions of rounds without families.
    let announced: [SurveyRound.ID: [ShownValue?]]
    var schemes: [Framework.ID: ScoringScheme] = [:]
    var bridges: [YearQueries.Versions: FrameworkBridge] = [:]

    init(
        purpose: SurveyRound.Purpose, tallies: [(round: SurveyRound.ID, tallies: [IndicatorTally])],
        evidence: [(round: SurveyRound.ID, evidence: RoundEvidence)], panels: [KeptPair],
        targets: [(lokus: Lokus.ID, declared: DeclaredTargets)],
        announced: [(round: SurveyRound.ID, values: [ShownValue?])]
    ) {
        self.purpose = purpose
        self.targets = Dictionary(targets.map { ($0.lokus, $0.declared) }) { first, _ in first }
        self.tallies = Dictionary(tallies.map { ($0.round, $0.tallies) }) { first, _ in first }
        self.evidence = Dictionary(evidence.map { ($0.round, $0.evidence) }) { first, _ in first }
        self.panels = Dictionary(panels.map { ($0.before, $0) }) { first, _ in first }
        self.announced = Dictionary(announced.map { ($0.round, $0.values) }) { first, _ in first }
    }

    /// The two rounds of a lokus, ready for whatever is asked about their change.
    struct Compared {
        let pair: RoundPair
        let isBridged: Bool
        /// What the plan calls the indicators; none where it has nothing in common with them, nil without a plan.
        let plannedCodes: [String]?
    }

    func compared(_ rounds: YearQueries.Pair) throws -> Result<Compared, YearComparison.Obstacle> {
        guard let before = rounds.before, let after = rounds.after else {
            return .failure(
                rounds.before != nil ? .afterMissing : rounds.after != nil ? .beforeMissing : .bothMissing)
        }
        guard let earlier = side(before), let later = side(after) else { return .failure(.noEvidence) }
        let panel = try (panels[before.id] ?? panels[after.id])?.evidence(from: before.id)
        if before.framework == after.framework, let scheme = schemes[before.framework] {
            return .success(
                Compared(
                    pair: try RoundPair(scheme: scheme, before: earlier, after: later, panel: panel),
                    isBridged: false, plannedCodes: plannedCodes(of: rounds.lokus, by: scheme)))
        }
        guard let bridge = rounds.versions.flatMap({ bridges[$0] }) else { return .failure(.differentFrameworks) }
        return .success(
            Compared(
                pair: try bridge.pair(before: earlier, after: later, panel: panel), isBridged: true,
                plannedCodes: plannedCodes(of: rounds.lokus, by: bridge.scheme, over: bridge)))
    }

    /// Those of other lokus than `own` that can be compared by the same framework.
    func others(
        than own: Lokus.ID, by scheme: ScoringScheme, of all: [YearQueries.Pair]
    ) throws -> [(lokus: Lokus.ID, compared: Compared)] {
        try all.filter { $0.lokus != own }.compactMap { rounds in
            guard case .success(let compared) = try compared(rounds), compared.pair.scheme == scheme else { return nil }
            return (rounds.lokus, compared)
        }
    }

    private func plannedCodes(
        of lokus: Lokus.ID, by scheme: ScoringScheme, over bridge: FrameworkBridge? = nil
    ) -> [String]? {
        guard let declared = targets[lokus] else { return nil }
        if let codes = declared.codes(by: scheme, over: bridge) { return codes }
        let versions = YearQueries.Versions(before: declared.framework, after: scheme.framework.id)
        return bridges[versions]?.codes(of: scheme) ?? []
    }

    /// From the framework of the plan of a lokus to that of a comparison of it, where it is neither round's.
    func plannedVersions(_ rounds: YearQueries.Pair) -> YearQueries.Versions? {
        guard let plan = targets[rounds.lokus]?.framework, let before = rounds.before?.framework,
            let after = rounds.after?.framework, plan != before, plan != after
        else { return nil }
        return YearQueries.Versions(before: plan, after: before.version > after.version ? before : after)
    }

    func item(_ rounds: YearQueries.Pair) throws -> YearComparison.Item {
        let (before, after) = (rounds.before, rounds.after)
        switch try compared(rounds) {
        case .failure(let obstacle):
            return YearComparison.Item(
                lokusID: rounds.lokus, place: rounds.place, before: before, after: after, change: nil,
                obstacle: obstacle)
        case .success(let compared):
            let outcome = targets[rounds.lokus].map { declared in
                TargetOutcome(
                    declared.targets, codes: compared.plannedCodes ?? [], by: purpose,
                    index: declared.framework == before?.framework && !compared.isBridged ? after?.ikk : nil,
                    shown: { position in
                        compared.pair.after.tallies[position].shown(
                            digits: compared.pair.scheme.framework.roundingDigits)
                    })
            }
            return YearComparison.Item(
                lokusID: rounds.lokus, place: rounds.place, before: before, after: after,
                change: RoundChange(compared.pair, targets: outcome?.tested ?? []), obstacle: nil,
                isPanel: compared.pair.panel != nil, isBridged: compared.isBridged, targets: outcome)
        }
    }

    private func side(_ round: YearComparison.Round) -> RoundPair.Side? {
        guard let tallies = tallies[round.id] else { return nil }
        return RoundPair.Side(
            tallies: tallies, basis: round.basis, evidence: evidence[round.id],
            shown: ShownScores(dimensions: announced[round.id] ?? [], ikk: round.ikk))
    }
}
