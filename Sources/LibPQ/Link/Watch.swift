/// What may end one exchange early: our deadline, or a cancellation from another task.
struct Watch {
    var deadline: ContinuousClock.Instant?
    var interrupt: Interrupt?
    /// When to stop waiting for the server's answer to our cancel.
    var graceEnd: ContinuousClock.Instant?
    /// Whether we asked the server to cancel because the deadline passed.
    var isExpired = false

    init(deadline: ContinuousClock.Instant? = nil, interrupt: Interrupt? = nil) {
        self.deadline = deadline
        self.interrupt = interrupt
    }

    /// Why a 57014 came: from us, or (nil) from the server's `statement_timeout` or an administrator.
    var ownReason: DatabaseError.Kind? {
        if isExpired { return .deadline }
        return interrupt?.isCancelled == true ? .cancelled : nil
    }
}
