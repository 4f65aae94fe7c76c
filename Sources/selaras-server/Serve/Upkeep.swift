import API
import Logging
import ServiceLifecycle
import Store

/// What nobody asks for and somebody must do: at the start, and then every hour.
struct Upkeep: Service {
    private static let pause: Duration = .seconds(3600)

    let store: Store
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    let swept = try await store.sweepKeys()
                    if swept > 0 {
                        logger.info("swept idempotency keys", metadata: ["count": .stringConvertible(swept)])
                    }
                } catch {
                    // The next hour may find the database again; requests do without it meanwhile.
                    logger.warning("idempotency keys were not swept", metadata: Diagnosis(error).metadata)
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}
