extension Vocabulary {
    /// What `doctor` looks at.
    static let checks: [String: Phrase] = [
        "version": Phrase("versi program", "program version"), "locale": Phrase("aksara", "character set"),
        "terminal": Phrase("terminal", "terminal"), "time-zones": Phrase("zona waktu", "time zones"),
        "configuration": Phrase("pengaturan", "settings"), "credentials": Phrase("masuk", "signing in"),
        "dns": Phrase("nama di jaringan (DNS)", "name on the network (DNS)"),
        "connect": Phrase("sambungan", "connection"), "tls": Phrase("sertifikat (TLS)", "certificate (TLS)"),
        "service": Phrase("layanan", "service"), "clock": Phrase("jam", "clock"),
        "server-version": Phrase("versi peladen", "server version"), "token": Phrase("token", "token"),
    ]
}
