internal import AsyncHTTPClient
internal import NIOCore
internal import Synchronization

/// The body of an answer, piece by piece. A service that falls silent in the middle is given up, however long the whole
/// takes: the client's own deadline ends with the head.
struct AnswerBody: Sendable {
    let pieces: HTTPClientResponse.Body
    /// Seconds without a piece.
    let patience: Int

    /// All of it; throws `answerTooLarge` above that many bytes.
    func collect(upTo largest: Int) async throws -> [UInt8] {
        let bytes = Mutex<[UInt8]>([])
        try await read { piece in
            try bytes.withLock { bytes in
                guard bytes.count + piece.count <= largest else { throw TransportFailure.answerTooLarge }
                bytes += piece
            }
        }
        return bytes.withLock { $0 }
    }

    /// Whatever ends it early, a part is written then, which is another failure than none.
    func hand(to sink: @escaping @Sendable ([UInt8]) throws -> Void) async throws(TransportFailure) {
        do {
            try await read(sink)
        } catch let failure as Failure {
            throw .unwritable(failure)
        } catch {
            throw .brokenOff
        }
    }

    private func read(_ take: @escaping @Sendable ([UInt8]) throws -> Void) async throws {
        let pulse = Pulse()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for try await piece in pieces { try pulse.beat { try take(Array(piece.readableBytesView)) } }
            }
            group.addTask {
                var seen = pulse.count
                while true {
                    try await Task.sleep(for: .seconds(patience))
                    let now = pulse.count
                    guard now != seen || pulse.isBeating else { throw TransportFailure.timedOut }
                    seen = now
                }
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}

/// Whether an answer still comes. A reader of ours that is slow, as a pager is, is not the service's silence.
private final class Pulse: Sendable {
    private let state = Mutex((count: 0, isBeating: false))

    var count: Int { state.withLock { $0.count } }
    var isBeating: Bool { state.withLock { $0.isBeating } }

    func beat(_ work: () throws -> Void) rethrows {
        state.withLock { $0.isBeating = true }
        defer { state.withLock { $0 = ($0.count + 1, false) } }
        try work()
    }
}
