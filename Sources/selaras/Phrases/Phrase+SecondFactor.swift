internal import Phrasing

/// The second factor: what is asked, and what was done.
extension Phrase {
    static let secondFactorPrompt = Phrase(
        "Kode dari aplikasi autentikasi, atau kode pemulihan (tidak ditampilkan): ",
        "Code of the authenticator, or a recovery code (not shown): ")
    static func enrolment(secret: String, address: String) -> Phrase {
        Phrase(
            "Kunci untuk aplikasi autentikasi: \(secret)\nAtau sebagai alamat, misalnya untuk kode QR: \(address)",
            "Key for the authenticator: \(secret)\nOr as an address, for example for a QR code: \(address)")
    }
    static let secondFactorEnabled = Phrase(
        "Faktor kedua aktif. Simpan kode pemulihan ini di tempat yang aman; tidak akan ditampilkan lagi.",
        "The second factor is enabled. Keep these recovery codes in a safe place; they will not be shown again.")
    static let recoveryCodesMade = Phrase(
        "Simpan kode pemulihan ini di tempat yang aman; yang lama tidak berlaku lagi.",
        "Keep these recovery codes in a safe place; those of before are good no more.")
    static let secondFactorDisabled = Phrase(
        "Faktor kedua tidak aktif lagi; Anda masuk dengan kata sandi saja.",
        "The second factor is disabled; you sign in with the password alone.")
    static let secondFactorRemoved = Phrase(
        "Faktor kedua dihapus, dan semua sesi orang itu berakhir.",
        "The second factor is removed, and all sessions of that person ended.")
}
