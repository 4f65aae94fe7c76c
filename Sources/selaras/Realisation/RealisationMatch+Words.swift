/// How what offices write is compared.
extension RealisationMatch {
    /// Letters and digits alone, in small letters: "Sang-Sang" is "Sangsang".
    static func plain(_ text: String) -> String {
        String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The place of a row: a code, or a name without what every village's has in front and behind; empty where it is none
    /// in particular.
    static func place(_ text: String) -> String {
        var words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }.map(String.init)
        if let code = words.first(where: { $0.split(separator: ".").map(\.count) == [2, 2, 2, 4] }) { return code }
        words = words.map { $0.filter { $0 != "." } }.filter { !$0.isEmpty }
        guard !words.contains(where: { everywhere.contains($0) }) else { return "" }
        let own = words.drop { ["desa", "ds", "kelurahan", "kel", "lokus"].contains($0) }
            .prefix { !["kec", "kecamatan"].contains($0) }
        return plain(own.joined())
    }

    private static let everywhere: Set = ["kab", "kabupaten", "tersebar", "seluruh", "semua"]

    static func isAt(_ place: String, _ intervention: RealisationFacts.Intervention) -> Bool {
        place == intervention.desaCode || place == plain(intervention.desaName)
    }

    /// The source of a budget line, as far as what is written names one; nil where it does not.
    static func source(_ text: String) -> String? {
        let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
        func has(_ any: String...) -> Bool { any.contains { words.contains($0) } }
        if has("csr", "tjsl") { return "csr" }
        if has("baznas", "zakat") { return "baznas" }
        if has("apbdes", "add") { return "apbdes" }
        if has("apbn", "dak") { return "apbn" }
        if has("provinsi", "prov", "bankeu") { return "apbd_provinsi" }
        return has("apbd", "dau", "pad", "dbh") ? "apbd_kabupaten" : nil
    }
}
