import Foundation
import Synchronization

/// A `selaras-server serve` of one test, on free ports.
package final class RunningServer: Sendable {
    package let url: String
    /// Where it answers operators.
    package let adminURL: String
    private let process: Process
    private let output: ServerOutput

    private init(process: Process, output: ServerOutput, url: String, adminURL: String) {
        self.process = process
        self.output = output
        self.url = url
        self.adminURL = adminURL
    }

    /// What it has written so far: its log, a line of JSON each.
    package var log: String { output.text }

    /// Starts the server and waits until it says where it listens.
    ///
    /// - Parameters:
    ///   - path: of another program than the one that was built last.
    ///   - isQuiet: leaves out what it says on standard error.
    package static func start(
        _ path: String? = nil, on database: TestDatabase, arguments: [String] = [], environment: [String: String] = [:],
        isQuiet: Bool = false
    ) async throws -> RunningServer {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try path ?? Program.built("selaras-server").path)
        process.arguments = ["serve", "--port", "0", "--admin-port", "0"] + arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(database.loginEnvironment) { $1 }.merging(environment) { $1 }
        let out = Pipe()
        process.standardOutput = out
        process.standardInput = FileHandle.nullDevice
        if isQuiet { process.standardError = FileHandle.nullDevice }
        try process.run()
        let output = ServerOutput()
        let handle = out.fileHandleForReading
        let addresses: (String, String)? = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var waiting: CheckedContinuation<(String, String)?, Never>? = continuation
                // What it says later must be read too, or the server waits for a full pipe.
                while case let data = handle.availableData, !data.isEmpty {
                    output.append(data)
                    // Looked for in all of it, so only until it is there.
                    guard let starting = waiting, let url = output.address(of: "public"),
                        let admin = output.address(of: "admin")
                    else { continue }
                    starting.resume(returning: (url, admin))
                    waiting = nil
                }
                waiting?.resume(returning: nil)
            }
        }
        guard let (url, admin) = addresses else {
            process.waitUntilExit()
            throw SetUpFailed(what: "selaras-server serve", "ended with code \(process.terminationStatus)")
        }
        return RunningServer(process: process, output: output, url: url, adminURL: admin)
    }

    package var processIdentifier: Int32 { process.processIdentifier }

    /// SIGTERM, and the exit code.
    package func stop() async -> Int32 {
        process.terminate()
        return await ended()
    }

    /// SIGKILL, and the end of the process: nothing of it runs any more.
    package func kill() async {
        // The number of a process that has ended may be another's by now.
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
        _ = await ended()
    }

    private func ended() async -> Int32 {
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread { [process] in
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
            }
        }
    }
}

/// What a program wrote, gathered by one thread and read by others.
private final class ServerOutput: Sendable {
    private let data = Mutex(Data())

    var text: String { data.withLock { String(decoding: $0, as: UTF8.self) } }

    func append(_ more: Data) { data.withLock { $0.append(more) } }

    /// The address in the line by which a listener announces itself; nil before it has.
    func address(of listener: String) -> String? {
        let line = text.split(separator: "\n").first { $0.contains("\"listener\":\"\(listener)\"") } ?? ""
        return line.firstMatch(of: #/"url":"([^"]+)"/#).map { String($0.1) }
    }
}
