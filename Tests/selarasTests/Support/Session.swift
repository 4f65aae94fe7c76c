import ArgumentParser
import Synchronization

@testable import selaras

/// One run of the program with a fake service and no terminal, unless said otherwise.
final class Session: Sendable {
    private let written = Mutex<(output: String, error: String)>(("", ""))
    private let transport: any Transport
    private let variables: [String: String]
    private let width: Int?
    private let secret: String?
    private let line: String?

    init(
        _ transport: any Transport, variables: [String: String] = [:], width: Int? = nil, secret: String? = nil,
        line: String? = nil
    ) {
        self.transport = transport
        self.variables = ["SELARAS_URL": "http://fake", "SELARAS_TOKEN": "slr_test"].merging(variables) { $1 }
        self.width = width
        self.secret = secret
        self.line = line
    }

    var output: String { written.withLock { $0.output } }
    var error: String { written.withLock { $0.error } }

    /// Runs the arguments, split at blanks.
    func run(_ arguments: String) async -> ProgramStatus {
        await run(arguments.split(separator: " ").map(String.init))
    }

    func run(_ arguments: [String]) async -> ProgramStatus {
        let counter = Mutex(0)
        let console = Console(
            isOutputTerminal: width != nil, isInputTerminal: secret != nil, width: width,
            writeOutput: { bytes in self.written.withLock { $0.output += String(decoding: bytes, as: UTF8.self) } },
            writeError: { bytes in self.written.withLock { $0.error += String(decoding: bytes, as: UTF8.self) } },
            readSecret: { _ in self.secret }, readLine: { self.line })
        let context = Context(
            transport: transport, environment: Environment(variables: variables), console: console,
            language: .indonesian,
            newKey: {
                counter.withLock {
                    $0 += 1; return "key-\($0)"
                }
            }, pause: { _ in })
        return await Runner(console: console, language: .indonesian).run(arguments) { command in
            try await command.run(in: context)
        }
    }
}
