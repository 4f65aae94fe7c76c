extension ProblemText {
    /// What is refused before anything of ours has read it, and when there is too much of everything.
    static let aboutNetwork = [
        ProblemText(
            "uri_too_long",
            id: "Alamat terlalu panjang",
            "Alamat permintaan terlalu panjang atau memuat terlalu banyak parameter.",
            "Baca batasnya di /api/v1/limits, lalu persempit permintaan.",
            en: "Address is too long",
            "The address of the request is too long or has too many parameters.",
            "Read the limits at /api/v1/limits and make the request smaller."),
        ProblemText(
            "header_too_large",
            id: "Kepala permintaan terlalu besar",
            "Kepala permintaan terlalu besar atau terlalu banyak.",
            "Baca batasnya di /api/v1/limits, lalu hapus header yang tidak perlu.",
            en: "Header fields are too large",
            "The header fields of the request are too large or too many.",
            "Read the limits at /api/v1/limits and leave out fields that are not needed."),
        ProblemText(
            "method_unknown",
            id: "Metode tidak dikenal",
            "Layanan ini tidak mengenal metode permintaan itu.",
            "Gunakan GET, HEAD, OPTIONS, PATCH, atau POST.",
            en: "Unknown method",
            "This service does not know the method of the request.",
            "Use GET, HEAD, OPTIONS, PATCH or POST."),
        ProblemText(
            "expectation_failed",
            id: "Kepala Expect tidak dikenal",
            "Kepala Expect hanya boleh berisi 100-continue.",
            "Kirim ulang tanpa header itu.",
            en: "Unknown expectation",
            "The Expect header may only say 100-continue.",
            "Leave it out and send the request again."),
        ProblemText(
            "request_timed_out",
            id: "Permintaan terlalu lambat",
            "Permintaan tidak selesai dikirim dalam waktu yang tersedia, sehingga tidak ada yang disimpan.",
            "Periksa jaringan, lalu kirim ulang dengan Idempotency-Key yang sama.",
            en: "Request came too slowly",
            "The request was not sent completely in the time there is, so nothing was stored.",
            "Check the network and send it again with the same Idempotency-Key."),
        ProblemText(
            "overloaded",
            id: "Layanan sedang penuh",
            "Terlalu banyak permintaan pada saat yang sama, sehingga permintaan ini tidak dikerjakan.",
            "Coba lagi sesudah waktu pada header Retry-After, dengan Idempotency-Key yang sama.",
            en: "Service is full",
            "There are too many requests at the same time, so this one was not begun.",
            "Try again after the time in the Retry-After header, with the same Idempotency-Key."),
    ]
}
