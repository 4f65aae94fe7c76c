internal import Phrasing

/// Puts the words that ArgumentParser has built in, which it does not let one choose, into Indonesian.
///
/// What is not recognised stays as it is: a sentence in English is better than none.
enum UsageWords {
    static func help(_ text: String, in language: Language) -> String {
        let text = ownOptionsFirst(text)
        switch language {
        case .indonesian:
            return text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
        case .english:
            return text.hasPrefix(overview) ? String(text.dropFirst(overview.count)) : text
        }
    }

    /// What a command has of its own is read first; ArgumentParser puts titled groups before it.
    private static func ownOptionsFirst(_ text: String) -> String {
        let sections = text.split(separator: "\n\n", omittingEmptySubsequences: false).map(String.init)
        let shared = [Phrase.outputTitle, .commonTitle].flatMap { [$0.indonesian, $0.english] }.map {
            $0.uppercased() + ":"
        }
        let isShared: (String) -> Bool = { section in shared.contains { section.hasPrefix($0) } }
        guard let own = sections.lastIndex(where: { $0.hasPrefix("OPTIONS:") }) else { return text }
        let before = sections[...own].filter { !isShared($0) }
        return (before + sections[...own].filter(isShared) + sections[(own + 1)...]).joined(separator: "\n\n")
    }

    static func fault(_ text: String, in language: Language) -> String {
        switch language {
        case .indonesian: help(replace(faults, in: text), in: language)
        case .english: text
        }
    }

    private static let overview = "OVERVIEW: "

    private static let headings = [
        (overview, ""), ("USAGE: ", "PEMAKAIAN: "), ("Usage: ", "Pemakaian: "), ("ARGUMENTS:", "ISIAN:"),
        ("OPTIONS:", "PILIHAN:"), ("SUBCOMMANDS:", "PERINTAH:"), ("Error: ", "Kesalahan: "), ("Help:  ", "Bantuan: "),
    ]

    private static let words = [
        ("<subcommand>", "<perintah>"), ("[<options>]", "[<pilihan>]"), ("<options>", "<pilihan>"),
        ("Show help information.", "Tampilkan bantuan ini."), ("Show the version.", "Tampilkan versi."),
        ("Show subcommand help information.", "Tampilkan bantuan sebuah perintah."),
        // The blank after these may be a line break, where the help was wrapped.
        ("(default:", "(bawaan:"), ("; default:", "; bawaan:"), ("(values:", "(nilai:"), ("  default:", "  bawaan:"),
        ("' for detailed help.", "' untuk bantuan rinci."), ("' for more information.", "' untuk keterangan."),
    ]

    private static let faults = [
        ("Error: ", "Kesalahan: "), ("Unknown option ", "Pilihan tidak dikenal: "),
        (". Did you mean ", ". Mungkin maksudnya "), ("Missing value for ", "Nilai belum diisi untuk "),
        ("Missing expected argument ", "Isian yang wajib belum ada: "), ("Missing one of: ", "Salah satu wajib ada: "),
        ("Unexpected argument ", "Isian tidak dikenal: "), (" unexpected arguments: ", " isian tidak dikenal: "),
        (" is invalid for ", " tidak dapat diterima untuk "), ("The value ", "Nilai "),
        (". Please provide one of the following:", ". Pilih salah satu:"),
        (". Please provide one of ", ". Pilih salah satu: "),
        (" and '", " atau '"), (" or '", " atau '"),
        ("Value to be set with flag ", "Pilihan "), (" had already been set with flag ", " bertentangan dengan "),
        ("The option ", "Pilihan "), (" does not take any value, but ", " tidak memerlukan nilai, tetapi diberi "),
        (" was specified.", "."),
    ]

    private static func line(_ line: Substring) -> String {
        let text = replace(words, in: String(line))
        for (english, own) in headings where text.hasPrefix(english) { return own + text.dropFirst(english.count) }
        return text.hasPrefix("  See '") ? "  Lihat '" + text.dropFirst(7) : text
    }

    private static func replace(_ pairs: [(String, String)], in text: String) -> String {
        pairs.reduce(text) { text, pair in text.replacing(pair.0, with: pair.1) }
    }
}
