internal import Phrasing

/// Tables of another layout.
extension Phrase {
    static func mappingRefused(_ path: String) -> Phrase {
        Phrase(
            "berkas pemetaan \(path) tidak dapat dipakai; tidak ada yang dikirim",
            "the mapping file \(path) cannot be used; nothing was sent")
    }
    static let tableRefused = Phrase(
        "berkas ditolak; tidak ada yang dikirim", "file refused; nothing was sent")
    static let tableUnreadable = Phrase("tabel tidak dapat dibaca", "the table cannot be read")
    static let twoFromStdin = Phrase(
        "hanya satu berkas yang dapat dibaca dari masukan standar.", "only one file can be read from stdin.")
    static let severalFrameworks = Phrase(
        "layanan memiliki beberapa kerangka indikator; sebutkan --framework.",
        "the service has several indicator frameworks; name one with --framework.")
    static let noFrameworks = Phrase(
        "layanan belum memiliki kerangka indikator.", "the service has no indicator framework yet.")
    static func unknownFramework(_ name: String) -> Phrase {
        Phrase(
            "kerangka indikator \(name) memuat hal yang belum dikenal program ini; perbarui selaras.",
            "the indicator framework \(name) has something that this program does not know; update selaras.")
    }
    static let howToWriteTemplate = Phrase(
        "Buat berkas kosongnya dengan --write pendataan.csv.", "Make the empty file with --write survey.csv.")
    static func templateWritten(_ path: String) -> Phrase {
        Phrase(
            "Berkas kosong tersimpan di \(path). Isi, lalu: selaras survey import \(path) … --dry-run",
            "The empty file is \(path). Fill it in, then: selaras survey import \(path) … --dry-run")
    }
    static func mappingWritten(_ path: String, open: Int) -> Phrase {
        open == 0
            ? Phrase(
                "Usulan pemetaan tersimpan di \(path). Periksa, lalu: selaras survey import … --mapping \(path)",
                "The proposed mapping is in \(path). Check it, then: selaras survey import … --mapping \(path)")
            : Phrase(
                "Usulan pemetaan tersimpan di \(path). Lengkapi \(open) hal yang perlu diputuskan, lalu: "
                    + "selaras survey import … --mapping \(path)",
                "The proposed mapping is in \(path). Decide \(open) open "
                    + (open == 1 ? "question" : "questions") + ", then: selaras survey import … --mapping \(path)")
    }
    static let needsNoMapping = Phrase(
        "Berkas ini sudah berbentuk berkas pendataan; pemetaan tidak diperlukan.",
        "This is a survey file already; no mapping is needed.")
    static let howToWriteMapping = Phrase(
        "Simpan usulan pemetaan dengan --write-mapping BERKAS.csv.",
        "Store the proposed mapping with --write-mapping FILE.csv.")
    static func timesSeen(_ value: String, _ count: String) -> Phrase { Phrase(same: "\(value) (\(count))") }
    static let manyValues = Phrase("beragam", "various")
    static func notUsed(_ names: String) -> Phrase {
        Phrase("Kolom tabel yang tidak dipakai: \(names)", "Columns of the table that are not used: \(names)")
    }
}
