extension ProblemText {
    /// Work that goes on after its request was answered.
    static let aboutOperations = [
        ProblemText(
            "too_many_operations",
            id: "Terlalu banyak pekerjaan menunggu",
            "Peladen masih mengerjakan kiriman sebelumnya.",
            "Kirim lagi beberapa saat kemudian, atau tanpa Prefer: respond-async.",
            en: "Too many operations are waiting",
            "The server is still working on what was sent before.",
            "Send it again a little later, or without Prefer: respond-async."),
        ProblemText(
            "operation_lost_its_upload",
            id: "Berkas kiriman hilang",
            "Peladen berhenti sebelum pekerjaan selesai dan berkasnya tidak ada lagi, sehingga tidak ada yang disimpan.",
            "Kirim ulang berkas itu dengan Idempotency-Key yang baru.",
            en: "The upload was lost",
            "The server stopped before the work was done and the file is no longer there, so nothing was stored.",
            "Send the file again with a new Idempotency-Key."),
        ProblemText(
            "operation_is_at_its_end",
            id: "Pekerjaan sudah berakhir",
            "Pekerjaan ini sudah berakhir sehingga tidak dapat dibatalkan.",
            "Baca hasilnya pada pekerjaan itu.",
            en: "The operation has ended",
            "This operation has ended, so it cannot be cancelled.",
            "Read what came of it in the operation."),
    ]
}
