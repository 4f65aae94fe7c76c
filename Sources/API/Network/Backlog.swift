internal import Synchronization

/// The connections whose request has come in whole and whose answer has not begun, bounded in number.
///
/// What exceeds the bound is refused where it is read: behind it, a refusal would wait for its turn among all those that
/// are carried out, and come when nobody wants it any more. Uploads and answers that are being sent do not count; they
/// have bounds of their own.
package final class Backlog: Sendable {
    private let most: Int
    private let waiting = Atomic(0)

    package init(most: Int) {
        self.most = most
    }

    package var count: Int { waiting.load(ordering: .relaxed) }

    /// One more would be too many.
    var isFull: Bool { count >= most }

    func add() { waiting.add(1, ordering: .relaxed) }

    func remove() { waiting.subtract(1, ordering: .relaxed) }
}
