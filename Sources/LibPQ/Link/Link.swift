internal import CLibPQ

/// Owns one `PGconn` and holds the conversation with libpq, written once and in blocking style.
///
/// It blocks only in `poll`, and only the thread of the connection's own queue; never Swift's cooperative pool. Not
/// Sendable: the `Connection` actor is its one user.
final class Link {
    var handle: OpaquePointer?
    let options: ConnectionOptions
    /// Set once the session is open.
    var canceller: Canceller?
    private let notices: NoticeReceiver
    var watch = Watch()
    var cache: StatementCache
    var steps = PipelineSteps()
    /// Set where the conversation can no longer be trusted to be in step; such a link is closed, not reused.
    var isDoubtful = false
    /// In step, but to be closed when what was sent is answered: a cancel request may still be on its way to it, or
    /// its prepared statements no longer fit the tables.
    var isRetiring = false

    init(_ handle: OpaquePointer, options: ConnectionOptions) {
        self.handle = handle
        self.options = options
        notices = NoticeReceiver(options.onNotice)
        cache = StatementCache(capacity: options.statementCacheCapacity)
        notices.install(on: handle)
    }

    deinit {
        PQfinish(handle)
    }

    /// Ends the session; everything afterwards fails with `connectionLost`.
    func close() {
        PQfinish(handle)
        handle = nil
        isDoubtful = true
    }

    var isAlive: Bool { handle != nil && PQstatus(handle) == CONNECTION_OK }

    var transactionStatus: PGTransactionStatusType { PQtransactionStatus(handle) }

    /// Whether the next user may have this link: in step, idle, outside a transaction.
    var isReusable: Bool { isUsable && transactionStatus == PQTRANS_IDLE }

    /// Whether more may be sent.
    var isUsable: Bool { !isDoubtful && !isRetiring && isAlive }

    /// Whether the server hung up while the link lay idle. Nothing has been sent then, so another link can take the
    /// work over without doubt about its outcome: a restart of the server goes unnoticed.
    func isStale() -> Bool {
        guard isUsable else { return true }
        while !Readiness.wait(for: .readable, on: PQsocket(handle), milliseconds: 0).isEmpty {
            // Readable although nothing was asked: a notice, a changed parameter, or the end. `PQisBusy` makes libpq
            // read the messages; an unasked-for FATAL arrives as a notice, often before the end of the stream does.
            guard PQconsumeInput(handle) != 0, PQisBusy(handle) == 0, isAlive, !notices.sawFatal else {
                // After a FATAL alone libpq still says that all is well; without the mark the pool would try it again.
                isDoubtful = true
                return true
            }
        }
        return false
    }

    /// Throws where nothing more may be sent.
    func checkUsable() throws(DatabaseError) {
        if handle != nil, isRetiring { throw DatabaseError(.connectionLost, "the connection is retired") }
        guard handle != nil, !isDoubtful else { throw lost() }
    }

    /// The error for a session that ended, with what libpq has to say about it.
    func lost() -> DatabaseError {
        isDoubtful = true
        return DatabaseError(.connectionLost, lastMessage)
    }

    /// A break of the conversation's rules; the link cannot be trusted any more.
    func violation(_ reason: String) -> DatabaseError {
        isDoubtful = true
        return DatabaseError(.protocolViolation, reason)
    }

    var lastMessage: String {
        guard let handle, let message = PQerrorMessage(handle) else { return "the connection is closed" }
        var text = String(cString: message)
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
