import Foundation

/// A `selaras-server serve` of one test, on a free port.
package final class RunningServer: Sendable {
    package let url: String
    private let process: Process

    private init(url: String, process: Process) {
        self.url = url
        self.process = process
    }

    /// Starts the server and waits until it says where it listens.
    ///
    /// - Parameter isQuiet: leaves out its log, for tests of hundreds of requests.
    package static func start(
        on database: TestDatabase, arguments: [String] = [], environment: [String: String] = [:],
        isQuiet: Bool = false
    ) async throws -> RunningServer {
        let program = try Program.built("selaras-server")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program.path)
        process.arguments = ["serve", "--port", "0"] + arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(database.loginEnvironment) { $1 }.merging(environment) { $1 }
        let out = Pipe()
        process.standardOutput = out
        process.standardInput = FileHandle.nullDevice
        if isQuiet { process.standardError = FileHandle.nullDevice }
        try process.run()
        let handle = out.fileHandleForReading
        let url: String? = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var text = ""
                while let url = Self.address(in: text) ?? Self.more(&text, handle) {
                    if url.isEmpty { continue }
                    continuation.resume(returning: url)
                    // What it says later must go somewhere, or the server waits for a full pipe.
                    while !handle.availableData.isEmpty {}
                    return
                }
                continuation.resume(returning: nil)
            }
        }
        guard let url else {
            process.waitUntilExit()
            throw SetUpFailed(what: "selaras-server serve", "ended with code \(process.terminationStatus)")
        }
        return RunningServer(url: url, process: process)
    }

    private static func address(in text: String) -> String? {
        guard let start = text.range(of: "http://"),
            let end = text[start.lowerBound...].firstIndex(where: \.isWhitespace)
        else { return nil }
        return String(text[start.lowerBound..<end])
    }

    /// Empty where more was read, nil at the end.
    private static func more(_ text: inout String, _ handle: FileHandle) -> String? {
        let data = handle.availableData
        text += String(decoding: data, as: UTF8.self)
        return data.isEmpty ? nil : ""
    }

    package var processIdentifier: Int32 { process.processIdentifier }

    /// SIGTERM, and the exit code.
    package func stop() async -> Int32 {
        process.terminate()
        return await ended()
    }

    /// SIGKILL, and the end of the process: nothing of it runs any more.
    package func kill() async {
        Glibc.kill(process.processIdentifier, SIGKILL)
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
