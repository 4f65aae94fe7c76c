/// What a problem code means to a person: what is the matter, and what to do about it.
package struct ProblemText: JSONRepresentable, Hashable, Sendable {
    /// Stable, snake_case; for a rule of the schema the name of the rule.
    package let code: String
    package let title: String
    package let detail: String

    init(_ code: String, _ title: String, _ detail: String) {
        self.code = code
        self.title = title
        self.detail = detail
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("code", code)
            json.member("title", title)
            json.member("detail", detail)
        }
    }
}

extension ProblemText {
    /// Every text, by code.
    package static let all: [String: ProblemText] = Dictionary(
        (aboutRequests + aboutService + aboutLokus + aboutRounds + aboutPlans + aboutReports).map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first })

    /// The text for a code, or for a rule that has none of its own.
    ///
    /// Only names that are made as sentences are shown to clients; the database's own, such as `lokus_pkey`, are not.
    package static func of(_ code: String) -> ProblemText {
        if let text = all[code] { return text }
        let isSentence =
            code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
            && code.split(separator: "_").count >= 3 && !["pkey", "fkey", "key", "check"].contains(lastWord(of: code))
        return ProblemText(isSentence ? code : otherRule.code, otherRule.title, otherRule.detail)
    }

    private static func lastWord(of code: String) -> String {
        code.split(separator: "_").last.map(String.init) ?? ""
    }

    static let otherRule = ProblemText(
        "other_rule", "Bertentangan dengan ketentuan data",
        "Permintaan bertentangan dengan ketentuan data. Periksa isiannya; bila tetap gagal, sampaikan nomor "
            + "permintaan (request_id) kepada pengelola.")
}
