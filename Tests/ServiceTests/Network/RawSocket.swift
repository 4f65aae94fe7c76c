import Foundation
import Glibc

/// A connection on which bytes are sent as they are, right or wrong.
///
/// Its descriptor is given back once nobody holds it any more: closed earlier, its number could be that of somebody
/// else's connection by the time a thread that is still sending, or a second `close`, comes to it.
final class RawSocket: Sendable {
    struct Refused: Error {}

    private let descriptor: Int32

    /// Connects to a service on this machine.
    ///
    /// - Parameter window: How many bytes may have come before they are read.
    init(_ url: String, window: Int32? = nil) throws {
        guard let port = url.split(separator: ":").last.flatMap({ UInt16($0) }) else { throw Refused() }
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var window { setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &window, socklen_t(MemoryLayout<Int32>.size)) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Refused() }
        // Generous: a test that meets it has failed.
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Sends what the other side takes at once or, where `waits`, all of it; what it no longer takes is lost.
    func send(_ text: String, waits: Bool = true) {
        var bytes = Array(text.utf8)[...]
        let flags = Int32(MSG_NOSIGNAL) | (waits ? 0 : Int32(MSG_DONTWAIT))
        while !bytes.isEmpty {
            let sent = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
            guard sent > 0 else { return }
            bytes = bytes.dropFirst(sent)
        }
    }

    /// What comes until `isEnough`, or until the other side closes; nil for a side that does neither.
    func read(until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }) async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [self] in
                var bytes: [UInt8] = []
                var part = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = recv(descriptor, &part, part.count, 0)
                    if count < 0 && errno == EAGAIN { return continuation.resume(returning: nil) }
                    if count > 0 { bytes += part[..<count] }
                    let text = String(decoding: bytes, as: UTF8.self)
                    if count <= 0 || isEnough(text) { return continuation.resume(returning: text) }
                }
            }
        }
    }

    deinit { Glibc.close(descriptor) }

    func close() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    /// Sends a whole request, and reads until the service closes the connection.
    static func lastWords(_ url: String, _ request: String) async throws -> String? {
        let socket = try RawSocket(url)
        defer { socket.close() }
        // What is sent may be more than is read before the answer.
        Thread.detachNewThread { socket.send(request) }
        return await socket.read()
    }

    /// One answer with its length: head and body are there.
    static func isWhole(_ text: String) -> Bool {
        guard let end = text.range(of: "\r\n\r\n"),
            let length = text.firstMatch(of: #/Content-Length: (\d+)/#).flatMap({ Int($0.1) })
        else { return false }
        return text[end.upperBound...].utf8.count >= length
    }
}
