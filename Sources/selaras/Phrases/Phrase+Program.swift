internal import Glibc
internal import Phrasing

/// The program itself: files, screen, wrong usage.
extension Phrase {
    static func failed(_ phrase: Phrase) -> Phrase { Phrase("Kesalahan: ", "Error: ") + phrase }
    static func unexpected(_ reason: String) -> Phrase {
        Phrase("terjadi kesalahan yang tidak terduga: \(reason)", "something unexpected went wrong: \(reason)")
    }
    static func cannotWriteOutput(_ number: Int32) -> Phrase {
        let reason = reason(number)
        return Phrase(
            "keluaran tidak dapat ditulis: \(reason.indonesian).", "the output cannot be written: \(reason.english).")
    }
    static func cannotReadFile(_ path: String, _ number: Int32) -> Phrase {
        let reason = reason(number)
        return Phrase(
            "berkas \(path) tidak dapat dibaca: \(reason.indonesian).",
            "the file \(path) cannot be read: \(reason.english).")
    }
    static func cannotWriteFile(_ path: String, _ number: Int32) -> Phrase {
        let reason = reason(number)
        return Phrase(
            "\(path) tidak dapat ditulis: \(reason.indonesian).", "\(path) cannot be written: \(reason.english).")
    }
    static func fileTooLarge(_ name: String, _ most: Int) -> Phrase {
        Phrase(
            "berkas \(name) terlalu besar, paling banyak \(most / 1024) KiB.",
            "the file \(name) is too large, at most \(most / 1024) KiB.")
    }
    static func fileExists(_ path: String) -> Phrase {
        Phrase(
            "berkas \(path) sudah ada dan tidak ditimpa; pilih nama lain.",
            "the file \(path) exists and is not overwritten; choose another name.")
    }
    static func isDirectory(_ path: String) -> Phrase {
        Phrase("\(path) adalah folder; sebutkan berkasnya.", "\(path) is a folder; name the file.")
    }
    static func noSuchColumn(_ name: String, known: [String]) -> Phrase {
        let list = known.joined(separator: ", ")
        return Phrase(
            "kolom \"\(name)\" tidak ada. Kolom yang tersedia: \(list).",
            "there is no column \"\(name)\". Columns there are: \(list).")
    }
    static let nothingToShow = Phrase("Tidak ada data.", "No data.")
    static func yesNo(_ flag: Bool) -> Phrase { flag ? Phrase("ya", "yes") : Phrase("tidak", "no") }
    static let badTimeout = Phrase(
        "Batas waktu harus antara 1 dan 86400 detik.", "The timeout must be between 1 and 86400 seconds.")
    static let badLimit = Phrase("Batas jumlah harus lebih dari nol.", "The limit must be more than zero.")
    static let countExcludes = Phrase(
        "--count hanya menghitung; tanpa --limit dan --fields.", "--count only counts; without --limit and --fields.")
    static let fieldsAreForMachines = Phrase(
        "--fields hanya untuk JSON, NDJSON, YAML, dan CSV tanpa --columns. Untuk tabel, pakai --columns.",
        "--fields is for JSON, NDJSON, YAML and CSV without --columns. For tables use --columns.")
    static let badInterval = Phrase(
        "Selang --interval harus antara 1 dan 3600 detik.", "--interval must be between 1 and 3600 seconds.")
    static let outputsExclude = Phrase(
        "pilih salah satu: --json atau -o dengan bentuk lain.", "choose one: --json, or -o with another format.")
    static let quietExcludesVerbose = Phrase(
        "pilih salah satu: --quiet, atau --verbose dan --debug.", "choose one: --quiet, or --verbose and --debug.")
    static func interruptedUpload(canResume: Bool) -> Phrase {
        Phrase(
            "Dihentikan. Berkas diterima layanan seluruhnya atau tidak sama sekali, jadi tidak ada yang tersimpan separuh.",
            "Stopped. The service takes a file whole or not at all, so nothing is half stored.")
            + (canResume
                ? Phrase(
                    " Ulangi perintah yang sama dengan --resume.", " Repeat the same command with --resume.")
                : Phrase(" Ulangi perintah yang sama.", " Repeat the same command."))
    }
    static let interruptedWrite = Phrase(
        "Dihentikan. Perubahan tersimpan seluruhnya atau tidak sama sekali; periksa dahulu sebelum mengulang.",
        "Stopped. The change is stored whole or not at all; look before you repeat it.")

    /// Of an error number of the system; the rare ones in its own words.
    private static func reason(_ number: Int32) -> Phrase {
        switch number {
        case ENOENT: Phrase("tidak ada", "there is no such file")
        case EACCES, EPERM: Phrase("tidak diizinkan", "it is not permitted")
        case ENOSPC: Phrase("ruang penyimpanan penuh", "the disk is full")
        case EROFS: Phrase("tempat ini hanya dapat dibaca", "this place can only be read")
        case ENOTDIR: Phrase("bagian dari namanya bukan folder", "a part of its name is no folder")
        case EEXIST: Phrase("sudah ada", "it is there already")
        default: Phrase(same: String(cString: strerror(number)))
        }
    }
}
