internal import ArgumentParser

/// From arguments to an exit code, with every failure put into words on the way.
struct Runner: Sendable {
    let console: Console
    let language: Language

    /// Parses, then runs the command by `perform`.
    func run(
        _ arguments: [String], perform: @Sendable (any ServiceCommand) async throws -> Void
    ) async -> ProgramStatus {
        do {
            var command = try Selaras.parseAsRoot(arguments)
            if let command = command as? any ServiceCommand {
                try await perform(command)
            } else {
                try command.run()
            }
            return .success
        } catch let failure as Failure {
            report(failure)
            return failure.status
        } catch {
            return end(with: error)
        }
    }

    private func report(_ failure: Failure) {
        switch failure {
        case .said(let phrase, _):
            write(Phrase.failed(phrase).text(in: language))
        case .problem(let problem):
            write(ProblemPage(problem: problem, language: language, width: console.width).text)
        }
    }

    /// What ArgumentParser throws: help and version, which are answers, and wrong usage.
    private func end(with error: any Error) -> ProgramStatus {
        let text = Selaras.fullMessage(for: error, columns: console.width)
        switch Selaras.exitCode(for: error) {
        case .success:
            try? console.writeOutput(Array((UsageWords.help(text, in: language) + "\n").utf8))
            return .success
        case .validationFailure:
            write(UsageWords.fault(text, in: language))
            return .usage
        default:
            write(Phrase.failed(.unexpected(String(describing: error))).text(in: language))
            return .failure
        }
    }

    private func write(_ text: String) {
        console.writeError(Array((text + "\n").utf8))
    }
}
