internal import Glibc

/// The file with the stored login; nobody but its owner may read it.
struct CredentialsFile: Sendable {
    let path: String

    init(profile: String, environment: Environment) throws(Failure) {
        guard let path = Self.path(profile, environment) else { throw .said(.noHomeDirectory, .failure) }
        self.path = path
    }

    /// `credentials`, or `credentials.NAME` of a named profile; nil without a home directory.
    static func path(_ profile: String, _ environment: Environment) -> String? {
        let ending = profile == Profile.standardName ? "" : "." + profile
        return environment.configurationDirectory.map { $0 + "/credentials" + ending }
    }

    /// The names of the profiles that are signed in.
    static func profiles(environment: Environment) -> [String] {
        guard let folder = environment.configurationDirectory, let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "credentials" { names.append(Profile.standardName) }
            guard name.hasPrefix("credentials.") else { continue }
            let ending = String(name.dropFirst("credentials.".count))
            // A file that is being written ends in the number of its writer.
            if Profile.isName(ending), !ending.allSatisfy(\.isNumber) { names.append(ending) }
        }
        return names.sorted()
    }

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

    /// Readable by its owner only.
    func write(_ credentials: Credentials) throws(Failure) {
        try FileText.write(credentials.text, to: path, mode: 0o600)
    }

    /// Takes the token out and leaves the address; a file that cannot be understood goes as a whole. The address, or nil
    /// where there was no token.
    func forgetToken() throws(Failure) -> String? {
        guard let stored = try? read() else { return try remove() ? "" : nil }
        guard stored.token != nil else { return nil }
        try write(Credentials(url: stored.url, token: nil))
        return stored.url
    }

    /// Whether there was one.
    private func remove() throws(Failure) -> Bool {
        if unlink(path) == 0 { return true }
        guard errno == ENOENT || errno == ENOTDIR else { throw cannotWrite(path) }
        return false
    }

    private func cannotWrite(_ path: String) -> Failure {
        .said(.cannotWriteFile(path, errno), .failure)
    }
}
