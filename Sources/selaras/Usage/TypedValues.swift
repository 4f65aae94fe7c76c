/// What was typed, as it is put into the command that comes next.
struct TypedValues {
    private let arguments: [String]

    init(_ arguments: [String]) { self.arguments = arguments }

    /// The value of an option: `--year 2025`, or `--year=2025`.
    func option(_ name: String) -> String? {
        for (index, word) in arguments.enumerated() {
            if word == "--" + name { return arguments.dropFirst(index + 1).first }
            if word.hasPrefix("--\(name)=") { return String(word.dropFirst(name.count + 3)) }
        }
        return nil
    }

    /// `63.02.12.2005/2025`, wherever it stands; of a desa alone with the year that was named.
    var lokus: String? {
        if let named = option("lokus") { return named }
        guard let typed = arguments.first(where: { LokusReference(argument: $0) != nil }) else { return nil }
        guard DesaCode(argument: typed) != nil, let year = option("year") else { return typed }
        return "\(typed)/\(year)"
    }

    /// The reference of an intervention, which some commands take without a name.
    var intervention: String? {
        if let named = option("intervention") { return named }
        guard arguments.first == "intervention" else { return nil }
        return arguments.dropFirst(2).first { !$0.hasPrefix("-") && LokusReference(argument: $0) == nil }
    }

    /// Whether a mapping could have been named, and was not.
    var takesMapping: Bool { Array(arguments.prefix(2)) == ["survey", "import"] && option("mapping") == nil }

    var file: String? { arguments.first { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix("-") } }
}
