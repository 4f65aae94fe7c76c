import Foundation

/// Runs a built program as a user would, and waits for it.
package struct Program: Sendable {
    package struct Outcome: Sendable {
        package let code: Int32
        package let out: String
        package let error: String
    }

    package let path: String
    /// Added to the environment of the tests themselves, and to the language in which they read what is said.
    package var environment: [String: String]

    package init(_ path: String, environment: [String: String] = [:]) {
        self.path = path
        self.environment = environment
    }

    /// The folder of the built programs.
    package static func built(_ name: String, environment: [String: String] = [:]) throws -> Program {
        guard let folder = ProcessInfo.processInfo.environment["SELARAS_TEST_BIN"] else {
            throw MissingSetting(name: "SELARAS_TEST_BIN")
        }
        return Program("\(folder)/\(name)", environment: environment)
    }

    package func callAsFunction(_ arguments: String..., input: String? = nil) async throws -> Outcome {
        try await run(arguments, input: input)
    }

    package func run(_ arguments: [String], input: String? = nil) async throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SELARAS_LANG": "id"]) { $1 }.merging(environment) { $1 }
        let (out, error, stdin) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = error
        process.standardInput = input == nil ? FileHandle.nullDevice : stdin
        // On a thread of its own: reading a pipe to its end would hold up the tests' own threads.
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                do {
                    try process.run()
                } catch {
                    continuation.resume(throwing: error)
                    return
                }
                if let input {
                    stdin.fileHandleForWriting.write(Data(input.utf8))
                    try? stdin.fileHandleForWriting.close()
                }
                let errors = Drain(error)
                let output = out.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
                continuation.resume(
                    returning: Outcome(
                        code: process.terminationStatus, out: String(decoding: output, as: UTF8.self),
                        error: String(decoding: errors.wait(), as: UTF8.self)))
            }
        }
    }
}

/// Reads one pipe while another thread reads the other: a program that fills both would wait for ever.
private final class Drain: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private nonisolated(unsafe) var data = Data()

    init(_ pipe: Pipe) {
        let handle = pipe.fileHandleForReading
        Thread.detachNewThread { [self] in
            data = handle.readDataToEndOfFile()
            done.signal()
        }
    }

    func wait() -> Data {
        done.wait()
        return data
    }
}

package struct MissingSetting: Error, CustomStringConvertible {
    package let name: String

    package init(name: String) {
        self.name = name
    }

    package var description: String { "\(name) is not set: run these tests with `make test`" }
}
