import Foundation

/// A PostgreSQL of one test, which may stop it and kill it.
package struct PostgresCluster: Sendable {
    package let conninfo: String
    private let directory: String
    private let script: Program
    private let durability: [String]

    /// Starts a new one.
    ///
    /// - Parameter isDurable: keeps what was acknowledged through a crash; slower.
    package static func start(isDurable: Bool = false) async throws -> PostgresCluster {
        guard let path = ProcessInfo.processInfo.environment["SELARAS_TEST_POSTGRES_SCRIPT"] else {
            throw MissingSetting(name: "SELARAS_TEST_POSTGRES_SCRIPT")
        }
        // A unix socket's path is short; a temporary directory's may not be.
        let directory = "/tmp/selaras-service-\(UUID().uuidString.prefix(8))"
        let durability = isDurable ? ["--durable"] : []
        let script = Program(path)
        return PostgresCluster(
            conninfo: try await run(script, ["start", directory] + durability), directory: directory, script: script,
            durability: durability)
    }

    /// Starts it again.
    package func restart() async throws { _ = try await Self.run(script, ["start", directory] + durability) }
    package func stop() async throws { _ = try await Self.run(script, ["stop", directory]) }
    /// Moves its write-ahead log to another place, for which it is stopped and started.
    package func moveLog(to place: String) async throws {
        try await stop()
        let log = "\(directory)/data/pg_wal"
        let shell = Program("/bin/bash", environment: ["FROM": log, "TO": "\(place)/pg_wal"])
        let outcome = try await shell.run(["-c", "mv -- \"$FROM\" \"$TO\" && ln -s -- \"$TO\" \"$FROM\""])
        guard outcome.code == 0 else { throw SetUpFailed(what: "pg_wal", outcome.error) }
        try await restart()
    }
    /// SIGKILL to the postmaster and all its children.
    package func kill() async throws { _ = try await Self.run(script, ["kill", directory]) }
    /// Stops it and removes its directory.
    package func destroy() async throws { _ = try await Self.run(script, ["destroy", directory]) }

    /// The server inherits the script's output, so that a pipe would end no sooner than the server: a file it is.
    private static func run(_ script: Program, _ arguments: [String]) async throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "selaras-cluster-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let shell = Program("/bin/bash", environment: ["OUTPUT": file.path])
        let outcome = try await shell.run(["-c", "\"$@\" >\"$OUTPUT\" 2>&1", "bash", script.path] + arguments)
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        guard outcome.code == 0 else { throw SetUpFailed(what: arguments.joined(separator: " "), text) }
        // Notices about the directory come before it.
        let line = text.split(separator: "\n").last { $0.hasPrefix("host=") } ?? ""
        return String(line)
    }
}
