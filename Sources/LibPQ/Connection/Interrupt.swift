internal import Synchronization

/// The right to stop one piece of work, shared between the task that asked for it and the connection that does it.
final class Interrupt: Sendable {
    private enum State {
        case waiting
        /// On its way to the server behind other work: a cancel request now would hit that other work.
        case sent
        case running(Canceller?)
        case cancelled
        case done
    }

    private let state = Mutex(State.waiting)

    /// Called by the connection before it sends anything; false when nothing must be sent any more.
    func claim() -> Bool {
        state.withLock { state in
            guard case .waiting = state else { return false }
            state = .sent
            return true
        }
    }

    /// Called when the work's own answer is the next to come; false when it was cancelled since it was sent.
    func start(_ canceller: Canceller?) -> Bool {
        state.withLock { state in
            guard case .sent = state else { return false }
            state = .running(canceller)
            return true
        }
    }

    /// Called when the answer is complete; false when it was cancelled.
    @discardableResult
    func finish() -> Bool {
        state.withLock { state in
            guard case .running = state else { return false }
            state = .done
            return true
        }
    }

    /// Called when the work must be done again elsewhere; false when it was cancelled.
    func rewind() -> Bool {
        state.withLock { state in
            guard case .running = state else { return false }
            state = .waiting
            return true
        }
    }

    /// Asks the server to stop if it is at this work, and keeps the work from starting if not.
    func cancel() {
        let canceller = state.withLock { state -> Canceller? in
            switch state {
            case .waiting, .sent:
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
