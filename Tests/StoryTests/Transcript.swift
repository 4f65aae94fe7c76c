import Foundation

/// The `console` blocks of a Markdown file: commands with what they print.
struct Transcript {
    struct Step: Equatable {
        let command: String
        let output: [String]
    }

    enum Piece {
        case prose(String)
        case console([Step])
    }

    let pieces: [Piece]

    init(markdown: String) {
        var pieces: [Piece] = []
        var block: [String]?
        for line in markdown.components(separatedBy: "\n") {
            if line == "```console" {
                block = []
            } else if line == "```", let lines = block {
                pieces.append(.console(Self.steps(lines)))
                block = nil
            } else if block != nil {
                block?.append(line)
            } else {
                pieces.append(.prose(line))
            }
        }
        self.pieces = pieces
    }

    var steps: [Step] {
        pieces.flatMap { piece in
            if case .console(let steps) = piece { steps } else { [Step]() }
        }
    }

    /// The same file with other outputs, one a command, in order.
    func markdown(with outputs: [[String]]) -> String {
        var rest = outputs[...]
        return pieces.map { piece in
            switch piece {
            case .prose(let line): return line
            case .console(let steps):
                let lines = steps.flatMap { ["$ \($0.command)"] + (rest.popFirst() ?? []) }
                return (["```console"] + lines + ["```"]).joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }

    private static func steps(_ lines: [String]) -> [Step] {
        var steps: [Step] = []
        for line in lines {
            if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2)), output: []))
            } else if let last = steps.popLast() {
                // A command that ends in a backslash goes on in the next line.
                steps.append(
                    last.command.hasSuffix("\\")
                        ? Step(command: last.command + "\n" + line, output: [])
                        : Step(command: last.command, output: last.output + [line]))
            }
        }
        return steps
    }
}

extension String {
    /// What differs from run to run, made the same: ids, instants, and how long ago something was due.
    var withoutChance: String {
        let chances: [(pattern: String, replacement: String)] = [
            ("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>"),
            ("slr_[0-9A-Za-z]{49}", "slr_…"),
            ("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", "<waktu>"),
            ("[Tt]erlambat [0-9]+ hari", "Terlambat … hari"),
            ("[0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2} pukul [0-9.]{5} WI(B|TA|T)", "<waktu>"),
            ("(Tanggal penerimaan +: ).*", "$1<hari ini>"),
            ("Nomor permintaan: [0-9a-f]+", "Nomor permintaan: <id>"),
        ]
        return chances.reduce(self) { text, chance in
            text.replacingOccurrences(of: chance.pattern, with: chance.replacement, options: .regularExpression)
        }
    }
}
