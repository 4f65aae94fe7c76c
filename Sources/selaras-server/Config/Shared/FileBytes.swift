import Glibc

/// The bytes of a file or of standard input (`-`), 64 KiB at a time.
///
/// Reading blocks, which a command may: nothing else runs in it, and connections have threads of their own.
final class FileBytes {
    private let path: String
    private let descriptor: Int32

    /// Throws `UnreadableFile`.
    init(_ path: String) throws {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw UnreadableFile(path: path, reason: errno) }
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// Nil at the end.
    func next() throws -> [UInt8]? {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
                count = read(descriptor, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            if count >= 0 { return bytes.isEmpty ? nil : bytes }
            if errno != EINTR { throw UnreadableFile(path: path, reason: errno) }
        }
    }

    static func all(of path: String) throws -> [UInt8] {
        let file = try FileBytes(path)
        var bytes: [UInt8] = []
        while let chunk = try file.next() { bytes += chunk }
        return bytes
    }
}

/// A file that the system does not let us read.
struct UnreadableFile: Error {
    let path: String
    /// The `errno` of it.
    let reason: Int32
}
