internal import Measurement
internal import Planning

/// What follows from the facts of a plan that somebody should look at.
struct PlanReview {
    let scheme: ScoringScheme
    let baseline: PlanQueries.Baseline
    let interventions: [PlanFindingQueries.Found]
    let overdrawn: [PlanFindingQueries.Overdrawn]
    /// Nil where the caller is not told of reports.
    let told: Reports?

    struct Reports {
        let arrears: [PlanFindingQueries.Late]
        let disputes: [VillageQueries.Disputed]
    }

    func findings(of head: PlanQueries.Head) throws -> PlanFindings {
        PlanFindings(
            planID: head.id, lokusID: head.lokusID, place: head.place, state: head.status.state,
            framework: head.framework, checked: checked, findings: try findings())
    }

    private var checked: [PlanFinding.Kind] {
        PlanFinding.Kind.allCases.filter { kind in
            PlanFinding.Kind.ofReports.contains(kind)
                ? told != nil : !baseline.tallies.isEmpty || !PlanFinding.Kind.ofBaseline.contains(kind)
        }
    }

    private func findings() throws -> [PlanFinding] {
        let subjects = Dictionary(
            try baseline.subjects(by: scheme).map { ($0.indicator.code, $0) }
        ) { first, _ in first }
        let coverage = try Coverage(scheme: scheme, baseline: baseline, aims: aims { _ in true })
        // Weak and aimed at, but by nothing that its agency has accepted.
        let without = Set(coverage.gaps.map(\.indicator.code))
        let unaccepted = try Coverage(scheme: scheme, baseline: baseline, aims: aims(\.isAccepted)).gaps
            .filter { !without.contains($0.indicator.code) }
        return ranked(coverage.gaps, .weakWithoutIntervention, subjects)
            + ranked(unaccepted, .weakWithoutAcceptedIntervention, subjects) + lines() + disputes() + late()
            + onClearIndicators(coverage.notWeak) + withoutValue(subjects) + meetings(subjects)
    }

    /// Those of the plan that it counts on.
    private var own: [PlanFindingQueries.Found] { interventions.filter { $0.isOwn && $0.isCommitted } }

    private func aims(_ isWanted: (PlanFindingQueries.Found) -> Bool) -> [PlanQueries.Aim] {
        own.filter(isWanted).map { ($0.told.reference, $0.told.title, $0.indicators, $0.told.budget) }
    }

    /// What would gain most first; what would gain as much, in framework order.
    private func ranked(
        _ gaps: [ActionPlan.Gap], _ kind: PlanFinding.Kind, _ subjects: [String: PlanFinding.Subject]
    ) -> [PlanFinding] {
        gaps.compactMap { subjects[$0.indicator.code] }.sorted(stablyBy: { -($0.gain ?? 0) })
            .map { subject in
                var finding = PlanFinding(kind, subject)
                finding.interventions = own.filter { $0.indicators.contains(subject.indicator.code) }.map(\.told)
                return finding
            }
    }

    private func lines() -> [PlanFinding] {
        overdrawn.map { line, concerned in
            var finding = PlanFinding(.budgetLineOverdrawn)
            finding.line = line
            finding.budgetYear = line.budgetYear
            finding.interventions = told(concerned)
            return finding
        }
    }

    private func disputes() -> [PlanFinding] {
        (told?.disputes ?? []).map { dispute, intervention in
            var finding = PlanFinding(.reportDisputed)
            finding.dispute = dispute
            finding.interventions = told([intervention])
            return finding
        }
    }

    private func late() -> [PlanFinding] {
        (told?.arrears ?? []).map { arrears, concerned in
            var finding = PlanFinding(.reportsOverdue)
            finding.arrears = arrears
            finding.interventions = told(concerned)
            return finding
        }
    }

    /// Of the plan, whatever became of them: ending is no way not to have been late.
    private func told(_ ids: [Intervention.ID]) -> [PlanFinding.Concerned] {
        interventions.filter { $0.isOwn && ids.contains($0.told.id) }.map(\.told)
    }

    /// Those of which nothing that they aim at is weak, the most expensive first. What aims only where nobody is
    /// concerned is told of that indicator.
    private func onClearIndicators(_ notWeak: [ActionPlan.NotWeak]) -> [PlanFinding] {
        let valued = Set(zip(scheme.framework.indicators, baseline.tallies).filter(\.1.hasValue).map(\.0.code))
        let clear = Dictionary(notWeak.map { ($0.reference, Set($0.indicators)) }) { first, _ in first }
        return own.filter { found in
            clear[found.told.reference] == Set(found.indicators) && !valued.isDisjoint(with: found.indicators)
        }
        .sorted { $0.told.budget > $1.told.budget }
        .map { found in
            var finding = PlanFinding(.interventionOnClearIndicator, codes: found.indicators)
            finding.interventions = [found.told]
            return finding
        }
    }

    private func withoutValue(_ subjects: [String: PlanFinding.Subject]) -> [PlanFinding] {
        scheme.framework.indicators.compactMap { subjects[$0.code] }.filter { $0.absence != nil }
            .compactMap { subject in
                var finding = PlanFinding(.indicatorWithoutValue, subject)
                finding.interventions = own.filter { $0.indicators.contains(subject.indicator.code) }.map(\.told)
                return finding.interventions.isEmpty ? nil : finding
            }
    }

    /// Where money of several agencies or from several sources goes to the same indicator of the village in a year.
    private func meetings(_ subjects: [String: PlanFinding.Subject]) -> [PlanFinding] {
        let paid = interventions.filter { $0.isCommitted && !$0.sources.isEmpty }
        var found: [PlanFinding] = []
        for code in scheme.framework.indicators.map(\.code) {
            let aiming = paid.filter { $0.indicators.contains(code) }
            for year in Set(aiming.filter(\.isOwn).flatMap { Array($0.years) }).sorted() {
                let meeting = aiming.filter { $0.years.contains(year) }
                let sources = Set(meeting.flatMap(\.sources))
                guard meeting.count > 1, sources.count > 1 || Set(meeting.map(\.told.agency.code)).count > 1,
                    let subject = subjects[code]
                else { continue }
                var finding = PlanFinding(.sameIndicatorTwoBudgets, subject)
                finding.interventions = meeting.map(\.told)
                finding.budgetYear = year
                finding.sources = sources.sorted { $0.rawValue < $1.rawValue }
                found.append(finding)
            }
        }
        return found.enumerated()
            .sorted { ($1.element.budget, $0.offset) < ($0.element.budget, $1.offset) }.map(\.element)
    }
}
