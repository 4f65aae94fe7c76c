/// Where one is signed in, and with what.
struct Credentials: Equatable, Sendable {
    let url: String
    let token: String
}

extension Credentials {
    /// The lines of the file: `url = …` and `token = …`.
    var text: String { "url = \(url)\ntoken = \(token)\n" }

    /// Nil where a line is missing.
    init?(text: String) {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let sign = line.firstIndex(of: "=") else { continue }
            values[line[..<sign].trimmed] = line[line.index(after: sign)...].trimmed
        }
        guard let url = values["url"], let token = values["token"], !url.isEmpty, !token.isEmpty else { return nil }
        self.init(url: url, token: token)
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// Without blanks and line breaks at the end.
    var trimmedEnd: String {
        String(reversed().drop { $0.isWhitespace }.reversed())
    }
}
