extension ProblemText {
    /// What is the service's own doing.
    static let aboutService = [
        ProblemText(
            "internal",
            id: "Gangguan pada layanan",
            "Terjadi gangguan yang tidak terduga.",
            "Periksa dahulu apakah perubahan Anda tersimpan, lalu sampaikan nomor permintaan (request_id) kepada "
                + "pengelola.",
            en: "Fault in the service",
            "Something unexpected went wrong.",
            "Check whether your change was stored, then tell the administrator the request number (request_id)."),
        ProblemText(
            "database_unreachable",
            id: "Basis data tidak terjangkau",
            "Layanan sedang tidak dapat menjangkau basis data.",
            "Coba lagi beberapa saat.",
            en: "Database unreachable",
            "The service cannot reach its database at the moment.",
            "Try again in a while."),
        ProblemText(
            "no_free_connection",
            id: "Layanan sedang sibuk",
            "Terlalu banyak permintaan pada saat yang sama.",
            "Coba lagi beberapa saat.",
            en: "Service is busy",
            "There are too many requests at the same time.",
            "Try again in a while."),
        ProblemText(
            "storage_full",
            id: "Penyimpanan penuh",
            "Penyimpanan layanan penuh, sehingga tidak ada yang dapat disimpan; yang sudah tersimpan tetap dapat "
                + "dibaca.",
            "Hubungi pengelola, lalu ulangi setelah ada ruang.",
            en: "Storage is full",
            "The storage of the service is full, so nothing can be stored; what is stored can still be read.",
            "Contact the administrator, and try again once there is room."),
        ProblemText(
            "conflicting_writers",
            id: "Bertabrakan dengan perubahan lain",
            "Perubahan lain berlangsung pada saat yang sama dan tidak ada yang disimpan.",
            "Ulangi permintaan.",
            en: "Collided with another change",
            "Another change took place at the same time, and nothing was stored.",
            "Repeat the request."),
        ProblemText(
            "schema_mismatch",
            id: "Basis data belum sesuai",
            "Susunan basis data tidak sesuai dengan versi layanan.",
            "Hubungi pengelola agar migrasi dijalankan.",
            en: "Database does not fit",
            "The schema of the database does not fit this version of the service.",
            "Contact the administrator, who has to run the migration."),
        ProblemText(
            "timed_out",
            id: "Waktu habis",
            "Permintaan melampaui batas waktu.",
            "Ulangi dengan Idempotency-Key yang sama, atau persempit permintaan.",
            en: "Out of time",
            "The request took longer than it may.",
            "Repeat it with the same Idempotency-Key, or ask for less."),
        ProblemText(
            "shutting_down",
            id: "Layanan sedang dihentikan",
            "Layanan sedang dihentikan.",
            "Coba lagi beberapa saat dengan Idempotency-Key yang sama.",
            en: "Service is stopping",
            "The service is being stopped.",
            "Try again in a while with the same Idempotency-Key."),
        ProblemText(
            "value_out_of_range",
            id: "Nilai di luar batas",
            "Ada nilai yang tidak dapat disimpan karena di luar batasnya.",
            "Periksa angka dan tanggalnya.",
            en: "Value out of range",
            "A value cannot be stored because it is out of its range.",
            "Check numbers and dates."),
    ]
}
