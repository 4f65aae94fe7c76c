import Synchronization

/// The right to stop one piece of work, shared between the task that asked for it and the connection that does it.
final class Interrupt: Sendable {
    private enum State {
        case waiting
        case running(Canceller?)
        case cancelled
        case done
    }

    private let state = Mutex(State.waiting)

    /// Called by the connection before it sends anything; false when nothing must be sent any more.
    func start(_ canceller: Canceller?) -> Bool {
        state.withLock { state in
            guard case .waiting = state else { return false }
            state = .running(canceller)
            return true
        }
    }

    /// Called by the connection when the answer is complete. A cancel request that was sent before may still be on
    /// its way and would hit what comes next, so the connection is then not to be used again: returns false.
    func finish() -> Bool {
        state.withLock { state in
            guard case .running = state else { return false }
            state = .done
            return true
        }
    }

    /// Asks the server to stop if the work is running, and keeps it from starting if not.
    func cancel() {
        let canceller = state.withLock { state -> Canceller? in
            switch state {
            case .waiting:
                state = .cancelled
                return nil
            case .running(let canceller):
                state = .cancelled
                return canceller
            case .cancelled, .done:
                return nil
            }
        }
        canceller?.fire()
    }

    var isCancelled: Bool {
        state.withLock { if case .cancelled = $0 { true } else { false } }
    }
}
