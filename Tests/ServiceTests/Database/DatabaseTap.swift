import Foundation
import Synchronization

/// Stands between the service and its database and counts what the service asks, by the messages of PostgreSQL's own
/// protocol: how many statements are executed, and how often an answer is waited for.
final class DatabaseTap: Sendable {
    struct Count: Equatable, Sendable {
        /// Execute (`E`) and simple query (`Q`) messages.
        var statements = 0
        /// Sync (`S`) and simple query messages: each ends what is sent at a time.
        var roundTrips = 0
    }

    /// Where to connect instead: the folder of the socket.
    let directory: String
    private let upstream: String
    private let listener: Int32
    private let count = Mutex(Count())

    /// - Parameter upstream: the folder of the server's socket.
    init(upstream: String) throws {
        directory = "/tmp/selaras-tap-\(UUID().uuidString.prefix(8))"
        self.upstream = upstream
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = Self.withAddress(in: directory) { bind(listener, $0, $1) }
        guard bound == 0, listen(listener, 64) == 0 else { throw POSIXError(.EADDRINUSE) }
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                connect(client)
            }
        }
    }

    /// What was asked since the last time.
    func take() -> Count {
        count.withLock { count in
            defer { count = Count() }
            return count
        }
    }

    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        _ = Glibc.close(listener)
        try? FileManager.default.removeItem(atPath: directory)
    }

    private func connect(_ client: Int32) {
        let server = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        _ = Self.withAddress(in: upstream) { Glibc.connect(server, $0, $1) }
        Thread.detachNewThread { [self] in
            var messages = Messages()
            Self.pump(from: client, to: server) { bytes in
                messages.take(bytes) { type in
                    count.withLock { count in
                        if type == "E" || type == "Q" { count.statements += 1 }
                        if type == "S" || type == "Q" { count.roundTrips += 1 }
                    }
                }
            }
        }
        Thread.detachNewThread { Self.pump(from: server, to: client) { _ in } }
    }

    private static func pump(from source: Int32, to target: Int32, _ look: (ArraySlice<UInt8>) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let read = recv(source, &buffer, buffer.count, 0)
            guard read > 0 else { break }
            look(buffer[..<read])
            var sent = 0
            while sent < read {
                let written = buffer[sent..<read].withUnsafeBytes {
                    send(target, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard written > 0 else { break }
                sent += written
            }
        }
        // The other direction ends by itself: its own side is closed by this.
        shutdown(target, Int32(SHUT_WR))
    }

    private static func withAddress(
        in directory: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { path in
            path.copyBytes(from: Array("\(directory)/.s.PGSQL.5432".utf8).prefix(path.count - 1))
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

/// Finds the types of the messages that a client sends: one byte of type, four of length; the first has no type.
private struct Messages {
    private var isFirst = true
    private var head: [UInt8] = []
    private var rest = 0

    mutating func take(_ bytes: ArraySlice<UInt8>, _ found: (Character) -> Void) {
        var bytes = bytes
        while !bytes.isEmpty {
            if rest > 0 {
                let skipped = min(rest, bytes.count)
                bytes = bytes.dropFirst(skipped)
                rest -= skipped
                continue
            }
            head.append(bytes.removeFirst())
            let wanted = isFirst ? 4 : 5
            guard head.count == wanted else { continue }
            let length = head.suffix(4).reduce(0) { $0 << 8 | Int($1) }
            if !isFirst { found(Character(UnicodeScalar(head[0]))) }
            rest = length - 4
            isFirst = false
            head.removeAll(keepingCapacity: true)
        }
    }
}
