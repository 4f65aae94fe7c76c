extension Fault {
    /// One sentence for the person who sent the file, in the register of an Indonesian office.
    ///
    /// The only place where a code becomes words.
    package var message: String {
        let place = [isOfWholeFile ? nil : "baris \(line)", column.map { "kolom \($0)" }].compactMap { $0 }
        let subject = value.isEmpty ? sentence : "\"\(value)\" – \(sentence)"
        let text = place.isEmpty ? subject : place.joined(separator: ", ") + ": " + subject
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }

    private var isOfWholeFile: Bool {
        switch code {
        case .emptyFile, .noRows, .utf16, .excelWorkbook: true
        default: false
        }
    }

    private var sentence: String {
        let expected = expected ?? ""
        return switch code {
        case .emptyFile: "berkas kosong; kirim berkas yang memuat judul kolom dan baris data"
        case .noRows: "berkas hanya memuat judul kolom, tanpa baris data"
        case .notUTF8:
            "huruf tidak terbaca sebagai UTF-8; berkas kemungkinan tersimpan sebagai Windows-1252 (CSV ANSI "
                + "dari Excel); simpan ulang sebagai \"CSV UTF-8\""
        case .utf16: "berkas tersimpan sebagai UTF-16 (\"Unicode Text\"); simpan ulang sebagai \"CSV UTF-8\""
        case .excelWorkbook: "berkas ini buku kerja Excel, bukan CSV; simpan ulang sebagai \"CSV UTF-8\""
        case .nulByte:
            "terdapat byte nol; berkas rusak atau tersimpan sebagai UTF-16; simpan ulang sebagai \"CSV UTF-8\""
        case .recordTooLong: "isi baris melebihi \(expected) byte; mungkin ada tanda petik yang tidak ditutup"
        case .cutOffCharacter: "berkas terpotong di tengah huruf; kirim ulang berkas yang utuh"
        case .unknownColumn: "kolom ini tidak dikenal; hapus kolom ini atau perbaiki judulnya"
        case .misnamedColumn: "judul kolom tidak dikenal; mungkin maksudnya \"\(expected)\""
        case .missingColumn: "kolom ini wajib ada, tetapi tidak ditemukan"
        case .doubledColumn: "kolom ini muncul lebih dari satu kali"
        case .unnamedColumn: "kolom ke-\(expected) tidak berjudul; isi judulnya atau hapus kolom itu"
        case .quoteLeftOpen: "tanda petik tidak ditutup sampai akhir berkas; berkas mungkin terpotong"
        case .bytesAfterQuote: "ada tulisan sesudah tanda petik penutup; tulis tanda petik di dalam isi dua kali (\"\")"
        case .tooFewFields:
            "jumlah isian kurang, seharusnya \(expected); bila ini baris terakhir, berkas mungkin terpotong"
        case .tooManyFields where expected.isEmpty: "jumlah isian melampaui batas"
        case .tooManyFields:
            "jumlah isian berlebih, seharusnya \(expected); isi yang memuat pemisah harus diapit tanda petik"
        case .emptyRow: "baris ini hanya berisi pemisah kolom; hapus baris ini"
        case .valueMissing: "wajib diisi"
        case .textTooLong: "isi terlalu panjang, paling banyak \(expected) byte"
        case .controlCharacter: "isi memuat karakter kendali atau karakter yang tidak terlihat; ketik ulang isinya"
        case .notAnInteger: "harus bilangan bulat, tulis hanya dengan angka"
        case .outOfRange: "harus di antara \(expected)"
        case .notADecimal: "harus bilangan dengan paling banyak dua desimal, misalnya 8570 atau 8570,5"
        case .ambiguousThousands:
            "dapat dibaca sebagai ribuan atau desimal; tulis tanpa pemisah ribuan, misalnya 8570 atau 8,57"
        case .notMoney: "harus jumlah rupiah, misalnya 1250000 atau Rp1.250.000"
        case .moneyWithSen: "jumlah rupiah tidak boleh memuat sen; bulatkan, misalnya 1.250.000"
        case .notADay:
            "harus tanggal yang ada, dengan bentuk TTTT-BB-HH, misalnya 2025-08-31 (tahun 2000 sampai dengan 2099)"
        case .notAChoice: "harus salah satu dari: \(expected)"
        case .emptyListItem: "ada isian kosong di antara tanda titik koma"
        case .doubledListItem: "ada isian yang ditulis lebih dari satu kali"
        case .badStatus:
            "hasil kunjungan harus 1 (Lengkap), 2 (Sebagian), 3 (Tidak ada responden), 4 (Menolak), atau 5 (Pindah)"
        case .answerWithoutInterview: "harus kosong karena hasil kunjungan 3, 4, atau 5 berarti tidak ada jawaban"
        case .goodAboveEligible:
            "angka pertama tidak boleh melebihi angka kedua, yaitu jumlah yang memenuhi syarat; tulis misalnya 2/3"
        case .nobodyEligible: "tidak ada yang memenuhi syarat; tulis tb (tidak berlaku)"
        case .tooManyUnits: "jumlah yang memenuhi syarat dalam satu keluarga paling banyak \(expected)"
        case .countsForFamily: "indikator ini dihitung per keluarga; tulis ya, tidak, atau tb"
        case .wordForPersons: "indikator ini dihitung per orang; tulis misalnya 2/3 atau tb"
        case .answerBecameDate:
            "isi telah berubah menjadi tanggal; ubah format kolom menjadi Teks sebelum mengetik, misalnya 2/3"
        case .notAnAnswer: "jawaban tidak dikenal; yang diterima: \(expected), atau kosong"
        case .duplicateFamily: "keluarga ini sudah ada pada baris \(expected)"
        case .badRegionCode: "kode wilayah harus berbentuk PP, PP.KK, PP.KK.CC, atau PP.KK.CC.DDDD"
        case .levelDisagrees: "tingkat wilayah tidak sesuai dengan panjang kode \(expected)"
        case .parentDisagrees where expected.isEmpty: "provinsi tidak mempunyai wilayah induk; kosongkan isinya"
        case .parentDisagrees: "wilayah induk harus \(expected), sesuai dengan kode wilayah ini"
        case .listLengthsDiffer: "jumlah isian harus sama dengan jumlah sumber dana, yaitu \(expected)"
        case .endsBeforeStart: "tanggal selesai mendahului tanggal mulai"
        }
    }
}
