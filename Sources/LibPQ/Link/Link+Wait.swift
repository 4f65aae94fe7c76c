internal import CLibPQ

extension Link {
    /// How long one `poll` may last. A cancellation makes the server answer, which ends the `poll`; only where the
    /// server does not answer is the end of this slice what lets us notice, so it need not be short.
    private static var slice: Int64 { 1000 }

    /// Flushes what is unsent and waits until the server sent more. Both at once: a server that is blocked on sending
    /// results does not read, and one that is not read from stops the exchange for ever.
    func advance() throws(DatabaseError) {
        try wait(alsoWritable: false)
    }

    /// Flushes until libpq's buffer is empty, reading on the way whatever comes.
    func flushAll() throws(DatabaseError) {
        while try flush() { try wait(alsoWritable: true) }
    }

    /// Whether something is left to send.
    func flush() throws(DatabaseError) -> Bool {
        let left = PQflush(handle)
        // A failed write is reported with the results: the server may have said why before it hung up.
        return left > 0
    }

    private func wait(alsoWritable: Bool) throws(DatabaseError) {
        while true {
            let isUnsent = try flush()
            if alsoWritable, !isUnsent { return }
            let ready = Readiness.wait(
                for: isUnsent ? [.readable, .writable] : .readable, on: PQsocket(handle), milliseconds: try patience())
            if !ready.isDisjoint(with: [.readable, .broken]) {
                // A failure shows in the result that PQgetResult then makes up, after those that came before it.
                _ = PQconsumeInput(handle)
                return
            }
        }
    }

    /// Milliseconds for the next `poll`, after seeing to deadline and cancellation.
    private func patience() throws(DatabaseError) -> Int64 {
        guard watch.deadline != nil || watch.graceEnd != nil || watch.interrupt?.isCancelled == true else {
            return Self.slice
        }
        let now = ContinuousClock.now
        if let graceEnd = watch.graceEnd {
            guard now < graceEnd else {
                isDoubtful = true
                throw DatabaseError(watch.ownReason ?? .cancelled, "the server did not answer the cancel request")
            }
            return min(Self.slice, (graceEnd - now).milliseconds)
        }
        if watch.interrupt?.isCancelled == true {
            watch.graceEnd = now + options.cancelGrace
        } else if let deadline = watch.deadline {
            guard now >= deadline else { return min(Self.slice, (deadline - now).milliseconds) }
            watch.isExpired = true
            watch.graceEnd = now + options.cancelGrace
            fireCancel()
        }
        return Self.slice
    }
}
