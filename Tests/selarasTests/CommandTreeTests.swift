import ArgumentParser
import Phrasing
import Testing

@testable import selaras

/// A wrong declaration of an argument is found only when it is parsed ("Internal error. …"), so all are.
@Suite struct CommandTreeTests {
    struct Leaf: Sendable, CustomTestStringConvertible {
        let path: [String]
        let type: any ParsableCommand.Type
        var testDescription: String { path.joined(separator: " ") }
    }

    static let leaves: [Leaf] = leaves(under: Selaras.self, path: [])

    private static func leaves(under type: any ParsableCommand.Type, path: [String]) -> [Leaf] {
        let children = type.configuration.subcommands
        if children.isEmpty { return [Leaf(path: path, type: type)] }
        return children.flatMap { leaves(under: $0, path: path + [$0.configuration.commandName ?? ""]) }
    }

    /// The command lines of the help's examples, continued lines joined, without what a shell adds around them.
    static func examples(_ leaf: Leaf) -> [[String]] {
        let text = leaf.type.configuration.discussion.replacing("\\\n", with: " ")
        return text.split(separator: "\n").compactMap { line in
            guard let start = line.firstRange(of: "selaras "), line.hasPrefix("  ") else { return nil }
            return words(line[start.upperBound...].prefix { $0 != ">" && $0 != "<" })
        }
    }

    private static func words(_ line: Substring) -> [String] {
        var words: [String] = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case " " where !isQuoted: words.append("")
            default: words[words.count - 1].append(character)
            }
        }
        return words.filter { !$0.isEmpty }
    }

    static let commands = leaves.filter { !($0.type is any HelpTopic.Type) }

    /// What belongs to every command of ours.
    private static func flags(_ leaf: Leaf) -> [String] {
        let common = ["--url", "--profile", "--timeout", "--color", "--quiet", "--verbose", "--debug", "--no-input"]
        let bare = [
            ["login"], ["logout"], ["api"], ["completion"], ["complete"], ["manual"], ["config", "get"],
            ["config", "set"], ["config", "unset"], ["profile", "use"], ["account", "accept"],
            ["account", "password"], ["account", "correct"], ["account", "disable"], ["account", "enable"],
            ["account", "end"], ["plan", "pack"],
            ["session", "revoke"], ["second-factor", "disable"], ["second-factor", "remove"],
        ]
        return common
            + (bare.contains(leaf.path) ? [] : ["--output", "--json", "--columns", "--no-header", "--no-pager"])
    }

    @Test(arguments: commands, Language.allCases)
    func examplesParse(_ leaf: Leaf, _ language: Language) throws {
        try Language.$current.withValue(language) {
            let examples = Self.examples(leaf)
            #expect(!examples.isEmpty, "an example comes first in the help")
            #expect(leaf.type.configuration.discussion.hasPrefix(language == .indonesian ? "Contoh:" : "Examples:"))
            for example in examples {
                let command = try Selaras.parseAsRoot(example)
                #expect(type(of: command) == leaf.type, "\(example)")
                #expect(command is any ServiceCommand)
            }
        }
    }

    @Test(arguments: leaves)
    func helpIsIndonesian(_ leaf: Leaf) async {
        let session = Session(FakeTransport([:]))
        #expect(await session.run(["help"] + leaf.path) == .success)
        for word in [
            "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "Show help", "(default", "(values", "Examples:", " the ",
            " of ",
        ] {
            #expect(!session.output.contains(word), "\(word)")
        }
    }

    @Test(arguments: leaves)
    func helpIsEnglish(_ leaf: Leaf) async {
        let session = Session(FakeTransport([:]), language: .english)
        #expect(await session.run(["help"] + leaf.path) == .success)
        for word in [
            "PEMAKAIAN", "PILIHAN", "ISIAN", "Tampilkan", "(bawaan", "(nilai", "Contoh:", " yang ", " untuk ", " dari ",
            "OVERVIEW",
        ] {
            #expect(!session.output.contains(word), "\(word)")
        }
    }

    /// The groups, as `selaras survey`, which list their verbs.
    @Test(arguments: Language.allCases)
    func groupsAreListed(_ language: Language) async {
        for group in Selaras.configuration.subcommands where !group.configuration.subcommands.isEmpty {
            let session = Session(FakeTransport([:]), language: language)
            let name = group.configuration.commandName ?? ""
            #expect(await session.run(name) == .success)
            for verb in group.configuration.subcommands {
                #expect(session.output.contains("  \(verb.configuration.commandName ?? "") "))
            }
        }
    }

    @Test(arguments: commands)
    func flagsAreTheSameEverywhere(_ leaf: Leaf) {
        let help = Selaras.helpMessage(for: leaf.type)
        for flag in Self.flags(leaf) { #expect(help.contains(flag + " ") || help.contains(flag + "\n"), "\(flag)") }
    }

    /// Whatever is sent to be stored can be tried first.
    @Test func everyWriteHasADryRun() {
        let writes = [
            "lokus register", "lokus decree", "survey import", "survey import-results", "survey close",
            "survey discard", "plan create",
            "plan edit", "plan meeting", "plan submit", "plan agree", "plan approve", "plan return", "plan start",
            "plan evaluate", "plan close", "plan assign", "amendment begin", "amendment change", "amendment add",
            "amendment cancel", "amendment remove", "amendment submit", "amendment approve", "amendment return",
            "amendment withdraw",
            "intervention add", "intervention edit", "intervention import", "intervention assign",
            "intervention accept", "intervention decline", "intervention propose", "intervention budget",
            "intervention start", "intervention finish", "intervention delay", "intervention resume",
            "intervention cancel", "intervention carry-over", "intervention copy", "budget add", "budget edit",
            "report submit", "report correct", "report confirm", "report dispute", "report verify", "report return",
            "report import", "report import-rfk",
            "operation cancel",
            "account invite", "account reset", "account correct", "account disable", "account enable", "account end",
            "second-factor remove",
        ]
        let withDryRun = Self.leaves.filter { Selaras.helpMessage(for: $0.type).contains("--dry-run") }
        #expect(Set(withDryRun.map { $0.path.joined(separator: " ") }) == Set(writes))
    }

    @Test func aWriteShowsTheTokenNowhere() {
        for leaf in Self.leaves {
            #expect(!Selaras.helpMessage(for: leaf.type).contains("--token "))
        }
    }

    @Test(arguments: Language.allCases)
    func everyHeadingAndWordIsThere(_ language: Language) {
        for heading in Heading.allCases { #expect(!heading.text(in: language).isEmpty) }
        for vocabulary in Vocabulary.allCases {
            #expect(vocabulary.text(for: "some_new_code", in: language).lowercased() == "some new code")
        }
        for name in ValueName.allCases { #expect(!name.phrase.text(in: language).isEmpty) }
    }
}
