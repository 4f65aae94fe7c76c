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

    static let reportStates: [String: Phrase] = [
        "draft": Phrase("rancangan", "draft"),
        "submitted": Phrase("menunggu verifikasi", "to be verified"),
        "verified": Phrase("terverifikasi", "verified"),
        "returned": Phrase("dikembalikan", "sent back"),
    ]

    static let villageWords: [String: Phrase] = [
        "confirmed": Phrase("dikonfirmasi desa", "confirmed"), "disputed": Phrase("disanggah desa", "disputed"),
    ]

    /// What a plan may lack.
    static let planFindings: [String: Phrase] = [
        "weak_without_intervention": Phrase("Merah tanpa intervensi", "Weak without intervention"),
        "weak_without_accepted_intervention": Phrase("Merah, belum diterima", "Weak, none accepted"),
        "budget_line_overdrawn": Phrase("Alokasi di atas pagu", "Above the ceiling"),
        "report_disputed": Phrase("Laporan disanggah desa", "Report disputed"),
        "reports_overdue": Phrase("Laporan terlambat", "Reports overdue"),
        "intervention_on_clear_indicator": Phrase("Sasaran tidak merah", "Aims at nothing weak"),
        "indicator_without_value": Phrase("Indikator tanpa nilai", "Indicator without value"),
        "same_indicator_two_budgets": Phrase("Indikasi tumpang tindih", "Possible overlap"),
    ]
}
