internal import Glibc

/// The key under which a file was sent, kept until the service has answered. With it the same file can be sent again
/// after a break and is known for the same sending.
struct UploadRecord: Sendable {
    private let path: String

    /// One record for a file, as it is now, on its way to one place; nil where nothing can be kept: stdin cannot be read
    /// twice, and without a home directory there is no place.
    init?(_ upload: Upload, to url: String, environment: Environment) {
        guard case .file(let name) = upload.named, let folder = environment.stateDirectory else { return nil }
        var status = stat()
        guard stat(name, &status) == 0 else { return nil }
        let full = realpath(name, nil).map { pointer in
            defer { free(pointer) }
            return String(cString: pointer)
        }
        let mark =
            [
                url, full ?? name, String(status.st_size), String(status.st_mtim.tv_sec),
                String(status.st_mtim.tv_nsec),
            ].joined(separator: "\n") + upload.mark
        path = folder + "/uploads/" + Fingerprint.of(mark)
    }

    /// The key of the sending that broke; nil where none did.
    func key() throws(Failure) -> String? {
        try FileText.read(path)?.trimmed
    }

    func keep(_ key: String) throws(Failure) {
        try FileText.write(key + "\n", to: path, mode: 0o600)
    }

    func forget() { unlink(path) }
}
