internal import ArgumentParser
internal import Intake
internal import Phrasing

/// From arguments to an exit code, with every failure put into words on the way.
struct Runner: Sendable {
    let console: Console
    let language: Language

    /// Parses, then runs the command by `perform`.
    func run(
        _ arguments: [String], perform: @Sendable (any ServiceCommand) async throws -> Void
    ) async -> ProgramStatus {
        await Language.$current.withValue(language) {
            do {
                if let topic = topic(arguments) {
                    try console.writeOutput(Array((topic.trimmedEnd + "\n").utf8))
                    return .success
                }
                if let unknown = TypedLine(arguments).unknownCommand {
                    console.say(unknown.text(in: language))
                    return .usage
                }
                var command = try Selaras.parseAsRoot(arguments)
                if let command = command as? any ServiceCommand {
                    try await perform(command)
                } else {
                    try command.run()
                }
                return .success
            } catch let failure as Failure {
                report(failure, TypedValues(arguments))
                return failure.status
            } catch {
                return end(with: error, arguments)
            }
        }
    }

    /// `help exit-codes`: a topic has neither usage nor options.
    private func topic(_ arguments: [String]) -> String? {
        guard arguments.count == 2, arguments[0] == "help" else { return nil }
        return Selaras.topics.first { $0.name == arguments[1] }?.content.text
    }

    private func report(_ failure: Failure, _ typed: TypedValues) {
        switch failure {
        case .said(let phrase, _):
            console.say(Phrase.failed(phrase).text(in: language))
        case .problem(let problem):
            let page = ProblemPage(problem: problem, language: language, width: console.width, typed: typed)
            console.say(page.text)
        case .told: break
        }
    }

    /// What ArgumentParser throws: help and version, which are answers, and wrong usage.
    private func end(with error: any Error, _ arguments: [String]) -> ProgramStatus {
        let text = Selaras.fullMessage(for: error, columns: console.width)
        switch Selaras.exitCode(for: error) {
        case .success:
            do {
                let help = UsageWords.help(HelpOrder.ownOptionsFirst(text), in: language)
                try console.writeOutput(Array((help + "\n").utf8))
                return .success
            } catch let failure as Failure {
                report(failure, TypedValues(arguments))
                return failure.status
            } catch {
                return .failure
            }
        case .validationFailure:
            console.say(fault(arguments, Selaras.message(for: error), text))
            return .usage
        default:
            console.say(Phrase.failed(.unexpected(String(describing: error))).text(in: language))
            return .failure
        }
    }

    /// What is wrong, as a sentence of ours where it is a slip, and how the command is used.
    private func fault(_ arguments: [String], _ complaint: String, _ text: String) -> String {
        guard let slip = TypedLine(arguments).slip(complaint) else { return UsageWords.fault(text, in: language) }
        let usage = text.firstRange(of: "\nUsage: ").map {
            UsageWords.help(String(text[$0.lowerBound...]), in: language)
        }
        return slip.text(in: language) + (usage ?? "")
    }
}
