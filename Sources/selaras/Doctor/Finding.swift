/// What one check found, and what to do about it.
struct Finding: Equatable, Sendable {
    enum Verdict: String, Sendable { case ok, warn, fail }

    /// The same in every language.
    let check: String
    let verdict: Verdict
    let text: Phrase
    let remedy: Phrase?

    static func ok(_ check: String, _ text: Phrase) -> Finding {
        Finding(check: check, verdict: .ok, text: text, remedy: nil)
    }
    static func warn(_ check: String, _ text: Phrase, _ remedy: Phrase) -> Finding {
        Finding(check: check, verdict: .warn, text: text, remedy: remedy)
    }
    static func fail(_ check: String, _ text: Phrase, _ remedy: Phrase) -> Finding {
        Finding(check: check, verdict: .fail, text: text, remedy: remedy)
    }
}
