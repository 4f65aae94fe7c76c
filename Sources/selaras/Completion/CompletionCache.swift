internal import Glibc

/// Codes that the service has told, kept for an hour: a shell completes at every press of a key.
struct CompletionCache: Sendable {
    static let lifetime = 3600

    private let path: String

    /// Nil without a home directory.
    init?(environment: Environment, subject: String) {
        guard let folder = environment.cacheDirectory else { return nil }
        path = folder + "/completion/" + Fingerprint.of(subject)
    }

    /// What is kept and not too old; nil otherwise.
    func fresh() -> [String]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let age = time(nil) - status.st_mtim.tv_sec
        guard (0..<Self.lifetime).contains(age), let text = try? FileText.read(path, upTo: 1 << 20) else { return nil }
        return text.split(separator: "\n").map(String.init)
    }

    /// A cache that cannot be written is no reason to fail.
    func keep(_ names: [String]) {
        try? FileText.write(names.map { $0 + "\n" }.joined(), to: path, mode: 0o600)
    }
}
