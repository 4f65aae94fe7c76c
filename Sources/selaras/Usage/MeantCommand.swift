internal import ArgumentParser

/// Where in the tree of commands somebody probably wanted to go.
struct MeantCommand {
    /// The names that led here; empty for the program itself.
    let path: [String]
    let type: any ParsableCommand.Type

    /// More than this are no answer to what was meant.
    private static let most = 8

    /// The paths that may have been meant by these words, the nearest place first; none where nothing is near.
    func candidates(for words: [String]) -> [[String]] {
        let here = below(words[...])
        if !here.isEmpty { return here }
        // Many know the verb and not the group that it moved to.
        guard let word = words.first else { return [] }
        let leaves = MeantCommand(path: [], type: Selaras.self).leaves
        let names = OtherNames.nearestCommands(to: word, among: Array(Set(leaves.compactMap(\.last))).sorted())
        let found = leaves.filter { leaf in
            // What a group makes it makes in one way.
            let verbs = leaves.filter { $0.dropLast() == leaf.dropLast() }.compactMap(\.last).filter(names.contains)
            return OtherNames.preferred(of: verbs, for: word).contains(leaf.last ?? "")
        }
        return found.count <= Self.most ? found : []
    }

    /// As far down as the words lead, each taken for what is nearest to it.
    private func below(_ words: ArraySlice<String>) -> [[String]] {
        guard let word = words.first, !word.hasPrefix("-") else { return [] }
        let children = children
        let names = children.map(\.name) + (path.isEmpty ? ["help"] : [])
        let exact = names.filter { $0 == word }
        return (exact.isEmpty ? meant(by: word, among: names) : exact).flatMap { name in
            guard let child = children.first(where: { $0.name == name }) else { return [path + [name]] }
            let further = MeantCommand(path: path + [name], type: child.type).below(words.dropFirst())
            return further.isEmpty ? [path + [name]] : further
        }
    }

    private func meant(by word: String, among names: [String]) -> [String] {
        OtherNames.preferred(of: OtherNames.nearestCommands(to: word, among: names), for: word)
    }

    private var leaves: [[String]] {
        children.flatMap { child in
            let further = MeantCommand(path: path + [child.name], type: child.type).leaves
            return further.isEmpty ? [path + [child.name]] : further
        }
    }

    private var children: [(name: String, type: any ParsableCommand.Type)] {
        type.configuration.subcommands.compactMap { child in
            guard child.configuration.shouldDisplay, let name = child.configuration.commandName else { return nil }
            return (name, child)
        }
    }
}
