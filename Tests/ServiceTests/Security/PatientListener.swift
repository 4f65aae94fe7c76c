import Foundation
import Glibc

/// Waits on a port of its own and answers nobody; it only knows whether somebody came.
final class PatientListener: Sendable {
    let port: UInt16
    private let descriptor: Int32

    init() throws {
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { rebound in
                bind(listening, rebound, length) == 0 && listen(listening, 16) == 0
                    && getsockname(listening, rebound, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(.EADDRINUSE) }
        descriptor = listening
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(descriptor) }

    /// Whether a connection is there, or comes before so many milliseconds are over.
    func wasCalled(within milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) == 1
    }
}
