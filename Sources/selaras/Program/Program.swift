internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Phrasing

/// The process: arguments in, exit code out.
@main
enum Program {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let system = SystemConsole()
        let environment = Environment(
            variables: ProcessInfo.processInfo.environment,
            workingDirectory: FileManager.default.currentDirectoryPath)
        let language = Language(environment, configured: configuredLanguage(environment))
        let console = system.console(environment: environment)
        let runner = Runner(console: console, language: language)
        // Nothing is opened before the arguments are read: `--version` must answer at once.
        let status = await runner.run(arguments) { command in
            let transport = NetworkTransport()
            let lastWords = LastWords()
            let context = Context(
                transport: transport, environment: environment, console: console, language: language,
                newKey: { UUID().uuidString.lowercased() },
                pause: { try await Task.sleep(for: .seconds($0)) }, lastWords: lastWords)
            let interruption = Interruption(console: system, lastWords: lastWords, language: language)
            defer { interruption.stop() }
            do {
                try await command.run(in: context)
                await transport.close()
            } catch {
                await transport.close()
                throw error
            }
        }
        exit(status.rawValue)
    }

    /// A file that cannot be read is told of by the command that needs it; the help must still come.
    private static func configuredLanguage(_ environment: Environment) -> String? {
        guard let files = try? ConfigFiles.read(environment: environment) else { return nil }
        return files.lazy.compactMap { try? $0.value(.language, profile: nil) }.first
    }
}
