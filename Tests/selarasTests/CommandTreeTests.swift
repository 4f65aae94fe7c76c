import ArgumentParser
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

    @Test(arguments: leaves.filter { $0.path != ["exit-codes"] })
    func examplesParse(_ leaf: Leaf) throws {
        let examples = Self.examples(leaf)
        #expect(!examples.isEmpty, "an example comes first in the help")
        #expect(leaf.type.configuration.discussion.hasPrefix("Contoh:"))
        for example in examples {
            let command = try Selaras.parseAsRoot(example)
            #expect(type(of: command) == leaf.type)
            #expect(command is any ServiceCommand)
        }
    }

    @Test(arguments: leaves)
    func helpIsIndonesian(_ leaf: Leaf) async {
        let session = Session(FakeTransport([:]))
        #expect(await session.run(["help"] + leaf.path) == .success)
        for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "Show help", "(default", "(values"] {
            #expect(!session.output.contains(word))
        }
    }

    @Test(arguments: leaves)
    func flagsAreTheSameEverywhere(_ leaf: Leaf) {
        let isSession = [["login"], ["logout"], ["exit-codes"]].contains(leaf.path)
        let help = Selaras.helpMessage(for: leaf.type)
        for flag in ["--output", "--columns", "--no-header", "--color", "--url", "--timeout"] where !isSession {
            #expect(help.contains(flag), "\(flag)")
        }
    }

    @Test func aWriteShowsTheTokenNowhere() {
        for leaf in Self.leaves {
            #expect(!Selaras.helpMessage(for: leaf.type).contains("--token "))
        }
    }

    @Test func everyHeadingAndWordIsThere() {
        for heading in Heading.allCases { #expect(!heading.text(in: .indonesian).isEmpty) }
        for vocabulary in Vocabulary.allCases {
            #expect(vocabulary.text(for: "some_new_code", in: .indonesian).lowercased() == "some new code")
        }
    }
}
