import ArgumentParser
import Glibc

/// The process: arguments in, exit code out.
@main
enum Program {
    static func main() async {
        do {
            var command = try SelarasServer.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            StandardError.print("Gagal: \(failure)")
            exit(Explanation.refused)
        } catch {
            end(error)
        }
    }

    /// Help and version go to standard output; wrong usage ends with 2 and not with the parser's own 64.
    private static func end(_ error: any Error) -> Never {
        guard SelarasServer.exitCode(for: error) == .validationFailure else { SelarasServer.exit(withError: error) }
        let message = SelarasServer.fullMessage(for: error)
        let text = message.hasPrefix("Error: ") ? "Gagal: " + message.dropFirst("Error: ".count) : message
        StandardError.print(text)
        exit(Explanation.unable)
    }
}
