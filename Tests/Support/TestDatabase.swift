package import Foundation
import LibPQ

/// A database of one test: the schema and the configuration are there, and nothing else.
package struct TestDatabase: Sendable {
    package let name: String
    /// The conninfo of its cluster; the last of two equal keywords wins, so one can be put behind it.
    private let cluster: String

    /// As a superuser.
    package var adminConninfo: String { "\(cluster) dbname=\(name)" }
    /// As the service logs in.
    package var loginConninfo: String { "\(cluster) dbname=\(name) user=selaras_login" }

    /// What the programs of an operator need.
    package var adminEnvironment: [String: String] {
        ["DATABASE_URL": adminConninfo, "SELARAS_FAMILY_KEY_FILE": Self.familyKeyFile]
    }
    /// What the server needs.
    package var loginEnvironment: [String: String] {
        [
            "DATABASE_URL": loginConninfo, "SELARAS_FAMILY_KEY_FILE": Self.familyKeyFile,
            "SELARAS_STATE_DIRECTORY": FileManager.default.temporaryDirectory.appending(path: "selaras-state").path,
        ]
    }

    /// A new database; cloning the template takes a tenth of a second, migrating anew would take ten times that.
    package static func make() async throws -> TestDatabase {
        try await template.get()
        let name = "t_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        try await execute("create database \(name) template \(templateName)", on: server)
        return TestDatabase(name: name, cluster: server)
    }

    /// An empty database, without any schema, in the common cluster or in one that the test may stop and kill.
    ///
    /// - Parameter tablespace: an empty directory of the cluster's user that is to hold its tables.
    package static func makeEmpty(on cluster: String? = nil, tablespace: String? = nil) async throws -> TestDatabase {
        let cluster = cluster ?? server
        let name = "t_\(UUID().uuidString.lowercased().filter { $0 != "-" })"
        if let tablespace { try await execute("create tablespace \(name) location '\(tablespace)'", on: cluster) }
        let place = tablespace == nil ? "" : " tablespace \(name)"
        try await execute("create database \(name)\(place)", on: cluster)
        return TestDatabase(name: name, cluster: cluster)
    }

    /// Brings an empty database to where `make` begins.
    package func fill() async throws {
        let program = try Program.built("selaras-server", environment: adminEnvironment)
        for arguments in [["migrate"], ["config", "import", Self.root.appending(path: "Config").path]] {
            let outcome = try await program.run(arguments)
            guard outcome.code == 0 else { throw SetUpFailed(what: arguments.joined(separator: " "), outcome.error) }
        }
    }

    package func drop() async throws {
        try await Self.execute("drop database if exists \(name) with (force)", on: cluster)
    }

    /// The root of the clone that the tests belong to.
    package static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    private static var server: String { ProcessInfo.processInfo.environment["SELARAS_TEST_DATABASE"] ?? "" }

    private static let templateName = "selaras_template_\(ProcessInfo.processInfo.processIdentifier)"
    private static let template = Once {
        guard !server.isEmpty else { throw MissingSetting(name: "SELARAS_TEST_DATABASE") }
        try await execute("create database \(templateName)", on: server)
        try await TestDatabase(name: templateName, cluster: server).fill()
    }

    private static let familyKeyFile: String = {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-test-key-\(UUID().uuidString)")
        try? String(repeating: "5e", count: 32).write(to: file, atomically: true, encoding: .utf8)
        return file.path
    }()

    private static func execute(_ sql: String, on cluster: String) async throws {
        let connection = try await Connection.open(ConnectionOptions(conninfo: cluster))
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
