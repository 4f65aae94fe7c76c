internal import LibPQ
internal import Measurement
internal import Planning

/// How action plans and what they add up to are read.
enum PlanQueries {
    struct Head {
        let id: ActionPlan.ID
        let lokusID: Lokus.ID
        let place: Place
        let title: String
        let status: ActionPlan.Status
        let agreedOn: CalendarDay?
        let meeting: ActionPlan.Meeting
        let framework: Framework.ID
        let targetIKK: Hundredths?
        let totals: ActionPlan.Totals
        let stamp: Stamp
    }

    /// What one intervention aims at, and its money.
    typealias Aim = (reference: String, title: String, indicators: [String], budget: Rupiah)

    /// By source, and the part of it that is out of budget lines.
    struct Money {
        var sources: [Funding] = []
        var lines: [ActionPlan.LineTotal] = []
    }

    /// Money and reports are summed before they are joined, or an intervention with two sources would count twice.
    static let headColumns = """
        plan.id, plan.lokus_id, \(PlaceSQL.columns), plan.title, plan.state,
        coalesce(plan.state_changed_at, plan.created_at), (select who.name from principal who where who.id = plan.state_by),
        plan.state_reason, plan.agreed_on, plan.meeting_on, plan.meeting_place, plan.meeting_minutes,
        coalesce(plan.meeting_participants, '{}'), plan.framework_code, plan.framework_version,
        (plan.target_ikk * 100)::bigint, t.interventions, t.assigned, t.accepted, t.budget_idr, t.spent_idr, t.reporting, t.unverified,
        t.reported_idr, plan.version, plan.created_at, plan.updated_at
        """
    static let headJoins = """
        join lokus l on l.kabupaten_code = plan.kabupaten_code and l.id = plan.lokus_id
        \(PlaceSQL.joins)
        cross join lateral (\(totals)) t
        """
    /// What was verified last of an intervention `i`, and what was said.
    private static let figures = """
        left join lateral (\(PlannedQueries.latest("latest_progress"))) p on true
        left join lateral (\(PlannedQueries.latest("latest_statement"))) s on true
        """
    private static let said = """
        count(s.id) as reporting, count(s.id) filter (where \(PlannedQueries.isUnverified)) as unverified,
        coalesce(sum(s.spent_idr), 0)::bigint as reported_idr
        """
    private static let totals = """
        select count(*) filter (where is_committed(i.state)) as interventions,
            count(*) filter (where is_committed(i.state) and i.assigned_on is not null) as assigned,
            count(*) filter (where is_committed(i.state) and i.accepted_on is not null) as accepted,
            coalesce(sum(money.idr) filter (where is_committed(i.state)), 0)::bigint as budget_idr,
            coalesce(sum(p.spent_idr), 0)::bigint as spent_idr, \(said)
        from intervention i
        cross join lateral (
            select sum(f.amount_idr) as idr from intervention_funding f
            where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id) money
        \(figures)
        where i.kabupaten_code = plan.kabupaten_code and i.plan_id = plan.id
        """

    static let head: @Sendable (inout Row) throws -> Head = { row in
        Head(
            id: try row.id(), lokusID: try row.id(), place: try Place(&row), title: try row.next(),
            status: try status(&row), agreedOn: try row.optionalDay(),
            meeting: ActionPlan.Meeting(
                on: try row.optionalDay(), place: try row.next(), minutes: try row.next(), participants: try row.next()),
            framework: Framework.ID(code: try row.next(), version: try row.count()),
            targetIKK: try row.optionalHundredths(), totals: try Self.totals(&row), stamp: try row.stamp())
    }

    private static func status(_ row: inout Row) throws -> ActionPlan.Status {
        ActionPlan.Status(state: try row.word(), since: try row.moment(), by: try row.next(), reason: try row.next())
    }

    static func totals(_ row: inout Row) throws -> ActionPlan.Totals {
        ActionPlan.Totals(
            interventions: try row.next(), assigned: try row.next(), accepted: try row.next(),
            budget: try row.rupiah(), spent: try row.rupiah(), said: try said(&row))
    }

    private static func said(_ row: inout Row) throws -> ActionPlan.Said {
        ActionPlan.Said(reporting: try row.next(), unverified: try row.next(), spent: try row.rupiah())
    }

    static func one(_ id: ActionPlan.ID) -> Query<Head?> {
        let statement: Statement = """
            select \(unescaped: headColumns) from action_plan plan \(unescaped: headJoins) where plan.id = \(id.uuid)
            """
        return statement.first(head)
    }

    /// What the plan of a report adds up to.
    static func totals(ofReport id: ProgressReport.ID) -> Query<ActionPlan.Totals?> {
        let statement: Statement = """
            select t.interventions, t.assigned, t.accepted, t.budget_idr, t.spent_idr, t.reporting, t.unverified, t.reported_idr
            from progress_report r
            join intervention about on about.kabupaten_code = r.kabupaten_code and about.id = r.intervention_id
            join action_plan plan on plan.kabupaten_code = about.kabupaten_code and plan.id = about.plan_id
            cross join lateral (\(unescaped: totals)) t
            where r.id = \(id.uuid)
            """
        return statement.first(totals)
    }

    static func funding(_ id: ActionPlan.ID) -> Query<Money> {
        let statement: Statement = """
            select * from (
            select f.source, sum(f.amount_idr)::bigint, null::uuid as line, '' as title, null as code, 0 as budget_year,
                0::bigint, 0::bigint
            from intervention i
            join intervention_funding f on f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id
            where i.plan_id = \(id.uuid) and is_committed(i.state) group by f.source
            union all
            select b.source, sum(s.amount_idr)::bigint, b.id, b.title, b.code, b.budget_year, b.ceiling_idr,
                \(unescaped: BudgetQueries.sharedOfLine)
            from intervention i
            join budget_share s on s.kabupaten_code = i.kabupaten_code and s.intervention_id = i.id
            join budget_line b on b.kabupaten_code = s.kabupaten_code and b.id = s.budget_line_id
            where i.plan_id = \(id.uuid) and s.counts
            group by b.kabupaten_code, b.id, b.source, b.title, b.code, b.budget_year, b.ceiling_idr) money
            order by source, budget_year, title, line
            """
        return statement.reduce(into: Money()) { money, row in
            let (source, amount): (Funding.Source, Rupiah) = (try row.word(), try row.rupiah())
            guard let line: BudgetLine.ID = try row.optionalID() else {
                row.skip(5)
                return money.sources.append(Funding(source: source, amount: amount))
            }
            let (title, code): (String, String?) = (try row.next(), try row.next())
            money.lines.append(
                ActionPlan.LineTotal(
                    id: line, title: title, code: code.flatMap(SubActivityCode.init), budgetYear: try row.count(),
                    source: source, amount: amount, ceiling: try row.rupiah(), shared: try row.rupiah()))
        }
    }

    static func agencies(_ id: ActionPlan.ID) -> Query<[ActionPlan.AgencyTotal]> {
        let statement: Statement = """
            select a.code, a.short_name, t.interventions, t.budget_idr, t.spent_idr, t.reporting, t.unverified, t.reported_idr
            from agency a
            join lateral (
                select count(*) filter (where is_committed(i.state)) as interventions,
                    coalesce(sum(money.idr) filter (where is_committed(i.state)), 0)::bigint as budget_idr,
                    coalesce(sum(p.spent_idr), 0)::bigint as spent_idr, \(unescaped: said)
                from intervention i
                cross join lateral (
                    select sum(f.amount_idr) as idr from intervention_funding f
                    where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id) money
                \(unescaped: figures)
                where i.kabupaten_code = a.kabupaten_code and i.agency_code = a.code and i.plan_id = \(id.uuid)
            ) t on t.interventions > 0 or t.reporting > 0
            order by a.code
            """
        return statement.rows { row in
            ActionPlan.AgencyTotal(
                code: try row.next(), shortName: try row.next(), interventions: try row.next(),
                budget: try row.rupiah(), spent: try row.rupiah(), said: try said(&row))
        }
    }

    /// Which indicators each intervention that the plan counts on aims at.
    static func aims(_ id: ActionPlan.ID) -> Query<[Aim]> {
        let statement: Statement = """
            select i.reference, i.title, aims.codes, (
                select coalesce(sum(f.amount_idr), 0)::bigint from intervention_funding f
                where f.kabupaten_code = i.kabupaten_code and f.intervention_id = i.id)
            from intervention i \(unescaped: InterventionQueries.aims)
            where i.plan_id = \(id.uuid) and is_committed(i.state) order by i.reference
            """
        return statement.rows { row in
            (reference: try row.next(), title: try row.next(), indicators: try row.next(), budget: try row.rupiah())
        }
    }

    /// The codes of the agencies of the plan's kabupaten.
    static func knownAgencies(_ id: ActionPlan.ID) -> Query<[String]> {
        let statement: Statement = """
            select a.code from action_plan p join agency a on a.kabupaten_code = p.kabupaten_code
            where p.id = \(id.uuid)
            """
        return statement.rows { row in try row.next() }
    }

    /// The codes of the indicators of the plan's framework.
    static func knownIndicators(_ id: ActionPlan.ID) -> Query<[String]> {
        let statement: Statement = """
            select i.code from action_plan p join framework_indicator i on i.framework_code = p.framework_code
                and i.framework_version = p.framework_version
            where p.id = \(id.uuid)
            """
        return statement.rows { row in try row.next() }
    }

    /// The baseline `r` of the lokus of a plan `plan`.
    static let baselineRound = """
        join survey_round r on r.kabupaten_code = plan.kabupaten_code and r.lokus_id = plan.lokus_id
            and r.purpose = 'baseline'
        """

    /// The tallies by which the plan was made: those of the lokus's baseline. Empty while it is open.
    static func baseline(_ id: ActionPlan.ID) -> Query<Baseline> {
        let statement: Statement = """
            select r.basis, s.good, s.eligible, s.families_missing, s.families_not_applicable
            from action_plan plan
            \(unescaped: baselineRound)
            join indicator_result s on s.kabupaten_code = r.kabupaten_code and s.round_id = r.id
            where plan.id = \(id.uuid) order by s.position
            """
        return statement.reduce(into: Baseline()) { baseline, row in
            baseline.basis = try row.word()
            baseline.tallies.append(try row.tally())
        }
    }

    struct Baseline {
        var basis = SurveyRound.Basis.families
        var tallies: [IndicatorTally] = []
    }
}

extension PlanQueries {
    static let list = ListSource<ActionPlanField, ActionPlan>(
        resource: .actionPlan, rows: "action_plan plan", alias: "plan", columns: headColumns, joins: headJoins,
        links: [.lokus: "plan.lokus_id"],
        fields: { field in
            switch field {
            case .desaCode, .year: .ofLokus(field, of: "plan")
            case .agreedOn: .nullable("plan.agreed_on")
            case .id, .lokusID, .kabupatenCode, .title, .state, .createdAt, .updatedAt:
                .column("plan.\(field.rawValue)")
            }
        }, decode: { row in try head(&row).plan(nil) })
}
