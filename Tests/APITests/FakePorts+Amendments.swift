import Planning
import Synchronization

extension FakePorts {
    func amendments(_ access: Access, of plan: ActionPlan.ID) async throws -> [PlanAmendment] {
        try enter(access)
        return []
    }

    func amendment(_ access: Access, id: PlanAmendment.ID) async throws -> PlanAmendment {
        try enter(access)
        return Samples.amendment(id)
    }

    func make(
        _ access: Access, _ draft: AmendmentDraft, of plan: ActionPlan.ID, as id: PlanAmendment.ID
    ) async throws -> PlanAmendment {
        try enter(access)
        try claim(access, "\(id)")
        return Samples.amendment(id)
    }

    func change(
        _ access: Access, amendment id: PlanAmendment.ID, at version: Int, _ change: AmendmentChange
    ) async throws -> PlanAmendment {
        try enter(access)
        return Samples.amendment(id)
    }

    func take(
        _ access: Access, _ step: PlanAmendment.Step, amendment id: PlanAmendment.ID, at version: Int, reason: String?
    ) async throws -> PlanAmendment {
        try enter(access)
        try claim(access, "\(id)")
        return Samples.amendment(id)
    }
}

extension Samples {
    static func amendment(_ id: PlanAmendment.ID) -> PlanAmendment {
        PlanAmendment(
            id: id, planID: .new(), lokusID: .new(), place: place("63.02.12.2005"), reason: "Pagu dikurangi",
            number: nil,
            status: PlanAmendment.Status(state: .draft, since: stamp.createdAt), lines: [], stamp: stamp,
            isOwnWork: false)
    }
}
