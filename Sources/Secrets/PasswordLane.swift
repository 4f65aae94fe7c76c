internal import Foundation
package import Planning
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#endif

/// Where passwords are hashed: at most two at a time, on threads of their own that give way to all others.
///
/// One hash takes a processor a fifth of a second and 32 MiB. On the threads that answer requests, a handful of
/// sign-ins would keep everybody waiting; so they wait here, in a short line, and for a short while. Places take turns in
/// it: whoever sends many from one address waits behind everybody else's first, and makes room for them where it is full.
package final class PasswordLane: Sendable {
    /// More wait for their turn already than may, or it did not come in time.
    package struct Busy: Error {}

    package static let atOnce = 2
    package static let mostWaiting = 32

    fileprivate struct Job: Sendable {
        /// Gives what tells whoever waits.
        let work: @Sendable () -> @Sendable () -> Void
        let giveUp: @Sendable () -> Void
        let deadline: Date
        let place: String
        /// In which it is served; a place has one in each.
        var round = 0
    }

    fileprivate struct State {
        /// By their rounds, and within one as they came.
        var waiting: [Job] = []
        /// That of the last that was served.
        var round = 0
        /// The last of each place that is in the line, or was served since nobody waited.
        var lastRounds: [String: Int] = [:]
        var threads = 0
        var done = 0
        var running = 0
        var mostRunning = 0
    }

    private let state = Mutex(State())
    private let parameters: KeptPassword.Parameters
    private let longestWait: Double
    /// What a password is compared with where nobody has it, so that it takes as long.
    private let nobodys: KeptPassword

    /// - Parameter longestWait: In seconds.
    package init(parameters: KeptPassword.Parameters = .today, longestWait: Double = 5) {
        self.parameters = parameters
        self.longestWait = longestWait
        nobodys = KeptPassword(
            parameters: parameters, salt: [UInt8](repeating: 0, count: 16), hash: [UInt8](repeating: 0, count: 32))
    }

    /// How many hashes were made, and the most that were under way together.
    package var counts: (done: Int, mostAtOnce: Int) { state.withLock { ($0.done, $0.mostRunning) } }

    /// Whether it is the password; false, and as late, where there is none.
    ///
    /// - Parameter place: Where the request comes from.
    package func matches(_ password: PasswordText, _ kept: KeptPassword?, for place: String) async throws -> Bool {
        let nobodys = nobodys
        return try await run(for: place) { try Scrypt.matches(password.bytes, kept ?? nobodys) } && kept != nil
    }

    package func hashed(_ password: PasswordText, for place: String) async throws -> KeptPassword {
        let parameters = parameters
        return try await run(for: place) { try Scrypt.hashed(password.bytes, parameters) }
    }

    /// Whether it was hashed as passwords are today.
    package func isOfToday(_ kept: KeptPassword) -> Bool { kept.parameters == parameters }

    private func run<Value: Sendable>(
        for place: String, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                work: {
                    let result = Result { try work() }
                    return { continuation.resume(with: result) }
                },
                giveUp: { continuation.resume(throwing: Busy()) },
                deadline: Date(timeIntervalSinceNow: longestWait), place: place)
            enqueue(job)
        }
    }

    private func enqueue(_ job: Job) {
        let (refused, isThreadWanted): (Job?, Bool) = state.withLock { state in
            let refused = state.admit(job, most: Self.mostWaiting)
            guard state.threads < Self.atOnce, !state.waiting.isEmpty else { return (refused, false) }
            state.threads += 1
            return (refused, true)
        }
        refused?.giveUp()
        guard isThreadWanted else { return }
        let thread = Thread { [self] in serve() }
        thread.name = "passwords"
        thread.start()
    }

    /// Until nobody waits; a thread that is not needed does not stay.
    private func serve() {
        Self.giveWay()
        while let job = next() {
            // Who has waited so long is better told now than answered when nobody listens any more.
            guard job.deadline > Date() else {
                job.giveUp()
                continue
            }
            state.withLock { state in
                state.running += 1
                state.mostRunning = max(state.mostRunning, state.running)
            }
            let tell = job.work()
            // Counted before anybody hears of it.
            state.withLock { state in
                state.running -= 1
                state.done += 1
            }
            tell()
        }
    }

    private func next() -> Job? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.threads -= 1
                (state.round, state.lastRounds) = (0, [:])
                return nil
            }
            let job = state.waiting.removeFirst()
            state.round = job.round
            return job
        }
    }

    /// On Linux this is of the calling thread alone.
    private static func giveWay() {
        #if canImport(Glibc)
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
        #endif
    }
}

extension PasswordLane.State {
    /// Who finds no place in the line: the one whose turn would come last of all, which may be the new one.
    fileprivate mutating func admit(_ new: PasswordLane.Job, most: Int) -> PasswordLane.Job? {
        var new = new
        new.round = max(round, (lastRounds[new.place] ?? round - 1) + 1)
        var refused: PasswordLane.Job?
        if waiting.count >= most {
            guard let last = waiting.last, last.round > new.round else { return new }
            waiting.removeLast()
            lastRounds[last.place] = last.round - 1
            refused = last
        }
        lastRounds[new.place] = new.round
        waiting.insert(new, at: waiting.firstIndex { $0.round > new.round } ?? waiting.endIndex)
        return refused
    }
}
