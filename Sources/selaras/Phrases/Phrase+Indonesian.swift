internal import Glibc
internal import Wire

extension Phrase {
    /// The sentence in the register of an Indonesian office.
    var indonesian: String {
        switch self {
        case .failed(let phrase): "Kesalahan: " + phrase.indonesian
        case .unexpected(let reason): "terjadi kesalahan yang tidak terduga: \(reason)"
        case .cannotWriteOutput(let number): "keluaran tidak dapat ditulis: \(Self.reason(number))."
        case .cannotReadFile(let path, let number): "berkas \(path) tidak dapat dibaca: \(Self.reason(number))."
        case .cannotWriteFile(let path, let number): "\(path) tidak dapat ditulis: \(Self.reason(number))."
        case .isDirectory(let path): "\(path) adalah folder; sebutkan berkasnya."
        case .noSuchColumn(let name, let known):
            "kolom \"\(name)\" tidak ada. Kolom yang tersedia: \(known.joined(separator: ", "))."
        case .nothingToShow: "Tidak ada data."
        case .yesNo(let flag): flag ? "ya" : "tidak"
        case .badTimeout: "Batas waktu harus antara 1 dan 86400 detik."
        case .badLimit: "Batas jumlah harus lebih dari nol."
        case .noHomeDirectory: "folder rumah tidak diketahui; isi XDG_CONFIG_HOME atau HOME."
        case .credentialsTooOpen(let path):
            "\(path) dapat dibaca pengguna lain. Jalankan: chmod 600 \(path), lalu ulangi; bila token mungkin sudah "
                + "terbaca, mintalah token baru."
        case .credentialsUnreadable(let path): "isi \(path) tidak dikenal. Jalankan kembali: selaras login"
        case .badURL(let text):
            "alamat layanan \"\(text)\" tidak dapat dipakai. Contoh: https://selaras.example.org"
        case .tokenMissing: "token kosong."
        case .tokenUnreadable: "token memuat karakter yang tidak sah; token adalah satu kata tanpa spasi."
        case .tokenSourcesExclude: "pilih salah satu: --token-file atau --token-stdin."
        case .tokenPrompt(let url): "Token untuk \(url) (tidak ditampilkan): "
        case .promptNeedsTerminal:
            "tidak ada terminal untuk mengetik token. Pakai --token-stdin atau --token-file BERKAS."
        case .tokenOpenToListeners(let url):
            "Perhatian: \(url) tidak memakai https; token dapat disadap di jaringan."
        case .signedIn(let name, let role, let url): "Masuk ke \(url) sebagai \(name) (\(role))."
        case .signedOut: "Sudah keluar; token tersimpan telah dihapus."
        case .wasNotSignedIn: "Tidak ada token tersimpan."
        case .unreachable(let base, let reason):
            "layanan \(base) tidak dapat dihubungi (\(reason.indonesian)). Periksa jaringan dan alamatnya (--url, SELARAS_URL, "
                + "atau selaras login), lalu coba lagi."
        case .connectionBroke(let base):
            "sambungan ke \(base) terputus sebelum jawaban lengkap. Periksa dahulu apakah perubahan sudah tersimpan, "
                + "lalu coba lagi."
        case .timedOut(let base, let seconds):
            "\(base) belum menjawab dalam \(seconds) detik. Coba lagi nanti, atau perpanjang dengan --timeout."
        case .answerTooLarge: "jawaban layanan terlalu besar. Persempit permintaan, misalnya dengan --limit."
        case .notOurService(let base): "jawaban \(base) bukan jawaban layanan Selaras. Periksa alamatnya."
        case .refusal(let title, let status): "Kesalahan: " + (title ?? "layanan menolak permintaan (status \(status))")
        case .problemCode(let code, let requestID):
            [code.map { "Kode: \($0)" }, requestID.map { "Nomor permintaan: \($0)" }].compactMap { $0 }
                .joined(separator: " · ")
        case .signInHint: "Masuk terlebih dahulu dengan: selaras login"
        case .readAgainHint: "Data telah diubah orang lain sejak dibaca. Lihat keadaan terbaru, lalu ulangi."
        case .furtherFaults(let count, let total):
            "… dan \(Indonesian.integer(count)) kesalahan lain; seluruhnya \(Indonesian.integer(total))"
        case .noLokus(let desa, let year?): "tidak ada desa/kelurahan lokus \(desa) tahun \(year)."
        case .noLokus(let desa, nil): "tidak ada desa/kelurahan lokus \(desa)."
        case .severalLokus(let desa, let years):
            "\(desa) menjadi lokus pada tahun \(years.map(String.init).joined(separator: ", ")). "
                + "Sebutkan tahunnya, misalnya \(desa)/\(years.first ?? 0)."
        case .noRound(let lokus, let purpose):
            "\(lokus) belum mempunyai \(Vocabulary.purpose.text(for: purpose.rawValue, in: .indonesian).lowercased())."
        case .noPlan(let lokus): "\(lokus) belum mempunyai rencana aksi. Buat dengan: selaras plan create \(lokus)"
        case .noIntervention(let reference, let lokus):
            "tidak ada intervensi \(reference) dalam rencana aksi \(lokus)."
        case .noReport(let reference, let period): "belum ada laporan \(reference) untuk \(period)."
        case .noFramework(let code): "tidak ada kerangka indikator \(code)."
        case .decreeIncomplete: "isi nomor dan tanggal SK bersama-sama (--decree-number dan --decree-on)."
        case .nothingToChange: "tidak ada yang diubah; sebutkan sedikitnya satu pilihan."
        case .nilExcludesFigures: "laporan nihil tidak memuat angka; pilih --nil atau angka realisasi."
        case .figuresMissing: "isi --physical, --quantity, dan --spent bersama-sama, atau --nil."
        case .badPeriod: "triwulan harus 1 sampai dengan 4 dan tahun anggaran 2015 sampai dengan 2100."
        case .added(let thing): thing.indonesian + " tersimpan."
        case .changed(let thing): thing.indonesian + " diubah."
        case .receipt(let isDryRun, let counts):
            (isDryRun ? "Simulasi (tidak disimpan): " : "Tersimpan: ")
                + "\(Indonesian.integer(counts.read)) baris dibaca: \(Indonesian.integer(counts.added)) ditambah, "
                + "\(Indonesian.integer(counts.changed)) diubah, \(Indonesian.integer(counts.same)) sama, "
                + "\(Indonesian.integer(counts.rejected)) ditolak"
        case .missingFromFile(let count, removed: true):
            "\(Indonesian.integer(count)) keluarga dikeluarkan karena tidak ada dalam berkas."
        case .missingFromFile(let count, removed: false):
            "\(Indonesian.integer(count)) keluarga pada pendataan ini tidak ada dalam berkas dan tetap tersimpan."
        case .interventionsAssigned(let count): "\(Indonesian.integer(count)) intervensi ditugaskan."
        case .roundTitle(let purpose, let place): "\(purpose): \(place)"
        case .roundStillOpen: "Pendataan masih terbuka; IKK dihitung saat pendataan ditutup (selaras survey close)."
        case .dimensions: "Dimensi"
        case .weakTitle(let count, let total): "Indikator merah (di bawah 75): \(count) dari \(total)"
        case .noneWeak: "Tidak ada indikator merah."
        case .weakHeadline(let before, let after, let left, let joined): weakChange(before, after, left, joined)
        case .ikkHeadline(let before, let after, let change): "IKK \(before) → \(after) (\(change))"
        case .commonHeadline(let indicators, let before, let after, let change):
            "Pada \(indicators) indikator yang ada di kedua pendataan: \(before) → \(after) (\(change))"
        case .differingSets(let contribution):
            "Bagian perubahan karena indikator yang dihitung berbeda: \(contribution)"
        case .comparisonTitle(let place, let before, let after):
            "Perbandingan \(before.lowercased()) dan \(after.lowercased()): \(place)"
        case .indicators: "Indikator"
        case .interventions: "Intervensi dan realisasinya"
        case .associationOnly:
            "Tabel ini menyandingkan perubahan indikator dengan intervensi. Keterkaitan keduanya bukan bukti bahwa "
                + "intervensi menyebabkan perubahan itu."
        case .notReported: "belum lapor"
        case .reportedNil(let period): "\(period): nihil"
        case .notPlanned: "belum ada"
        case .alreadyPlanned: "sudah ada"
        case .quantity(let number, let unit): "\(number) \(unit)"
        case .ofTarget(let part, let whole): "\(part) dari \(whole)"
        case .overdueBy(let days): "Terlambat \(days) hari"
        case .bySource: "Menurut sumber dana"
        case .byAgency: "Menurut perangkat daerah"
        case .gaps: "Merah tanpa intervensi"
        case .notWeak: "Intervensi pada indikator yang tidak merah"
        case .desaAndYear(let name, let code, let year): "\(name) (\(code)), lokus tahun \(year)"
        case .status(let word, let count): "\(word) \(count)"
        case .decreePending: "belum terbit"
        case .planTotals(let interventions, let reporting):
            "Rencana aksi: \(reporting) dari \(interventions) intervensi sudah lapor."
        case .familiesOf(let counted, let represented): "\(counted) dihitung, mewakili \(represented)"
        case .exitCodes: Self.exitCodesIndonesian
        }
    }

    private func weakChange(_ before: Int, _ after: Int, _ left: [String], _ joined: [String]) -> String {
        let moves = [
            left.isEmpty ? nil : left.joined(separator: ", ") + " keluar",
            joined.isEmpty ? nil : joined.joined(separator: ", ") + " masuk",
        ].compactMap { $0 }
        return "\(before) merah → \(after) merah: "
            + (moves.isEmpty ? "tidak ada yang keluar atau masuk" : moves.joined(separator: "; "))
    }

    /// Of an error number of the system; the rare ones in its own words.
    private static func reason(_ number: Int32) -> String {
        switch number {
        case ENOENT: "tidak ada"
        case EACCES, EPERM: "tidak diizinkan"
        case ENOSPC: "ruang penyimpanan penuh"
        case EROFS: "tempat ini hanya dapat dibaca"
        case ENOTDIR: "bagian dari namanya bukan folder"
        default: String(cString: strerror(number))
        }
    }

    private static let exitCodesIndonesian = """
          0  berhasil
          1  gagal karena sebab lain
          2  pemakaian salah: perintah, pilihan, atau isian
          3  tidak ditemukan
          4  belum masuk, atau Anda tidak berwenang
          5  bertentangan dengan keadaan data, atau data telah diubah orang lain
          6  isi ditolak, termasuk berkas yang ditolak
          7  hambatan sementara: layanan tidak terjangkau atau sibuk; ulangi nanti
          8  berhasil sebagian
        130  dihentikan dengan Ctrl-C
        """
}

extension Phrase.Thing {
    fileprivate var indonesian: String {
        switch self {
        case .lokus(let name): "Lokus \(name)"
        case .plan(let name): "Rencana aksi \(name)"
        case .intervention(let reference): "Intervensi \(reference)"
        case .report(let reference, let period): "Laporan realisasi \(reference) \(period)"
        case .round(let purpose, let place): "\(purpose) \(place)"
        }
    }
}

extension Unreachable {
    fileprivate var indonesian: String {
        switch self {
        case .refused: "sambungan ditolak; mungkin layanan sedang tidak berjalan"
        case .noRoute: "jaringan tidak sampai ke sana"
        case .unknownName: "nama alamat tidak dikenal"
        case .noAnswer: "tidak ada yang menjawab"
        case .other(let reason): reason
        }
    }
}
