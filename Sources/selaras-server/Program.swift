import ArgumentParser
import Glibc
import Phrasing

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
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch {
            end(error)
        }
    }

    /// Help and version go to standard output, and wrong usage ends with 2, not with the parser's own 64; all else is a
    /// failure of the command.
    private static func end(_ error: any Error) -> Never {
        switch SelarasServer.exitCode(for: error) {
        case .success:
            print(UsageWords.help(SelarasServer.fullMessage(for: error), in: .spoken))
            exit(0)
        case .validationFailure:
            StandardError.print(UsageWords.fault(SelarasServer.fullMessage(for: error), in: .spoken))
            exit(Failure.Code.unable.rawValue)
        default:
            let failure = Failure(error)
            failure.report()
            exit(failure.code.rawValue)
        }
    }
}
