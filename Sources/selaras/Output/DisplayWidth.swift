extension String {
    /// Columns that the text takes on a terminal.
    var displayWidth: Int {
        reduce(0) { $0 + $1.displayWidth }
    }

    /// Lines of at most `width` columns, broken at blanks, and within a word only where it is longer than a line.
    func wrapped(to width: Int) -> [String] {
        guard displayWidth > width, width > 0 else { return [self] }
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ") {
            let joined = line.isEmpty ? String(word) : line + " " + word
            if joined.displayWidth <= width {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = String(word)
            while line.displayWidth > width {
                // `nikah/akta` breaks after the slash where it can.
                let head = line.head(width).upToSlash
                lines.append(head)
                line.removeFirst(head.count)
            }
        }
        return lines + [line]
    }

    private var upToSlash: String {
        guard let slash = lastIndex(of: "/") else { return self }
        return String(self[...slash])
    }

    /// At least one character, so that a wide one in a narrow column comes to an end.
    private func head(_ width: Int) -> String {
        var used = 0
        let head = prefix { character in
            used += character.displayWidth
            return used <= width
        }
        return head.isEmpty ? String(prefix(1)) : String(head)
    }
}

extension Character {
    /// Two for East Asian wide characters and emoji, none for a mark on its own, else one.
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if unicodeScalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
