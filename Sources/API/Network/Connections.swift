internal import NIOCore
internal import Synchronization

/// All connections of the server, bounded in number.
///
/// Where the bound is reached, the connection that has waited longest without a whole request makes room: connections
/// that are opened only to be held cannot lock anybody out, and no request under way is given up.
package final class Connections: Sendable {
    private struct Entry {
        let channel: any Channel
        /// Nil while a request is under way.
        var waitingSince: NIODeadline?
    }

    private let most: Int
    private let entries = Mutex<[ObjectIdentifier: Entry]>([:])

    package init(most: Int) {
        self.most = most
    }

    package var count: Int { entries.withLock { $0.count } }

    /// False where there is no room, and none can be made.
    func admit(_ channel: any Channel) -> Bool {
        let id = ObjectIdentifier(channel)
        let (isAdmitted, shed) = entries.withLock { entries -> (Bool, (any Channel)?) in
            var shed: (any Channel)?
            if entries.count >= most {
                let waiting = entries.compactMap { id, entry in entry.waitingSince.map { (id, $0) } }
                guard let oldest = waiting.min(by: { $0.1 < $1.1 })?.0 else { return (false, nil) }
                shed = entries.removeValue(forKey: oldest)?.channel
            }
            entries[id] = Entry(channel: channel, waitingSince: channel.eventLoop.now)
            return (true, shed)
        }
        shed?.close(promise: nil)
        if isAdmitted {
            channel.closeFuture.whenComplete { [self] _ in entries.withLock { $0[id] = nil } }
        }
        return isAdmitted
    }

    func waits(_ channel: any Channel, since: NIODeadline) {
        entries.withLock { $0[ObjectIdentifier(channel)]?.waitingSince = since }
    }

    func works(_ channel: any Channel) {
        entries.withLock { $0[ObjectIdentifier(channel)]?.waitingSince = nil }
    }
}
