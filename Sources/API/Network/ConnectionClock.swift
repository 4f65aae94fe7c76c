package import NIOCore

/// Decides when a connection has kept the server waiting for too long. It knows no socket and no timer.
///
/// A deadline for silence alone could be cheated with one byte now and then, so a body, or the reading of an answer,
/// must move a fewest number of bytes in every such while.
package struct ConnectionClock {
    package enum Phase: Equatable {
        /// Nothing of a request is there.
        case idle
        /// A part of a head is there.
        case head
        case body
        /// The request is there, its answer is being made or read.
        case answer
    }

    package enum Verdict: Equatable {
        case wait(until: NIODeadline)
        case tooLate
    }

    package private(set) var phase = Phase.idle
    private let limits: NetworkLimits
    private var since: NIODeadline
    private var isFresh = true
    private var moved = 0
    private var isClosing = false

    package init(_ limits: NetworkLimits, now: NIODeadline) {
        self.limits = limits
        since = now
    }

    package mutating func enter(_ phase: Phase, now: NIODeadline) {
        if phase != .idle { isFresh = false }
        self.phase = phase
        restart(now)
    }

    /// The server itself was not reading or had nothing to write, so nobody is late.
    package mutating func restart(_ now: NIODeadline) {
        since = now
        moved = 0
    }

    package mutating func move(_ bytes: Int) { moved += bytes }

    /// The server is stopping: who stalls holds it up.
    package mutating func close(_ now: NIODeadline) {
        isClosing = true
        restart(now)
    }

    /// To be asked at the deadline it named last, and whenever the phase has changed.
    package mutating func verdict(now: NIODeadline) -> Verdict {
        if now < deadline { return .wait(until: deadline) }
        guard phase == .body || phase == .answer, moved >= limits.fewestBytes else { return .tooLate }
        restart(now)
        return .wait(until: deadline)
    }

    private var deadline: NIODeadline {
        switch phase {
        // A connection without any byte is held like a head that does not come.
        case .idle: since + .seconds(Int64(isFresh ? limits.headSeconds : limits.idleSeconds))
        case .head: since + .seconds(Int64(limits.headSeconds))
        case .body, .answer:
            since + .seconds(Int64(isClosing ? limits.closingSilenceSeconds : limits.silenceSeconds))
        }
    }
}
