internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Wire

/// Many writes in one request.
struct BatchController {
    let interventions: any InterventionPort
    let reports: any ReportPort
    let configuration: APIConfiguration

    @Sendable func propose(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let plan: ActionPlan.ID = try context.id()
        let batch = try await BatchRequest(request, context, configuration) { InterventionDraft(&$0) }
        return try await batch.response(.accepted, status: .created, at: Self.location) {
            try await interventions.propose($0, batch.drafts, in: plan, batch.mode)
        }
    }

    /// Assigns or accepts.
    @Sendable func move(_ request: Request, _ context: SignedInContext) async throws -> Response {
        var action: BatchedMove?
        let batch = try await BatchRequest(request, context, configuration) { fields in
            action = fields.required("action", .text(.word))
        } _: { fields in
            InterventionMove(&fields, action)
        }
        return try await batch.response(.accepted, status: .ok, at: Self.location) { access in
            switch action {
            case .accept: try await interventions.accept(access, batch.drafts, batch.mode)
            case .assign, nil: try await interventions.assign(access, batch.drafts, batch.mode)
            }
        }
    }

    @Sendable func report(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let batch = try await BatchRequest(request, context, configuration) { fields in
            let intervention: Intervention.ID? = fields.required("intervention_id", .text(.id()))
            let draft = ProgressReportDraft(&fields)
            guard let intervention, let draft else { return nil as (Intervention.ID, ProgressReportDraft)? }
            return (intervention, draft)
        }
        return try await batch.response(.required, status: .created, at: Self.location) {
            try await reports.report($0, batch.drafts.map { (intervention: $0.0, draft: $0.1) }, batch.mode)
        }
    }

    @Sendable func verify(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let batch = try await BatchRequest(request, context, configuration) { AsRead<ProgressReport>(&$0) }
        return try await batch.response(.accepted, status: .ok, at: Self.location) {
            try await reports.verify($0, batch.drafts, batch.mode)
        }
    }

    private static func location(_ report: ProgressReport) -> String { "/api/v1/reports/\(report.id)" }

    private static func location(_ intervention: Intervention) -> String { "/api/v1/interventions/\(intervention.id)" }
}

/// What a batch does to each of its interventions: one thing, as one permission is asked for.
private enum BatchedMove: String, Sendable, CaseIterable {
    case assign, accept
}

extension InterventionMove {
    /// Nil where `fields` has found a fault.
    fileprivate init?(_ fields: inout Fields, _ action: BatchedMove?) {
        let read = AsRead<Intervention>(&fields)
        let day = action == .accept ? nil : fields.optional("assigned_on", .day)
        guard let read else { return nil }
        self.init(id: read.id, version: read.version, on: day)
    }
}

extension AsRead {
    /// Nil where `fields` has found a fault.
    fileprivate init?(_ fields: inout Fields) {
        let id: Identifier<Subject>? = fields.required("id", .text(.id()))
        let version = fields.required("version", .integer(in: 1...Int(Int32.max)))
        guard let id, let version else { return nil }
        self.init(id: id, version: version)
    }
}
