internal import Phrasing
internal import Wire

/// Before a survey, and before its figures are believed.
extension Phrase {
    static let clearOrSetTargets = Phrase(
        "Pilih salah satu: --clear-targets, atau --target dan --target-ikk.",
        "Choose one: --clear-targets, or --target and --target-ikk.")
    static let targets = Phrase("Target pada pendataan ulang", "Targets for the re-survey")
    /// - Parameter isReached: nil where it cannot be judged yet, or not by this comparison.
    static func targetIKK(_ target: String, isReached: Bool?) -> Phrase {
        switch isReached {
        case true?: Phrase("Target IKK \(target): tercapai", "Target of the index \(target): reached")
        case false?: Phrase("Target IKK \(target): tidak tercapai", "Target of the index \(target): not reached")
        case nil:
            Phrase("Target IKK \(target): tidak dinilai di sini", "Target of the index \(target): not judged here")
        }
    }
    /// - Parameter isJudged: whether the later survey is the one that targets are for.
    static func targets(
        isJudged: Bool, reached: [String], missed: [String], withoutValue: [String], leftOut: [String]
    ) -> Phrase {
        let count = reached.count + missed.count + withoutValue.count + leftOut.count
        guard isJudged else {
            return Phrase(
                "Target \(count) indikator: tidak dinilai di sini", "Targets of \(count) indicators: not judged here")
        }
        func part(_ words: Phrase, _ codes: [String]) -> Phrase {
            let list = codes.joined(separator: ", ")
            return codes.isEmpty ? Phrase(same: "") : Phrase(same: "; ") + words + Phrase(same: ": \(list)")
        }
        let list = reached.isEmpty ? "" : " (\(reached.joined(separator: ", ")))"
        return Phrase(
            "Target \(count) indikator: \(reached.count) tercapai\(list)",
            "Targets of \(count) indicators: \(reached.count) reached\(list)")
            + part(Phrase("tidak tercapai", "not reached"), missed)
            + part(Phrase("tanpa nilai", "without a value"), withoutValue)
            + part(Phrase("tidak ikut dibandingkan", "not in the comparison"), leftOut)
    }
    static func noIndicator(_ code: String, _ framework: String, near: String?) -> Phrase {
        Phrase("\(code) tidak ada dalam kerangka \(framework).", "\(code) is not in the framework \(framework).")
            + (near.map(didYouMean) ?? Phrase(same: ""))
    }
    static func targetBelowBaseline(_ name: String, _ target: JSONNumber, _ baseline: JSONNumber) -> Phrase {
        func figure(_ number: JSONNumber, _ language: Language) -> String {
            Cell.text(.number(number), .decimal, in: language)
        }
        return Phrase(
            "Perhatian: target \(name) (\(figure(target, .indonesian))) di bawah nilai pendataan awal "
                + "(\(figure(baseline, .indonesian))). Periksa apakah itu yang dikehendaki.",
            "Note: the target of \(name) (\(figure(target, .english))) is below the baseline "
                + "(\(figure(baseline, .english))). Check whether that is what is meant.")
    }
    static func targetsTitle(_ indicator: String, _ place: String) -> Phrase {
        Phrase("Keluarga sasaran \(indicator): \(place)", "Target families of \(indicator): \(place)")
    }
    static func targetsFound(asked: String, lacking: String) -> Phrase {
        Phrase(
            "Dari \(asked) keluarga dalam daftar, \(lacking) belum terpenuhi.",
            "Of the \(asked) families of the list, \(lacking) lack it.")
    }
    static func targetsOthers(good: String, notApplicable: String, unanswered: String, unknown: String) -> Phrase {
        Phrase(
            "Sudah terpenuhi \(good), tidak berlaku \(notApplicable), tanpa jawaban \(unanswered), "
                + "tidak ditemukan \(unknown).",
            "Good: \(good), not applicable: \(notApplicable), without an answer: \(unanswered), not found: \(unknown).")
    }
    static func unknownFamilies(_ ids: [String], of count: Int) -> Phrase {
        let list = ids.joined(separator: ", ") + (count > ids.count ? ", …" : "")
        return Phrase(
            "Tidak ada dalam pendataan dengan nomor itu: \(list)", "Not in the survey under that id: \(list)")
    }
    static func noFamilies(_ file: String) -> Phrase {
        Phrase(
            "\(file) tidak memuat nomor keluarga. Tulis satu nomor tiap baris, atau beri kolomnya judul family_id.",
            "\(file) has no family ids. Write one a line, or head the column with family_id.")
    }
    static func reviewTitle(_ purpose: String, _ place: String) -> Phrase {
        Phrase("Mutu data \(purpose.lowercased()): \(place)", "Data quality of the \(purpose.lowercased()): \(place)")
    }
    static func reviewed(_ listed: String, _ counted: String) -> Phrase {
        Phrase(
            "Diperiksa: \(listed) keluarga, \(counted) di antaranya dihitung.",
            "Checked: \(listed) families, of which \(counted) are counted.")
    }
    static let continuesAnother = Phrase(
        "melanjutkan intervensi terdahulu (continues_id)", "continues an earlier intervention (continues_id)")
    static let isContinued = Phrase(
        "dilanjutkan oleh intervensi lain (continued_by_id)", "continued by another intervention (continued_by_id)")
    static let nothingFound = Phrase(
        "Tidak ada temuan. Pola jawaban keluarga wajar.", "Nothing was found. The answers look as honest answers do.")
    static let findingsLegend = Phrase(
        "Serius: jelaskan dahulu sebelum angkanya dipakai. Perhatikan: mungkin ada alasan yang baik.",
        "Serious: explain it before the figures are used. Warning: there may be a good reason.")

    static func samplePlanTitle(_ place: String) -> Phrase {
        Phrase("Perubahan terkecil yang terdeteksi: \(place)", "The smallest change that is found: \(place)")
    }
    static func samplePlanBasis(_ purpose: String, _ counted: String, _ represented: String) -> Phrase {
        Phrase(
            "Menurut \(purpose), \(counted) dari \(represented) keluarga. Perubahan sebesar ini terdeteksi 4 "
                + "dari 5 kali; yang lebih kecil mungkin luput.",
            "By the \(purpose), \(counted) of \(represented) families. A change as large as this is found 4 times "
                + "out of 5; a smaller one may be missed.")
    }
    static func sampleOfVillage(_ width: String, _ families: String, _ village: String) -> Phrase {
        Phrase(
            "Sampel acak untuk rentang ±\(width) poin bagi nilai berapa pun: \(families) dari \(village) keluarga.",
            "A random sample for ±\(width) points whatever the value: \(families) of \(village) families.")
    }
    static func samplePlanLegend(_ comparisons: Int, _ discordance: String) -> Phrase {
        Phrase(
            "Terdeteksi: perubahan terkecil, dalam poin persen. Keluarga sama: panel, bila \(discordance) bagian keluarga "
                + "berubah jawabannya; semua indikator: bila \(comparisons) indikator dibandingkan sekaligus. Keluarga lain: "
                + "dua pendataan dengan keluarga yang berbeda. KK: keluarga sasaran indikator; * melebihi yang ada di desa.",
            "Found: the smallest change, in percentage points. Same families: a panel of which a share of \(discordance) "
                + "changes its answer; all indicators: where \(comparisons) are compared at once. Other families: two surveys "
                + "of different families. Families: those that the indicator is about; * is more than the village has.")
    }
    static let sameFamilies = Phrase(
        "Terdeteksi, keluarga sama (poin)", "Found, same families (points)")
    static let sameFamiliesAmongAll = Phrase(
        "Terdeteksi, semua indikator (poin)", "Found, all indicators (points)")
    static let otherFamilies = Phrase(
        "Terdeteksi, keluarga lain (poin)", "Found, other families (points)")
    static let familiesMeasured = Phrase("Terdata (KK)", "Surveyed (families)")
    static let valueMeasured = Phrase("Nilai (%)", "Value (%)")
    static func forHalfWidth(_ id: String, _ en: String) -> Phrase {
        Phrase("Perlu untuk ±\(id) poin (KK)", "Needed for ±\(en) points (families)")
    }
    static func forChange(_ id: String, _ en: String) -> Phrase {
        Phrase("Perlu untuk beda \(id) poin (KK)", "Needed for a change of \(en) points (families)")
    }
}
