/// A change of one line in a file of settings, which leaves comments and order as they are.
struct ConfigEdit {
    /// The text with `key = value` in the part of the profile, or at the top; nil takes the line out.
    static func setting(_ key: SettingKey, to value: String?, profile: String?, in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let header = profile.map { "[profiles.\($0)]" }
        let start: Int
        if let header {
            if let place = lines.firstIndex(where: { $0.trimmed == header }) {
                start = place + 1
            } else {
                guard value != nil else { return text }
                if !lines.isEmpty { lines.append("") }
                lines.append(header)
                start = lines.count
            }
        } else {
            start = 0
        }
        let end = lines[start...].firstIndex { $0.trimmed.hasPrefix("[") } ?? lines.count
        let line = value.map { "\(key.rawValue) = \(quoted($0, key))" }
        if let place = lines[start..<end].firstIndex(where: { name(of: $0) == key.rawValue }) {
            lines.replaceSubrange(place...place, with: line.map { [$0] } ?? [])
        } else if let line {
            // After the part's last line that says something.
            let last = lines[start..<end].lastIndex { !$0.trimmed.isEmpty }
            lines.insert(line, at: last.map { $0 + 1 } ?? start)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func name(of line: String) -> String? {
        line.firstIndex(of: "=").map { line[..<$0].trimmed.trimmingQuotes }
    }

    private static func quoted(_ value: String, _ key: SettingKey) -> String {
        switch key {
        case .timeout, .retries, .noInput: value
        default: "\"" + value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        count > 1 && first == "\"" && last == "\"" ? String(dropFirst().dropLast()) : self
    }
}
