internal import Hummingbird
internal import Planning
internal import Wire

/// The items of a batch, as sent: read one by one, so that each can be refused for itself.
struct BatchRequest<Draft: Sendable> {
    let attempt: Attempt
    let mode: BatchMode
    let bytes: [UInt8]
    /// In the order in which they came; a failure is always `Refusal.faults`.
    let items: [Result<Draft, Refusal>]

    /// Throws all faults of all items where it is all or nothing.
    init(
        _ request: Request, _ context: SignedInContext, _ configuration: APIConfiguration,
        _ read: (inout Fields) -> Draft?
    ) async throws {
        try await self.init(request, context, configuration, with: { _ in () }, read)
    }

    /// The same, where the body says more than the items; it is read by `head`, and its faults end the whole.
    init(
        _ request: Request, _ context: SignedInContext, _ configuration: APIConfiguration,
        with head: (inout Fields) -> Void, _ read: (inout Fields) -> Draft?
    ) async throws {
        var query = Query(request)
        attempt = Attempt(request, context, &query)
        mode = query.optional("atomic_mode", .word) ?? .all
        try query.finish()
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        bytes = body.bytes
        items = try body.read { fields in
            head(&fields)
            return fields.items("items", most: Batch<Int>.mostItems, read)
        }
        let faults = items.lazy.flatMap(\.faults).prefix(Fields.mostFaults)
        guard mode == .object || faults.isEmpty else { throw Refusal.faults(Array(faults)) }
    }

    /// Those that can be tried.
    var drafts: [Draft] { items.compactMap { try? $0.get() } }

    /// Does those that can be tried, and tells of all.
    func response<Made: JSONRepresentable & Sendable>(
        _ rule: KeyRule, status: HTTPResponse.Status, at location: (Made) -> String,
        _ effect: (Access) async throws -> Batch<Made>
    ) async throws -> Response {
        let claim = try attempt.claim(rule, body: bytes)
        do {
            let batch = try await effect(attempt.access(claim))
            var results = batch.items.makeIterator()
            let shown = items.map { item in
                let result: Result<Made, Refusal> = item.flatMap { _ in results.next() ?? .failure(.notFound) }
                return self.shown(result, status, at: location)
            }
            let kind = batch.isReplay ? EffectKind.replayed : attempt.isDryRun ? .tried : .done
            return .done(Effect(BatchRepresentation(items: shown), kind))
        } catch let refusal as BatchRefusal {
            throw Rejection(refusal)
        }
    }

    private func shown<Made: JSONRepresentable>(
        _ result: Result<Made, Refusal>, _ status: HTTPResponse.Status, at location: (Made) -> String
    ) -> BatchItem<Made> {
        switch result {
        case .success(let made):
            attempt.isDryRun
                ? .done(status: 200, location: nil, made)
                : .done(status: status.code, location: location(made), made)
        case .failure(let refusal):
            .refused(Rejection(refusal as any Error).problem(on: attempt.request, attempt.context.requestID))
        }
    }
}

extension Result where Failure == Refusal {
    fileprivate var faults: [DraftFault] {
        if case .failure(.faults(let faults)) = self { faults } else { [] }
    }
}
