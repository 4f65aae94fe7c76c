import ArgumentParser
import Foundation
import LibPQ
import Store

/// What commands take from the environment, so that a secret never stands on a command line.
enum Environment {
    /// `DATABASE_URL`; empty where it is not set, and then libpq looks at `PG*` and the service file.
    static var conninfo: String { value("DATABASE_URL") ?? "" }

    static func value(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Reads the key that `SELARAS_FAMILY_KEY_FILE` names: at least 64 hexadecimal digits.
    static func familyKey() throws -> FamilyKey {
        guard let path = value("SELARAS_FAMILY_KEY_FILE") else {
            throw ValidationError(
                "SELARAS_FAMILY_KEY_FILE belum diisi. Isikan jalur berkas kunci, misalnya hasil `openssl rand -hex 32`."
            )
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let bytes = bytes(hex: text.trimmingCharacters(in: .whitespacesAndNewlines)),
            let key = FamilyKey(bytes: bytes)
        else {
            throw ValidationError(
                "Kunci di \(path) tidak dapat dipakai: harus dapat dibaca dan berisi sedikitnya 64 digit heksadesimal.")
        }
        return key
    }

    /// The folder `Schema`: beside `SELARAS_HOME`, in `share/selaras` beside the program's folder, or in one of the
    /// folders above the program, as in a clone.
    static func schemaFiles() throws -> SchemaFiles {
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath() ?? URL(fileURLWithPath: "/")
        var candidates = value("SELARAS_HOME").map { [URL(fileURLWithPath: $0)] } ?? []
        var folder = program.deletingLastPathComponent()
        candidates.append(folder.deletingLastPathComponent().appending(path: "share/selaras"))
        while folder.path != "/" {
            candidates.append(folder)
            folder.deleteLastPathComponent()
        }
        for candidate in candidates {
            let schema = candidate.appending(path: "Schema")
            if FileManager.default.fileExists(atPath: schema.appending(path: "migrations").path) {
                return try read(schema)
            }
        }
        throw ValidationError("Folder Schema tidak ditemukan. Isikan SELARAS_HOME dengan folder yang memuatnya.")
    }

    private static func read(_ folder: URL) throws -> SchemaFiles {
        let migrations = folder.appending(path: "migrations")
        let names = try FileManager.default.contentsOfDirectory(atPath: migrations.path).filter { $0.hasSuffix(".sql") }
        return try SchemaFiles(
            roles: String(contentsOf: folder.appending(path: "roles.sql"), encoding: .utf8),
            bootstrap: String(contentsOf: folder.appending(path: "bootstrap.sql"), encoding: .utf8),
            migrations: names.map {
                (name: $0, sql: try String(contentsOf: migrations.appending(path: $0), encoding: .utf8))
            })
    }

    private static func bytes(hex text: String) -> [UInt8]? {
        guard text.utf8.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}

/// A pipe is written when its buffer is full, which is too late for whoever waits for the address.
func flushStandardOutput() {
    fflush(nil)
}

/// Ends the program with a sentence on standard error and exit code 1.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }

    /// Why the database cannot be used, and what to do.
    init(_ error: DatabaseError) {
        switch error.kind {
        case .cannotConnect:
            self.init(
                "Basis data tidak dapat dihubungi: \(error.message)\nPeriksa DATABASE_URL dan apakah PostgreSQL berjalan."
            )
        case .connectionLost:
            self.init("Sambungan ke basis data terputus. Yang belum selesai dibatalkan; jalankan lagi.")
        default:
            self.init("Basis data menolak: \(error.message)")
        }
    }
}

extension Failure {
    init(_ fault: Unfit) {
        switch fault {
        case .loginIsTooPowerful(let name):
            self.init(
                """
                Pengguna basis data \(name) terlalu berkuasa: pembatasan baris tidak berlaku baginya.
                Gunakan selaras_login, yang dibuat oleh `selaras-server migrate`.
                """)
        case .schemaVersion(let found, let required):
            self.init(
                "Skema basis data pada versi \(found), program ini memerlukan versi \(required). "
                    + (found < required ? "Jalankan `selaras-server migrate`." : "Pasang versi program yang baru."))
        case .schemaMissing:
            self.init("Skema Selaras belum ada di basis data ini. Jalankan `selaras-server migrate`.")
        }
    }

    init(cannotServe error: any Error, host: String, port: Int) {
        let reason = "\(error)"
        self.init(
            reason.contains("EADDRINUSE") || reason.contains("Address already in use")
                ? "Port \(port) di \(host) sedang dipakai. Hentikan program yang memakainya, atau pilih --port lain."
                : "Peladen tidak dapat berjalan: \(reason)")
    }
}
