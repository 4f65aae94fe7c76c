extension Language {
    /// The language that suits an `Accept-Language` best (RFC 9110, section 12.5.4), for example
    /// `en-US,en;q=0.9,id;q=0.5`.
    ///
    /// `en-US` asks for English too. Of languages that are wanted equally the one named first is taken. What cannot be
    /// read is passed over, and where nothing suits, the preset is better than an error about the error.
    package init(accepting header: String?) {
        var named: [(language: Language, weight: Int)] = []
        var others = 0
        for item in (header ?? "").split(separator: ",") {
            guard let (range, weight) = Self.rangeAndWeight(item) else { continue }
            if range == "*" {
                others = weight
            } else if let language = Language(tag: range) {
                named.append((language, weight))
            }
        }
        // `*` stands for every language that is not named, the preset first.
        for language in Self.allCases where !named.contains(where: { $0.language == language }) {
            named.append((language, others))
        }
        let wanted = named.map(\.weight).max() ?? 0
        let best = named.first { $0.weight == wanted && wanted > 0 }
        self = best?.language ?? .preset
    }

    /// A range and its weight in thousandths; nil for what is none.
    private static func rangeAndWeight(_ item: Substring) -> (range: Substring, weight: Int)? {
        let parts = item.split(separator: ";", omittingEmptySubsequences: false).map(trimmed)
        guard let range = parts.first, !range.isEmpty, parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return (range, 1000) }
        let parameter = parts[1].split(separator: "=", omittingEmptySubsequences: false)
        guard parameter.count == 2, parameter[0] == "q" || parameter[0] == "Q", let weight = thousandths(parameter[1])
        else { return nil }
        return (range, weight)
    }

    /// `0`, `0.5`, `1.000`: at most three decimals and never above one.
    private static func thousandths(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0] == "0" || parts[0] == "1" else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.utf8.count <= 3, decimals.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
        guard let whole = Int(parts[0]), let fraction = Int(padded) else { return nil }
        let weight = whole * 1000 + fraction
        return weight <= 1000 ? weight : nil
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let front = text.drop { $0 == " " || $0 == "\t" }
        guard let end = front.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return front[...end]
    }
}
