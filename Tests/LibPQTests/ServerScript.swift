import Foundation
import Testing

/// A PostgreSQL server of a test's own, for tests that stop and kill it.
struct ServerScript {
    static let variable = "SELARAS_TEST_POSTGRES_SCRIPT"
    static var isAvailable: Bool { ProcessInfo.processInfo.environment[variable] != nil }

    let directory: String

    init() {
        directory = "/tmp/selaras-libpq-\(UUID().uuidString.prefix(8))"
    }

    /// Starts the server, creating it the first time, and returns its conninfo.
    func start() throws -> String { try run("start", directory) }
    func stop() throws { _ = try run("stop", directory, "immediate") }
    func kill() throws { _ = try run("kill", directory) }

    func remove() {
        _ = try? stop()
        try? FileManager.default.removeItem(atPath: directory)
    }

    private func run(_ arguments: String...) throws -> String {
        let script = try #require(ProcessInfo.processInfo.environment[Self.variable])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: script)
        process.arguments = arguments
        // A file and not a pipe: the server inherits it, and a pipe would not end before the server does.
        let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: output) }
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(script) \(arguments) exited \(process.terminationStatus)")
        return try String(contentsOf: output, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
