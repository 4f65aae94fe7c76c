internal import Phrasing
internal import Wire

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
    static func surveyDiscarded(_ families: Int) -> Phrase {
        Phrase(
            "Pendataan dihapus beserta jawaban \(Language.indonesian.integer(families)) keluarga.",
            "The survey is discarded with the answers of \(Language.english.integer(families)) families.")
    }
    static func surveyWouldBeDiscarded(_ families: Int) -> Phrase {
        Phrase(
            "Simulasi (tidak disimpan): pendataan akan dihapus beserta jawaban \(Language.indonesian.integer(families)) "
                + "keluarga.",
            "Dry run (nothing is stored): the survey would be discarded with the answers of "
                + "\(Language.english.integer(families)) families.")
    }
    static func interventionsWouldBeAssigned(_ count: Int) -> Phrase {
        Phrase(
            "Simulasi (tidak disimpan): \(Language.indonesian.integer(count)) intervensi akan ditugaskan.",
            "Dry run (nothing is stored): \(Language.english.integer(count)) interventions would be assigned.")
    }

    static func interventionsAccepted(_ count: Int, _ write: WriteOptions) -> Phrase {
        let (id, en) = (Language.indonesian.integer(count), Language.english.integer(count))
        return write.dryRun
            ? Phrase(
                "Simulasi (tidak disimpan): \(id) intervensi akan diterima.",
                "Dry run (nothing is stored): \(en) interventions would be accepted.")
            : Phrase("\(id) intervensi diterima.", "\(en) interventions are accepted.")
    }
    static func interventionsCopied(_ count: Int, _ write: WriteOptions) -> Phrase {
        let (id, en) = (Language.indonesian.integer(count), Language.english.integer(count))
        return write.dryRun
            ? Phrase(
                "Simulasi (tidak disimpan): \(id) intervensi akan disalin sebagai usulan.",
                "Dry run (nothing is stored): \(en) interventions would be copied as proposals.")
            : Phrase("\(id) intervensi disalin sebagai usulan.", "\(en) interventions are copied as proposals.")
    }
    static func alreadyInPlan(_ references: [String]) -> Phrase {
        let (id, en) = (Language.indonesian.integer(references.count), Language.english.integer(references.count))
        let names = references.joined(separator: ", ")
        return Phrase(
            "\(id) rujukan sudah ada dalam rencana tujuan dan dilewati: \(names). Bila bukan intervensi yang sama, beri rujukan "
                + "lain dengan --rename.",
            "\(en) references are in the plan already and passed over: \(names). Where they are other interventions, give "
                + "new references with --rename.")
    }
    static func nothingToRename(_ old: String) -> Phrase {
        Phrase(
            "tidak ada rujukan yang berawalan \(old); periksa --rename.",
            "no reference begins with \(old); look at --rename.")
    }
    static func lookAgainAt(_ references: [String]) -> Phrase {
        let names = references.joined(separator: ", ")
        return Phrase(
            "Angkanya perlu diperiksa kembali (selaras report list): \(names).",
            "Look again at the figures (selaras report list): \(names).")
    }
    static let nothingToCopy = Phrase("Tidak ada intervensi yang disalin.", "There is no intervention to copy.")
    static func reportsVerified(_ count: Int, _ write: WriteOptions) -> Phrase {
        let (id, en) = (Language.indonesian.integer(count), Language.english.integer(count))
        return write.dryRun
            ? Phrase(
                "Simulasi (tidak disimpan): \(id) laporan akan diverifikasi.",
                "Dry run (nothing is stored): \(en) reports would be verified.")
            : Phrase("\(id) laporan diverifikasi.", "\(en) reports are verified.")
    }
    static let nothingToVerify = Phrase(
        "Tidak ada laporan periode itu yang menunggu verifikasi.", "No report of that period waits to be verified.")
    static let reportsToVerify = Phrase(
        "sebutkan laporannya dengan --intervention, atau --all (dan --agency) untuk semua yang menunggu verifikasi.",
        "name the reports with --intervention, or --all (and --agency) for all that wait to be verified.")
    static func reportsSent(_ count: Int, refused: Int, _ write: WriteOptions) -> Phrase {
        let (id, en) = (Language.indonesian.integer(count), Language.english.integer(count))
        let rest =
            refused == 0
            ? Phrase(same: "")
            : Phrase(
                " \(Language.indonesian.integer(refused)) ditolak:", " \(Language.english.integer(refused)) refused:")
        return
            (write.dryRun
            ? Phrase(
                "Simulasi (tidak disimpan): \(id) laporan akan tersimpan.",
                "Dry run (nothing is stored): \(en) reports would be stored.")
            : Phrase("\(id) laporan tersimpan.", "\(en) reports are stored.")) + rest
    }
    static func rowsPassedOver(_ count: Int) -> Phrase {
        Phrase(
            "\(Language.indonesian.integer(count)) baris tidak diisi dan dilewati.",
            "\(Language.english.integer(count)) rows are not filled in and passed over.")
    }
    static let noRowFilled = Phrase(
        "tidak ada baris yang terisi. Isi kolom Nihil dengan ya, atau isi realisasi fisik, volume, dan realisasi keuangan.",
        "no row is filled in. Write yes under Nil, or fill in physical progress, volume and money spent.")
    static func tooManyRows(_ most: Int) -> Phrase {
        Phrase(
            "paling banyak \(Language.indonesian.integer(most)) sekali kirim; bagi menjadi beberapa.",
            "at most \(Language.english.integer(most)) at once; split them.")
    }
    static let lokusForReferences = Phrase(
        "berkas menyebut rujukan tanpa intervention_id; sebutkan rencana aksinya dengan --lokus.",
        "the file has references and no intervention_id; name the plan with --lokus.")
    static let notInPlan = Phrase(
        "Rujukan ini tidak ada dalam rencana aksi lokus itu.", "The plan of that lokus has no such reference.")
    static let nothingDue = Phrase(
        "Tidak ada laporan yang harus dibuat; formulirnya kosong.", "No report is due; the form is empty.")
    static func alreadyWritten(_ count: Int) -> Phrase {
        Phrase(
            "\(count) laporan masih rancangan atau dikembalikan dan tidak dimuat; lihat selaras inbox.",
            "\(count == 1 ? "one report is a draft or was" : "\(count) reports are drafts or were") sent back and not in "
                + "the form; see selaras inbox.")
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
    static func readSoFar(_ part: String, of whole: String, rows: Int) -> Phrase {
        Phrase(
            "\(part) dari \(whole), \(Language.indonesian.integer(rows)) baris",
            "\(part) of \(whole), \(Language.english.integer(rows)) rows")
    }
    static func operationGoesOn(_ id: String) -> Phrase {
        Phrase(
            "Layanan meneruskan pekerjaan ini. Lihat: selaras operation watch \(id); batalkan: selaras operation cancel \(id)",
            "The service goes on with this work. See: selaras operation watch \(id); cancel: selaras operation cancel \(id)"
        )
    }
    static func operationCancelled(_ id: String) -> Phrase {
        Phrase(
            "pekerjaan \(id) dibatalkan; tidak ada yang tersimpan.", "operation \(id) was cancelled; nothing is stored."
        )
    }
    static let cancellationAsked = Phrase("Pembatalan diminta.", "The cancellation is asked for.")
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
        case amendment(String)
        case intervention(String)
        case budgetLine(String)
        case report(_ reference: String, _ period: Phrase)
        case closing
        case cancellation, invitation, accountChange

        var phrase: Phrase {
            switch self {
            case .lokus(let name): Phrase(same: "Lokus \(name)")
            case .plan(let name): Phrase("Rencana aksi \(name)", "Action plan \(name)")
            case .amendment(let name):
                Phrase("Perubahan rencana aksi \(name)", "Amendment of action plan \(name)")
            case .intervention(let reference): Phrase("Intervensi \(reference)", "Intervention \(reference)")
            case .budgetLine(let title): Phrase("Pos anggaran \(title)", "Budget line \(title)")
            case .report(let reference, let period):
                Phrase(
                    "Laporan realisasi \(reference) \(period.indonesian)",
                    "Progress report \(reference) \(period.english)")
            case .cancellation: Phrase("Pembatalan pekerjaan", "Cancellation of the operation")
            case .invitation: Phrase("Undangan", "Invitation")
            case .accountChange: Phrase("Perubahan akun", "Change of the account")
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
