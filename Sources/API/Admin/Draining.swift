internal import Synchronization

/// Whether the service was told to stop: the first that anybody hears of it is that it is no longer ready.
package final class Draining: Sendable {
    private let flag = Atomic(false)

    package init() {}

    package var hasBegun: Bool { flag.load(ordering: .relaxed) }

    package func begin() { flag.store(true, ordering: .relaxed) }
}
