import API
import ArgumentParser
import Logging
import ServiceLifecycle

/// Takes up what an earlier server left behind, and ends what runs when this one is told to stop.
struct OperationService: Service {
    private static let pause: Duration = .seconds(5)

    let queue: WorkQueue
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await queue.recover()
                    // Uploads that another process leaves behind while this one lives are found in the next minute.
                    try await Task.sleep(for: .seconds(60))
                } catch is CancellationError {
                    return
                } catch {
                    logger.warning("operations were not taken up", metadata: Diagnosis(error).metadata)
                    try? await Task.sleep(for: Self.pause)
                }
            }
        }
        await queue.stop()
    }
}

extension Spool {
    /// In `SELARAS_STATE_DIRECTORY`, the unit's `STATE_DIRECTORY`, or the user's own folder for state.
    ///
    /// Where somebody named a folder, it must be usable; where nobody did and there is none, uploads are imported while
    /// their clients wait.
    static func ofThisServer(_ logger: Logger) throws -> Spool? {
        let named = Environment.value("SELARAS_STATE_DIRECTORY") ?? Environment.value("STATE_DIRECTORY")
        let home = Environment.value("HOME").map { "\($0)/.local/state" }
        let own = (Environment.value("XDG_STATE_HOME") ?? home).map { "\($0)/selaras" }
        guard let state = named ?? own else { return nil }
        do {
            return try Spool(folder: "\(state)/spool")
        } catch {
            guard named == nil else {
                throw ValidationError(
                    spoken(
                        id:
                            "Folder untuk berkas kiriman tidak dapat dipakai (\(error)). Perbaiki SELARAS_STATE_DIRECTORY.",
                        en: "The folder for uploads cannot be used (\(error)). Mend SELARAS_STATE_DIRECTORY."))
            }
            logger.warning(
                "no folder for uploads; Prefer: respond-async is not followed",
                metadata: [
                    "error": .string("\(error)")
                ])
            return nil
        }
    }
}
