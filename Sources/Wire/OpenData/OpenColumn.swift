internal import Phrasing
internal import Planning

/// What one column of open data means: the metadata that Satu Data asks for of a variable.
package struct OpenColumn: Sendable {
    package enum Kind: String, Sendable, JSONRepresentable {
        case text, word, integer, decimal, flag, day
    }

    /// Whose list of codes the values come from.
    package enum Reference: String, Sendable, JSONRepresentable, CaseIterable {
        case kemendagri, bps, selaras
    }

    package let name: String
    let kind: Kind
    let title: Wording
    let definition: Wording
    /// Nil for what is not measured.
    var unit: Wording?
    /// Nil for what has no list of codes.
    var reference: Reference?
    /// The classification, where it is a short one.
    var words: [String] = []
}

extension OpenColumn {
    private static func region(_ level: String, _ id: String, _ en: String) -> [OpenColumn] {
        [
            OpenColumn(
                name: "\(level)_code", kind: .text,
                title: Wording(id: "Kode \(id) (Kemendagri)", en: "Code of the \(en) (Ministry of Home Affairs)"),
                definition: Wording(
                    id: "Kode wilayah administrasi pemerintahan yang berlaku; berupa teks, 63.10 bukan 63.1.",
                    en: "The code of the administrative region in force; it is text, 63.10 is not 63.1."),
                reference: .kemendagri),
            OpenColumn(
                name: "\(level)_bps_code", kind: .text,
                title: Wording(id: "Kode \(id) (BPS)", en: "Code of the \(en) (Statistics Indonesia)"),
                definition: Wording(
                    id: "Kode wilayah kerja statistik; kosong bila padanannya belum ada di register.",
                    en: "The code of the statistical working area; empty where the register has no counterpart yet."),
                reference: .bps),
            OpenColumn(
                name: "\(level)_name", kind: .text, title: Wording(id: "Nama \(id)", en: "Name of the \(en)"),
                definition: Wording(
                    id: "Nama menurut register; bukan kunci, sebab nama dapat berulang.",
                    en: "The name in the register; no key, as names repeat.")),
        ]
    }

    private static let place =
        region("kabupaten", "kabupaten/kota", "kabupaten or kota")
        + region("kecamatan", "kecamatan", "kecamatan") + region("desa", "desa/kelurahan", "desa or kelurahan") + [
            OpenColumn(
                name: "year", kind: .integer, title: Wording(id: "Tahun program", en: "Programme year"),
                definition: Wording(
                    id:
                        "Tahun desa/kelurahan ditetapkan sebagai lokus; kegiatannya dapat berlanjut ke tahun berikutnya.",
                    en: "The year for which the lokus was chosen; its work may go on in the next one."),
                unit: Wording(id: "tahun", en: "year"))
        ]

    private static let round =
        place + [
            OpenColumn(
                name: "purpose", kind: .word, title: Wording(id: "Tahap pendataan", en: "Purpose of the round"),
                definition: Wording(
                    id: "Pendataan awal (baseline), sementara (midline), atau ulang (resurvey).",
                    en: "Before the interventions, between, or after them."),
                reference: .selaras, words: SurveyRound.Purpose.allCases.map(\.rawValue)),
            OpenColumn(
                name: "surveyed_from", kind: .day, title: Wording(id: "Mulai pendataan", en: "First day of the survey"),
                definition: Wording(id: "Kosong bila tidak dicatat.", en: "Empty where it was not stated.")),
            OpenColumn(
                name: "surveyed_until", kind: .day,
                title: Wording(id: "Selesai pendataan", en: "Last day of the survey"),
                definition: Wording(id: "Kosong bila tidak dicatat.", en: "Empty where it was not stated.")),
            OpenColumn(
                name: "closed_on", kind: .day, title: Wording(id: "Tanggal ditutup", en: "Day of closing"),
                definition: Wording(
                    id: "Sejak hari itu nilai bersifat tetap; dihitung menurut zona waktu kabupaten/kota.",
                    en: "From that day the values are final; in the time zone of the kabupaten.")),
            OpenColumn(
                name: "framework_code", kind: .text,
                title: Wording(id: "Kode kerangka indikator", en: "Code of the indicator framework"),
                definition: Wording(
                    id: "Kumpulan indikator yang dipakai; nilai dari kerangka berbeda tidak dibandingkan langsung.",
                    en: "The set of indicators; values of different sets are not compared as they are."),
                reference: .selaras),
            OpenColumn(
                name: "framework_version", kind: .integer,
                title: Wording(id: "Versi kerangka", en: "Version of the framework"),
                definition: Wording(
                    id: "Kerangka yang berubah mendapat versi baru.", en: "A changed framework is a new version."),
                unit: Wording(id: "versi", en: "version")),
        ]

    private static let status = OpenColumn(
        name: "status", kind: .word, title: Wording(id: "Status nilai", en: "Status of the value"),
        definition: Wording(
            id: "published: disajikan; withheld: dirahasiakan (jumlah kecil), langsung atau karena membuka nilai lain; "
                + "not_applicable: tidak berlaku, tidak ada yang memenuhi syarat.",
            en: "published; withheld, because the group is small or because another value would follow from it; "
                + "not_applicable, as nobody was eligible."),
        reference: .selaras, words: OpenStatus.allCases.map(\.rawValue))

    static let ofIndices =
        round + [
            OpenColumn(
                name: "level", kind: .word, title: Wording(id: "Tingkat ukuran", en: "Level of the measure"),
                definition: Wording(
                    id: "Indeks keseluruhan (index) atau salah satu dimensinya (dimension).",
                    en: "The index as a whole, or one of its dimensions."),
                reference: .selaras, words: OpenIndex.Level.allCases.map(\.rawValue)),
            OpenColumn(
                name: "code", kind: .text, title: Wording(id: "Kode ukuran", en: "Code of the measure"),
                definition: Wording(
                    id: "IKK, atau kode dimensi menurut kerangka indikator.",
                    en: "IKK, or the code of the dimension in the framework."),
                reference: .selaras),
            OpenColumn(
                name: "name", kind: .text, title: Wording(id: "Nama ukuran", en: "Name of the measure"),
                definition: Wording(id: "Menurut kerangka indikator.", en: "As the framework has it.")),
            OpenColumn(
                name: "value", kind: .decimal, title: Wording(id: "Nilai", en: "Value"),
                definition: Wording(
                    id: "Dimensi: rata-rata indikatornya. Indeks: gabungan dimensi menurut kerangka. 0 sampai 100, "
                        + "makin tinggi makin baik; kosong bila status bukan published.",
                    en: "Of a dimension the mean of its indicators, of the index what the framework makes of the "
                        + "dimensions. 0 to 100, higher is better; empty where the status is not published."),
                unit: Wording(id: "indeks 0–100", en: "index 0 to 100")),
            status,
            OpenColumn(
                name: "category", kind: .text, title: Wording(id: "Kategori", en: "Category"),
                definition: Wording(
                    id: "Kelas indeks menurut kerangka; hanya pada baris indeks.",
                    en: "The class of the index in the framework; in rows of the index only."),
                reference: .selaras),
            OpenColumn(
                name: "weak_count", kind: .integer,
                title: Wording(id: "Jumlah indikator merah", en: "Number of weak indicators"),
                definition: Wording(
                    id: "Indikator yang nilainya di bawah ambang kerangka; hanya pada baris indeks.",
                    en: "Indicators below the threshold of the framework; in rows of the index only."),
                unit: Wording(id: "indikator", en: "indicators")),
            OpenColumn(
                name: "indicators_used", kind: .integer,
                title: Wording(id: "Indikator yang dipakai", en: "Indicators used"),
                definition: Wording(
                    id: "Indikator yang mempunyai nilai; hanya pada baris indeks.",
                    en: "Indicators that have a value; in rows of the index only."),
                unit: Wording(id: "indikator", en: "indicators")),
            OpenColumn(
                name: "families_counted", kind: .integer,
                title: Wording(id: "Keluarga dihitung", en: "Families counted"),
                definition: Wording(
                    id: "Keluarga yang menjawab lengkap atau sebagian; hanya pada baris indeks.",
                    en: "Families that answered in full or in part; in rows of the index only."),
                unit: Wording(id: "keluarga", en: "families")),
            OpenColumn(
                name: "families_represented", kind: .integer,
                title: Wording(id: "Keluarga yang diwakili", en: "Families represented"),
                definition: Wording(
                    id: "Keluarga yang digambarkan oleh pendataan; hanya pada baris indeks.",
                    en: "Families that the survey speaks for; in rows of the index only."),
                unit: Wording(id: "keluarga", en: "families")),
        ]

    static let ofIndicators =
        round + [
            OpenColumn(
                name: "dimension_code", kind: .text, title: Wording(id: "Kode dimensi", en: "Code of the dimension"),
                definition: Wording(id: "Menurut kerangka indikator.", en: "As the framework has it."),
                reference: .selaras),
            OpenColumn(
                name: "indicator_code", kind: .text, title: Wording(id: "Kode indikator", en: "Code of the indicator"),
                definition: Wording(id: "Menurut kerangka indikator.", en: "As the framework has it."),
                reference: .selaras),
            OpenColumn(
                name: "indicator_name", kind: .text,
                title: Wording(id: "Nama indikator", en: "Name of the indicator"),
                definition: Wording(id: "Menurut kerangka indikator.", en: "As the framework has it.")),
            OpenColumn(
                name: "unit", kind: .word, title: Wording(id: "Satuan pengamatan", en: "Unit of observation"),
                definition: Wording(
                    id: "Yang dihitung: keluarga (family) atau orang (person).", en: "What is counted."),
                reference: .selaras, words: ["family", "person"]),
            OpenColumn(
                name: "value", kind: .decimal, title: Wording(id: "Nilai", en: "Value"),
                definition: Wording(
                    id: "Persentase yang berkondisi baik dari yang memenuhi syarat; indikator negatif sudah dibalik, "
                        + "sehingga makin tinggi makin baik. Kosong bila status bukan published.",
                    en: "Of those eligible, the percentage in good condition; negative indicators are reversed, so "
                        + "that higher is better. Empty where the status is not published."),
                unit: Wording(id: "persen", en: "per cent")),
            OpenColumn(
                name: "is_weak", kind: .flag, title: Wording(id: "Merah", en: "Weak"),
                definition: Wording(
                    id: "Apakah nilai yang disajikan di bawah ambang kerangka; kosong bila nilai kosong.",
                    en: "Whether the shown value is below the threshold of the framework; empty with an empty value.")),
            status,
        ]

    static let ofInterventions =
        place + [
            OpenColumn(
                name: "agency_code", kind: .text, title: Wording(id: "Kode perangkat daerah", en: "Code of the agency"),
                definition: Wording(
                    id: "Perangkat daerah, instansi, atau mitra pelaksana; kode berlaku di kabupaten/kotanya.",
                    en: "The office or partner that does it; the code holds in its kabupaten."),
                reference: .selaras),
            OpenColumn(
                name: "agency_name", kind: .text, title: Wording(id: "Nama perangkat daerah", en: "Name of the agency"),
                definition: Wording(id: "Nama lengkap.", en: "The full name.")),
            OpenColumn(
                name: "agency_kind", kind: .word, title: Wording(id: "Jenis", en: "Kind"),
                definition: Wording(
                    id: "Perangkat daerah, unit, instansi vertikal, mitra, desa, atau dunia usaha.",
                    en: "A local office, a unit of one, a vertical office, a partner, a village or a business."),
                reference: .selaras, words: ["opd", "unit", "vertical", "partner", "village", "private"]),
            OpenColumn(
                name: "interventions", kind: .integer, title: Wording(id: "Jumlah intervensi", en: "Interventions"),
                definition: Wording(
                    id: "Intervensi yang sudah ditugaskan; usulan tidak dihitung.",
                    en: "Those that were assigned; proposals are not counted."),
                unit: Wording(id: "intervensi", en: "interventions")),
            OpenColumn(
                name: "accepted", kind: .integer, title: Wording(id: "Diterima", en: "Accepted"),
                definition: Wording(
                    id: "Bagian dari jumlah intervensi yang sudah diterima pelaksananya.",
                    en: "Those of the interventions that their agency accepted."),
                unit: Wording(id: "intervensi", en: "interventions")),
            OpenColumn(
                name: "reporting", kind: .integer, title: Wording(id: "Sudah lapor", en: "Reporting"),
                definition: Wording(
                    id: "Bagian dari jumlah intervensi yang sudah mempunyai laporan realisasi.",
                    en: "Those of the interventions with a progress report."),
                unit: Wording(id: "intervensi", en: "interventions")),
            OpenColumn(
                name: "budget_idr", kind: .integer, title: Wording(id: "Pagu", en: "Budget"),
                definition: Wording(
                    id: "Jumlah alokasi dari semua sumber dana untuk lokus ini.",
                    en: "What all sources give for this lokus together."), unit: Wording(id: "rupiah", en: "rupiah")),
            OpenColumn(
                name: "spent_idr", kind: .integer, title: Wording(id: "Realisasi keuangan", en: "Spent"),
                definition: Wording(
                    id: "Kumulatif menurut laporan terakhir tiap intervensi, angka sementara; kosong bila belum ada "
                        + "laporan, yang berbeda dari nol.",
                    en: "Cumulative by the newest report of each intervention, provisional; empty without a report, "
                        + "which is not zero."), unit: Wording(id: "rupiah", en: "rupiah")),
            OpenColumn(
                name: "last_budget_year", kind: .integer,
                title: Wording(id: "Tahun anggaran laporan terakhir", en: "Budget year of the newest report"),
                definition: Wording(id: "Kosong bila belum ada laporan.", en: "Empty without a report."),
                unit: Wording(id: "tahun", en: "year")),
            OpenColumn(
                name: "last_quarter", kind: .integer,
                title: Wording(id: "Triwulan laporan terakhir", en: "Quarter of the newest report"),
                definition: Wording(id: "1 sampai 4; kosong bila belum ada laporan.", en: "1 to 4; empty without one."),
                unit: Wording(id: "triwulan", en: "quarter")),
        ]
}
