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
                    try await store.sweepSignIns()
                    let swept = try await store.sweepKeys()
                    if swept > 0 {
                        logger.info("swept idempotency keys", metadata: ["count": .stringConvertible(swept)])
                    }
                } catch {
                    // The next hour may find the database again; requests do without it meanwhile.
                    logger.warning("what is out of date was not swept", metadata: Diagnosis(error).metadata)
                }
                try? await Task.sleep(for: Self.pause)
            }
        }
    }
}

/// Tells the database every few seconds which tokens are in use, so that a request that reads writes nothing.
struct TokenNoting: Service {
    private static let pause: Duration = .seconds(10)

    let store: Store
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pause)
                await note()
            }
        }
        await note()
    }

    private func note() async {
        do {
            try await store.noteSeenTokens()
        } catch {
            // Each is used again, or nobody minds that it looks idle.
            logger.warning("tokens in use were not noted", metadata: Diagnosis(error).metadata)
        }
    }
}
