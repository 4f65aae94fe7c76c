/// The order in which a help text is read.
enum HelpOrder {
    /// What a command has of its own comes first; ArgumentParser puts titled groups before it.
    static func ownOptionsFirst(_ text: String) -> String {
        let sections = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        let shared = [Phrase.outputTitle, .commonTitle].flatMap { [$0.indonesian, $0.english] }.map {
            $0.uppercased() + ":"
        }
        let isShared: (String) -> Bool = { section in shared.contains { section.hasPrefix($0) } }
        guard let own = sections.lastIndex(where: { $0.hasPrefix("OPTIONS:") }) else { return text }
        let before = sections[...own].filter { !isShared($0) }
        let ordered = before + sections[...own].filter(isShared) + sections[(own + 1)...]
        // What was last ends in a line break, and is not last any more.
        return ordered.map(\.trimmedEnd).joined(separator: "\n\n")
    }
}
