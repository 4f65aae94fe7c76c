internal import Phrasing
internal import Wire

/// What a plan still lacks, and what to do about it.
extension Phrase {
    static func planReviewTitle(_ place: String) -> Phrase {
        Phrase("Temuan rencana aksi: \(place)", "Findings on the action plan: \(place)")
    }
    static let planLacksNothing = Phrase(
        "Tidak ada temuan pada yang diperiksa.", "Nothing was found in what was looked at.")
    static func baselineNotReviewed(_ lokus: String) -> Phrase {
        Phrase(
            "Pendataan awal belum ditutup, jadi indikator merah belum diketahui: selaras survey show \(lokus) "
                + "--purpose baseline",
            "The baseline is not closed, so that weak indicators are not known yet: selaras survey show \(lokus) "
                + "--purpose baseline")
    }
    static let reportsNotReviewed = Phrase(
        "Laporan yang terlambat atau disanggah desa tidak diperiksa: Anda tidak berwenang membaca laporan.",
        "Overdue and disputed reports were not looked for: you are not allowed to read reports.")
    static func fixedPlanIsAmended(_ lokus: String) -> Phrase {
        Phrase(
            "Isi rencana sudah ditetapkan. Untuk mengubah intervensinya, susun perubahan: "
                + "selaras amendment begin \(lokus) --reason …",
            "The content of the plan is fixed. To change its interventions, begin an amendment: "
                + "selaras amendment begin \(lokus) --reason …")
    }

    // What was found.
    static func weakFound(_ indicator: String, _ value: String, _ needed: String?, _ gain: String) -> Phrase {
        Phrase("\(indicator): \(value)", "\(indicator): \(value)") + lacking(needed)
            + Phrase("; bila tercapai, IKK \(gain).", "; once there, index \(gain).")
    }
    static func notAcceptedFound(
        _ indicator: String, _ value: String, _ needed: String?, _ gain: String, _ interventions: String
    ) -> Phrase {
        weakFound(indicator, value, needed, gain)
            + Phrase(" Belum diterima: \(interventions).", " Not accepted: \(interventions).")
    }
    private static func lacking(_ needed: String?) -> Phrase {
        needed.map { Phrase(", kurang \($0)", ", \($0) to go") } ?? Phrase(same: "")
    }
    static func overdrawnFound(_ line: JSONValue, _ ceiling: String, _ shared: String, _ over: String) -> Phrase {
        let name = [line["code"].text, line["title"].text].compactMap(\.self).joined(separator: " ")
        let year = line["budget_year"].number?.text ?? ""
        let stage = Vocabulary.budgetStage.phrase(for: line["stage"].text ?? "")
        return Phrase(
            "\(name) TA \(year): alokasi Rp\(shared), pagu \(stage.indonesian.lowercased()) Rp\(ceiling); lebih "
                + "Rp\(over).",
            "\(name) FY \(year): shares of Rp\(shared), \(stage.english.lowercased()) ceiling Rp\(ceiling); Rp\(over) "
                + "too much.")
    }
    static func overdueFound(_ reports: JSONValue, _ since: String, _ references: [String]) -> Phrase {
        let (name, list) = (reports["agency_name"].text ?? "", references.joined(separator: ", "))
        let (overdue, all) = (reports["overdue"].number?.text ?? "", reports["obligations"].number?.text ?? "")
        return Phrase(
            "\(name): \(overdue) dari \(all) laporan terlambat, sejak \(since) (\(list)).",
            "\(name): \(overdue) of \(all) reports are overdue, since \(since) (\(list)).")
    }
    static func clearFound(_ intervention: String, _ codes: String, _ budget: String) -> Phrase {
        Phrase(
            "\(intervention): menyasar \(codes), tidak ada yang merah; pagu Rp\(budget).",
            "\(intervention): aims at \(codes), none of it weak; budget Rp\(budget).")
    }
    static func nobodyConcernedFound(_ indicator: String, _ interventions: String) -> Phrase {
        Phrase(
            "\(indicator): tidak ada keluarga yang dihitung pada pendataan awal; disasar \(interventions).",
            "\(indicator): nobody is concerned in the baseline; aimed at by \(interventions).")
    }
    static func notAnnouncedFound(_ indicator: String, _ interventions: String) -> Phrase {
        Phrase(
            "\(indicator): nilainya tidak diumumkan pada pendataan awal; disasar \(interventions).",
            "\(indicator): its value was not announced for the baseline; aimed at by \(interventions).")
    }
    static func meetingFound(_ indicator: String, _ year: String, _ shares: String, _ sum: String) -> Phrase {
        Phrase(
            "\(indicator), TA \(year): \(shares); jumlah Rp\(sum).",
            "\(indicator), FY \(year): \(shares); Rp\(sum) in all.")
    }

    // What to do next.
    static func proposeFor(_ code: String, _ lokus: String) -> Phrase {
        Phrase(
            "Usulkan intervensi yang menyasar \(code); pengampu dan katalognya: selaras weak \(lokus)",
            "Propose an intervention that aims at \(code); lead offices and catalogue: selaras weak \(lokus)")
    }
    static func assignFirst(_ references: [String], _ lokus: String) -> Phrase {
        let list = references.joined(separator: " ")
        return Phrase(
            "Tugaskan kepada perangkat daerahnya: selaras intervention assign \(list) --lokus \(lokus)",
            "Assign to the agency: selaras intervention assign \(list) --lokus \(lokus)")
    }
    static func askToAccept(_ agencies: [String]) -> Phrase {
        let list = agencies.joined(separator: ", ")
        return Phrase("Minta \(list) menerima atau menolak tugasnya.", "Ask \(list) to accept or decline.")
    }
    static func cutShares(_ references: [String]) -> Phrase {
        let list = references.joined(separator: ", ")
        return Phrase(
            "Kurangi alokasi \(list), atau carikan sumber dana lain.",
            "Cut the shares of \(list), or find another source.")
    }
    static func remindAgency(_ name: String, _ code: String, _ lokus: String) -> Phrase {
        Phrase(
            "Ingatkan \(name); rinciannya: selaras inbox --lokus \(lokus) --agency \(code)",
            "Remind \(name); the details: selaras inbox --lokus \(lokus) --agency \(code)")
    }
    static func redirect(_ reference: String) -> Phrase {
        Phrase(
            "Pastikan alasannya, atau arahkan \(reference) kepada indikator merah.",
            "Make sure why, or aim \(reference) at a weak indicator.")
    }
    static func checkTarget(_ code: String) -> Phrase {
        Phrase(
            "Pastikan masih ada sasaran \(code) di desa/kelurahan itu, atau pilih indikator lain.",
            "Make sure that \(code) still concerns somebody in the village, or choose another indicator.")
    }
    static let completeBaseline = Phrase(
        "Minta hasil lengkapnya, lalu: selaras survey import-results",
        "Ask for the complete result, then: selaras survey import-results")
    static let compareTargets = Phrase(
        "Pastikan sasaran dan volumenya berbeda atau saling melengkapi; ini petunjuk, bukan kesalahan.",
        "Make sure that targets and quantities differ or complete each other; this is a hint, no fault.")
}
