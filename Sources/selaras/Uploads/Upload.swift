internal import Glibc

/// A file on its way to the service; it is read as it is sent and never held as a whole.
struct Upload: Sendable {
    enum Origin: Equatable, Sendable {
        case file(String)
        case standardInput
    }

    let origin: Origin
    /// Where what is sent is counted; nil where nobody watches.
    var progress: Progress?
    /// Bytes of a file; nil where nobody knows, as with a pipe.
    let length: Int64?

    /// `-` is stdin. A missing or unreadable file is found here, before anything is sent.
    init(path: String) throws(Failure) {
        guard path != "-" else {
            origin = .standardInput
            length = nil
            return
        }
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
            throw .said(.cannotReadFile(path, errno), .failure)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .said(.isDirectory(path), .failure) }
        origin = .file(path)
        // A named pipe has no length that could be promised.
        length = status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
    }

    /// Whether it can be read a second time.
    var isRepeatable: Bool { length != nil }

    /// What the service is told of the name: the last part only, since folders say more than needed.
    var fileName: String {
        switch origin {
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
        case .standardInput: "masukan.csv"
        }
    }

    /// The bytes from the start.
    var chunks: FileChunks { FileChunks(origin: origin, progress: progress) }
}

extension Upload {
    /// Seconds that a file may take, sending and checking together.
    static let patience = 1800
}
