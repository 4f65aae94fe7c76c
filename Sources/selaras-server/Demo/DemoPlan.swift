import Intake
import Planning
import Store

/// The part of the demonstration from the plan to the reports of its agencies.
struct DemoPlan {
    let store: Store
    let cast: DemoCast
    let files: DemoFiles

    func make(for lokus: Lokus) async throws {
        let plan = try await plan(for: lokus)
        let drafts = try files.interventions()
        let present = try await interventions(of: plan)
        if present.isEmpty {
            _ = try await store.importInterventions(
                try await cast.coordinator(), drafts, into: plan, .createAndUpdate,
                fileName: DemoStory.interventionsFile)
        }
        // Only those of the story: what somebody else proposed is theirs to assign.
        let references = Set(drafts.map(\.reference))
        let ours = try await interventions(of: plan).filter { references.contains($0.terms.reference) }
        try await carryOut(plan)
        try await assign(ours)
        try await accept(try await interventions(of: plan).filter { DemoStory.accepted.contains($0.terms.reference) })
        let reported = try await report(on: ours, of: plan)
        try await verify(plan)
        let place = lokus.place.desaName
        print(
            spoken(
                id: "Rencana aksi \(place): \(ours.count) intervensi, \(reported) laporan ditambah",
                en: "Action plan of \(place): \(ours.count) interventions, \(reported) reports added"))
    }

    private func plan(for lokus: Lokus) async throws -> ActionPlan.ID {
        if let present = lokus.planID { return present }
        let draft = ActionPlanDraft(lokusID: lokus.id, title: nil, targets: DemoStory.targets)
        return try await store.make(try await cast.coordinator(), draft, as: .new()).id
    }

    /// From its draft on: the meeting on record, submitted by one, agreed and approved by another, and begun.
    private func carryOut(_ id: ActionPlan.ID) async throws {
        let (coordinator, leadership) = (try await cast.coordinator(), try await cast.leadership())
        while true {
            var plan = try await store.plan(coordinator, id: id)
            switch plan.status.state {
            case .draft, .returned:
                var meeting = MeetingChange()
                meeting.on = CalendarDay(DemoStory.agreedOn).map(Change.set) ?? .keep
                meeting.place = .set(DemoStory.meetingPlace)
                meeting.minutes = .set(DemoStory.meetingMinutes)
                meeting.participants = DemoStory.meetingParticipants
                plan = try await store.change(
                    coordinator, plan: id, at: plan.stamp.version, ActionPlanChange(title: nil, meeting: meeting))
                try await take(.submit, plan, coordinator)
            case .submitted: try await take(.agree, plan, leadership)
            case .agreed: try await take(.approve, plan, leadership)
            case .approved: try await take(.start, plan, coordinator)
            case .running, .evaluated, .closed: return
            }
        }
    }

    private func take(_ step: ActionPlan.Step, _ plan: ActionPlan, _ caller: Access) async throws {
        _ = try await store.take(caller, step, plan: plan.id, at: plan.stamp.version, reason: nil)
    }

    private func interventions(of plan: ActionPlan.ID) async throws -> [Intervention] {
        let listing = Listing(where: InterventionField.planID, is: FieldValue(plan), size: ListPage.largestSize)
        return try await store.interventions(try await cast.coordinator(), listing).items()
    }

    private func assign(_ interventions: [Intervention]) async throws {
        let coordinator = try await cast.coordinator()
        for one in interventions where one.state == .proposed {
            _ = try await store.assign(
                coordinator, intervention: one.id, at: one.stamp.version, on: CalendarDay(DemoStory.agreedOn))
        }
    }

    private func accept(_ interventions: [Intervention]) async throws {
        for one in interventions where one.state == .assigned {
            let agency = try await cast.agency(one.terms.agencyCode)
            _ = try await store.take(
                agency, .accept, intervention: one.id, at: one.stamp.version, reason: nil)
        }
    }

    /// Returns how many reports were added; those of periods that have not begun are left for later.
    private func report(on interventions: [Intervention], of plan: ActionPlan.ID) async throws -> Int {
        let present = try await periodsReported(of: plan)
        var added = 0
        for row in try files.reports() {
            guard let about = interventions.first(where: { $0.terms.reference == row.ref }),
                !present.contains(Reported(reference: row.ref, period: row.draft.period))
            else { continue }
            do {
                _ = try await store.report(
                    try await cast.agency(about.terms.agencyCode), on: about.id, row.draft, as: .new())
                added += 1
            } catch Refusal.invalid(rule: "report_period_has_begun") {
                continue
            }
        }
        return added
    }

    /// All that wait for it but one, for whoever tries it.
    private func verify(_ plan: ActionPlan.ID) async throws {
        let coordinator = try await cast.coordinator()
        let listing = Listing(where: ProgressReportField.planID, is: FieldValue(plan), size: ListPage.largestSize)
        for report in try await store.reports(coordinator, listing).items() where report.status.state == .submitted {
            let left = DemoStory.unverified
            guard report.reference != left.reference || report.progress.period != left.period else { continue }
            _ = try await store.take(
                coordinator, .verify, report: report.id, at: report.stamp.version, reason: nil)
        }
    }

    private struct Reported: Hashable {
        let reference: String
        let period: ReportPeriod
    }

    private func periodsReported(of plan: ActionPlan.ID) async throws -> Set<Reported> {
        let listing = Listing(where: ProgressReportField.planID, is: FieldValue(plan), size: ListPage.largestSize)
        let reports = try await store.reports(try await cast.coordinator(), listing).items()
        return Set(reports.map { Reported(reference: $0.reference, period: $0.progress.period) })
    }
}
