internal import Synchronization

/// Bytes, counted from several places.
final class Tally: Sendable {
    private let count = Mutex(0)

    var bytes: Int { count.withLock { $0 } }

    func add(_ bytes: Int) { count.withLock { $0 += bytes } }
}
