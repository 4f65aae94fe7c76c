internal import Glibc

/// Small files as text.
enum FileText {
    /// Nil where there is no file; what is beyond `most` bytes is none of ours and is left out.
    static func read(_ path: String, upTo most: Int = 65_536) throws(Failure) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .said(.cannotReadFile(path, errno), .failure)
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count < most {
            var count = 0
            let part = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
                count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                filled = max(0, count)
            }
            guard count >= 0 else { throw .said(.cannotReadFile(path, errno), .failure) }
            if part.isEmpty { break }
            bytes += part
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts a whole file in place by a rename, so that a crash or a full disk leaves the old one.
    static func write(_ text: String, to path: String, mode: mode_t) throws(Failure) {
        try makeFolders(of: path)
        let new = path + ".\(getpid())"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .said(.cannotWriteFile(new, errno), .failure) }
        let bytes = Array(text.utf8)
        // The umask takes bits away from the mode of open, so it is stated once more.
        let isWritten =
            fchmod(descriptor, mode) == 0 && writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
        let failure = Failure.said(.cannotWriteFile(new, errno), .failure)
        close(descriptor)
        guard isWritten else {
            unlink(new)
            throw failure
        }
        guard rename(new, path) == 0 else {
            let failure = Failure.said(.cannotWriteFile(path, errno), .failure)
            unlink(new)
            throw failure
        }
    }

    /// A disk that is nearly full takes a part and says why only when it is asked to take the rest.
    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || (count < 0 && errno == EINTR) else { return false }
            rest = rest.dropFirst(max(0, count))
        }
        return true
    }

    /// Fails as `write` would, and leaves nothing: for a file that is only known what to write into after something that
    /// cannot be undone.
    static func requireWritable(_ path: String) throws(Failure) {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .said(.isDirectory(path), .failure) }
        try makeFolders(of: path)
        let new = path + ".\(getpid())"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .said(.cannotWriteFile(path, errno), .failure) }
        close(descriptor)
        unlink(new)
    }

    /// Fails where something is there already that a person may have worked on.
    static func requireNew(_ path: String) throws(Failure) {
        var status = stat()
        guard stat(path, &status) != 0 else { throw .said(.fileExists(path), .failure) }
        try requireWritable(path)
    }

    /// The folders of a file of ours; nobody else has a business in those that are new.
    private static func makeFolders(of path: String) throws(Failure) {
        var part = path.hasPrefix("/") ? "" : "."
        for name in path.split(separator: "/").dropLast() {
            part += "/" + name
            guard mkdir(part, 0o700) == 0 || errno == EEXIST || access(part, X_OK) == 0 else {
                throw .said(.cannotWriteFile(part, errno), .failure)
            }
        }
    }
}
