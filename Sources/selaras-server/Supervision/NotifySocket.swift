import Glibc

/// Where the service manager listens for what the service says of itself (`sd_notify(3)`): datagrams of `NAME=VALUE`
/// lines on a unix socket. Without one, what is said goes nowhere, and nothing else changes.
struct NotifySocket: Sendable {
    private let path: [UInt8]

    /// Nil where nobody listens.
    ///
    /// - Parameter name: `NOTIFY_SOCKET`: a path, or a name in the abstract namespace behind `@`.
    init?(_ name: String?) {
        guard let name, let first = name.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "@") else {
            return nil
        }
        var path = Array(name.utf8)
        if first == UInt8(ascii: "@") { path[0] = 0 }
        guard path.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else { return nil }
        self.path = path
    }

    /// Says it once. A manager that does not hear is its own trouble: the service goes on.
    @discardableResult
    func send(_ message: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        // An abstract name ends where the length says; a zero byte behind it would be part of it.
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(message.utf8)
        let sent = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
        return sent == bytes.count
    }
}
