internal import Hummingbird
internal import Planning

/// What a route's handler is: signed in, a request, an answer.
typealias Handler = @Sendable (Request, SignedInContext) async throws -> Response

/// Tells a caller who may not do something that he may not, before it tells him what is wrong with what he sent.
///
/// Permission itself is checked where the token is believed, in the transaction of the effect. A request whose body or
/// headers are faulty does not get that far; only then is it asked for beforehand, so that a good request pays nothing.
struct Admission: Sendable {
    let callers: any CallerPort

    func callAsFunction(
        _ action: Permission.Action, _ resource: Permission.Resource, _ handler: @escaping Handler
    ) -> Handler {
        { request, context in
            do {
                return try await handler(request, context)
            } catch {
                if Self.isAboutContent(error) { try await refuse(context, Permission(action, resource)) }
                throw error
            }
        }
    }

    private static func isAboutContent(_ error: any Error) -> Bool {
        switch error as? Refusal {
        case .faults, .stale: return true
        default: break
        }
        return (400..<500).contains(Rejection(error).status.code) && !(error is Refusal)
    }

    /// Throws only what says that the caller may not; the fault at hand is the better answer than an outage.
    private func refuse(_ context: SignedInContext, _ permission: Permission) async throws {
        do {
            try await callers.admit(context.access, to: permission)
        } catch let refusal as Refusal where refusal == .forbidden || refusal == .unauthenticated {
            throw refusal
        } catch {}
    }
}
