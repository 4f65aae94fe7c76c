internal import Intake
internal import Phrasing
internal import Wire

/// Realisation from files that agencies have already.
extension Phrase {
    static let sumsDoNotAgree = Phrase(
        "jumlah dalam berkas tidak sama dengan jumlah yang dicocokkan; tidak ada yang dapat dipastikan. Periksa dengan selaras "
            + "report list.",
        "the sums of the file are not those of what was matched; nothing is sure. Look with selaras report list.")
    static func fileOfOtherYear(_ years: [Int], _ year: Int) -> Phrase {
        let list = years.map(String.init).joined(separator: ", ")
        return Phrase(
            "judul berkas menyebut tahun \(list), bukan \(year). Periksa berkas atau --year.",
            "the titles of the file name the year \(list) and not \(year). Look at the file, or at --year.")
    }
    static func fileOfOtherMonth(_ months: [Int], _ quarter: Int) -> Phrase {
        let list = months.map(String.init).joined(separator: ", ")
        return Phrase(
            "judul berkas menyebut bulan ke-\(list), bukan bulan dalam triwulan \(quarter). Periksa berkas atau --quarter.",
            "the titles of the file name month \(list), which is not in quarter \(quarter). Look at the file, or at "
                + "--quarter.")
    }
    static let draftsToSubmit = Phrase(
        "Rancangan belum dilaporkan: lengkapi dengan selaras report correct, lalu ajukan dengan selaras report submit.",
        "Drafts are not reported yet: complete them with selaras report correct, then selaras report submit.")
    static let leftForPerson = Phrase("Perlu keputusan Anda", "For you to decide")
    static let leftAlone = Phrase("Tidak termasuk laporan intervensi", "Not part of any intervention's report")
    static let fromFile = Phrase("Laporan dari berkas ini", "Reports from this file")
    static func rowsLeftOut(_ kinds: [String]) -> Phrase {
        let list = kinds.joined(separator: "; ")
        return Phrase("Baris lain: \(list).", "Other rows: \(list).")
    }
    static func totalOfFileDiffers(_ total: String, _ sum: String) -> Phrase {
        Phrase(
            "Jumlah yang tertulis dalam berkas Rp\(total), sedangkan baris sub kegiatannya berjumlah Rp\(sum).",
            "The file's own total is Rp\(total), while its rows of sub-activities add up to Rp\(sum).")
    }
    static func realisationSummary(_ counts: (new: Int, corrected: Int, same: Int), isDryRun: Bool) -> Phrase {
        func sentence(_ language: Language, _ words: [String]) -> String {
            zip([counts.new, counts.corrected, counts.same], words).map { "\(language.integer($0)) \($1)" }
                .joined(separator: ", ") + "."
        }
        return
            (isDryRun
            ? Phrase("Simulasi (tidak disimpan): ", "Dry run (nothing is stored): ")
            : Phrase("Tersimpan: ", "Stored: "))
            + Phrase(
                sentence(.indonesian, ["laporan baru", "diperbaiki", "sudah sama"]),
                sentence(.english, ["new reports", "corrected", "the same already"]))
    }
    static let nothingNew = Phrase("Tidak ada yang baru dalam berkas ini.", "There is nothing new in this file.")

    static func outcome(_ outcome: RealisationMatch.Outcome) -> Phrase {
        switch outcome {
        case .new: Phrase("Baru", "New")
        case .same: Phrase("Sudah sama", "The same already")
        case .correction: Phrase("Diperbaiki", "Corrected")
        case .incomplete: Phrase("Belum lengkap", "Incomplete")
        }
    }

    static func passedOver(_ kind: PassedRealisationRow.Kind) -> Phrase {
        switch kind {
        case .programme: Phrase("program", "programmes")
        case .activity: Phrase("kegiatan", "activities")
        case .detail: Phrase("rincian rekening", "accounts")
        case .total: Phrase("jumlah", "totals")
        case .numbering: Phrase("nomor kolom", "column numbers")
        case .other: Phrase("tanpa kode sub kegiatan", "without the code of a sub-activity")
        case .unreadable: Phrase("tidak terbaca", "unreadable")
        }
    }

    static func leftBecause(_ left: RealisationMatch.Left) -> Phrase {
        func rupiah(_ text: String) -> Phrase {
            Int(text).map { amount in
                Phrase("Rp" + Language.indonesian.integer(amount), "Rp" + Language.english.integer(amount))
            } ?? Phrase(same: text)
        }
        func with(_ id: String, _ en: String, _ value: Phrase) -> Phrase {
            Phrase(
                id.replacing("{}", with: value.text(in: .indonesian)),
                en.replacing("{}", with: value.text(in: .english)))
        }
        let detail = Phrase(same: left.detail)
        return switch left.reason {
        case .otherYear: with("baris tahun {}", "a row of {}", detail)
        case .otherAgency: with("baris perangkat daerah lain: {}", "a row of another agency: {}", detail)
        case .noAmount: Phrase("realisasinya tidak diisi", "its realisation is not filled in")
        case .noLine:
            Phrase(
                "tidak ada pos anggaran dengan kode dan sumber itu (selaras budget list)",
                "there is no budget line of that code and source (selaras budget list)")
        case .paysNothing:
            Phrase("pos ini tidak membiayai intervensi mana pun", "its budget line pays no intervention")
        case .otherPlace: with("lokasi {} bukan lokus pos ini", "{} is no lokus that the line pays for", detail)
        case .otherLokus: with("untuk lokus {}", "for the lokus {}", detail)
        case .restOfLine:
            Phrase("bagian pos di luar intervensi ini", "the rest of the line, beside these interventions")
        case .twice:
            Phrase(
                "kode yang sama ada pada beberapa baris; mana yang benar tidak dapat dipastikan",
                "several rows have the same code; which of them is right cannot be told")
        case .partlyUnknown:
            Phrase(
                "baris lain dari sub kegiatan ini kosong atau tidak terbaca, sehingga jumlahnya tidak diketahui",
                "another row of this sub-activity is empty or unreadable, so that the sum is not known")
        case .severalLines:
            with(
                "ada beberapa pos dengan kode itu ({}); isi kolom Sumber Dana",
                "there are several lines of that code ({}); fill in a column Sumber Dana", detail)
        case .shared:
            with(
                "pos ini tidak hanya untuk satu intervensi ({}); bagi dengan --divide-by-shares, atau isi kolom Lokasi",
                "the line is not for one intervention alone ({}); divide with --divide-by-shares, or fill in a column Lokasi",
                detail)
        case .aboveShare:
            with(
                "melebihi alokasinya {} (selaras budget edit, selaras intervention edit --share)",
                "above its share {} (selaras budget edit, selaras intervention edit --share)", rupiah(left.detail))
        case .notDue:
            Phrase(
                "tidak ada laporan yang harus Anda buat pada periode itu (selaras report template)",
                "you have no report of that period to make (selaras report template)")
        case .otherMoney:
            with(
                "dana {} berasal dari luar pos berkas ini; nyatakan belum terealisasi dengan --rest-unspent, atau laporkan "
                    + "sendiri",
                "{} of its money comes from elsewhere; say with --rest-unspent that it is not spent, or report it yourself",
                rupiah(left.detail))
        case .yearBeforeUnreported:
            with(
                "realisasi tahun {} belum dilaporkan, sedangkan berkas hanya memuat tahun ini",
                "what was spent in {} is not reported, and the file has this year alone", detail)
        case .lowerThanBefore:
            with(
                "lebih rendah daripada laporan periode sebelumnya, {}",
                "lower than the report of the period before, {}",
                rupiah(left.detail))
        case .reportedAlready:
            with(
                "periode itu sudah dilaporkan dengan {}; perbaiki dengan --correct",
                "the period is reported already with {}; correct it with --correct", rupiah(left.detail))
        case .incomplete:
            with(
                "berkas tidak memuat {}; isi dengan --keep-missing atau selaras report submit",
                "the file does not have {}; fill it in with --keep-missing or selaras report submit",
                missing(left.detail))
        case .changedMeanwhile:
            Phrase("laporannya baru saja diubah orang lain; ulangi", "somebody else has just changed its report; again")
        case .refused: with("ditolak layanan: {}", "refused by the service: {}", detail)
        }
    }

    private static func missing(_ fields: String) -> Phrase {
        func words(_ language: Language) -> String {
            fields.split(separator: ", ").map {
                ($0 == "quantity"
                    ? Phrase("volume", "the quantity") : Phrase("persen fisik", "the physical percentage"))
                    .text(in: language)
            }.joined(separator: language == .indonesian ? " dan " : " and ")
        }
        return Phrase(words(.indonesian), words(.english))
    }
}
