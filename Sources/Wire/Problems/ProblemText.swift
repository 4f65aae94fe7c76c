package import Phrasing

/// What a problem code means to a person: what is the matter, and what to do about it.
package struct ProblemText: Hashable, Sendable {
    /// Stable, snake_case; for a rule of the schema the name of the rule. The same in every language.
    package let code: String
    package let title: Wording
    /// What is the matter.
    package let reason: Wording
    /// What to do about it.
    package let remedy: Wording

    /// In each language the title, then the reason, then the remedy.
    init(
        _ code: String, id title: String, _ reason: String, _ remedy: String,
        en englishTitle: String, _ englishReason: String, _ englishRemedy: String
    ) {
        self.code = code
        self.title = Wording(id: title, en: englishTitle)
        self.reason = Wording(id: reason, en: englishReason)
        self.remedy = Wording(id: remedy, en: englishRemedy)
    }

    /// The text of another code, for a rule that has none of its own.
    private init(_ code: String, as text: ProblemText) {
        self.code = code
        (title, reason, remedy) = (text.title, text.reason, text.remedy)
    }

    /// Where nobody tried to say who they are; who was refused reads the text of the code itself.
    package static let tokenAbsent = ProblemText(
        "unauthenticated",
        id: "Belum masuk",
        "Permintaan ini tidak memuat token.",
        "Sertakan token yang berlaku pada header Authorization: Bearer.",
        en: "Not signed in",
        "The request carries no token.",
        "Send a valid token in the header Authorization: Bearer.")

    /// The reason and the remedy: what a problem calls its detail.
    package func detail(in language: Language) -> String {
        "\(reason[language]) \(remedy[language])"
    }
}

extension ProblemText {
    /// Every text, by code.
    package static let all: [String: ProblemText] = Dictionary(
        (aboutRequests + aboutNetwork + aboutService + aboutLokus + aboutRounds + aboutPlans + aboutPlanStates
            + aboutAmendments
            + aboutInterventionStates + aboutBudgets
            + aboutInterventions + aboutReports + aboutOperations + aboutAccounts + aboutSecondFactors + aboutBrowsers)
            .map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The text for a code, or for a rule that has none of its own.
    ///
    /// Only names that are made as sentences are shown to clients; the database's own, such as `lokus_pkey`, are not.
    package static func of(_ code: String) -> ProblemText {
        if let text = all[code] { return text }
        let isSentence =
            code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
            && code.split(separator: "_").count >= 3 && !["pkey", "fkey", "key", "check"].contains(lastWord(of: code))
        return isSentence ? ProblemText(code, as: otherRule) : otherRule
    }

    private static func lastWord(of code: String) -> String {
        code.split(separator: "_").last.map(String.init) ?? ""
    }
}

/// A problem text in one language, as a service shows it at `/problems/{code}`.
package struct ProblemPageRepresentation: JSONRepresentable, Sendable {
    private let text: ProblemText
    private let language: Language

    package init(_ text: ProblemText, in language: Language) {
        self.text = text
        self.language = language
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", text.code)
            json.member("title", text.title[language])
            json.member("detail", text.detail(in: language))
        }
    }
}
