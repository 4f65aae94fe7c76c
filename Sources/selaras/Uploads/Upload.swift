internal import Glibc
internal import NIOCore

/// A file on its way to the service; it is read as it is sent and never held as a whole.
struct Upload: Sendable {
    enum Origin: Equatable, Sendable {
        case file(String)
        case standardInput
    }

    let origin: Origin
    /// What the person named: where a file was made of it, `origin` is that one.
    let named: Origin
    /// Tells two files apart that were made of one; empty where none was made.
    let mark: String
    private let kept: TemporaryFile?
    /// Where what is sent is counted; nil where nobody watches.
    var progress: Progress?
    /// Bytes of a file; nil where nobody knows, as with a pipe.
    let length: Int64?

    /// `-` is stdin. A missing or unreadable file is found here, before anything is sent.
    init(path: String) throws(Failure) {
        guard path != "-" else {
            (origin, named, mark, kept, length) = (.standardInput, .standardInput, "", nil, nil)
            return
        }
        var status = stat()
        guard stat(path, &status) == 0, access(path, R_OK) == 0 else {
            throw .said(.cannotReadFile(path, errno), .failure)
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .said(.isDirectory(path), .failure) }
        (origin, named, mark, kept) = (.file(path), .file(path), "", nil)
        // A named pipe has no length that could be promised.
        length = status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
    }

    private init(_ file: TemporaryFile, _ named: Origin, mark: String) throws(Failure) {
        length = try Upload(path: file.path).length
        (origin, self.named, self.mark, kept) = (.file(file.path), named, mark, file)
    }

    /// What is sent in its place, under its name.
    func replaced(by file: TemporaryFile, mark: String) throws(Failure) -> Upload {
        try Upload(file, named, mark: mark)
    }

    /// Whether it can be read a second time.
    var isRepeatable: Bool { length != nil }

    /// What the service is told of the name: the last part only, since folders say more than needed.
    var fileName: String {
        switch named {
        case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
        case .standardInput: "masukan.csv"
        }
    }

    /// The bytes from the start.
    var chunks: FileChunks { FileChunks(origin: origin, progress: progress) }

    /// All of it, where it is small.
    func whole(upTo most: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in chunks {
                bytes += chunk.readableBytesView
                guard bytes.count <= most else { throw Failure.said(.fileTooLarge(fileName, most), .failure) }
            }
        } catch TransportFailure.unreadableFile(let phrase) {
            throw Failure.said(phrase, .failure)
        }
        return bytes
    }
}

extension Upload {
    /// Seconds that a file may take, sending and checking together.
    static let patience = 1800
}
