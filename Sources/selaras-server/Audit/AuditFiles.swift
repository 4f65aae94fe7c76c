import Foundation
import Glibc
import Store

/// The files of the audit trail: keys and checkpoints.
enum AuditFiles {
    /// The key that `SELARAS_AUDIT_KEY_FILE` names.
    static func key() throws -> AuditKey {
        guard let path = Environment.value("SELARAS_AUDIT_KEY_FILE") else {
            throw Failure(
                .unable,
                id: "SELARAS_AUDIT_KEY_FILE belum diisi. Isikan jalur berkas kunci, yang dibuat dengan "
                    + "`selaras-server audit key create`.",
                en: "SELARAS_AUDIT_KEY_FILE is not set. Set it to the path of a key file, which "
                    + "`selaras-server audit key create` makes.")
        }
        guard let key = AuditKey(try text(of: path)) else {
            throw Failure(
                .unable, id: "\(path) bukan berkas kunci dari `selaras-server audit key create`.",
                en: "\(path) is not a key file of `selaras-server audit key create`.")
        }
        return key
    }

    /// The checkpoints of a file, once their signatures are verified.
    ///
    /// - Parameter key: the public key; nil: what the environment says.
    static func checkpoints(_ path: String, key: String?) throws -> [Checkpoint] {
        let verifier = try verifier(key)
        let notes = String(decoding: try FileBytes.all(of: path), as: UTF8.self)
        do {
            return try verifier.checkpoints(in: notes)
        } catch {
            throw Failure(error, path)
        }
    }

    private static func verifier(_ given: String?) throws -> AuditVerifier {
        guard let text = given ?? Environment.value("SELARAS_AUDIT_PUBLIC_KEY") else { return try key().verifier }
        guard let verifier = AuditVerifier(text) else {
            throw Failure(
                .unable,
                id: "Kunci publik tidak dapat dibaca. Bentuknya nama+nomor+base64, seperti yang ditampilkan "
                    + "`selaras-server audit key show`.",
                en: "The public key cannot be read. Its form is name+number+base64, as shown by "
                    + "`selaras-server audit key show`.")
        }
        return verifier
    }

    private static func text(of path: String) throws -> String {
        String(decoding: try FileBytes.all(of: path), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// A new file that only its owner reads; one that is there stays as it is.
    static func create(_ text: String, at path: String) throws {
        try write(text, to: path, O_WRONLY | O_CREAT | O_EXCL)
    }

    /// Behind what the file has, with a blank line between two notes.
    static func add(_ note: String, to path: String) throws {
        try write("\(note)\n", to: path, O_WRONLY | O_CREAT | O_APPEND)
    }

    /// Whole, on the disk, or a failure.
    private static func write(_ text: String, to path: String, _ flags: Int32) throws {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw unwritable(path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        // In one call: two programs that add to one file do not mix their notes.
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 || errno == EINVAL
        else {
            throw unwritable(path)
        }
    }

    private static func unwritable(_ path: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(
            .unable, id: "\(path) tidak dapat ditulis (\(reason)).", en: "\(path) cannot be written (\(reason)).")
    }
}
