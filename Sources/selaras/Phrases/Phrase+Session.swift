internal import Phrasing
internal import Wire

/// Signing in, and what is asked of the person at the screen.
extension Phrase {
    static let noHomeDirectory = Phrase(
        "folder rumah tidak diketahui; isi XDG_CONFIG_HOME atau HOME.",
        "the home directory is not known; set XDG_CONFIG_HOME or HOME.")
    static func credentialsTooOpen(_ path: String) -> Phrase {
        Phrase(
            "\(path) dapat dibaca pengguna lain. Jalankan: chmod 600 \(path), lalu ulangi; bila token mungkin sudah "
                + "terbaca, mintalah token baru.",
            "\(path) can be read by other users. Run: chmod 600 \(path), then try again; if the token may have been "
                + "read, ask for a new one.")
    }
    static func credentialsUnreadable(_ path: String) -> Phrase {
        Phrase(
            "isi \(path) tidak dikenal. Jalankan kembali: selaras login",
            "the content of \(path) is not understood. Run again: selaras login")
    }
    static func badURL(_ text: String) -> Phrase {
        Phrase(
            "alamat layanan \"\(text)\" tidak dapat dipakai. Contoh: https://selaras.example.org",
            "the service address \"\(text)\" cannot be used. Example: https://selaras.example.org")
    }
    static let tokenMissing = Phrase("token kosong.", "the token is empty.")
    static let tokenUnreadable = Phrase(
        "token memuat karakter yang tidak sah; token adalah satu kata tanpa spasi.",
        "the token has characters that none has; a token is one word without blanks.")
    static let tokenSourcesExclude = Phrase(
        "pilih salah satu: --email, --ask-token, --token-file, atau --token-stdin.",
        "choose one: --email, --ask-token, --token-file or --token-stdin.")
    static func emailPrompt(_ url: String) -> Phrase {
        Phrase("Surel untuk \(url): ", "E-mail for \(url): ")
    }
    static let passwordPrompt = Phrase("Kata sandi (tidak ditampilkan): ", "Password (not shown): ")
    static let passwordHasExpired = Phrase(
        "Kata sandi Anda sudah melewati masa berlakunya; pilih yang baru.",
        "Your password is older than it may be; choose another.")
    static let signInMissing = Phrase(
        "surel dan kata sandi harus diisi.", "the e-mail and the password must both be given.")
    static let badPrincipal = Phrase(
        "--principal harus pengenal peran dari selaras whoami.",
        "--principal must be an identifier from selaras whoami.")
    static let noPrincipal = Phrase(
        "Anda belum memegang peran apa pun; hubungi koordinator.", "You hold no role yet; contact the coordinator.")
    static func choosePrincipal(_ id: String) -> Phrase {
        Phrase(
            "Anda memegang beberapa peran. Pilih satu, misalnya dengan: selaras config set principal \(id)",
            "You hold several roles. Choose one, for example with: selaras config set principal \(id)")
    }
    static let sessionNotEnded = Phrase(
        "Perhatian: layanan tidak terjangkau atau menolak, sehingga sesi itu baru berakhir dengan sendirinya.",
        "Note: the service could not be reached or refused, so that the session ends by itself only.")
    static func tokenPrompt(_ url: String) -> Phrase {
        Phrase("Token untuk \(url) (tidak ditampilkan): ", "Token for \(url) (not shown): ")
    }
    static let promptNeedsTerminal = Phrase(
        "tidak ada terminal untuk mengetik. Masuk dengan token: --token-stdin atau --token-file BERKAS.",
        "there is no terminal to type at. Sign in with a token: --token-stdin or --token-file FILE.")
    static func tokenOpenToListeners(_ url: String) -> Phrase {
        Phrase(
            "Perhatian: \(url) tidak memakai https; token dapat disadap di jaringan.",
            "Warning: \(url) does not use https; the token can be overheard on the network.")
    }
    static func signedIn(name: String, role: String, url: String) -> Phrase {
        Phrase("Masuk ke \(url) sebagai \(name) (\(role)).", "Signed in to \(url) as \(name) (\(role)).")
    }
    static func signedOut(of url: String) -> Phrase {
        let done = Phrase("Sudah keluar; token tersimpan telah dihapus.", "Signed out; the stored token is removed.")
        guard !url.isEmpty else { return done }
        return done + Phrase(" Alamat \(url) tetap tersimpan.", " The address \(url) stays stored.")
    }
    static let tokenVariableStays = Phrase(
        "Perhatian: variabel SELARAS_TOKEN masih terisi dan tetap dipakai. Hapus dengan: unset SELARAS_TOKEN",
        "Note: the variable SELARAS_TOKEN is still set and stays in use. Remove it with: unset SELARAS_TOKEN")
    static let wasNotSignedIn = Phrase("Tidak ada token tersimpan.", "No token is stored.")
    static let signInHint = Phrase(
        "Masuk terlebih dahulu dengan: selaras login (dengan token: selaras login --ask-token, atau isi SELARAS_TOKEN)",
        "Sign in first with: selaras login (with a token: selaras login --ask-token, or set SELARAS_TOKEN)")
    static let tokenAbsent = Phrase(
        "Anda belum masuk: tidak ada token untuk layanan ini, baik yang tersimpan maupun dalam SELARAS_TOKEN.",
        "you are not signed in: there is no token for this service, neither a stored one nor in SELARAS_TOKEN.")
    static let tokenRefused = Phrase(
        "layanan menolak token ini: tidak dikenal, kedaluwarsa, atau telah dicabut.",
        "the service refuses this token: it is unknown, expired or revoked.")
    static let tokenVariableRefused = Phrase(
        "Token ini berasal dari variabel SELARAS_TOKEN, yang mengalahkan selaras login. Isi variabel itu dengan token yang "
            + "berlaku, atau hapus dengan: unset SELARAS_TOKEN",
        "This token is from the variable SELARAS_TOKEN, which wins over selaras login. Put a valid token into that "
            + "variable, or remove it with: unset SELARAS_TOKEN")
    static let storedTokenRefused = Phrase(
        "Anda sudah tidak masuk: sesi atau token yang tersimpan sudah berakhir. Masuk lagi dengan: selaras login",
        "You are no longer signed in: the stored session or token has ended. Sign in again with: selaras login")
    static let givenTokenRefused = Phrase(
        "Tidak ada yang disimpan. Periksa apakah token tersalin seluruhnya, atau mintalah token baru kepada pengelola.",
        "Nothing is stored. Check whether the whole token was copied, or ask the operator for a new one.")

    // Asking first
    static let confirmationNeedsYes = Phrase(
        "perintah ini meminta persetujuan, dan tidak ada terminal untuk menanyakannya. Tambahkan --yes bila memang "
            + "dikehendaki.",
        "this command asks for consent, and there is no terminal to ask at. Add --yes if it is what you want.")
    static let notConfirmed = Phrase("dibatalkan; tidak ada yang diubah.", "cancelled; nothing is changed.")
    static func askClose(_ purpose: String, _ place: String) -> Phrase {
        Phrase(
            "Tutup \(purpose.lowercased()) \(place)? Sesudah ditutup tidak dapat diubah lagi. [y/T] ",
            "Close the \(purpose.lowercased()) of \(place)? It cannot be changed afterwards. [y/N] ")
    }
    static func askDiscard(_ purpose: String, _ place: String) -> Phrase {
        Phrase(
            "Hapus \(purpose.lowercased()) \(place) beserta semua jawabannya? [y/T] ",
            "Discard the \(purpose.lowercased()) of \(place) with all of its answers? [y/N] ")
    }
    static func askClosePlan(_ place: String) -> Phrase {
        Phrase(
            "Tutup rencana aksi \(place)? Sesudah ditutup tidak ada yang dapat diubah atau dilaporkan lagi. [y/T] ",
            "Close the action plan of \(place)? Nothing is changed or reported in it afterwards. [y/N] ")
    }
    static func askCancelIntervention(_ reference: String, _ place: String) -> Phrase {
        Phrase(
            "Batalkan intervensi \(reference) \(place)? Tidak dapat diurungkan. [y/T] ",
            "Cancel the intervention \(reference) of \(place)? It cannot be undone. [y/N] ")
    }
    static func askAssignAll(_ count: Int, _ place: String) -> Phrase {
        Phrase(
            "Tugaskan \(Language.indonesian.integer(count)) intervensi usulan \(place)? [y/T] ",
            "Assign the \(Language.english.integer(count)) proposed interventions of \(place)? [y/N] ")
    }
    static func askVerifyAll(_ count: Int, _ period: Phrase, _ place: String) -> Phrase {
        Phrase(
            "Verifikasi \(Language.indonesian.integer(count)) laporan ",
            "Verify \(Language.english.integer(count)) reports of ")
            + period + Phrase(" \(place)? [y/T] ", ", \(place)? [y/N] ")
    }
    static func askReplace(_ desa: String) -> Phrase {
        Phrase(
            "--replace mengeluarkan keluarga yang tidak ada dalam berkas. Ketik kode desa/kelurahan (\(desa)) untuk "
                + "melanjutkan: ",
            "--replace removes the families that are not in the file. Type the code of the desa/kelurahan (\(desa)) to "
                + "go on: ")
    }
}
