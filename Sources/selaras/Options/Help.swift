internal import ArgumentParser

extension ArgumentHelp {
    /// The help of an option in the language of this run.
    static func of(_ indonesian: String, _ english: String, _ value: ValueName? = nil) -> ArgumentHelp {
        ArgumentHelp(stringLiteral: Phrase(indonesian, english).text).named(value)
    }

    /// The words for the argument and the option that name a lokus, the same in every command.
    static var lokus: ArgumentHelp {
        .of(
            "Lokus: 63.02.12.2005/2025, kode desa/kelurahan saja, atau pengenalnya.",
            "Lokus: 63.02.12.2005/2025, the code of the desa/kelurahan alone, or its identifier.", .lokus)
    }

    private func named(_ value: ValueName?) -> ArgumentHelp {
        var copy = self
        copy.valueName = value?.phrase.text
        return copy
    }
}

extension CommandConfiguration {
    /// A command as all are declared: examples come first in its help.
    static func command(
        _ name: String, _ about: Phrase, examples: [String], more: Phrase? = nil,
        subcommands: [any ParsableCommand.Type] = [], isShown: Bool = true
    ) -> CommandConfiguration {
        let lines =
            [Phrase("Contoh:", "Examples:").text] + examples.map { "  " + inLanguage($0).replacing("\n", with: "\n  ") }
        let text = lines.joined(separator: "\n") + (more.map { "\n\n" + $0.text } ?? "")
        return CommandConfiguration(
            commandName: name, abstract: about.text, discussion: text, shouldDisplay: isShown,
            subcommands: subcommands)
    }

    /// An example with the names of files that whoever reads it would choose.
    private static func inLanguage(_ example: String) -> String {
        let names = [
            ("ekspor-kobo.csv", "kobo-export.csv"), ("ekspor.csv", "export.csv"), ("pemetaan.csv", "mapping.csv"),
            ("laporan.csv", "report.csv"), ("hasil-2025.csv", "results-2025.csv"),
        ]
        return Phrase(example, names.reduce(example) { $0.replacing($1.0, with: $1.1) }).text
    }

    /// A noun with its verbs.
    static func group(
        _ name: String, _ about: Phrase, _ subcommands: [any ParsableCommand.Type]
    ) -> CommandConfiguration {
        CommandConfiguration(commandName: name, abstract: about.text, subcommands: subcommands)
    }
}
