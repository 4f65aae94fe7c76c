/// Whether a password is made of what everybody tries first.
///
/// A list of passwords would know `rahasia123` and not `Rahasia!2027`. So the words that such lists are made of are
/// taken out of it, as often as they occur and however they are disguised, with rows of the keyboard, counting and
/// repetition, and with what everybody knows of the person; it is guessable where little is left.
struct GuessablePassword {
    /// So many characters must be left that are somebody's own.
    static let fewestOwn = 6

    let isGuessable: Bool

    init(_ password: String, context: [String]) {
        let plain = Self.plain(password)
        let words = CommonWords.sorted + Self.words(of: context)
        isGuessable = [plain, Self.undisguised(plain)].contains { Self.own($0, words) < Self.fewestOwn }
    }

    /// Words of four letters and more of a name or an e-mail.
    private static func words(of context: [String]) -> [[Character]] {
        let found = context.flatMap { text in
            plain(text).split { !$0.isLetter && !$0.isNumber }.map(Array.init).filter { $0.count >= 4 }
        }
        return Set(found).sorted { $0.count > $1.count }
    }

    private static func plain(_ text: String) -> [Character] {
        Array(text.lowercased())
    }

    /// `p4$$w0rd` is `password`.
    private static func undisguised(_ text: [Character]) -> [Character] {
        text.map { disguises[$0] ?? $0 }
    }

    private static let disguises: [Character: Character] = [
        "0": "o", "1": "i", "!": "i", "|": "i", "3": "e", "4": "a", "@": "a", "5": "s", "$": "s", "7": "t", "+": "t",
        "8": "b", "9": "g",
    ]

    /// How many characters are left, each different one no more than twice.
    private static func own(_ text: [Character], _ words: [[Character]]) -> Int {
        var rest = text
        for word in words { remove(word, from: &rest) }
        rest = withoutRuns(rest)
        var seen: [Character: Int] = [:]
        for character in rest where character.isLetter || character.isNumber || !character.isASCII {
            seen[character, default: 0] += 1
        }
        return seen.values.reduce(0) { $0 + min($1, 2) }
    }

    /// Leaves a blank, so that what stands on both sides does not become a word.
    private static func remove(_ word: [Character], from text: inout [Character]) {
        guard word.count <= text.count else { return }
        var start = 0
        while start + word.count <= text.count {
            if text[start] == word[0], text[start..<start + word.count].elementsEqual(word) {
                text.replaceSubrange(start..<start + word.count, with: [" "])
            }
            start += 1
        }
    }

    /// Without rows of three and more that count up or down or repeat, and without years.
    private static func withoutRuns(_ text: [Character]) -> [Character] {
        var kept: [Character] = []
        var run: [Character] = []
        var step: Int?
        func distance(_ one: Character, _ other: Character) -> Int? {
            guard let one = one.asciiValue, let other = other.asciiValue else { return one == other ? 0 : nil }
            let steps = Int(other) - Int(one)
            return abs(steps) <= 1 ? steps : nil
        }
        func end() {
            if run.count < 3 { kept += run }
            run = []
            step = nil
        }
        for character in text {
            if let last = run.last {
                let found = distance(last, character)
                if found == nil || (step != nil && step != found) { end() } else { step = found }
            }
            run.append(character)
        }
        end()
        return withoutYears(kept)
    }

    private static func withoutYears(_ text: [Character]) -> [Character] {
        var rest = text
        var start = 0
        while start + 4 <= rest.count {
            if isYear(Array(rest[start..<start + 4])) { rest.replaceSubrange(start..<start + 4, with: [" "]) }
            start += 1
        }
        return rest
    }

    private static func isYear(_ text: [Character]) -> Bool {
        guard let year = Int(String(text)), text.allSatisfy(\.isNumber) else { return false }
        return (1940...2049).contains(year)
    }
}
