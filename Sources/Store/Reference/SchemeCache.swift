internal import Measurement
internal import Synchronization

/// Frameworks prepared for arithmetic. A framework never changes, so one that was read once is not read again.
final class SchemeCache: Sendable {
    private let schemes = Mutex<[Framework.ID: ScoringScheme]>([:])

    subscript(id: Framework.ID) -> ScoringScheme? {
        get { schemes.withLock { $0[id] } }
        set { schemes.withLock { $0[id] = newValue } }
    }
}
