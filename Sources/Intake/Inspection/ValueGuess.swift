/// What a value of another program probably means in a survey file; nil is never a guess but a question to people.
enum ValueGuess {
    static func answer(_ value: String) -> String? {
        meaning(value, answers)
    }

    static func status(_ value: String) -> String? {
        if let number = Int(value), 1...5 ~= number { return value }
        return meaning(value, statuses)
    }

    /// Whether this option of a choice of several says that none of the others holds.
    static func isNone(_ option: String) -> Bool {
        let words = NameWords(option).all
        return [["tidak", "ada"], ["none"], ["tidak"], ["bukan"], ["nihil"], ["no"]].contains(words)
    }

    private static func meaning(_ value: String, _ known: [String: [String]]) -> String? {
        let words = NameWords(value).all.joined(separator: " ")
        return known.first { $0.value.contains(words) }?.key
    }

    private static let answers = [
        "ya": ["ya", "y", "iya", "yes", "true", "benar", "ada", "sudah", "punya", "memiliki", "cukup"],
        "tidak": [
            "tidak", "t", "tdk", "no", "n", "false", "salah", "tidak ada", "belum", "tidak punya", "tidak memiliki",
            "bukan",
        ],
        "tb": ["tb", "tidak berlaku", "n a", "na", "not applicable", "tidak relevan"],
        "kosong": ["tidak tahu", "tidak terisi", "tidak menjawab", "tidak ditanyakan", "missing", "dont know", "dk"],
    ]

    private static let statuses = [
        "1": ["lengkap", "selesai", "complete", "completed", "berhasil"],
        "2": ["sebagian", "partial", "tidak lengkap", "selesai sebagian"],
        "3": [
            "tidak ada responden", "no respondent", "tidak ditemui", "tidak ada orang", "tidak di rumah", "not home",
        ],
        "4": ["menolak", "refused", "ditolak"],
        "5": ["pindah", "moved", "sudah pindah"],
    ]
}
