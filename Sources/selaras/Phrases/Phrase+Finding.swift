internal import Phrasing
internal import Planning

/// What was named and is not there.
extension Phrase {
    static func noLokus(_ desa: String, year: Int?) -> Phrase {
        guard let year else {
            return Phrase("tidak ada desa/kelurahan lokus \(desa).", "there is no focus village (lokus) \(desa).")
        }
        return Phrase(
            "tidak ada desa/kelurahan lokus \(desa) tahun \(year).",
            "there is no focus village (lokus) \(desa) of \(year).")
    }
    static func severalLokus(_ desa: String, years: [Int]) -> Phrase {
        let list = years.map(String.init).joined(separator: ", ")
        let example = "\(desa)/\(years.first ?? 0)"
        return Phrase(
            "\(desa) menjadi lokus pada tahun \(list). Sebutkan tahunnya, misalnya \(example).",
            "\(desa) was a lokus in \(list). Name the year, for example \(example).")
    }
    static func noRound(_ lokus: String, _ purpose: SurveyRound.Purpose) -> Phrase {
        func name(_ language: Language) -> String {
            Vocabulary.purpose.text(for: purpose.rawValue, in: language).lowercased()
        }
        return Phrase(
            "\(lokus) belum mempunyai \(name(.indonesian)).", "\(lokus) has no \(name(.english)) yet.")
    }
    static func noPlan(_ lokus: String) -> Phrase {
        Phrase(
            "\(lokus) belum mempunyai rencana aksi. Buat dengan: selaras plan create \(lokus)",
            "\(lokus) has no action plan yet. Make one with: selaras plan create \(lokus)")
    }
    static func noIntervention(_ reference: String, _ lokus: String) -> Phrase {
        Phrase(
            "tidak ada intervensi \(reference) dalam rencana aksi \(lokus).",
            "there is no intervention \(reference) in the action plan of \(lokus).")
    }
    static func noReport(_ reference: String, _ period: Phrase) -> Phrase {
        Phrase(
            "belum ada laporan \(reference) untuk \(period.indonesian).",
            "there is no report of \(reference) for \(period.english) yet.")
    }
    static func noFramework(_ code: String) -> Phrase {
        Phrase("tidak ada kerangka indikator \(code).", "there is no indicator framework \(code).")
    }
    static func noProblem(_ code: String, near: String?) -> Phrase {
        let hint = near.map { Phrase(" Mungkin maksudnya \($0)?", " Did you mean \($0)?") } ?? Phrase(same: "")
        return Phrase("tidak ada kode masalah \(code).", "there is no problem code \(code).") + hint
            + Phrase(" Semua kode: selaras explain", " All codes: selaras explain")
    }
}
