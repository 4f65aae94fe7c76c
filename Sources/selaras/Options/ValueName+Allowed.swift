internal import Phrasing
internal import Planning

/// What may stand in place of a value: its unit, its limits, and how it is written.
extension ValueName {
    /// Nil where any text will do, or where the declaration lists the words.
    var allowed: Phrase? {
        switch self {
        case .year: .shouldBe("tahun 2015 sampai 2100, misalnya 2025", "a year from 2015 to 2100, as 2025")
        case .quarter: .shouldBe("triwulan 1, 2, 3, atau 4", "a quarter: 1, 2, 3 or 4")
        case .seconds: .shouldBe("banyaknya detik, bilangan bulat, misalnya 60", "a whole number of seconds, as 60")
        case .amount: .shouldBe("bilangan bulat tanpa titik, misalnya 786", "a whole number without marks, as 786")
        case .percent:
            .shouldBe(
                "persen dari 0 sampai 100, paling banyak dua angka di belakang koma, tanpa tanda %, misalnya 62,5",
                "a percentage from 0 to 100 with at most two decimals and no % sign, as 62.5")
        case .points:
            .shouldBe(
                "angka dari 0 sampai 100, paling banyak dua angka di belakang koma, misalnya 78,5",
                "a number from 0 to 100 with at most two decimals, as 78.5")
        case .target:
            .shouldBe(
                "kode indikator dan nilainya dari 0 sampai 100, misalnya KLS-02=75 atau KKE-02=62,5",
                "the code of an indicator and its value from 0 to 100, as KLS-02=75 or KKE-02=62.5")
        case .quantity:
            .shouldBe(
                "angka mulai dari 0, paling banyak dua angka di belakang koma, tanpa titik ribuan, misalnya 8570,25",
                "a number from 0 on with at most two decimals and no marks for thousands, as 8570.25")
        case .rupiah:
            .shouldBe(
                "rupiah tanpa sen, paling banyak satu triliun, misalnya 162000000 atau Rp162.000.000",
                "whole rupiah, at most a million millions, as 162000000 or Rp162.000.000")
        case .funding:
            .shouldBe(
                "sumber=rupiah, misalnya apbd_kabupaten=405000000 atau none. Sumber: \(FundingOption.sources)",
                "source=rupiah, as apbd_kabupaten=405000000, or none. Sources: \(FundingOption.sources)")
        case .share:
            .shouldBe(
                "pos=rupiah, misalnya 1.03.05.2.01.0007=40000000; pos dari selaras budget list, 0 menghapus alokasinya",
                "line=rupiah, as 1.03.05.2.01.0007=40000000; a line of selaras budget list, and 0 takes the share back")
        case .renaming:
            .shouldBe(
                "awal rujukan yang lama dan yang baru, misalnya SPH25=SHI26",
                "how references begin before and after, as SPH25=SHI26")
        case .day: .shouldBe("tanggal yang ada, TTTT-BB-HH, misalnya 2025-09-30", "a date that exists, as 2025-09-30")
        case .instant:
            .shouldBe(
                "tanggal, misalnya 2026-06-30, atau waktu UTC, misalnya 2026-06-30T15:59:59Z",
                "a date, as 2026-06-30, or a time in UTC, as 2026-06-30T15:59:59Z")
        case .codes:
            .shouldBe("kode dengan koma di antaranya, misalnya KLS-02,KKF-01", "codes with commas, as KLS-02,KKF-01")
        case .framework:
            .shouldBe("kode kerangka, misalnya ikk-29 atau ikk-29/1", "the code of a framework, as ikk-29 or ikk-29/1")
        case .lokus:
            .shouldBe(
                "kode desa/kelurahan dan tahun lokusnya, misalnya 63.02.12.2005/2025; kode ditulis dengan titik, dan bukan "
                    + "kode BPS",
                "the code of the desa/kelurahan and the year, as 63.02.12.2005/2025; the code has points and is not that "
                    + "of BPS")
        case .desa:
            .shouldBe(
                "kode desa/kelurahan dengan titik, misalnya 63.02.12.2005; bukan kode BPS",
                "the code of the desa/kelurahan with points, as 63.02.12.2005; not that of BPS")
        default: nil
        }
    }

    /// A word of a closed list with what it means, where people have another word for it.
    func meaning(of word: String) -> Phrase {
        guard let known = vocabulary?.phrases[word], known.english.lowercased() != word else {
            return Phrase(same: word)
        }
        return Phrase("\(word) (\(known.indonesian))", "\(word) (\(known.english))")
    }

    private var vocabulary: Vocabulary? {
        switch self {
        case .purpose: .purpose
        case .design: .design
        case .state: .operationState
        case .stage: .budgetStage
        case .source: .fundingSource
        case .order: .order
        default: nil
        }
    }
}
