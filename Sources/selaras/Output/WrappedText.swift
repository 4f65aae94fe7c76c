extension String {
    /// What becomes of a word that is longer than a line: in a page it stays whole, so that it can be copied; in a table
    /// it is shortened, since it would push the columns apart.
    enum LongWord { case whole, shortened }

    /// Lines of at most `width` columns, broken at blanks, and after the slashes of a word that is longer than a line.
    /// Further lines begin as far in as the first.
    func wrapped(to width: Int, _ longWord: LongWord = .whole) -> [String] {
        guard displayWidth > width, width > 0 else { return [self] }
        let indent = String(prefix { $0 == " " })
        var (lines, line) = ([String](), "")
        for piece in phrases.flatMap({ $0.pieces(upTo: width - indent.count, longWord) }) {
            let joined = line.isEmpty ? piece.text : line + (piece.isPart ? "" : " ") + piece.text
            if indent.count + joined.displayWidth <= width {
                line = joined
            } else {
                if !line.isEmpty { lines.append(indent + line) }
                line = piece.text
            }
        }
        return lines + [indent + line]
    }

    /// The least width in which no word of at most `most` columns is broken.
    func leastWidth(most: Int) -> Int {
        let widths = phrases.map { phrase in
            phrase.displayWidth <= most
                ? phrase.parts.count > 1 ? phrase.parts.map(\.displayWidth).max() ?? 0 : phrase.displayWidth
                : phrase.split(separator: " ").flatMap { String($0).parts }.map(\.displayWidth).max() ?? 0
        }
        return min(widths.max() ?? 0, most)
    }

    /// One line of at most `width` columns, which ends in `…` where that is not all.
    func shortened(to width: Int) -> String {
        displayWidth <= width ? self : head(width - 1) + "…"
    }

    /// Words, and numbers together with what they count: `404 hari`, `TA 2025`, `75,91 → 78,63` are read as one.
    private var phrases: [String] {
        var phrases: [String] = []
        var last: Substring = ""
        for word in split(separator: " ") {
            let isBound = (last.isNumber || word.isNumber) && last.last != "," && word != "pukul"
            if isBound, let open = phrases.popLast() {
                phrases.append(open + " " + word)
            } else {
                phrases.append(String(word))
            }
            last = word
        }
        return phrases
    }

    /// `nikah/akta` may break after the slash.
    private var parts: [String] {
        var parts: [String] = [""]
        for character in self {
            parts[parts.count - 1].append(character)
            if character == "/" { parts.append("") }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// A phrase as it fits: whole, or its words, or their parts; `isPart` where no blank goes before it.
    private func pieces(upTo width: Int, _ longWord: LongWord) -> [(text: String, isPart: Bool)] {
        guard displayWidth > width else { return [(self, false)] }
        return split(separator: " ").map(String.init).flatMap { word -> [(text: String, isPart: Bool)] in
            guard word.displayWidth > width else { return [(word, false)] }
            return word.parts.enumerated().map { index, part in
                let isShort = part.displayWidth <= width || longWord == .whole
                return (isShort ? part : part.head(width - 1) + "…", index > 0)
            }
        }
    }

    /// As many characters as have room in that many columns.
    private func head(_ width: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += character.displayWidth
                return used <= width
            })
    }
}

extension Substring {
    /// A number as people write it: `1.250.000`, `75,91`, `+1,93`, `17.04`.
    fileprivate var isNumber: Bool {
        first.map { $0.isNumber || "+-−".contains($0) } ?? false
            && contains(where: \.isNumber) && allSatisfy { $0.isNumber || "+-−.,:%".contains($0) }
    }
}
