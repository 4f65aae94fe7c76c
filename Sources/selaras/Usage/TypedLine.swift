internal import ArgumentParser
internal import Phrasing
internal import Wire

/// What was typed, held against the commands that there are.
///
/// ArgumentParser complains of what is missing before it looks at what it does not know: a misspelt option would be told
/// as an option that nobody gave. So slips are looked for first, and told with what was probably meant.
struct TypedLine {
    private let type: any ParsableCommand.Type
    private let words: [String]
    private let stranger: String?

    init(_ arguments: [String]) {
        var (type, rest) = (Selaras.self as any ParsableCommand.Type, arguments.drop { $0 == "help" })
        while let word = rest.first, !word.hasPrefix("-"), !type.configuration.subcommands.isEmpty {
            guard let child = type.configuration.subcommands.first(where: { $0.configuration.commandName == word })
            else { break }
            (type, rest) = (child, rest.dropFirst())
        }
        let isIncomplete = !type.configuration.subcommands.isEmpty
        stranger = isIncomplete ? rest.first.flatMap { $0.hasPrefix("-") ? nil : $0 } : nil
        self.type = type
        words = Array(rest.prefix { $0 != "--" })
    }

    /// ArgumentParser takes a misspelt verb for an argument that nobody expects, and answers `--help` beside one with the
    /// help of what it does know.
    var unknownCommand: Phrase? {
        guard let stranger else { return nil }
        let path = [type.configuration.commandName ?? ""].filter { $0 != "selaras" && !$0.isEmpty }
        let meant = MeantCommand(path: path, type: type).candidates(for: words)
        return .failed(.unknownCommand(stranger, near: meant.map { (["selaras"] + $0).joined(separator: " ") }))
            + Phrase(same: "\n") + .seeHelp(type.configuration.commandName ?? "selaras")
    }

    /// What is wrong with an option or a value, in words that say what would be right. `complaint` is ArgumentParser's.
    func slip(_ complaint: String) -> Phrase? {
        let options = options
        return unknownOption(options) ?? negativeValue(options) ?? refusedValue(complaint, options)
            ?? strayValue(complaint)
    }

    private func unknownOption(_ options: [TypedOption]) -> Phrase? {
        guard type.configuration.subcommands.isEmpty else { return nil }
        let known = Set(options.flatMap(\.longNames) + TypedOption.builtIn)
        var isValue = false
        for word in words {
            defer { isValue = options.contains { $0.takesAnything && $0.names.contains(word) } }
            guard word.hasPrefix("--"), !isValue else { continue }
            let name = String(word.dropFirst(2).prefix { $0 != "=" })
            guard !known.contains(name) else { continue }
            let names = options.filter(\.isShown).flatMap(\.longNames)
            let near = OtherNames.nearest(to: name, among: names, OtherNames.ofOptions)
            return .unknownOption("--" + name, near: near.map { "--" + $0 })
        }
        return nil
    }

    /// `--quantity -1`: ArgumentParser takes the number for an option, and says that the value is missing.
    private func negativeValue(_ options: [TypedOption]) -> Phrase? {
        for (name, value) in zip(words, words.dropFirst()) {
            guard let option = options.first(where: { $0.names.contains(name) && $0.takesValue }),
                value.wholeMatch(of: /-[0-9.,]+/) != nil
            else { continue }
            return .refusedValue(value, for: "\(name) \(option.placeholder)", option.expected(near: value))
        }
        return nil
    }

    /// `The value 'x' is invalid for '--year <year>'…`
    private func refusedValue(_ complaint: String, _ options: [TypedOption]) -> Phrase? {
        let (start, middle) = ("The value '", "' is invalid for '")
        guard complaint.hasPrefix(start), let join = complaint.firstRange(of: middle) else { return nil }
        let value = String(complaint[..<join.lowerBound].dropFirst(start.count))
        let place = String(complaint[join.upperBound...].prefix { $0 != "'" })
        let name = place.split(separator: " ").first.map(String.init) ?? place
        guard let option = options.first(where: { $0.names.contains(name) || $0.placeholder == name }) else {
            return nil
        }
        return .refusedValue(value, for: place, option.expected(near: value))
    }

    /// A text with blanks that nobody put between quotes falls apart into arguments.
    private func strayValue(_ complaint: String) -> Phrase? {
        let start = "Unexpected argument '"
        if complaint.hasPrefix(start) {
            return .strayValue(String(complaint.dropFirst(start.count).prefix { $0 != "'" }))
        }
        guard let range = complaint.firstRange(of: " unexpected arguments: '") else { return nil }
        return .strayValue(complaint[range.upperBound...].replacing("', '", with: " ").prefix { $0 != "'" }.trimmed)
    }

    private var options: [TypedOption] {
        let tree = try? JSONValue(parsing: Array(type._dumpHelp().utf8))
        return (tree?["command"]["arguments"].items ?? []).map(TypedOption.init)
    }
}

/// An option or an argument as its declaration describes it.
struct TypedOption {
    private let description: JSONValue

    init(_ description: JSONValue) { self.description = description }

    /// What ArgumentParser adds by itself.
    static let builtIn = ["help", "help-hidden", "version", "generate-completion-script", "experimental-dump-help"]

    /// As they are typed: `-o`, `--output`.
    var names: [String] {
        description["names"].items.map { ($0["kind"].text == "long" ? "--" : "-") + ($0["name"].text ?? "") }
    }

    var longNames: [String] { names.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) } }
    var isShown: Bool { description["shouldDisplay"].flag != false }
    var placeholder: String { "<\(valueName)>" }

    var takesValue: Bool { description["kind"].text == "option" }

    /// Whether what follows is its value even where that looks like an option.
    var takesAnything: Bool { description["parsingStrategy"].text == "unconditional" }

    private var valueName: String { description["valueName"].text ?? "" }

    /// What may stand there, and what was probably meant.
    func expected(near value: String) -> Phrase {
        let kind = ValueName.allCases.first { $0.phrase.text == valueName }
        let words = description["allValues"].items.compactMap(\.text)
        guard !words.isEmpty else {
            let source = String(value.prefix { $0 != "=" })
            let near = kind == .funding ? OtherNames.nearest(to: source, among: FundingOption.words, [:]) : nil
            return (near.map(Phrase.didYouMean) ?? Phrase(same: "")) + (kind?.allowed.map { $0 } ?? Phrase(same: ""))
        }
        let near = OtherNames.nearest(to: value, among: words, OtherNames.ofValues)
        return (near.map(Phrase.didYouMean) ?? Phrase(same: ""))
            + .oneOf(words.map { kind?.meaning(of: $0) ?? Phrase(same: $0) })
    }
}
