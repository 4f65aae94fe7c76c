internal import Phrasing
internal import Wire

/// One man page: a command with its arguments and options, and what leads on from it.
struct ManualPage {
    /// `selaras-lokus-list`.
    let name: String
    let text: String

    /// A page for each command of the tree, the groups among them.
    static func pages(of command: JSONValue, version: String, _ language: Language) -> [ManualPage] {
        let path = command["superCommands"].texts + [command["commandName"].text ?? ""]
        let children = command["subcommands"].items.filter { $0["commandName"].text != "help" }
        let page = ManualPage(
            name: path.joined(separator: "-"),
            text: ManualText(command: command, path: path, version: version, language: language).text)
        return [page] + children.flatMap { pages(of: $0, version: version, language) }
    }
}

/// The page in the language of `man(7)`.
private struct ManualText {
    let command: JSONValue
    let path: [String]
    let version: String
    let language: Language

    var text: String {
        var lines = [
            ".TH \(quoted(path.joined(separator: "-").uppercased())) 1 \"\" \(quoted("Selaras \(version)")) "
                + quoted(Phrase("Perintah Selaras", "Selaras Commands")[language])
        ]
        lines += section(
            Phrase("NAMA", "NAME"), [escaped("\(path.joined(separator: "-")) - \(command["abstract"].text ?? "")")])
        lines += section(Phrase("RINGKASAN", "SYNOPSIS"), [synopsis])
        lines += section(Phrase("URAIAN", "DESCRIPTION"), paragraphs(command["discussion"].text ?? ""))
        let arguments = command["arguments"].items.filter { $0["shouldDisplay"].flag != false }
        lines += section(
            Phrase("ISIAN", "ARGUMENTS"), arguments.filter { $0["kind"].text == "positional" }.flatMap(entry))
        lines += section(
            Phrase("PILIHAN", "OPTIONS"), arguments.filter { $0["kind"].text != "positional" }.flatMap(entry))
        lines += section(Phrase("PERINTAH", "COMMANDS"), children)
        lines += section(Phrase("LIHAT JUGA", "SEE ALSO"), [seeAlso])
        return lines.map { $0 + "\n" }.joined()
    }

    private func section(_ title: Phrase, _ lines: [String]) -> [String] {
        let filled = lines.filter { !$0.isEmpty }
        return filled.isEmpty ? [] : [".SH \(quoted(title[language]))"] + filled
    }

    private var synopsis: String {
        let shown = command["arguments"].items.filter { $0["shouldDisplay"].flag != false }
        let parts = shown.map { argument -> String in
            let value = "<\(argument["valueName"].text ?? "")>"
            let name = Self.names(argument).last ?? ""
            let text =
                switch argument["kind"].text {
                case "positional": value
                case "flag": name
                default: "\(name) \(value)"
                }
            return (argument["isOptional"].flag == true ? "[\(text)]" : text)
                + (argument["isRepeating"].flag == true ? " ..." : "")
        }
        let children = visibleChildren.isEmpty ? [] : [Phrase("<perintah>", "<command>")[language]]
        return "\\fB\(escaped(path.joined(separator: " ")))\\fR " + escaped((parts + children).joined(separator: " "))
    }

    private var visibleChildren: [JSONValue] {
        command["subcommands"].items.filter { $0["shouldDisplay"].flag != false && $0["commandName"].text != "help" }
    }

    private var children: [String] {
        visibleChildren.flatMap { child in
            let name = (path + [child["commandName"].text ?? ""]).joined(separator: "-")
            return [".TP", "\\fB\(escaped(name))\\fR(1)", escaped(child["abstract"].text ?? "")]
        }
    }

    private var seeAlso: String {
        guard path.count > 1 else { return "" }
        return "\\fB\(escaped(path.dropLast().joined(separator: "-")))\\fR(1)"
    }

    private func entry(_ argument: JSONValue) -> [String] {
        let value = argument["kind"].text == "flag" ? "" : " <\(argument["valueName"].text ?? "")>"
        let names = Self.names(argument)
        let head = names.isEmpty ? value.trimmed : names.joined(separator: ", ") + value
        var text = argument["abstract"].text ?? ""
        let values = argument["allValues"].texts
        if !values.isEmpty { text += Phrase(" Nilai: ", " Values: ")[language] + values.joined(separator: ", ") + "." }
        if let standard = argument["defaultValue"].text {
            text += Phrase(" Bawaan: \(standard).", " Default: \(standard).")[language]
        }
        return [".TP", "\\fB\(escaped(head))\\fR", escaped(builtIn(text))]
    }

    /// The words that ArgumentParser has built in.
    private func builtIn(_ text: String) -> String { UsageWords.help(text, in: language) }

    private static func names(_ argument: JSONValue) -> [String] {
        argument["names"].items.map { name in
            (name["kind"].text == "short" ? "-" : "--") + (name["name"].text ?? "")
        }
    }

    /// Lines that are indented, as examples are, stay as they are.
    private func paragraphs(_ text: String) -> [String] {
        var lines: [String] = []
        var isExample = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  ") != isExample {
                isExample.toggle()
                lines.append(isExample ? ".nf" : ".fi")
            }
            lines.append(line.isEmpty ? ".PP" : escaped(String(line)))
        }
        return lines + (isExample ? [".fi"] : [])
    }

    /// Backslashes, hyphens that are to be copied, and what would be a request at the start of a line.
    private func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\n", with: " ")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }

    private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\\(dq") + "\"" }
}
