internal import Hummingbird
internal import Planning

extension Effect {
    /// A transition: its body may be absent, and it names the version that it moves.
    ///
    /// - Parameters:
    ///   - current: What there is now, for whoever comes too late.
    ///   - again: Reads what an earlier request with the same key moved.
    init<Subject, Draft>(
        moving request: Request, _ context: SignedInContext, upTo most: Int, reading: (inout Fields) -> Draft?,
        by transition: (Access, Identifier<Subject>, Int, Draft) async throws -> Made,
        current: (Access, Identifier<Subject>) async throws -> Representation,
        again: (Access, Identifier<Subject>) async throws -> Made
    ) async throws {
        let attempt = try Attempt(request, context)
        let (id, version): (Identifier<Subject>, Int) = (try context.id(), try request.ifMatch())
        let body = try await JSONBody(optionalOf: request, upTo: most)
        let draft = try body.read(reading)
        let claim = try attempt.claim(.accepted, body: body.bytes)
        self = try await attempt.onVersion {
            try await current($0, id)
        } _: {
            try await Effect(attempt, claim, { try await transition($0, id, version, draft) }, again: again)
        }
    }
}
