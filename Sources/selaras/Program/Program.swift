internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc

/// The process: arguments in, exit code out.
@main
enum Program {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let system = SystemConsole()
        let environment = Environment(variables: ProcessInfo.processInfo.environment)
        let console = system.console(environment: environment)
        let runner = Runner(console: console, language: .indonesian)
        // Nothing is opened before the arguments are read: `--version` must answer at once.
        let status = await runner.run(arguments) { command in
            let transport = NetworkTransport()
            let context = Context(
                transport: transport, environment: environment, console: console, language: .indonesian,
                newKey: { UUID().uuidString.lowercased() },
                pause: { try await Task.sleep(for: .seconds($0)) })
            let interruption = Interruption(console: system)
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
}
