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
        announced: [(round: SurveyRound.ID, dimensions: [ShownValue?])]
    ) {
        self.purpose = purpose
        self.targets = Dictionary(targets.map { ($0.lokus, $0.declared) }) { first, _ in first }
        self.tallies = Dictionary(tallies.map { ($0.round, $0.tallies) }) { first, _ in first }
        self.evidence = Dictionary(evidence.map { ($0.round, $0.evidence) }) { first, _ in first }
        self.panels = Dictionary(panels.map { ($0.before, $0) }) { first, _ in first }
        self.announced = Dictionary(announced.map { ($0.round, $0.dimensions) }) { first, _ in first }
    }

    /// The two rounds of a lokus, ready for whatever is asked about their change.
    struct Compared {
        let pair: RoundPair
        let isBridged: Bool
        /// What the plan calls the indicators; none without a plan.
        let plannedCodes: [String]
    }

    func compared(_ rounds: YearQueries.Pair) throws -> Result<Compared, YearComparison.Obstacle> {
        guard let before = rounds.before, let after = rounds.after else {
            return .failure(
                rounds.before != nil ? .afterMissing : rounds.after != nil ? .beforeMissing : .bothMissing)
        }
        guard let earlier = side(before), let later = side(after) else { return .failure(.noEvidence) }
        let panel = try (panels[before.id] ?? panels[after.id])?.evidence(from: before.id)
        let declared = targets[rounds.lokus]
        if before.framework == after.framework, let scheme = schemes[before.framework] {
            return .success(
                Compared(
                    pair: try RoundPair(scheme: scheme, before: earlier, after: later, panel: panel),
                    isBridged: false, plannedCodes: declared?.codes(by: scheme) ?? []))
        }
        guard let bridge = rounds.versions.flatMap({ bridges[$0] }) else { return .failure(.differentFrameworks) }
        return .success(
            Compared(
                pair: try bridge.pair(before: earlier, after: later, panel: panel), isBridged: true,
                plannedCodes: declared?.codes(over: bridge) ?? []))
    }

    func item(_ rounds: YearQueries.Pair) throws -> YearComparison.Item {
        let (before, after) = (rounds.before, rounds.after)
        switch try compared(rounds) {
        case .failure(let obstacle):
            return YearComparison.Item(
                lokusID: rounds.lokus, place: rounds.place, before: before, after: after, change: nil,
                obstacle: obstacle)
        case .success(let compared):
            let declared = targets[rounds.lokus]?.targets
            let aims = declared?.byPosition(compared.plannedCodes) ?? [:]
            return YearComparison.Item(
                lokusID: rounds.lokus, place: rounds.place, before: before, after: after,
                change: RoundChange(compared.pair, targets: purpose.isJudged ? Set(aims.keys) : []), obstacle: nil,
                isPanel: compared.pair.panel != nil, isBridged: compared.isBridged,
                targets: declared.map {
                    targets($0.ikk, aims, compared.pair, index: compared.isBridged ? nil : after?.ikk)
                })
        }
    }

    private func targets(
        _ ikk: Hundredths?, _ aims: [Int: Hundredths], _ pair: RoundPair, index: ShownValue?
    ) -> YearComparison.Targets {
        let digits = pair.scheme.framework.roundingDigits
        let reached = aims.count { position, target in
            target.isReached(by: pair.after.tallies[position].shown(digits: digits)) == true
        }
        return YearComparison.Targets(
            ikk: ikk, isIKKReached: purpose.isJudged ? ikk?.isReached(by: index) : nil, indicators: aims.count,
            reached: purpose.isJudged ? reached : nil)
    }

    private func side(_ round: YearComparison.Round) -> RoundPair.Side? {
        guard let tallies = tallies[round.id] else { return nil }
        return RoundPair.Side(
            tallies: tallies, basis: round.basis, evidence: evidence[round.id],
            shown: ShownScores(dimensions: announced[round.id] ?? [], ikk: round.ikk))
    }
}
