internal import Phrasing

/// Accounts: what is asked, and what was done.
extension Phrase {
    static let codePrompt = Phrase("Kode undangan (tidak ditampilkan): ", "Invitation code (not shown): ")
    static let currentPasswordPrompt = Phrase(
        "Kata sandi sekarang (tidak ditampilkan): ", "Present password (not shown): ")
    static let newPasswordPrompt = Phrase(
        "Kata sandi baru, sedikitnya 15 karakter (tidak ditampilkan): ",
        "New password, at least 15 characters (not shown): ")
    static let repeatPasswordPrompt = Phrase("Sekali lagi: ", "Once more: ")
    static let secretNeedsTerminal = Phrase(
        "tidak ada terminal untuk mengetik; kata sandi dan kode hanya dapat diketik.",
        "there is no terminal to type at; passwords and codes can only be typed.")
    static let secretMissing = Phrase("tidak ada yang diketik.", "nothing was typed.")
    static let passwordsDiffer = Phrase(
        "kedua kata sandi tidak sama; ulangi.", "the two passwords differ; try again.")
    static let codeIsNotOpen = Phrase(
        "kode itu tidak dikenal, sudah dipakai, atau sudah berakhir; mintalah kode baru kepada yang mengundang Anda.",
        "that code is unknown, used or ended; ask whoever invited you for a new one.")
    static func accepted(_ email: String) -> Phrase {
        Phrase(
            "Kata sandi tersimpan. Masuk dengan: selaras login --email \(email)",
            "The password is stored. Sign in with: selaras login --email \(email)")
    }
    static func passwordChanged(_ ended: Int) -> Phrase {
        Phrase(
            "Kata sandi diganti; \(ended) sesi lain diakhiri.",
            "The password is changed; \(ended) other sessions ended.")
    }
    static let codeMade = Phrase(
        "Sampaikan kode ini kepada orangnya sendiri; tidak akan ditampilkan lagi.",
        "Give this code to the person alone; it will not be shown again.")
    static let roleGiven = Phrase(
        "Peran diberikan. Orang ini sudah mempunyai akun dan masuk seperti biasa.",
        "The role is given. This person has an account and signs in as before.")
    static let accountCorrected = Phrase("Akun diperbaiki.", "The account is corrected.")
    static let nothingToCorrect = Phrase(
        "sebutkan --name, --email, atau keduanya.", "name --name, --email or both.")
    static let accountDisabled = Phrase("Akun dinonaktifkan.", "The account is disabled.")
    static let accountEnabled = Phrase("Akun aktif kembali.", "The account is enabled again.")
    static let roleEnded = Phrase("Peran diakhiri.", "The role is ended.")
    static let sessionRevoked = Phrase("Sesi diakhiri.", "The session is ended.")
    static func noAccount(_ text: String) -> Phrase {
        Phrase(
            "tidak ada akun \(text) di wilayah Anda. Lihat: selaras account list",
            "there is no account \(text) in your area. See: selaras account list")
    }
}
