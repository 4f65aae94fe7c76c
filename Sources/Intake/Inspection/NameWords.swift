/// The words of a name of a column, an indicator or a value, so that names that differ in writing can be compared.
struct NameWords: Hashable, Sendable {
    /// Lower case, split where letters meet anything else; numbers without leading zeros.
    let all: [String]

    /// - Parameter name: Of a column of a form with groups the last part counts.
    init(_ name: String) {
        var words: [String] = []
        var word = ""
        var isNumber = false
        func close() {
            if !word.isEmpty {
                words.append(isNumber ? String(word.drop { $0 == "0" }.isEmpty ? "0" : word.drop { $0 == "0" }) : word)
            }
            word = ""
        }
        for character in name.lowercased() {
            guard character.isLetter || character.isNumber else {
                close()
                continue
            }
            if !word.isEmpty && character.isNumber != isNumber { close() }
            isNumber = character.isNumber
            word.append(character)
        }
        close()
        all = words
    }

    /// The last part of a name with groups: of `legalitas/buku_nikah` what follows the last `/`.
    static func tail(_ name: String) -> NameWords {
        NameWords(name.split(separator: "/").last.map(String.init) ?? name)
    }

    /// Whether these words stand in `other` one after the other.
    func isWithin(_ other: NameWords) -> Bool {
        guard !all.isEmpty, all.count <= other.all.count else { return false }
        return (0...(other.all.count - all.count)).contains { other.all[$0...].starts(with: all) }
    }

    func contains(anyOf words: Set<String>) -> Bool { all.contains { words.contains($0) } }

    /// Without those that say nothing about what is asked.
    var telling: [String] { all.filter { !Self.empty.contains($0) && $0.first?.isNumber != true } }

    /// Whether only numbers tell the two names apart, as in `jaminan_1` and `jaminan_2`.
    func isSeries(with other: NameWords) -> Bool {
        all.count == other.all.count && all != other.all
            && zip(all, other.all).allSatisfy { $0 == $1 || (Int($0) != nil && Int($1) != nil) }
    }

    /// Whether two words mean the same, so far as letters tell: equal, or one made of the other, as `berakta` of `akta`.
    static func agree(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard short.count >= 4 else { return false }
        if long.hasPrefix(short) || long.hasSuffix(short) { return true }
        return 3 * long.count <= 5 * short.count && long.contains(short)
    }

    static let negations: Set = ["tidak", "tanpa", "belum", "bukan", "tdk", "no", "not", "without"]
    static let freedom: Set = ["bebas", "free"]

    private static let empty: Set = [
        "ada", "adalah", "anggota", "apakah", "atau", "dalam", "dan", "dari", "dengan", "di", "keluarga", "kepada",
        "kepemilikan", "memiliki", "mempunyai", "oleh", "pada", "punya", "terhadap", "untuk", "yang", "jumlah", "total",
        "a", "and", "at", "by", "family", "families", "for", "has", "have", "household", "in", "is", "of", "on", "or",
        "own", "the", "to", "with", "tidak", "tanpa", "belum", "bukan", "bebas", "free", "no", "not", "without",
    ]
}
