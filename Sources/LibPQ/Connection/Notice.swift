internal import CLibPQ

/// A notice or warning from the server; it may carry data, so it is for logs that only operators read.
package struct Notice: Sendable {
    /// `DEBUG`, `LOG`, `INFO`, `NOTICE` or `WARNING`.
    package let severity: String
    /// `00000` for most, `01000` and others for warnings.
    package let sqlState: SQLState
    /// The primary message, one line.
    package let message: String
}

/// Keeps libpq from printing notices to standard error, which is its default, and hands them to a closure.
final class NoticeReceiver {
    private let receive: (@Sendable (Notice) -> Void)?
    /// The server ended the session while nobody was asking it anything.
    private(set) var sawFatal = false

    init(_ receive: (@Sendable (Notice) -> Void)?) {
        self.receive = receive
    }

    /// Installs this receiver, which must live as long as `connection`: libpq holds only its address.
    func install(on connection: OpaquePointer) {
        let address = Unmanaged.passUnretained(self).toOpaque()
        _ = PQsetNoticeReceiver(
            connection,
            { address, result in
                guard let address, let result else { return }
                let receiver = Unmanaged<NoticeReceiver>.fromOpaque(address).takeUnretainedValue()
                let fields = ServerError(result)
                if fields.severity == "FATAL" { receiver.sawFatal = true }
                receiver.receive?(Notice(severity: fields.severity, sqlState: fields.sqlState, message: fields.message))
            }, address)
    }
}
