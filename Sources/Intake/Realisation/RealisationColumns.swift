/// Where a file of realisation says what, found by its headings: offices type them in many ways, over one to three lines.
struct RealisationColumns: Sendable {
    private(set) var code = 0
    private(set) var spent = 0
    private(set) var title: Int?
    private(set) var place: Int?
    private(set) var source: Int?
    private(set) var agency: Int?
    private(set) var year: Int?
    private(set) var account: Int?
    private(set) var ceiling: Int?
    private(set) var physical: Int?
    private(set) var quantity: Int?
    /// Those that only number the rows.
    let rowNumbers: Set<Int>
    /// How many lines the headings take.
    let depth: Int
    /// As the file has them, lines joined.
    let headings: [String]

    /// What is missing or there twice is thrown.
    ///
    /// - Parameter lines: The first of the headings and up to two lines after it.
    init(_ lines: [[String]], line: Int) throws(FaultList) {
        depth = 1 + lines.dropFirst().prefix { Self.continues($0) }.count
        headings = Self.joined(Array(lines.prefix(depth)))
        let all = headings.map(Heading.init)
        rowNumbers = Set(
            all.indices.filter { all[$0].words.first == "no" && !all[$0].has("rekening", "sub", "kegiatan") })
        var faults = FaultList()
        func one(_ found: [Int], _ name: String) -> Int? {
            if found.count > 1 {
                let named = found.map { headings[$0] }.joined(separator: "; ")
                faults.add(Fault(line: line, column: named, code: .doubledColumn))
            } else if found.isEmpty {
                faults.add(Fault(line: line, column: name, code: .missingColumn))
            }
            return found.first
        }
        let codes = all.indices.map { all[$0].codeRank }
        let best = codes.max() ?? 0
        let code = one(best == 0 ? [] : codes.indices.filter { codes[$0] == best }, "Kode Sub Kegiatan")
        let spent = one(Self.upToNow(all) { $0.isSpent }, "Realisasi Keuangan (Rp)")
        let physical = Self.upToNow(all) { $0.isPhysical }
        if physical.count > 1 { _ = one(physical, "") }
        guard faults.isEmpty, let code, let spent else { throw faults }
        (self.code, self.spent, self.physical) = (code, spent, physical.first)
        func first(_ test: (Heading) -> Bool) -> Int? {
            all.indices.first { $0 != code && $0 != spent && test(all[$0]) }
        }
        title = first { $0.isTitle }
        place = first { $0.isPlace && $0.has("kode") } ?? first { $0.isPlace }
        source = first { $0.has("sumber") && $0.has("nama") } ?? first { $0.has("sumber") }
        agency = first { $0.isAgency && $0.has("nama") } ?? first { $0.isAgency }
        year = first { $0.words == ["tahun"] || $0.words == ["tahun", "anggaran"] || $0.words == ["ta"] }
        // Where a column of its own has the sub-activity, the account is a detail of it.
        account = first { $0.has("kode", "no", "nomor") && $0.has("rekening", "akun") }
        let ceilings = all.indices.filter { all[$0].isCeiling }
        ceiling = ceilings.last { all[$0].has("perubahan", "pergeseran") } ?? ceilings.last
        let quantities = Self.upToNow(all) { $0.isQuantity }
        quantity = quantities.count == 1 ? quantities.first : nil
    }

    /// Of several columns for one figure, that of the sum up to now; what only a month or quarter added is none.
    private static func upToNow(_ all: [Heading], _ test: (Heading) -> Bool) -> [Int] {
        let found = all.indices.filter { test(all[$0]) && !all[$0].isOfBefore && !all[$0].isOfPeriod }
        let summed = found.filter { all[$0].isSum }
        let rest = summed.isEmpty ? found : summed
        // Beside its parts, as those paid by LS and by GU.
        let whole = rest.filter { all[$0].has("jumlah", "total") }
        return whole.isEmpty ? rest : whole
    }

    /// Whether a line goes on with the headings above it: merged ones have "Rp" and "%" below.
    private static func continues(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return !filled.isEmpty
            && filled.allSatisfy { cell in
                let words = NameWords(cell).all
                return words.isEmpty ? cell.contains("%") : words.allSatisfy { below.contains($0) }
            }
    }

    private static let below: Set<String> = Set<String>([
        "rp", "rupiah", "keuangan", "fisik", "realisasi", "target", "pagu", "anggaran", "persen", "bobot", "tertimbang",
        "capaian", "sisa", "bulan", "ini", "lalu", "s", "d", "sd", "sampai", "dengan", "triwulan", "tw", "k", "volume",
        "satuan", "kinerja", "keluaran", "deviasi", "murni", "pergeseran", "perubahan", "kumulatif", "keu", "fis",
        "persentase", "prosentase", "jumlah", "total", "ls", "gu", "up", "tu", "i", "ii", "iii", "iv",
    ]).union(RealisationFile.monthNames)

    /// A merged heading stands over all columns that have something below it.
    private static func joined(_ lines: [[String]]) -> [String] {
        let width = lines.map(\.count).max() ?? 0
        var heads = [String](repeating: "", count: width)
        for (level, line) in lines.enumerated() {
            var last = ""
            for column in 0..<width {
                var cell = column < line.count ? line[column] : ""
                let isOver = lines[(level + 1)...].contains { column < $0.count && !$0[column].isEmpty }
                if !cell.isEmpty { last = cell } else if isOver { cell = last } else { last = "" }
                if !cell.isEmpty { heads[column] += (heads[column].isEmpty ? "" : " ") + cell }
            }
        }
        return heads
    }
}

/// What the words of one heading say.
private struct Heading {
    let words: [String]
    private let isPercent: Bool

    init(_ text: String) {
        words = NameWords(text).all
        isPercent = text.contains("%") || words.contains { $0.hasPrefix("persen") || $0.hasPrefix("prosen") }
    }

    func has(_ any: String...) -> Bool { words.contains { any.contains($0) } }

    private var isDone: Bool { has("realisasi", "capaian", "penyerapan", "serapan") }
    private var isPlanned: Bool { has("target", "rencana", "sisa", "deviasi", "bobot", "tertimbang", "selisih") }

    var isOfBefore: Bool { has("lalu", "sebelumnya") }
    var isOfPeriod: Bool { has("ini") && !isSum }
    var isSum: Bool {
        has("sd", "sampai", "hingga", "kumulatif")
            || zip(words, words.dropFirst()).contains { $0 == "s" && $1 == "d" }
    }

    var isSpent: Bool {
        isDone && !isPercent && !isPlanned && !has("fisik", "k", "volume", "kinerja", "keluaran", "output", "satuan")
    }
    var isPhysical: Bool { has("fisik") && !isPlanned && !has("rp", "rupiah", "keuangan") }
    var isQuantity: Bool { isDone && !isPercent && !isPlanned && has("k", "volume", "kinerja", "keluaran", "output") }
    var isCeiling: Bool {
        has("pagu", "anggaran", "dpa") && !isDone && !isPercent && !isPlanned && !has("tahun", "sumber", "kode", "nama")
    }
    var isPlace: Bool { has("lokasi", "lokus", "desa", "kelurahan") }
    var isAgency: Bool { has("skpd", "opd", "perangkat") && !has("unit") }
    var isTitle: Bool { has("uraian") || has("nama") && has("sub") || words.suffix(2) == ["sub", "kegiatan"] }

    /// The higher the surer that it is the code of the sub-activity; 0 where it is none.
    var codeRank: Int {
        guard !isPlace, !isAgency, !has("sumber", "akun", "unit", "indikator") else { return 0 }
        let isNumber = has("kode", "no", "nomor")
        if isNumber && has("sub") { return 5 }
        if words == ["kode"] { return 4 }
        if isNumber && has("rekening") || words == ["rekening"] { return 3 }
        if has("kode") && has("kegiatan", "program") && !has("urusan") { return 2 }
        // "Program / Kegiatan / Sub Kegiatan" has code and name in one cell.
        return has("sub") && has("kegiatan") && !has("nama") ? 1 : 0
    }
}
