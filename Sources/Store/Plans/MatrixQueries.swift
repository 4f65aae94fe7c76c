internal import LibPQ
internal import Measurement
internal import Planning

/// How the rows of the matrix of a plan are read.
enum MatrixQueries {
    /// All interventions of the plan, by reference.
    static func interventions(_ id: ActionPlan.ID) -> Query<[Intervention]> {
        let statement: Statement = """
            select \(unescaped: InterventionQueries.columns) from intervention i \(unescaped: InterventionQueries.joins)
            where i.plan_id = \(id.uuid) order by i.reference, i.id
            """
        return statement.rows(InterventionQueries.intervention)
    }

    /// What was written in the last report of each, for who may read reports: those columns are not granted to others.
    /// Who may not know who reported may not read the words either.
    static func words(
        _ id: ActionPlan.ID
    ) -> Query<[(intervention: Intervention.ID, words: ProgressReport.Words)]> {
        let statement: Statement = """
            select i.id, last.obstacles, last.follow_up
            from intervention i
            \(unescaped: PlannedQueries.progressJoin)
            join progress_report last on last.kabupaten_code = i.kabupaten_code and last.id = coalesce(s.id, p.id)
            join principal who on who.id = last.reported_by
            where i.plan_id = \(id.uuid)
            """
        return statement.rows { row in
            (
                intervention: try row.id(),
                words: ProgressReport.Words(obstacles: try row.next(), followUp: try row.next())
            )
        }
    }

    /// What budget lines give to the interventions of the plan.
    static func lines(
        _ id: ActionPlan.ID
    ) -> Query<[(intervention: Intervention.ID, line: InterventionMatrix.Line)]> {
        let statement: Statement = """
            select s.intervention_id, b.id, b.title, b.code, b.nomenclature, b.budget_year, b.source, s.amount_idr
            from intervention i
            join budget_share s on s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id
            join budget_line b on b.kabupaten_code = s.kabupaten_code and b.id = s.budget_line_id
            where i.plan_id = \(id.uuid) order by b.budget_year, b.title, b.id
            """
        return statement.rows { row in
            let intervention: Intervention.ID = try row.id()
            let (line, title): (BudgetLine.ID, String) = (try row.id(), try row.next())
            let (code, nomenclature): (String?, String?) = (try row.next(), try row.next())
            return (
                intervention: intervention,
                line: InterventionMatrix.Line(
                    id: line, title: title, code: code.flatMap(SubActivityCode.init), nomenclature: nomenclature,
                    budgetYear: try row.count(), source: try row.word(), amount: try row.rupiah())
            )
        }
    }

    /// Nil while the baseline is open.
    static func baseline(_ id: ActionPlan.ID) -> Query<InterventionMatrix.Baseline?> {
        let statement: Statement = """
            select r.basis, today(r.kabupaten_code, r.closed_at)
            from action_plan plan
            \(unescaped: PlanQueries.baselineRound)
            where plan.id = \(id.uuid) and r.closed_at is not null
            """
        return statement.first { row in
            InterventionMatrix.Baseline(basis: try row.word(), closedOn: try row.day())
        }
    }
}

/// What the matrix is made of, before it is known by which framework.
struct MatrixParts {
    let head: PlanQueries.Head
    let interventions: [Intervention]
    let words: [(intervention: Intervention.ID, words: ProgressReport.Words)]
    let lines: [(intervention: Intervention.ID, line: InterventionMatrix.Line)]
    let baseline: InterventionMatrix.Baseline?
    let targets: PlanTargets?

    func matrix(_ framework: Framework, _ subjects: [PlanFinding.Subject]) -> InterventionMatrix {
        InterventionMatrix(
            planID: head.id, lokusID: head.lokusID, place: head.place, state: head.status.state,
            framework: head.framework, weakBelow: framework.weakBelow, baseline: baseline,
            rows: rows(framework, subjects))
    }

    private func rows(_ framework: Framework, _ subjects: [PlanFinding.Subject]) -> [InterventionMatrix.Row] {
        let dimensions = Dictionary(framework.dimensions.map { ($0.code, $0) }) { first, _ in first }
        let goals = Dictionary((targets?.indicators ?? []).map { ($0.indicatorCode, $0.value) }) { first, _ in first }
        var first: [Intervention.ID: Int] = [:]
        var rows: [InterventionMatrix.Row] = []
        func append(_ subject: PlanFinding.Subject?, _ entry: InterventionMatrix.Entry?) {
            let number = rows.count + 1
            rows.append(
                InterventionMatrix.Row(
                    number: number, sameAs: entry.flatMap { first[$0.intervention.id] }, place: head.place,
                    subject: subject, dimension: subject.flatMap { dimensions[$0.indicator.dimension] },
                    baseline: baseline, target: subject.flatMap { goals[$0.indicator.code] }, entry: entry))
            if let id = entry?.intervention.id, first[id] == nil { first[id] = number }
        }
        let entries = made()
        for subject in subjects {
            let aiming = entries.filter { $0.intervention.terms.indicators.contains(subject.indicator.code) }
            aiming.forEach { append(subject, $0) }
            if subject.score?.isWeak ?? false, !aiming.contains(where: \.counts) { append(subject, nil) }
        }
        entries.filter(\.intervention.terms.indicators.isEmpty).forEach { append(nil, $0) }
        return rows
    }

    private func made() -> [InterventionMatrix.Entry] {
        interventions.map { intervention in
            InterventionMatrix.Entry(
                intervention: intervention, lines: lines.filter { $0.intervention == intervention.id }.map(\.line),
                words: words.first { $0.intervention == intervention.id }?.words)
        }
    }
}
