#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// What `poll` found on one socket; the one place that this module waits in.
struct Readiness: OptionSet {
    let rawValue: Int16

    static let readable = Readiness(rawValue: Int16(POLLIN))
    static let writable = Readiness(rawValue: Int16(POLLOUT))
    /// Hung up, in error, or not a socket at all; reading tells which.
    static let broken = Readiness(rawValue: Int16(POLLHUP | POLLERR | POLLNVAL))

    /// Waits until `socket` is ready for one of `interest`, or `milliseconds` passed (nothing is then ready).
    static func wait(for interest: Readiness, on socket: Int32, milliseconds: Int64) -> Readiness {
        guard socket >= 0 else { return .broken }
        var descriptor = pollfd(fd: socket, events: interest.rawValue, revents: 0)
        let ready = poll(&descriptor, 1, Int32(clamping: milliseconds))
        if ready < 0 { return errno == EINTR ? [] : .broken }
        return Readiness(rawValue: descriptor.revents)
    }
}
