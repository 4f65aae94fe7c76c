internal import Glibc

/// The file with the stored login; nobody but its owner may read it.
struct CredentialsFile: Sendable {
    let directory: String

    init(environment: Environment) throws(Failure) {
        guard let directory = environment.configurationDirectory else { throw .said(.noHomeDirectory, .failure) }
        self.directory = directory
    }

    var path: String { directory + "/credentials" }

    /// Nil where nobody is signed in; refused where others could read it, since the token may be known to them.
    func read() throws(Failure) -> Credentials? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .said(.cannotReadFile(path, errno), .failure)
        }
        defer { close(descriptor) }
        // Asked of the open file, so that it cannot be exchanged between the question and the reading.
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & 0o077 == 0 else {
            throw .said(.credentialsTooOpen(path), .notAllowed)
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: 8192) { buffer, filled in
            filled = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
        }
        guard let credentials = Credentials(text: String(decoding: bytes, as: UTF8.self)) else {
            throw .said(.credentialsUnreadable(path), .failure)
        }
        return credentials
    }

    /// Puts a whole file in place by a rename; a crash leaves the old one.
    func write(_ credentials: Credentials) throws(Failure) {
        try makeDirectories()
        let new = path + ".\(getpid())"
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw cannotWrite(new) }
        let bytes = Array(credentials.text.utf8)
        // The umask takes bits away from the mode of open, so it is stated once more.
        let isWritten =
            fchmod(descriptor, 0o600) == 0 && Glibc.write(descriptor, bytes, bytes.count) == bytes.count
            && fsync(descriptor) == 0
        let failure = cannotWrite(new)
        close(descriptor)
        guard isWritten else {
            unlink(new)
            throw failure
        }
        guard rename(new, path) == 0 else {
            let failure = cannotWrite(path)
            unlink(new)
            throw failure
        }
    }

    /// Whether there was one.
    func remove() throws(Failure) -> Bool {
        if unlink(path) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw cannotWrite(path) }
        return false
    }

    private func makeDirectories() throws(Failure) {
        var part = ""
        for name in directory.split(separator: "/") {
            part += "/" + name
            guard mkdir(part, 0o700) == 0 || errno == EEXIST || access(part, X_OK) == 0 else { throw cannotWrite(part) }
        }
    }

    private func cannotWrite(_ path: String) -> Failure {
        .said(.cannotWriteFile(path, errno), .failure)
    }
}
