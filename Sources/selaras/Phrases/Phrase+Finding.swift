internal import Phrasing
internal import Planning

/// What was named and is not there.
extension Phrase {
    static func noLokus(_ desa: String, year: Int?) -> Phrase {
        let list = Phrase(" Yang ada: selaras lokus list", " What there is: selaras lokus list")
        guard let year else {
            return Phrase("tidak ada desa/kelurahan lokus \(desa).", "there is no focus village (lokus) \(desa).")
                + list
        }
        return Phrase(
            "tidak ada desa/kelurahan lokus \(desa) tahun \(year).",
            "there is no focus village (lokus) \(desa) of \(year).") + list
            + Phrase(
                "; daftarkan dengan: selaras lokus register \(desa) --year \(year)",
                "; register it with: selaras lokus register \(desa) --year \(year)")
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
            "\(lokus) belum mempunyai \(name(.indonesian)). Kirim berkasnya dahulu: selaras survey import BERKAS.csv "
                + "--lokus \(lokus) --purpose \(purpose.rawValue)",
            "\(lokus) has no \(name(.english)) yet. Send its file first: selaras survey import FILE.csv "
                + "--lokus \(lokus) --purpose \(purpose.rawValue)")
    }
    static func noPlan(_ lokus: String) -> Phrase {
        Phrase(
            "\(lokus) belum mempunyai rencana aksi. Buat dengan: selaras plan create \(lokus)",
            "\(lokus) has no action plan yet. Make one with: selaras plan create \(lokus)")
    }
    static func noIntervention(_ reference: String, _ lokus: String) -> Phrase {
        Phrase(
            "tidak ada intervensi \(reference) dalam rencana aksi \(lokus). Yang ada: selaras intervention list \(lokus)",
            "there is no intervention \(reference) in the action plan of \(lokus). What there is: selaras intervention "
                + "list \(lokus)")
    }
    static func noReport(_ reference: String, _ period: Phrase) -> Phrase {
        Phrase(
            "belum ada laporan \(reference) untuk \(period.indonesian). Buat dengan: selaras report submit",
            "there is no report of \(reference) for \(period.english) yet. Make it with: selaras report submit")
    }
    static func noAgency(_ code: String, near: String?) -> Phrase {
        Phrase("tidak ada perangkat daerah dengan kode \(code).", "there is no agency with the code \(code).")
            + (near.map(didYouMean) ?? Phrase(same: ""))
            + Phrase(" Semua kode: selaras agency list", " All codes: selaras agency list")
    }
    static func noRegion(_ code: String) -> Phrase {
        Phrase(
            "tidak ada wilayah dengan kode \(code). Cari menurut nama: selaras region search NAMA",
            "there is no region with the code \(code). Find it by name: selaras region search NAME")
    }
    static func notCompared(_ lokus: String, _ missing: [SurveyRound.Purpose], open: Bool) -> Phrase {
        func names(_ language: Language) -> String {
            let words = missing.map { Vocabulary.purpose.text(for: $0.rawValue, in: language).lowercased() }
            return words.joined(separator: language == .indonesian ? " dan " : " and ")
        }
        return open
            ? Phrase(
                "\(names(.indonesian)) \(lokus) belum ditutup, jadi belum ada hasilnya. Tutup dengan: selaras survey close",
                "the \(names(.english)) of \(lokus) is not closed and has no result yet. Close it with: selaras survey close"
            )
            : Phrase(
                "\(lokus) belum mempunyai \(names(.indonesian)). Yang ada: selaras survey list \(lokus); pilih dengan "
                    + "--before dan --after.",
                "\(lokus) has no \(names(.english)) yet. What there is: selaras survey list \(lokus); choose with "
                    + "--before and --after.")
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
