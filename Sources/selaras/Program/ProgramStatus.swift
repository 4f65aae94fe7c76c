/// What the program's exit code says; scripts rely on these numbers, so they never change meaning.
enum ProgramStatus: Int32, CaseIterable, Sendable {
    case success = 0
    case failure = 1
    case usage = 2
    case notFound = 3
    case notAllowed = 4
    case conflict = 5
    case invalid = 6
    case temporary = 7
    case partial = 8
    case interrupted = 130

    /// What a status of HTTP means to whoever called the program.
    ///
    /// A key still in use is a conflict that passes by itself, so it counts as temporary.
    init(httpStatus: Int, code: String?) {
        self =
            switch (httpStatus, code) {
            case (409, "idempotency_key_in_use"): .temporary
            case (200..<300, _): .success
            case (404, _), (410, _): .notFound
            case (401, _), (403, _): .notAllowed
            case (409, _), (412, _), (428, _): .conflict
            case (400, _), (413, _), (415, _), (422, _): .invalid
            case (408, _), (429, _), (502, _), (503, _), (504, _): .temporary
            default: .failure
            }
    }

    /// For `selaras help exit-codes`.
    var meaning: Phrase {
        switch self {
        case .success: Phrase("berhasil", "success")
        case .failure: Phrase("gagal karena sebab lain", "failure of another kind")
        case .usage:
            Phrase("pemakaian salah: perintah, pilihan, atau isian", "wrong usage: command, option or argument")
        case .notFound: Phrase("tidak ditemukan", "not found")
        case .notAllowed: Phrase("belum masuk, atau Anda tidak berwenang", "not signed in, or not permitted")
        case .conflict:
            Phrase(
                "bertentangan dengan keadaan data, atau data telah diubah orang lain",
                "against the state of the data, or somebody else changed it")
        case .invalid: Phrase("isi ditolak, termasuk berkas yang ditolak", "refused content, a refused file among them")
        case .temporary:
            Phrase(
                "hambatan sementara: layanan tidak terjangkau atau sibuk; ulangi nanti",
                "a passing hindrance: service out of reach or busy; try again later")
        case .partial:
            Phrase(
                "sebagian berhasil, sebagian ditolak (dengan --each, dan report import-rfk)",
                "some done and some refused (with --each, and report import-rfk)")
        case .interrupted: Phrase("dihentikan dengan Ctrl-C", "stopped with Ctrl-C")
        }
    }
}
