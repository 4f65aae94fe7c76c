internal import Dispatch
internal import Glibc
internal import NIOCore

/// The bytes of a file or of stdin, 64 KiB at a time.
struct FileChunks: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let origin: Upload.Origin
    var progress: Progress?

    func makeAsyncIterator() -> Iterator {
        progress?.begin()
        return Iterator(origin: origin, progress: progress)
    }

    struct Iterator: AsyncIteratorProtocol {
        let origin: Upload.Origin
        private let progress: Progress?
        private var file: OpenFile?

        init(origin: Upload.Origin, progress: Progress?) {
            self.origin = origin
            self.progress = progress
        }

        mutating func next() async throws -> ByteBuffer? {
            let open = try file ?? OpenFile(origin)
            file = open
            let bytes = try await open.read()
            if bytes.isEmpty { progress?.end() } else { progress?.add(bytes.count) }
            return bytes.isEmpty ? nil : ByteBuffer(bytes: bytes)
        }
    }
}

/// Reads on a queue of its own: a pipe may have nothing for minutes, and Swift's threads must not wait for it.
private final class OpenFile: Sendable {
    private let descriptor: Int32
    private let isOwn: Bool
    private let queue = DispatchQueue(label: "selaras.upload")

    init(_ origin: Upload.Origin) throws(TransportFailure) {
        switch origin {
        case .standardInput:
            descriptor = STDIN_FILENO
            isOwn = false
        case .file(let path):
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            isOwn = true
            guard descriptor >= 0 else {
                throw .unreadableFile(.cannotReadFile(path, errno))
            }
        }
    }

    deinit {
        if isOwn, descriptor >= 0 { close(descriptor) }
    }

    func read() async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [self] in
                continuation.resume(with: Result { try readNow() })
            }
        }
    }

    private func readNow() throws -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
                count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            if count >= 0 { return bytes }
            guard errno == EINTR else {
                throw TransportFailure.unreadableFile(.cannotReadFile("-", errno))
            }
        }
    }
}
