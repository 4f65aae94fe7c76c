/// What a cell means beyond its words; the words say it too.
enum Tone: Sendable {
    case plain, bad, good, faint
}

/// Colours, where the reader's terminal has them.
struct Style: Sendable {
    let hasColor: Bool

    /// `--color` wins; then NO_COLOR and TERM=dumb, then CLICOLOR_FORCE, then whether there is a terminal.
    init(_ choice: CommonOptions.Color, environment: Environment, isTerminal: Bool) {
        hasColor =
            switch choice {
            case .always: true
            case .never: false
            case .auto where environment["NO_COLOR"] != nil || environment["TERM"] == "dumb": false
            case .auto: isTerminal || environment["CLICOLOR_FORCE"].map { $0 != "0" } ?? false
            }
    }

    func bold(_ text: String) -> String { wrapped(text, "1") }

    func tone(_ text: String, _ tone: Tone) -> String {
        switch tone {
        case .plain: text
        case .bad: wrapped(text, "31")
        case .good: wrapped(text, "32")
        case .faint: wrapped(text, "2")
        }
    }

    private func wrapped(_ text: String, _ code: String) -> String {
        hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
