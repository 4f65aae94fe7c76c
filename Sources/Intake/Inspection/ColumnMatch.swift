internal import Measurement

/// How well the name of a column or a question fits an indicator or another column of a survey file.
struct ColumnMatch: Sendable {
    private struct Named: Sendable {
        let code: String
        let words: NameWords
        let names: [NameWords]
        let telling: [[String]]
    }

    private let indicators: [Named]
    /// In how many names of indicators a word is: what many have tells little.
    private let uses: [String: Int]

    init(_ framework: Framework) {
        indicators = framework.indicators.map { indicator in
            let names = [NameWords(indicator.nameID), NameWords(indicator.nameEN)]
            return Named(
                code: indicator.code, words: NameWords(indicator.code), names: names, telling: names.map(\.telling))
        }
        uses = Dictionary(indicators.flatMap { Set($0.telling.joined()) }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// What a column may be, with a score of 0 to 1; nothing below 0.45.
    func candidates(_ name: String) -> [(target: String, score: Double)] {
        if let field = Self.field(name) { return [(field.target, field.score)] }
        let words = NameWords.tail(name)
        return indicators.compactMap { indicator in
            let score = score(words, indicator, isCode: indicator.code == name)
            return score >= 0.45 ? (indicator.code, score) : nil
        }
    }

    /// The indicator that a name states by its code or in full; nil where it takes a guess.
    func named(_ name: String) -> String? {
        let words = NameWords.tail(name)
        return indicators.first { isNamed(words, $0) || $0.names.contains(words) }?.code
    }

    private func isNamed(_ words: NameWords, _ indicator: Named) -> Bool {
        indicator.words.isWithin(words) && (indicator.words.all.count > 1 || indicator.words == words)
    }

    private func score(_ words: NameWords, _ indicator: Named, isCode: Bool) -> Double {
        if isCode { return 1 }
        if isNamed(words, indicator) { return 0.97 }
        if indicator.names.contains(words) { return 0.95 }
        let asked = words.telling
        guard !asked.isEmpty else { return 0 }
        return indicator.telling.map { name -> Double in
            guard !name.isEmpty else { return 0 }
            let found = asked.filter { word in name.contains { NameWords.agree($0, word) } }
            let covered = name.filter { word in asked.contains { NameWords.agree($0, word) } }
            guard found.contains(where: { $0.count >= 4 }) else { return 0 }
            let precision = weight(found) / weight(asked)
            // One common word alone proves nothing.
            let rarity = covered.map { 1 / Double(uses[$0] ?? 1) }.max() ?? 0
            return 0.85 * (0.55 * precision + 0.25 * weight(covered) / weight(name) + 0.2 * rarity)
        }.max() ?? 0
    }

    private func weight(_ words: [String]) -> Double { words.reduce(0) { $0 + 1 / Double(uses[$1] ?? 1) } }

    // MARK: Columns that are no indicator's

    private static func field(_ name: String) -> (target: String, score: Double)? {
        if MappingReading.fields.contains(name) { return (name, 1) }
        let joined = NameWords.tail(name).all.joined(separator: "_")
        for (target, names) in fields {
            if let place = names.firstIndex(of: joined) { return (target, 0.95 - 0.01 * Double(place)) }
        }
        return nil
    }

    /// In order of preference.
    private static let fields: [(target: String, names: [String])] = [
        (
            SurveyColumn.familyID,
            [
                "family_id", "id_keluarga", "no_keluarga", "nomor_keluarga", "kode_keluarga", "id_kk", "no_kk",
                "nomor_kk", "nokk", "household_id", "hh_id", "hhid",
            ]
        ),
        (SurveyColumn.previousFamilyID, ["previous_family_id", "id_keluarga_lama", "id_lama", "nomor_keluarga_lama"]),
        (SurveyColumn.rt, ["rt", "no_rt", "nomor_rt", "kode_rt", "rukun_tetangga"]),
        (
            SurveyColumn.status,
            [
                "status", "hasil_kunjungan", "hasil_wawancara", "hasil_pendataan", "status_kunjungan",
                "status_wawancara", "hasil", "interview_status", "result",
            ]
        ),
        (
            SurveyColumn.enumerator,
            [
                "enumerator", "nama_petugas", "petugas", "nama_pencacah", "pencacah", "nama_pendata", "pendata",
                "nama_kader", "kader", "nama_enumerator", "pewawancara", "surveyor", "interviewer",
            ]
        ),
        (
            SurveyColumn.interviewedOn,
            [
                "interviewed_on", "tanggal_wawancara", "tgl_wawancara", "tanggal_pendataan", "tgl_pendataan",
                "tanggal_kunjungan", "tanggal", "tgl", "interview_date", "today", "start", "submission_date",
                "submissiondate", "submission_time",
            ]
        ),
    ]
}
