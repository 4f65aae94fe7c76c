internal import Synchronization

/// The chains that are still to be read, shared by all tasks.
final class AuditQueue: Sendable {
    private let areas: Mutex<ArraySlice<String>>

    init(_ areas: [String]) {
        self.areas = Mutex(areas[...])
    }

    func next() -> String? {
        areas.withLock { $0.popFirst() }
    }
}
