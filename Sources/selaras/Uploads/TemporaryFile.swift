internal import Glibc

/// A file that nobody else can open by name and that is gone with this program, however it ends: what is in it are
/// families.
final class TemporaryFile: Sendable {
    private let descriptor: Int32
    private let folder: String

    init(_ environment: Environment) throws(Failure) {
        let stated = environment["TMPDIR"] ?? ""
        folder = stated.isEmpty ? "/tmp" : stated
        var name = Array("\(folder)/selaras-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .said(.cannotWriteFile(folder, errno), .failure) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
    }

    deinit { close(descriptor) }

    /// Opens it anew, from its start, for as long as this is kept.
    var path: String { "/proc/self/fd/\(descriptor)" }

    func add(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .said(.cannotWriteFile(folder, errno), .failure) }
            rest = rest.dropFirst(count)
        }
    }
}
