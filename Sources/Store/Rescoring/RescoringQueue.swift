internal import Synchronization

/// The rounds that are still to be computed, shared by all tasks.
final class RescoringQueue: Sendable {
    private let keys: [Rescoring.Key]
    private let place = Mutex<(taken: Int, done: Int)>((0, 0))

    init(_ keys: [Rescoring.Key]) { self.keys = keys }

    func next() -> Rescoring.Key? {
        place.withLock { place in
            guard place.taken < keys.count else { return nil }
            place.taken += 1
            return keys[place.taken - 1]
        }
    }

    /// One more is done.
    func report(_ progress: (Int, Int) -> Void) {
        let done = place.withLock { place in
            place.done += 1
            return place.done
        }
        progress(done, keys.count)
    }
}
