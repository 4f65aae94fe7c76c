extension Connection {
    /// Does one errand and then those that wait, until there are none or this connection is no longer fit.
    ///
    /// While the queue is not empty several errands are under way at once: the server works on the next while the
    /// answer of the last is decoded, and neither side goes to sleep in between.
    func serve(_ first: Waiter, from pool: Pool) {
        var unsent = [first]
        if !link.isStale() { serve(&unsent, from: pool) }
        pool.readmit(unsent)
        hangUpUnlessFit()
        pool.dispatchNext(after: self, isFit: isReusable)
    }

    /// Leaves in `unsent`, oldest first, what another connection must do because this one failed.
    private func serve(_ unsent: inout [Waiter], from pool: Pool) {
        var sent: [Waiter] = []
        var interrupted: [Waiter] = []
        repeat {
            send(&unsent, behind: &sent)
            // Before waiting for an answer: the server should find the next work when it is done with this.
            if unsent.isEmpty, sent.isEmpty ? isReusable : link.isUsable {
                unsent = pool.takeErrands(beside: sent.count)
                send(&unsent, behind: &sent)
            }
            if !sent.isEmpty {
                let oldest = sent.removeFirst()
                if oldest.errand?.receive(on: link) == false { interrupted.append(oldest) }
            }
        } while !sent.isEmpty || !unsent.isEmpty && isReusable
        unsent = interrupted + unsent
    }

    /// Sends what can be sent now; what needs the connection to itself is done when nothing is under way.
    private func send(_ unsent: inout [Waiter], behind sent: inout [Waiter]) {
        while link.isUsable, let waiter = unsent.first, let errand = waiter.errand {
            if errand.isShareable(on: link) {
                unsent.removeFirst()
                if errand.send(on: link) { sent.append(waiter) }
            } else if sent.isEmpty {
                unsent.removeFirst()
                errand.run(on: link)
                // Left in a transaction, or worse: nobody may follow.
                if !isReusable { return }
            } else {
                return
            }
        }
    }

    func hangUpUnlessFit() {
        if !isReusable { link.close() }
    }
}
