/// Questions to the person at the keyboard. None is asked without a terminal: a script says what it wants beforehand.
extension Context {
    /// Goes on where the answer is yes.
    func confirm(_ question: Phrase, _ consent: ConsentOptions, _ common: CommonOptions) throws {
        guard try mustAsk(consent, common) else { return }
        let answer = try ask(question).lowercased()
        guard ["y", "ya", "yes"].contains(answer) else { throw Failure.said(.notConfirmed, .failure) }
    }

    /// Goes on where the name was typed: for what would hurt most if it were the wrong thing.
    func confirm(_ question: Phrase, typing name: String, _ consent: ConsentOptions, _ common: CommonOptions) throws {
        guard try mustAsk(consent, common) else { return }
        guard try ask(question) == name else { throw Failure.said(.notConfirmed, .failure) }
    }

    private func mustAsk(_ consent: ConsentOptions, _ common: CommonOptions) throws -> Bool {
        if consent.yes { return false }
        guard console.isInputTerminal, try !settings(common).flag(.noInput) else {
            throw Failure.usage(.confirmationNeedsYes)
        }
        return true
    }

    /// The answer, which is shown while it is typed.
    func ask(_ question: Phrase) throws -> String {
        console.writeError(Array(Visible.text(question.text(in: language)).utf8))
        return (console.readLine() ?? "").trimmed
    }
}
