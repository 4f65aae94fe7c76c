internal import Synchronization

/// Bounds what all bodies that are being collected hold in memory together: many slow senders of middling bodies would
/// otherwise hold as much as they like, each within the limit for one.
final class BodyBudget: Sendable {
    /// Of the whole process, as its memory is.
    static let shared = BodyBudget(most: 64 << 20)

    private let most: Int
    private let taken = Mutex(0)

    init(most: Int) {
        self.most = most
    }

    /// False where it would be too much; then nothing is taken.
    func take(_ bytes: Int) -> Bool {
        taken.withLock { taken in
            guard taken + bytes <= most else { return false }
            taken += bytes
            return true
        }
    }

    func giveBack(_ bytes: Int) {
        taken.withLock { $0 -= bytes }
    }
}
