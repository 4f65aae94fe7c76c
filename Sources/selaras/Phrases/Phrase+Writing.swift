internal import Phrasing

/// Sending something to be stored.
extension Phrase {
    static let decreeIncomplete = Phrase(
        "isi nomor dan tanggal SK bersama-sama (--decree-number dan --decree-on).",
        "give the decree's number and date together (--decree-number and --decree-on).")
    static let nothingToChange = Phrase(
        "tidak ada yang diubah; sebutkan sedikitnya satu pilihan.", "nothing would change; name at least one option.")
    static let nilExcludesFigures = Phrase(
        "laporan nihil tidak memuat angka; pilih --nil atau angka realisasi.",
        "a nil report has no figures; choose --nil or figures.")
    static let figuresMissing = Phrase(
        "isi --physical, --quantity, dan --spent bersama-sama, atau --nil.",
        "give --physical, --quantity and --spent together, or --nil.")
    static let badPeriod = Phrase(
        "triwulan harus 1 sampai dengan 4 dan tahun anggaran 2015 sampai dengan 2100.",
        "the quarter must be 1 to 4 and the budget year 2015 to 2100.")
    static func added(_ thing: Thing) -> Phrase {
        let name = thing.phrase
        return Phrase("\(name.indonesian) tersimpan.", "\(name.english) is stored.")
    }
    static func changed(_ thing: Thing) -> Phrase {
        let name = thing.phrase
        return Phrase("\(name.indonesian) diubah.", "\(name.english) is changed.")
    }
    static func simulated(_ thing: Thing) -> Phrase {
        let name = thing.phrase
        return Phrase(
            "Simulasi (tidak disimpan): \(name.indonesian).", "Dry run (nothing is stored): \(name.english).")
    }
    static let wouldChange = Phrase("Yang akan berubah", "What would change")
    static let wouldChangeNothing = Phrase("Tidak ada yang akan berubah.", "Nothing would change.")

    static func receipt(dryRun isDryRun: Bool, _ counts: Counts) -> Phrase {
        func sentence(_ language: Language, _ words: [String]) -> String {
            let numbers = [counts.read, counts.added, counts.changed, counts.same, counts.rejected].map(
                language.integer)
            return zip(numbers, words).map { "\($0) \($1)" }.joined()
        }
        return
            (isDryRun
            ? Phrase("Simulasi (tidak disimpan): ", "Dry run (nothing is stored): ")
            : Phrase("Tersimpan: ", "Stored: "))
            + Phrase(
                sentence(.indonesian, ["baris dibaca: ", "ditambah, ", "diubah, ", "sama, ", "ditolak"]),
                sentence(.english, ["rows read: ", "added, ", "changed, ", "unchanged, ", "refused"]))
    }
    static func missingFromFile(_ count: Int, removed isRemoved: Bool) -> Phrase {
        let (id, en) = (Language.indonesian.integer(count), Language.english.integer(count))
        return isRemoved
            ? Phrase(
                "\(id) keluarga dikeluarkan karena tidak ada dalam berkas.",
                "\(en) families are removed because the file does not have them.")
            : Phrase(
                "\(id) keluarga pada pendataan ini tidak ada dalam berkas dan tetap tersimpan.",
                "\(en) families of this survey are not in the file and stay stored.")
    }
    static func interventionsAssigned(_ count: Int) -> Phrase {
        Phrase(
            "\(Language.indonesian.integer(count)) intervensi ditugaskan.",
            "\(Language.english.integer(count)) interventions are assigned.")
    }
    static func interventionsWouldBeAssigned(_ count: Int) -> Phrase {
        Phrase(
            "Simulasi (tidak disimpan): \(Language.indonesian.integer(count)) intervensi akan ditugaskan.",
            "Dry run (nothing is stored): \(Language.english.integer(count)) interventions would be assigned.")
    }

    // Uploads
    static let nothingToResume = Phrase(
        "tidak ada pengiriman terputus untuk berkas dan tujuan ini. Kirim tanpa --resume.",
        "there is no broken upload of this file to this place. Send it without --resume.")
    static let stdinCannotResume = Phrase(
        "masukan standar tidak dapat dilanjutkan; simpan dahulu sebagai berkas, atau kirim tanpa --resume.",
        "stdin cannot be resumed; store it as a file first, or send it without --resume.")
    static let alreadyReceived = Phrase(
        "Layanan sudah menerima berkas ini pada pengiriman yang terputus; tidak ada yang tercatat dua kali.",
        "The service had taken this file in the upload that broke; nothing is recorded twice.")
    static let resumable = Phrase(
        "Pengiriman terputus. Lanjutkan dengan perintah yang sama ditambah --resume.",
        "The upload broke. Go on with the same command and --resume.")
    static func reportWritten(_ path: String) -> Phrase {
        Phrase("Laporan impor: \(path)", "Import report: \(path)")
    }
    static func sending(_ done: String, of total: String?, _ rate: String, _ rest: String?) -> Phrase {
        let amount = total.map { "\(done)/\($0)" } ?? done
        return Phrase(
            "Mengirim \(amount), \(rate)/dtk" + (rest.map { ", sisa \($0)" } ?? ""),
            "Sending \(amount), \(rate)/s" + (rest.map { ", \($0) left" } ?? ""))
    }
    static let checking = Phrase("Terkirim; layanan sedang memeriksa …", "Sent; the service is checking …")

    /// What is made or changed.
    enum Thing: Equatable, Sendable {
        case lokus(String)
        case plan(String)
        case intervention(String)
        case report(_ reference: String, _ period: Phrase)
        case closing

        var phrase: Phrase {
            switch self {
            case .lokus(let name): Phrase(same: "Lokus \(name)")
            case .plan(let name): Phrase("Rencana aksi \(name)", "Action plan \(name)")
            case .intervention(let reference): Phrase("Intervensi \(reference)", "Intervention \(reference)")
            case .report(let reference, let period):
                Phrase(
                    "Laporan realisasi \(reference) \(period.indonesian)",
                    "Progress report \(reference) \(period.english)")
            case .closing: Phrase("Penutupan pendataan", "Closing of the survey")
            }
        }
    }

    /// The sums of a receipt; rows read = added + changed + same + rejected.
    struct Counts: Equatable, Sendable {
        let read: Int
        let added: Int
        let changed: Int
        let same: Int
        let rejected: Int
    }
}
