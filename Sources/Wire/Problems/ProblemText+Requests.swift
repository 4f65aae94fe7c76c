extension ProblemText {
    /// What HTTP and the API's own conventions can refuse.
    static let aboutRequests = [
        ProblemText(
            "bad_request", "Permintaan tidak dapat dibaca",
            "Permintaan tidak mengikuti tata cara HTTP. Periksa alamat dan kepala permintaan, lalu kirim ulang."),
        ProblemText(
            "malformed_json", "JSON tidak dapat dibaca",
            "Isi permintaan bukan JSON yang sah. Periksa tanda kurung, tanda petik, dan nama anggota yang ganda."),
        ProblemText(
            "incomplete_body", "Isi permintaan terputus",
            "Isi permintaan tidak diterima sampai selesai, sehingga tidak ada yang disimpan. Kirim ulang seluruhnya."),
        ProblemText(
            "invalid_header", "Kepala permintaan tidak sah",
            "Salah satu kepala permintaan (If-Match, Idempotency-Key, atau Content-Length) tidak sah. If-Match memuat "
                + "tepat satu ETag; Idempotency-Key memuat 1 sampai 255 karakter ASCII yang terlihat."),
        ProblemText(
            "invalid_request", "Isian belum benar",
            "Ada isian yang belum benar. Perbaiki semua yang tercantum dalam errors, lalu kirim ulang."),
        ProblemText(
            "invalid_page_token", "Penanda halaman tidak berlaku",
            "Penanda halaman (page_token) rusak atau berasal dari daftar dengan saringan lain. Mulai lagi dari "
                + "halaman pertama."),
        ProblemText(
            "file_refused", "Berkas ditolak",
            "Berkas memuat kesalahan dan tidak ada satu baris pun yang disimpan. Perbaiki baris yang tercantum dalam "
                + "errors, lalu kirim ulang seluruh berkas."),
        ProblemText(
            "unauthenticated", "Belum masuk",
            "Token tidak ada, tidak dikenal, kedaluwarsa, atau telah dicabut. Sertakan token yang berlaku dalam kepala "
                + "Authorization: Bearer."),
        ProblemText(
            "forbidden", "Anda tidak berwenang",
            "Hak akses Anda tidak mencakup tindakan ini. Hubungi koordinator bila seharusnya mencakup."),
        ProblemText(
            "not_found", "Tidak ditemukan",
            "Tidak ada yang dapat dibaca pada alamat ini dengan hak akses Anda. Periksa alamat dan kodenya."),
        ProblemText(
            "method_not_allowed", "Metode tidak tersedia",
            "Alamat ini tidak menerima metode tersebut. Metode yang tersedia tercantum dalam kepala Allow."),
        ProblemText(
            "content_too_large", "Isi permintaan terlalu besar",
            "Isi permintaan melebihi batas. JSON paling besar 1 MiB dan berkas intervensi paling besar 256 KiB; bagi "
                + "menjadi beberapa permintaan."),
        ProblemText(
            "unsupported_media_type", "Jenis isi tidak diterima",
            "Jenis isi permintaan (Content-Type) tidak diterima pada alamat ini. Gunakan application/json, atau "
                + "text/csv untuk mengirim berkas, tanpa pemampatan."),
        ProblemText(
            "precondition_required", "If-Match wajib disertakan",
            "Perubahan harus menyebut versi yang dibaca. Baca data terkini, lalu sertakan ETag-nya dalam If-Match."),
        ProblemText(
            "stale_version", "Data telah berubah",
            "Data telah diubah pihak lain sejak Anda membacanya. Baca versi terkini, periksa perbedaannya, lalu "
                + "ulangi perubahan."),
        ProblemText(
            "idempotency_key_required", "Idempotency-Key wajib disertakan",
            "Permintaan ini harus menyertakan Idempotency-Key agar tidak tercatat dua kali. Buat satu kunci untuk "
                + "setiap permintaan dan pakai kunci yang sama bila mengulanginya."),
        ProblemText(
            "idempotency_key_in_use", "Permintaan yang sama masih berjalan",
            "Permintaan dengan Idempotency-Key ini masih diproses. Tunggu sebentar, lalu ulangi dengan kunci yang "
                + "sama."),
        ProblemText(
            "idempotency_key_reused", "Idempotency-Key sudah terpakai",
            "Kunci ini sudah dipakai untuk permintaan yang berbeda. Gunakan kunci baru."),
        otherRule,
    ]

    /// What is the service's own doing.
    static let aboutService = [
        ProblemText(
            "internal", "Gangguan pada layanan",
            "Terjadi gangguan yang tidak terduga. Periksa dahulu apakah perubahan Anda tersimpan. Sampaikan nomor permintaan (request_id) "
                + "kepada pengelola."),
        ProblemText(
            "database_unreachable", "Basis data tidak terjangkau",
            "Layanan sedang tidak dapat menjangkau basis data. Coba lagi beberapa saat."),
        ProblemText(
            "no_free_connection", "Layanan sedang sibuk",
            "Terlalu banyak permintaan pada saat yang sama. Coba lagi beberapa saat."),
        ProblemText(
            "storage_full", "Penyimpanan penuh",
            "Penyimpanan layanan penuh sehingga tidak ada yang dapat disimpan. Hubungi pengelola."),
        ProblemText(
            "conflicting_writers", "Bertabrakan dengan perubahan lain",
            "Perubahan lain berlangsung pada saat yang sama dan tidak ada yang disimpan. Ulangi permintaan."),
        ProblemText(
            "schema_mismatch", "Basis data belum sesuai",
            "Susunan basis data tidak sesuai dengan versi layanan. Pengelola perlu menjalankan migrasi."),
        ProblemText(
            "timed_out", "Waktu habis",
            "Permintaan melampaui batas waktu. Ulangi dengan Idempotency-Key yang sama, atau persempit permintaan."),
        ProblemText(
            "shutting_down", "Layanan sedang dihentikan",
            "Layanan sedang dihentikan. Coba lagi beberapa saat dengan Idempotency-Key yang sama."),
        ProblemText(
            "value_out_of_range", "Nilai di luar batas",
            "Ada nilai yang tidak dapat disimpan karena di luar batasnya. Periksa angka dan tanggalnya."),
    ]
}
