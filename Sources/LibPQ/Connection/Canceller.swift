internal import CLibPQ
import Dispatch
import Synchronization

/// Asks the server to cancel what one connection is running, over a connection of its own.
///
/// libpq 15 has only `PQcancel`, which blocks until the server closes that second connection; so it runs on a queue
/// of its own (a shared concurrent queue starves on Linux, where it is capped near the number of cores).
final class Canceller: Sendable {
    private let request: Mutex<Request>
    private let queue = DispatchQueue(label: "selaras.postgresql.cancel")

    /// Takes what it needs out of an open connection; nil when libpq cannot.
    init?(_ connection: OpaquePointer) {
        guard let request = Request(connection) else { return nil }
        self.request = Mutex(request)
    }

    /// Sends the request soon and returns at once. Whether it succeeds shows in what the connection then receives.
    func fire() {
        queue.async { [self] in request.withLock { $0.send() } }
    }

    /// Owns one `PGcancel`. Its address is kept as a number, which may cross threads; the lock around it does the rest.
    private struct Request: ~Copyable {
        private let address: UInt

        init?(_ connection: OpaquePointer) {
            guard let pointer = PQgetCancel(connection) else { return nil }
            address = UInt(bitPattern: pointer)
        }

        deinit {
            PQfreeCancel(OpaquePointer(bitPattern: address))
        }

        func send() {
            var message = [CChar](repeating: 0, count: 256)
            _ = PQcancel(OpaquePointer(bitPattern: address), &message, Int32(message.count))
        }
    }
}
