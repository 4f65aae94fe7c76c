package import Phrasing

extension Fault {
    /// One sentence for the person who sent the file, in the register of an office.
    ///
    /// The only place where a code becomes words.
    package var message: Wording {
        Self.sentence(explanation, line: isOfWholeFile ? nil : line, column: column, value: value)
    }

    /// Says where, what was sent, and what is the matter with it.
    static func sentence(_ explanation: Wording, line: Int?, column: String?, value: String) -> Wording {
        let subject = value.isEmpty ? explanation : explanation.map { "\"\(value)\" – \($0)" }
        let places = [
            line.map { Wording(id: "baris \($0)", en: "line \($0)") },
            column.map { Wording(id: "kolom \($0)", en: "column \($0)") },
        ].compactMap { $0 }
        func written(_ language: Language) -> String {
            let place = places.map { $0[language] }.joined(separator: ", ")
            let text = place.isEmpty ? subject[language] : "\(place): \(subject[language])"
            return text.prefix(1).uppercased() + text.dropFirst() + "."
        }
        return Wording(id: written(.indonesian), en: written(.english))
    }

    private var isOfWholeFile: Bool {
        switch code {
        case .emptyFile, .noRows, .utf16, .excelWorkbook, .targetMissing, .questionMissing: true
        default: false
        }
    }

    private var explanation: Wording {
        let expected = expected ?? ""
        return switch code {
        case .emptyFile:
            Wording(
                id: "berkas kosong; kirim berkas yang memuat judul kolom dan baris data",
                en: "the file is empty; send one with a header and rows of data")
        case .noRows:
            Wording(
                id: "berkas hanya memuat judul kolom, tanpa baris data",
                en: "the file has a header and no rows of data")
        case .notUTF8:
            Wording(
                id: "huruf tidak terbaca sebagai UTF-8; berkas kemungkinan tersimpan sebagai Windows-1252 (CSV ANSI "
                    + "dari Excel); simpan ulang sebagai \"CSV UTF-8\"",
                en: "not readable as UTF-8; the file was probably saved as Windows-1252 (Excel's CSV, ANSI); save it "
                    + "again as \"CSV UTF-8\"")
        case .utf16:
            Wording(
                id: "berkas tersimpan sebagai UTF-16 (\"Unicode Text\"); simpan ulang sebagai \"CSV UTF-8\"",
                en: "the file was saved as UTF-16 (\"Unicode Text\"); save it again as \"CSV UTF-8\"")
        case .excelWorkbook:
            Wording(
                id: "berkas ini buku kerja Excel, bukan CSV; simpan ulang sebagai \"CSV UTF-8\"",
                en: "this is an Excel workbook and not CSV; save it again as \"CSV UTF-8\"")
        case .nulByte:
            Wording(
                id: "terdapat byte nol; berkas rusak atau tersimpan sebagai UTF-16; simpan ulang sebagai \"CSV "
                    + "UTF-8\"",
                en: "there is a zero byte; the file is damaged or was saved as UTF-16; save it again as \"CSV UTF-8\"")
        case .recordTooLong:
            Wording(
                id: "isi baris melebihi \(expected) byte; mungkin ada tanda petik yang tidak ditutup",
                en: "the row exceeds \(expected) bytes; a quotation mark may be left open")
        case .cutOffCharacter:
            Wording(
                id: "berkas terpotong di tengah huruf; kirim ulang berkas yang utuh",
                en: "the file is cut off within a character; send the whole file again")
        case .unknownColumn:
            Wording(
                id: "kolom ini tidak dikenal; hapus kolom ini atau perbaiki judulnya",
                en: "there is no such column; remove it or correct its title")
        case .misnamedColumn:
            Wording(
                id: "judul kolom tidak dikenal; mungkin maksudnya \"\(expected)\"",
                en: "unknown column title; perhaps \"\(expected)\" is meant")
        case .missingColumn:
            Wording(
                id: "kolom ini wajib ada, tetapi tidak ditemukan",
                en: "this column must be there, but was not found")
        case .doubledColumn:
            Wording(
                id: "kolom ini muncul lebih dari satu kali",
                en: "this column is there more than once; remove one")
        case .unnamedColumn:
            Wording(
                id: "kolom ke-\(expected) tidak berjudul; isi judulnya atau hapus kolom itu",
                en: "column number \(expected) has no title; give it one or remove the column")
        case .quoteLeftOpen:
            Wording(
                id: "tanda petik tidak ditutup sampai akhir berkas; berkas mungkin terpotong",
                en: "a quotation mark is open to the end of the file; the file may be cut off")
        case .bytesAfterQuote:
            Wording(
                id: "ada tulisan sesudah tanda petik penutup; tulis tanda petik di dalam isi dua kali (\"\")",
                en: "there is text after a closing quotation mark; write a quotation mark within a value twice (\"\")")
        case .tooFewFields:
            Wording(
                id: "jumlah isian kurang, seharusnya \(expected); bila ini baris terakhir, berkas mungkin terpotong",
                en: "too few values, there should be \(expected); if this is the last row, the file may be cut off")
        case .tooManyFields where expected.isEmpty:
            Wording(
                id: "jumlah isian melampaui batas",
                en: "there are more values than a row may have")
        case .tooManyFields:
            Wording(
                id: "jumlah isian berlebih, seharusnya \(expected); isi yang memuat pemisah harus diapit tanda petik",
                en: "too many values, there should be \(expected); a value that contains the separator must be in "
                    + "quotation marks")
        case .emptyRow:
            Wording(
                id: "baris ini hanya berisi pemisah kolom; hapus baris ini",
                en: "this row consists of separators; remove it")
        case .valueMissing: Wording(id: "wajib diisi", en: "must be filled in")
        case .textTooLong:
            Wording(
                id: "isi terlalu panjang, paling banyak \(expected) karakter",
                en: "too long, at most \(expected) characters")
        case .controlCharacter:
            Wording(
                id: "isi memuat karakter kendali atau karakter yang tidak terlihat; ketik ulang isinya",
                en: "contains a control character or one that cannot be seen; type the value again")
        case .notAnInteger:
            Wording(
                id: "harus bilangan bulat, tulis hanya dengan angka",
                en: "must be a whole number, written in digits only")
        case .outOfRange: Wording(id: "harus di antara \(expected)", en: "must be within \(expected)")
        case .notADecimal:
            Wording(
                id: "harus bilangan dengan paling banyak dua desimal, misalnya 8570 atau 8570,5",
                en: "must be a number with at most two decimals, for example 8570 or 8570.5")
        case .ambiguousThousands:
            Wording(
                id: "dapat dibaca sebagai ribuan atau desimal; tulis tanpa pemisah ribuan, misalnya 8570 atau 8,57",
                en: "can be read as thousands or as decimals; write it without a thousands separator, for example "
                    + "8570 or 8.57")
        case .notMoney:
            Wording(
                id: "harus jumlah rupiah, misalnya 1250000 atau Rp1.250.000",
                en: "must be an amount of rupiah, for example 1250000 or Rp1.250.000")
        case .moneyWithSen:
            Wording(
                id: "jumlah rupiah tidak boleh memuat sen; bulatkan, misalnya 1.250.000",
                en: "an amount of rupiah must not have sen; round it, for example 1.250.000")
        case .notADay:
            Wording(
                id: "harus tanggal yang ada, dengan bentuk TTTT-BB-HH, misalnya 2025-08-31 (tahun 2000 sampai dengan "
                    + "2100)",
                en: "must be a date that exists, written YYYY-MM-DD, for example 2025-08-31 (years 2000 to 2100)")
        case .notAChoice: Wording(id: "harus salah satu dari: \(expected)", en: "must be one of: \(expected)")
        case .emptyListItem:
            Wording(
                id: "ada isian kosong di antara tanda titik koma",
                en: "there is an empty item between semicolons; remove it")
        case .doubledListItem:
            Wording(
                id: "ada isian yang ditulis lebih dari satu kali",
                en: "an item is written more than once; remove one")
        case .badStatus:
            Wording(
                id: "hasil kunjungan harus 1 (Lengkap), 2 (Sebagian), 3 (Tidak ada responden), 4 (Menolak), atau 5 "
                    + "(Pindah)",
                en: "the status of a visit must be 1 (complete), 2 (partial), 3 (nobody to answer), 4 (refused) or 5 "
                    + "(moved)")
        case .answerWithoutInterview:
            Wording(
                id: "harus kosong karena hasil kunjungan 3, 4, atau 5 berarti tidak ada jawaban",
                en: "must be empty, because status 3, 4 or 5 means that there was no answer")
        case .goodAboveEligible:
            Wording(
                id: "angka pertama tidak boleh melebihi angka kedua, yaitu jumlah yang memenuhi syarat; tulis "
                    + "misalnya 2/3",
                en: "the first number must not exceed the second, which is how many are eligible; write for example "
                    + "2/3")
        case .nobodyEligible:
            Wording(
                id: "tidak ada yang memenuhi syarat; tulis tb (tidak berlaku)",
                en: "nobody is eligible; write tb (not applicable)")
        case .tooManyUnits:
            Wording(
                id: "jumlah yang memenuhi syarat dalam satu keluarga paling banyak \(expected)",
                en: "at most \(expected) can be eligible in one family; check the numbers")
        case .countsForFamily:
            Wording(
                id: "indikator ini dihitung per keluarga; tulis ya, tidak, atau tb",
                en: "this indicator counts families; write ya, tidak or tb")
        case .wordForPersons:
            Wording(
                id: "indikator ini dihitung per orang; tulis misalnya 2/3 atau tb",
                en: "this indicator counts persons; write for example 2/3 or tb")
        case .answerBecameDate:
            Wording(
                id: "isi telah berubah menjadi tanggal; ubah format kolom menjadi Teks sebelum mengetik, misalnya 2/3",
                en: "the value has turned into a date; set the format of the column to Text before typing, for "
                    + "example 2/3")
        case .notAnAnswer:
            Wording(
                id: "jawaban tidak dikenal; yang diterima: \(expected), atau kosong",
                en: "not an answer; accepted are \(expected), or nothing")
        case .duplicateFamily:
            Wording(
                id: "keluarga ini sudah ada pada baris \(expected)",
                en: "this family is on line \(expected) already; remove one")
        case .unknownTarget: MappingWords.unknownTarget(expected)
        case .targetMissing: MappingWords.targetMissing
        case .lineIncomplete: MappingWords.lineIncomplete
        case .ruleNotAllowed: MappingWords.ruleNotAllowed(expected)
        case .sourceTwice: MappingWords.sourceTwice(expected)
        case .sourceOfNobody: MappingWords.sourceOfNobody(expected)
        case .severalSources: MappingWords.severalSources
        case .valueTwice: MappingWords.valueTwice(expected)
        case .meaningNotAllowed: MappingWords.meaningNotAllowed(expected)
        case .countHalfGiven: MappingWords.countHalfGiven
        case .sourceMissing: MappingWords.sourceMissing(expected)
        case .valueNotMapped: MappingWords.valueNotMapped(expected)
        case .rowsContradict: MappingWords.rowsContradict(expected)
        case .questionMissing: MappingWords.questionMissing(expected)
        case .tooManyToGather: MappingWords.tooManyToGather(expected)
        case .badRegionCode:
            Wording(
                id: "kode wilayah harus berbentuk PP, PP.KK, PP.KK.CC, atau PP.KK.CC.DDDD",
                en: "the code of a region must have the form PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD")
        case .levelDisagrees:
            Wording(
                id: "tingkat wilayah tidak sesuai dengan panjang kode \(expected)",
                en: "the level of the region does not fit the length of its code \(expected)")
        case .parentDisagrees where expected.isEmpty:
            Wording(
                id: "provinsi tidak mempunyai wilayah induk; kosongkan isinya",
                en: "a province has no parent; leave this empty")
        case .parentDisagrees:
            Wording(
                id: "wilayah induk harus \(expected), sesuai dengan kode wilayah ini",
                en: "the parent must be \(expected), to fit the code of this region")
        case .badBPSCode:
            Wording(
                id: "kode BPS pada tingkat ini harus terdiri atas \(expected) angka tanpa titik",
                en: "at this level the code of Statistics Indonesia has \(expected) digits and no points")
        case .badEquivalent:
            Wording(
                id: "harus berbentuk VERSI/KODE, misalnya 1/KLS-02",
                en: "must have the form VERSION/CODE, for example 1/KLS-02")
        case .listLengthsDiffer:
            Wording(
                id: "jumlah isian harus sama dengan jumlah sumber dana, yaitu \(expected)",
                en: "there must be as many items as funding sources, that is \(expected)")
        case .endsBeforeStart:
            Wording(
                id: "tanggal selesai mendahului tanggal mulai",
                en: "the end lies before the start")
        case .budgetIsNotTheSum:
            Wording(
                id: "harus jumlah semua sumber dana, yaitu \(expected); ubah anggaran di kolom funding",
                en: "must be the sum of all sources, that is \(expected); change the budget in the column funding")
        case .duplicateReference:
            Wording(
                id: "nomor ini sudah dipakai pada baris \(expected)",
                en: "this number is on line \(expected) already")
        case .unknownAgency:
            Wording(
                id: "perangkat daerah ini tidak terdaftar di kabupaten/kota tersebut; pakai kode dari daftar perangkat "
                    + "daerah",
                en: "this agency is not registered in the kabupaten; use a code from the list of agencies")
        case .unknownIndicator:
            Wording(
                id: "indikator ini tidak termasuk kerangka indikator rencana aksi",
                en: "this indicator is not one of the framework of the action plan")
        case .badDesaCode, .notPoints, .figureMissing, .valueOfNobody, .valueContradictsTotals, .duplicateFigure,
            .unknownLokus, .unknownCode, .totalsOfNoIndicator:
            ofResults(expected)
        }
    }
}
