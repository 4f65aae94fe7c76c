import Contract
import Foundation
import Store

/// What commands take from the environment, so that a secret never stands on a command line.
enum Environment {
    /// `DATABASE_URL`, or what the file says that `DATABASE_URL_FILE` names; empty where neither is set, and then libpq
    /// looks at `PG*` and the service file. A file is for passwords, which an environment shows to too many.
    static func conninfo() throws -> String {
        if let url = value("DATABASE_URL") { return url }
        guard let path = value("DATABASE_URL_FILE") else { return "" }
        let bytes = try FileBytes.all(of: path)
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    static func value(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Nil also for what is no number, which `ServeOptions` refuses.
    static func port(_ name: String) -> Int? { value(name).flatMap(Int.init) }

    /// Reads the keys that `SELARAS_FAMILY_KEY_FILE` names: one a line, of at least 64 hexadecimal digits each.
    static func familyKey() throws -> FamilyKey {
        guard let path = value("SELARAS_FAMILY_KEY_FILE") else {
            throw Failure(
                .unable,
                id: "SELARAS_FAMILY_KEY_FILE belum diisi. Isikan jalur berkas kunci, misalnya hasil "
                    + "`openssl rand -hex 32`.",
                en: "SELARAS_FAMILY_KEY_FILE is not set. Set it to the path of a key file, for example made with "
                    + "`openssl rand -hex 32`.")
        }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let key = FamilyKey(keys: text.split(whereSeparator: \.isWhitespace).map { bytes(hex: String($0)) ?? [] })
        else {
            throw Failure(
                .unable,
                id: "Kunci di \(path) tidak dapat dipakai: harus dapat dibaca dan tiap barisnya berisi sedikitnya "
                    + "64 digit heksadesimal.",
                en: "The key in \(path) cannot be used: it must be readable and hold at least 64 hexadecimal digits "
                    + "a line.")
        }
        return key
    }

    /// Addresses of proxies on other machines, separated by commas.
    static var trustedProxies: Set<String> {
        Set((value("SELARAS_TRUSTED_PROXIES") ?? "").split(separator: ",").map { $0.filter { $0 != " " } })
    }

    static func schemaFiles() throws -> SchemaFiles {
        try read(folder("Schema", holding: "migrations"))
    }

    static func contract() throws -> PublishedContract {
        let folder = try folder("Contract", holding: "openapi.yaml")
        do {
            return try PublishedContract(
                yaml: String(contentsOf: folder.appending(path: "openapi.yaml"), encoding: .utf8),
                style: String(contentsOf: folder.appending(path: "style.css"), encoding: .utf8))
        } catch let fault as UnreadableYAML {
            throw Failure(
                .unable, id: "Kontrak API di \(folder.path) tidak dapat dibaca: \(fault.description)",
                en: "The contract of the API in \(folder.path) cannot be read: \(fault.description)")
        }
    }

    /// Whom to tell about a weakness (RFC 9116).
    static func securityContact() throws -> String? {
        guard let contact = value("SELARAS_SECURITY_CONTACT") else { return nil }
        guard ["mailto:", "https:", "tel:"].contains(where: contact.hasPrefix),
            contact.unicodeScalars.allSatisfy({ ("!"..."~").contains($0) })
        else {
            throw Failure(
                .unable,
                id: "SELARAS_SECURITY_CONTACT harus diawali mailto:, https:, atau tel:, misalnya "
                    + "mailto:keamanan@contoh.go.id.",
                en: "SELARAS_SECURITY_CONTACT must begin with mailto:, https: or tel:, for example "
                    + "mailto:security@example.org.")
        }
        return contact
    }

    /// A folder that comes with the program: beside `SELARAS_HOME`, in `share/selaras` beside the program's folder, or
    /// in one of the folders above the program, as in a clone.
    private static func folder(_ name: String, holding content: String) throws -> URL {
        let program = Bundle.main.executableURL?.resolvingSymlinksInPath() ?? URL(fileURLWithPath: "/")
        var candidates = value("SELARAS_HOME").map { [URL(fileURLWithPath: $0)] } ?? []
        var above = program.deletingLastPathComponent()
        candidates.append(above.deletingLastPathComponent().appending(path: "share/selaras"))
        while above.path != "/" {
            candidates.append(above)
            above.deleteLastPathComponent()
        }
        for candidate in candidates {
            let found = candidate.appending(path: name)
            if FileManager.default.fileExists(atPath: found.appending(path: content).path) { return found }
        }
        throw Failure(
            .unable, id: "Folder \(name) tidak ditemukan. Isikan SELARAS_HOME dengan folder yang memuatnya.",
            en: "The folder \(name) was not found. Set SELARAS_HOME to the folder that contains it.")
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
