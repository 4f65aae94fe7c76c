internal import Phrasing

/// The words of pages.
extension Phrase {
    static func roundTitle(_ purpose: String, _ place: String) -> Phrase { Phrase(same: "\(purpose): \(place)") }
    static func valueWithRange(_ value: String, _ range: String) -> Phrase {
        Phrase("\(value) (rentang yang mungkin \(range))", "\(value) (possible range \(range))")
    }
    static func missingAtRandom(absent: Int, refused: Int) -> Phrase {
        Phrase(
            "Keluarga tanpa responden (\(absent)) dan yang menolak (\(refused)) dianggap serupa dengan yang menjawab. Itu "
                + "anggapan; bila mereka berbeda, angka di atas juga berbeda.",
            "Families without a respondent (\(absent)) and those that refused (\(refused)) are taken to be like those that "
                + "answered. This is an assumption; where they differ, so do these figures.")
    }
    static let roundStillOpen = Phrase(
        "Pendataan masih terbuka; IKK dihitung saat pendataan ditutup (selaras survey close).",
        "The survey is still open; the index is computed when it is closed (selaras survey close).")
    static let dimensions = Phrase("Dimensi", "Dimensions")
    static func weakTitle(count: Int, total: Int, below: Phrase?) -> Phrase {
        let threshold =
            below.map { Phrase(" (di bawah \($0.indonesian))", " (below \($0.english))") } ?? Phrase(same: "")
        return Phrase("Indikator merah", "Weak indicators") + threshold
            + Phrase(": \(count) dari \(total)", ": \(count) of \(total)")
    }
    static func linesLeftAlone(_ count: Int) -> Phrase {
        Phrase(
            "\(count) baris tentang kabupaten/kota lain dilewati.",
            "Lines about other kabupaten, left alone: \(count).")
    }
    static let announcedTitle = Phrase("Hasil yang diumumkan", "As announced")
    static let weakUnknown = Phrase(
        "Indikator tidak diumumkan, sehingga yang merah tidak diketahui.",
        "The indicators were not announced, so which are weak is not known.")
    static let weakCountUnknown = Phrase(
        "Jumlah indikator merah tidak diketahui pada salah satu pendataan.",
        "How many indicators are weak is not known of one of the surveys.")
    static func basisOf(_ purpose: String, _ basis: String) -> Phrase {
        Phrase(same: "\(purpose): \(basis.prefix(1).lowercased() + basis.dropFirst()).")
    }
    static func announcedCovers(_ used: Int, _ total: Int) -> Phrase {
        Phrase(
            "Yang diumumkan \(used) dari \(total) indikator; selebihnya tidak diketahui.",
            "\(used) of \(total) indicators were announced; of the others nothing is known.")
    }
    static func reconciliationTitle(_ purpose: String, _ place: String) -> Phrase {
        Phrase("Pencocokan dengan nilai resmi, \(purpose): \(place)", "Announced values, \(purpose): \(place)")
    }
    static func reproducedBy(_ names: [String]) -> Phrase {
        let names = names.joined(separator: "; ")
        return Phrase(
            "Nilai yang diumumkan sesuai dengan: \(names).", "The announced values are reproduced by: \(names).")
    }
    static let nothingReproduces = Phrase(
        "Tidak ada cara menghitung yang menghasilkan semua nilai yang diumumkan.",
        "No way of computing gives all announced values.")
    static let nothingToReconcile = Phrase(
        "Yang diumumkan terlalu sedikit untuk dicocokkan: perlu semua indikator, atau IKK beserta semua dimensinya.",
        "Too little was announced to compare: all indicators are needed, or the index with all of its dimensions.")
    static func indicatorsUnknown(_ count: Int) -> Phrase {
        Phrase(
            "\(count) indikator tidak diumumkan, sehingga dimensi dan IKK tidak dapat dihitung dari indikator.",
            "\(count) indicators were not announced, so dimensions and the index cannot be computed from indicators.")
    }
    static func indicatorsAgree(_ agreeing: Int, of announced: Int) -> Phrase {
        Phrase(
            "\(announced) indikator diumumkan; \(agreeing) sesuai dengan pendataan ini.",
            "\(announced) indicators were announced; \(agreeing) agree with this survey.")
    }
    /// - Parameter times: How many families of the village stand behind one of the sample.
    static func neededInSample(_ counted: String, of represented: String, times: String) -> Phrase {
        Phrase(
            "Kekurangan dihitung dalam sampel (\(counted) dari \(represented) keluarga); untuk seluruh desa kira-kira "
                + "\(times) kali lipatnya.",
            "What is needed is counted in the sample (\(counted) of \(represented) families); in the whole village it is "
                + "about \(times) times as many.")
    }
    static let noneWeak = Phrase("Tidak ada indikator merah.", "No indicator is weak.")
    static func weakHeadline(_ before: Int, _ after: Int, left: [String], joined: [String]) -> Phrase {
        let (out, into) = (left.joined(separator: ", "), joined.joined(separator: ", "))
        func moves(_ leaves: String, _ joins: String, _ none: String) -> String {
            let parts = [left.isEmpty ? nil : "\(out) \(leaves)", joined.isEmpty ? nil : "\(into) \(joins)"]
            return parts.allSatisfy { $0 == nil } ? none : parts.compactMap { $0 }.joined(separator: "; ")
        }
        return Phrase(
            "\(before) merah → \(after) merah: " + moves("keluar", "masuk", "tidak ada yang keluar atau masuk"),
            "\(before) weak → \(after) weak: " + moves("left", "joined", "none left or joined"))
    }
    static func ikkHeadline(_ before: String, _ after: String, _ change: String, _ range: String?) -> Phrase {
        Phrase(
            "Indeks Kualitas Keluarga (IKK) \(before) → \(after) (\(change)"
                + "\(range.map { "; rentang yang mungkin \($0)" } ?? ""))",
            "Family quality index (IKK) \(before) → \(after) (\(change)\(range.map { "; possible range \($0)" } ?? ""))"
        )
    }
    static func range(_ lower: String, _ upper: String) -> Phrase {
        Phrase("\(lower) s.d. \(upper)", "\(lower) to \(upper)")
    }
    static func nearTheLine(_ codes: [String]) -> Phrase {
        let list = codes.joined(separator: ", ")
        return Phrase("Di sekitar batas merah: \(list)", "Near the line: \(list)")
    }
    /// How the bars are read, and of whom the table speaks.
    static func comparisonLegend(_ panel: Int?) -> Phrase {
        Phrase(
            "o = perubahan, --- = rentang yang mungkin, | = tidak berubah (poin persen). "
                + (panel.map { "\($0) keluarga yang sama di dua pendataan." } ?? "Keluarga dipilih sendiri-sendiri."),
            "o = change, --- = possible range, | = no change (percentage points). "
                + (panel.map { "\($0) families are in both surveys." } ?? "The families were chosen independently."))
    }
    /// What the words of the table mean; of the verdict only where it occurs.
    static func comparisonTerms(hasMany: Bool) -> Phrase {
        let contribution = Phrase(
            "Sumbangan = bagian indikator itu dalam perubahan IKK.",
            "Contribution = the indicator's part in the change of the IKK.")
        guard hasMany else { return contribution }
        return contribution
            + Phrase(
                " Belum (banyak perbandingan) = rentangnya tidak memuat nol, tetapi di antara sekian banyak indikator yang "
                    + "diperiksa sekaligus, beberapa dapat tampak berubah karena kebetulan.",
                " Not yet (many comparisons) = the range does not include zero, but of so many indicators looked at together "
                    + "a few may seem to have changed by chance.")
    }
    /// For statisticians: the intervals, the tests, and how many of them.
    static func comparisonMethod(isPanel: Bool, targets: Int, others: Int) -> Phrase {
        let count = targets + others
        return Phrase(
            "Rentang 95 %: Wilson untuk satu pendataan; untuk perubahan Newcombe"
                + (isPanel ? " dengan korelasi keluarga yang sama (Zou dan Donner); p panel McNemar mid-p." : ".")
                + " \(count) indikator diuji bersama (\(targets) sasaran rencana, \(others) lainnya), p disesuaikan menurut "
                + "Benjamini dan Hochberg, taraf 5 %.",
            "Intervals at 95 %: Wilson for one survey; for changes Newcombe"
                + (isPanel
                    ? " with the correlation of the same families (Zou and Donner); p of the panel is McNemar's mid-p."
                    : ".")
                + " \(count) indicators were tested together (\(targets) targets of the plan, \(others) others), p adjusted "
                + "by Benjamini and Hochberg, level 5 %.")
    }
    static func yearComparisonTitle(_ year: Int, _ before: String, _ after: String) -> Phrase {
        Phrase(
            "Lokus tahun \(year): \(before.lowercased()) dan \(after.lowercased())",
            "Lokus of \(year): \(before.lowercased()) and \(after.lowercased())")
    }
    static let yearComparisonLegend = Phrase(
        "o = perubahan Indeks Kualitas Keluarga (IKK), --- = rentang yang mungkin, | = tidak berubah (poin). Yang belum "
            + "dapat disimpulkan tidak diurutkan menurut besarnya.",
        "o = change of the family quality index (IKK), --- = possible range, | = no change (points). What cannot be told "
            + "is not ordered by its size.")
    static func yearBridged(_ places: [String]) -> Phrase {
        let list = places.joined(separator: ", ")
        return Phrase(
            "Perubahan atas indikator yang setara saja, karena versi kerangkanya berbeda: \(list)",
            "Change over equivalent indicators only, as the framework's versions differ: \(list)")
    }
    static let manyComparisons = Phrase("Belum (banyak perbandingan)", "Not yet (many comparisons)")
    static let tooFewToTell = Phrase("Belum (terlalu sedikit)", "Not yet (too few)")
    static func notComparable(_ indicators: [String]) -> Phrase {
        let list = indicators.joined(separator: ", ")
        return Phrase("Tidak dapat dibandingkan: \(list)", "Not comparable: \(list)")
    }
    static func commonHeadline(_ indicators: Int, _ before: String, _ after: String, _ change: String) -> Phrase {
        Phrase(
            "Pada \(indicators) indikator yang ada di kedua pendataan: \(before) → \(after) (\(change))",
            "On the \(indicators) indicators that both surveys have: \(before) → \(after) (\(change))")
    }
    static func bridged(versions: [Int], by newer: Int, indicators: Int, indices: [String]) -> Phrase {
        let (both, closed) = (versions.map(String.init), indices.joined(separator: " → "))
        return Phrase(
            "Pendataan memakai versi kerangka yang berbeda (\(both.joined(separator: " dan "))): semua angka di sini atas "
                + "\(indicators) indikator yang setara, menurut versi \(newer). IKK saat ditutup: \(closed).",
            "The surveys are by two versions of the framework (\(both.joined(separator: " and "))): all figures here are "
                + "over \(indicators) equivalent indicators, by version \(newer). Index when closed: \(closed).")
    }
    static func leftOut(_ codes: [String], version: Int) -> Phrase {
        let list = codes.joined(separator: ", ")
        return Phrase("Tidak disertakan dari versi \(version): \(list)", "Left out of version \(version): \(list)")
    }
    static func differingSets(_ contribution: String) -> Phrase {
        Phrase(
            "Bagian perubahan karena indikator yang dihitung berbeda: \(contribution)",
            "Share of the change because different indicators were counted: \(contribution)")
    }
    static func comparisonTitle(_ place: String, _ before: String, _ after: String) -> Phrase {
        Phrase(
            "Perbandingan \(before.lowercased()) dan \(after.lowercased()): \(place)",
            "Comparison of \(before.lowercased()) and \(after.lowercased()): \(place)")
    }
    static let indicators = Phrase("Indikator", "Indicators")
    static let interventions = Phrase("Intervensi dan realisasinya", "Interventions and their progress")
    static func association(_ codes: [String], _ with: String, _ without: String, _ range: String?) -> Phrase {
        let list = codes.joined(separator: ", ")
        return Phrase(
            "Indikator yang intervensinya selesai (\(list)) berubah rata-rata \(with), indikator lain \(without)"
                + (range.map { "; selisihnya mungkin \($0)." } ?? ".")
                + " Yang dipilih karena rendah cenderung naik dengan sendirinya pada pendataan berikutnya, sehingga "
                + "sebagian kenaikan memang dapat diharapkan tanpa intervensi.",
            "Indicators with a completed intervention (\(list)) changed by \(with) on average, the others by \(without)"
                + (range.map { "; the difference may be \($0)." } ?? ".")
                + " What was chosen because it was low tends to rise by itself in the next survey, so some rise is to be "
                + "expected without any intervention.")
    }
    static func counterpartsTitle(_ place: String) -> Phrase {
        Phrase(
            "Indikator yang diintervensi dan lokus lain: \(place)", "What was intervened in, and other lokus: \(place)")
    }
    static let nothingCompleted = Phrase(
        "Tidak ada indikator dalam perbandingan ini yang intervensinya sudah selesai.",
        "No indicator of this comparison has a completed intervention.")
    static func counterpartsLegend(_ villages: Int) -> Phrase {
        Phrase(
            "\(villages) lokus lain yang boleh Anda lihat didata dua kali dengan kerangka yang sama. Pembanding: yang tanpa "
                + "intervensi pada indikator itu dan kondisi awalnya berselisih paling banyak 10 poin. o = selisih, --- = rentang yang mungkin, | = tidak ada selisih (poin).",
            "\(villages) other lokus that you may see were surveyed twice by the same framework. Counterparts: those without "
                + "an intervention on the indicator that started within 10 points. o = difference, --- = possible range, | = none (points)."
        )
    }
    static let associationOnly = Phrase(
        "Tabel ini menyandingkan perubahan indikator dengan intervensi. Keterkaitan keduanya bukan bukti bahwa "
            + "intervensi menyebabkan perubahan itu.",
        "This table puts changes of indicators beside interventions. That they go together is no proof that the "
            + "intervention caused the change.")
    static func columnsLeftOut(_ headings: [String]) -> Phrase {
        let list = headings.joined(separator: ", ")
        return Phrase(
            "Tidak muat di layar ini: \(list). Lihat dengan -o wide, atau pilih dengan --columns.",
            "There is no room here for: \(list). See them with -o wide, or choose with --columns.")
    }
    static let notReported = Phrase("belum lapor", "not reported")
    static func reportedNil(_ period: String) -> Phrase { Phrase("\(period): nihil", "\(period): nil") }
    static let notPlanned = Phrase("belum ada", "none yet")
    static let alreadyPlanned = Phrase("sudah ada", "there is one")
    static func quantity(_ number: String, _ unit: String) -> Phrase { Phrase(same: "\(number) \(unit)") }
    static let points = Phrase("poin", "points")
    static func ofTarget(_ part: String, _ whole: String) -> Phrase {
        Phrase("\(part) dari \(whole)", "\(part) of \(whole)")
    }
    static func overdueBy(days: Int) -> Phrase {
        Phrase("Terlambat \(days) hari", days == 1 ? "1 day overdue" : "\(days) days overdue")
    }
    static let bySource = Phrase("Menurut sumber dana", "By funding source")
    static let byAgency = Phrase("Menurut perangkat daerah", "By agency")
    static let gaps = Phrase("Merah tanpa intervensi", "Weak without an intervention")
    static let notWeak = Phrase(
        "Indikator tidak merah yang ikut disasar", "Indicators aimed at that are not weak")
    static func desaAndYear(_ name: String, _ code: String, _ year: String) -> Phrase {
        Phrase("\(name) (\(code)), lokus tahun \(year)", "\(name) (\(code)), lokus of \(year)")
    }
    static func status(_ word: String, _ count: String) -> Phrase { Phrase(same: "\(word) \(count)") }
    static let decreePending = Phrase("belum terbit", "not issued yet")
    /// Over figures that are hardly true, which the service takes all the same.
    static let lookAgain = Phrase("Periksa kembali", "Look again")
    static func unverified(_ count: Int) -> Phrase {
        Phrase(
            "Laporan terakhir \(count) intervensi belum diverifikasi, sehingga belum dihitung.",
            "What was last reported of \(count == 1 ? "one intervention" : "\(count) interventions") is not verified, and so "
                + "does not count yet.")
    }
    static func notVerified(_ period: String) -> Phrase {
        Phrase("\(period) (belum diverifikasi)", "\(period) (not verified)")
    }
    static func planTotals(interventions: Int, reporting: Int) -> Phrase {
        Phrase(
            "Rencana aksi: \(reporting) dari \(interventions) intervensi sudah lapor.",
            "Action plan: \(reporting) of \(interventions) interventions have reported.")
    }
    static func familiesOf(_ counted: String, _ represented: String) -> Phrase {
        Phrase("\(counted) dihitung, mewakili \(represented)", "\(counted) counted, standing for \(represented)")
    }
    static func frameworkVersion(_ code: String, _ version: String) -> Phrase {
        Phrase("\(code) versi \(version)", "\(code) version \(version)")
    }
}
