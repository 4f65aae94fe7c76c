package import Foundation
import LibPQ

/// A database of one test: the schema and the configuration are there, and nothing else.
package struct TestDatabase: Sendable {
    package let name: String

    /// As a superuser.
    package var adminConninfo: String { "\(Self.server) dbname=\(name)" }
    /// As the service logs in.
    package var loginConninfo: String { "\(Self.server) dbname=\(name) user=selaras_login" }

    /// What the programs of an operator need.
    package var adminEnvironment: [String: String] {
        ["DATABASE_URL": adminConninfo, "SELARAS_FAMILY_KEY_FILE": Self.familyKeyFile]
    }
    /// What the server needs.
    package var loginEnvironment: [String: String] {
        ["DATABASE_URL": loginConninfo, "SELARAS_FAMILY_KEY_FILE": Self.familyKeyFile]
    }

    /// A new database; cloning the template takes a tenth of a second, migrating anew would take ten times that.
    package static func make() async throws -> TestDatabase {
        try await template.get()
        let name = "t_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        try await execute("create database \(name) template \(templateName)")
        return TestDatabase(name: name)
    }

    /// An empty database, without any schema.
    package static func makeEmpty() async throws -> TestDatabase {
        let name = "t_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        try await execute("create database \(name)")
        return TestDatabase(name: name)
    }

    package func drop() async throws {
        try await Self.execute("drop database if exists \(name) with (force)")
    }

    /// The root of the clone that the tests belong to.
    package static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    /// The conninfo without its database; the last of two equal keywords wins, so one can be put behind it.
    private static var server: String { ProcessInfo.processInfo.environment["SELARAS_TEST_DATABASE"] ?? "" }

    private static let templateName = "selaras_template_\(ProcessInfo.processInfo.processIdentifier)"
    private static let template = Once {
        guard !server.isEmpty else { throw MissingSetting(name: "SELARAS_TEST_DATABASE") }
        try await execute("create database \(templateName)")
        let database = TestDatabase(name: templateName)
        let program = try Program.built("selaras-server", environment: database.adminEnvironment)
        for arguments in [["migrate"], ["config", "import", root.appending(path: "Config").path]] {
            let outcome = try await program.run(arguments)
            guard outcome.code == 0 else { throw SetUpFailed(what: arguments.joined(separator: " "), outcome.error) }
        }
    }

    private static let familyKeyFile: String = {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-test-key-\(UUID().uuidString)")
        try? String(repeating: "5e", count: 32).write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }()

    private static func execute(_ sql: String) async throws {
        let connection = try await Connection.open(ConnectionOptions(conninfo: server))
        try await connection.simple(sql)
        await connection.close()
    }
}

package struct SetUpFailed: Error, CustomStringConvertible {
    package let description: String

    init(what: String, _ error: String) {
        description = "\(what): \(error)"
    }
}

/// Does something once, whoever asks first; all get the same outcome.
actor Once {
    private let work: @Sendable () async throws -> Void
    private var task: Task<Void, any Error>?

    init(_ work: @escaping @Sendable () async throws -> Void) {
        self.work = work
    }

    func get() async throws {
        let task = self.task ?? Task { try await work() }
        self.task = task
        try await task.value
    }
}
