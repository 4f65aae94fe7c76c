/// Where one is signed in, and with what; signing out leaves the address.
struct Credentials: Equatable, Sendable {
    let url: String
    let token: String?
}

extension Credentials {
    /// The lines of the file: `url = …` and, while one is signed in, `token = …`.
    var text: String { "url = \(url)\n" + (token.map { "token = \($0)\n" } ?? "") }

    /// Nil where there is no address, or a token that is none.
    init?(text: String) {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            guard let sign = line.firstIndex(of: "=") else { continue }
            values[line[..<sign].trimmed] = line[line.index(after: sign)...].trimmed
        }
        guard let url = values["url"], !url.isEmpty, values["token"]?.isEmpty != true else { return nil }
        self.init(url: url, token: values["token"])
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
