import API
import Planning
import ServiceLifecycle

/// Records refused requests for as long as the server answers any.
struct DenialService: Service {
    let denials: Denials
    let audit: any AuditPort

    func run() async throws {
        await withGracefulShutdownHandler {
            await denials.run(audit)
        } onGracefulShutdown: {
            denials.end()
        }
    }
}
