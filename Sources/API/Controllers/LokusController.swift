internal import Hummingbird
internal import Planning
internal import Wire

struct LokusController {
    let lokus: any LokusPort
    let configuration: APIConfiguration

    @Sendable func list(_ request: Request, _ context: SignedInContext) async throws -> Response {
        try await request.list(context, configuration) { lokus.lokus($0, $1) }
    }

    @Sendable func get(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let found = try await lokus.lokus(request.past(context), id: context.id())
        return .single(found, version: found.stamp.version, to: request)
    }

    @Sendable func register(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let draft = try body.read { LokusDraft(&$0) }
        let claim = try attempt.claim(.accepted, body: body.bytes)
        let effect = try await Effect(attempt, claim) {
            try await lokus.register($0, draft, as: .new())
        } again: {
            try await lokus.lokus($0, id: $1)
        }
        let made = effect.made
        return .created(effect, version: made.stamp.version, at: "/api/v1/lokus/\(made.id)")
    }

    @Sendable func setDecree(_ request: Request, _ context: SignedInContext) async throws -> Response {
        let attempt = try Attempt(request, context)
        let (id, version): (Lokus.ID, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(of: request, upTo: configuration.largestJSONBody)
        let change = try body.read { DecreeChange(&$0) }
        let effect = try await attempt.onVersion {
            let found = try await lokus.lokus($0, id: id)
            return Representation(of: found, version: found.stamp.version)
        } _: {
            let present = try await present(context, id, at: version, for: change)
            let decree = try change.applied(to: present?.decree)
            return try await Effect(attempt) { try await lokus.setDecree($0, of: id, at: version, to: decree) }
        }
        return .changed(effect, version: effect.made.stamp.version)
    }

    /// The lokus as it is, where the change leaves a half of its decree as it is; `setDecree` checks the version again.
    private func present(
        _ context: SignedInContext, _ id: Lokus.ID, at version: Int, for change: DecreeChange
    ) async throws -> Lokus? {
        guard change.number == .keep || change.on == .keep else { return nil }
        let present = try await lokus.lokus(context.access, id: id)
        guard present.stamp.version == version else { throw Refusal.stale(currentVersion: present.stamp.version) }
        return present
    }
}
