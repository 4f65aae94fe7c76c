extension ProblemText {
    /// The second factor of those who have one.
    static let aboutSecondFactors = [
        ProblemText(
            "second_factor_required",
            id: "Kode faktor kedua diperlukan",
            "Surel dan kata sandi Anda benar; akun ini juga meminta kode dari aplikasi autentikasi.",
            "Sertakan kode enam angka, atau salah satu kode pemulihan, dalam second_factor_code.",
            en: "A code of the second factor is required",
            "Your e-mail and password are right; this account also asks for a code of the authenticator.",
            "Send the six digits, or one of the recovery codes, as second_factor_code."),
        ProblemText(
            "second_factor_refused",
            id: "Kode faktor kedua ditolak",
            "Kode itu tidak benar, sudah lewat waktunya, atau sudah pernah dipakai.",
            "Tunggu kode berikutnya di aplikasi autentikasi, dan periksa jam di ponsel; bila ponsel hilang, gunakan kode "
                + "pemulihan atau hubungi koordinator.",
            en: "The code is refused",
            "The code is wrong, too old, or was used before.",
            "Wait for the next code of the authenticator, and check the clock of the phone; if the phone is lost, use a "
                + "recovery code or contact the coordinator."),
        ProblemText(
            "second_factor_is_one_at_a_time",
            id: "Faktor kedua sudah aktif",
            "Akun ini sudah mempunyai faktor kedua.",
            "Untuk berganti ponsel, nonaktifkan dahulu yang ada dengan POST /api/v1/me/second-factor/disable.",
            en: "There is a second factor already",
            "This account has a second factor.",
            "Use POST /api/v1/me/second-factor/disable first where you change the phone."),
        ProblemText(
            "session_has_the_second_factor_of_its_role",
            id: "Peran ini mensyaratkan faktor kedua",
            "Peran ini hanya dapat dipakai dalam sesi yang memakai faktor kedua.",
            "Mulai dengan mengaktifkan faktor kedua (selaras second-factor enable); bila sudah aktif, masuk lagi dengan "
                + "kodenya.",
            en: "This role needs a second factor",
            "In this role one acts only in a session with a second factor.",
            "Start by enabling the second factor (selaras second-factor enable); if it is enabled, sign in again with a "
                + "code."),
    ]
}
