internal import Planning
internal import Wire

/// What waits for somebody beside the reports that are due.
struct Waiting: Sendable {
    /// Assigned to an agency that has not accepted it, the longest wait first.
    var unaccepted: [JSONValue] = []
    /// Declined by its agency, with its reason.
    var declined: [JSONValue] = []
    /// Proposed, and assigned to nobody yet.
    var unassigned: [JSONValue] = []
    /// Reports that nobody has verified.
    var unverified: [JSONValue] = []
    /// Reports of which its village has said nothing yet, those that nobody has verified first.
    var unconfirmed: [JSONValue] = []
    /// Reports of an agency that the village disputes as they are.
    var disputed: [JSONValue] = []
    /// The agency that all of it is confined to.
    var agency: String?
    /// Surveyed, and without a plan: the rows of lokus.
    var unplanned: [JSONValue] = []
    /// Weak indicators that no intervention of the plan aims at: `desa_code`, `desa_name`, `year`, `indicators`.
    var uncovered: [JSONValue] = []

    var isEmpty: Bool {
        [unaccepted, declined, unassigned, unverified, unconfirmed, disputed, unplanned, uncovered]
            .allSatisfy(\.isEmpty)
    }
}

extension Service {
    /// So many plans are looked into; each is a request.
    private static var mostPlans: Int { 20 }

    /// What waits for whoever asks: an agency accepts, a coordinator assigns and plans. Others have nothing to do.
    ///
    /// - Parameters:
    ///   - agency: Only of this agency; nil for the caller's own, or all.
    ///   - lokus: Only of this lokus.
    func waiting(agency: String?, lokus: LokusReference?) async throws -> Waiting {
        let me = try await get(Address("me")).value
        let plan = try await planID(of: lokus)
        func interventions(_ state: Intervention.State, of agency: String?, by order: String) async throws
            -> [JSONValue]
        {
            try await list(
                Address("interventions").with("state", state.rawValue).with("agency_code", agency).with("plan_id", plan)
                    .with("sort", order))
        }
        var waiting = Waiting(agency: agency)
        switch me["role"].text.flatMap(Caller.Role.init(rawValue:)) {
        case .agency, .provincialAgency, .reporter:
            guard let own = me["agency"].text, agency == nil || agency == own else { return waiting }
            if me["role"].text != Caller.Role.reporter.rawValue {
                waiting.unaccepted = try await interventions(.assigned, of: own, by: "assigned_on")
            }
            waiting.disputed = try await reports(
                Address("reports").with("confirmation", ProgressReport.VillageWord.disputed.rawValue)
                    .with("state", "in.(submitted,verified)").with("agency_code", own).with("plan_id", plan),
                by: "budget_year,quarter,intervention_reference"
            ).filter { $0["confirmation"]["is_current"].flag == true }
        case .village:
            guard agency == nil else { break }
            waiting.unconfirmed = try await reports(
                Address("reports").with("awaits_confirmation", "true").with("plan_id", plan),
                by: "state,budget_year,quarter,intervention_reference")
        case .coordinator, .lead:
            waiting.unaccepted = try await interventions(.assigned, of: agency, by: "assigned_on")
            waiting.declined = try await interventions(.declined, of: agency, by: "assigned_on")
            waiting.unassigned = try await interventions(.proposed, of: agency, by: "desa_code,reference")
            waiting.unverified = try await reports(
                Address("reports").with("state", ProgressReport.State.submitted.rawValue).with("agency_code", agency)
                    .with("plan_id", plan), by: "budget_year,quarter,intervention_reference")
            // What is planned where is no agency's.
            guard agency == nil else { break }
            let surveyed = try await surveyedOnce(lokus)
            waiting.unplanned = surveyed.filter { $0["plan_id"].isNull }
            waiting.uncovered = try await uncovered(surveyed.filter { !$0["plan_id"].isNull })
        default: break
        }
        return waiting
    }

    /// In a closed plan nothing happens any more.
    private func reports(_ address: Address, by order: String) async throws -> [JSONValue] {
        try await list(address.with("expand", "lokus,plan").with("sort", order))
            .filter { $0["plan"]["state"].text != ActionPlan.State.closed.rawValue }
    }

    /// The lokus with a closed baseline and nothing after it, which is the time to plan.
    private func surveyedOnce(_ reference: LokusReference?) async throws -> [JSONValue] {
        let all = if let reference { [try await lokus(reference).value] } else { try await list(Address("lokus")) }
        return all.filter { lokus in
            let rounds = lokus["rounds"].items
            let isClosed = rounds.contains { $0["purpose"].text == "baseline" && $0["state"].text == "closed" }
            return isClosed && !rounds.contains { $0["purpose"].text == "resurvey" }
        }
    }

    private func uncovered(_ planned: [JSONValue]) async throws -> [JSONValue] {
        var rows: [JSONValue] = []
        for lokus in planned.prefix(Self.mostPlans) {
            let gaps = try await get(Address("action-plans", lokus["plan_id"].text ?? "")).value["gaps"].items
            guard !gaps.isEmpty else { continue }
            rows.append([
                "desa_code": lokus["desa_code"], "desa_name": lokus["desa_name"], "year": lokus["year"],
                "indicators": .array(gaps.map { $0["code"] }),
            ])
        }
        return rows
    }
}
