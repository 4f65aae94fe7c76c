import ArgumentParser
import Phrasing
import Synchronization

@testable import selaras

/// One run of the program with a fake service and no terminal, unless said otherwise.
final class Session: Sendable {
    private let written = Mutex<(output: String, error: String)>(("", ""))
    private let pager = Mutex<String?>(nil)
    private let transport: any Transport
    private let variables: [String: String]
    private let width: Int?
    private let secret: String?
    private let lines: Mutex<[String]>
    private let language: Language
    private let directory: String?
    private let pauses: Int
    private let watchesErrors: Bool

    init(
        _ transport: any Transport, variables: [String: String] = [:], width: Int? = nil, secret: String? = nil,
        line: String? = nil, lines: [String] = [], language: Language = .indonesian, directory: String? = nil,
        pauses: Int = .max, watchesErrors: Bool = false
    ) {
        self.transport = transport
        self.variables = [
            "SELARAS_URL": "http://fake", "SELARAS_TOKEN": "slr_test", "XDG_CONFIG_DIRS": "/nosuch",
        ].merging(variables) { $1 }
        self.width = width
        self.secret = secret
        self.lines = Mutex(line.map { [$0] } ?? lines)
        self.language = language
        self.directory = directory
        self.pauses = pauses
        self.watchesErrors = watchesErrors
    }

    /// The service as a command of this session sees it.
    var service: Service {
        Service(
            base: "http://fake", token: "t", transport: transport, timeout: 5, retries: 0, language: language,
            newKey: { "k" }, pause: { _ in }, willPause: { _ in })
    }

    var output: String { written.withLock { $0.output } }
    var error: String { written.withLock { $0.error } }

    /// The program that a page was given to; this one cannot be started, so the page is in `output` all the same.
    var paged: String? { pager.withLock { $0 } }

    /// Runs the arguments, split at blanks.
    func run(_ arguments: String) async -> ProgramStatus {
        await run(arguments.split(separator: " ").map(String.init))
    }

    func run(_ arguments: [String]) async -> ProgramStatus {
        let counter = Mutex(0)
        let waits = Mutex(0)
        let console = Console(
            isOutputTerminal: width != nil, isErrorTerminal: watchesErrors, isInputTerminal: secret != nil,
            width: width,
            writeOutput: { bytes in self.written.withLock { $0.output += String(decoding: bytes, as: UTF8.self) } },
            writeError: { bytes in self.written.withLock { $0.error += String(decoding: bytes, as: UTF8.self) } },
            page: { _, pager in
                self.pager.withLock { $0 = pager }
                return false
            }, readSecret: { _ in self.secret },
            readLine: { self.lines.withLock { $0.isEmpty ? nil : $0.removeFirst() } })
        let context = Context(
            transport: transport, environment: Environment(variables: variables, workingDirectory: directory),
            console: console, language: language,
            newKey: {
                counter.withLock {
                    $0 += 1; return "key-\($0)"
                }
            },
            pause: { [pauses] _ in
                // A list that is watched ends when the test has seen enough.
                let count = waits.withLock {
                    $0 += 1; return $0
                }
                if count > pauses { throw CancellationError() }
            }, lastWords: LastWords())
        return await Runner(console: console, language: language).run(arguments) { command in
            try await command.run(in: context)
        }
    }
}
