/// Words for the codes of the API: the code stays what scripts see, the word is what people read.
enum Vocabulary: Sendable, CaseIterable {
    case purpose, design, roundState, interventionState, fundingSource, obligation, transition, role, level
    case agencyKind, unit, category, familyStatus, frameworkStatus

    /// The word, or the code with blanks where it is not known: the service may learn codes before this program does.
    func text(for code: String, in language: Language) -> String {
        let word =
            switch language {
            case .indonesian: indonesian[code]
            }
        if let word { return word }
        let plain = Visible.text(code.replacing("_", with: " "))
        return self == .category ? plain.prefix(1).uppercased() + plain.dropFirst() : plain
    }

    var indonesian: [String: String] {
        switch self {
        case .purpose:
            ["baseline": "Pendataan awal", "midline": "Pendataan sementara", "resurvey": "Pendataan ulang"]
        case .design:
            [
                "census": "Pendataan lengkap", "simple_random_sample": "Sampel acak sederhana",
                "cluster_sample_by_rt": "Sampel kelompok menurut RT",
                "stratified_sample_by_rt": "Sampel berstrata menurut RT",
            ]
        case .roundState: ["open": "Terbuka", "closed": "Ditutup"]
        case .interventionState: ["proposed": "Usulan", "assigned": "Ditugaskan", "accepted": "Diterima"]
        case .fundingSource:
            [
                "apbd_kabupaten": "APBD kabupaten", "apbd_provinsi": "APBD provinsi", "apbn": "APBN",
                "apbdes": "APBDes", "csr": "CSR", "baznas": "Baznas", "swadaya": "Swadaya", "other": "Lainnya",
                "none": "Non-anggaran",
            ]
        case .obligation: ["due": "Belum lapor", "overdue": "Terlambat", "reported": "Sudah lapor"]
        case .transition:
            [
                "weak_to_clear": "keluar dari merah", "clear_to_weak": "masuk merah", "stayed_weak": "tetap merah",
                "stayed_clear": "tetap",
            ]
        case .role:
            [
                "coordinator": "Koordinator", "lead": "Perangkat daerah pengampu", "agency": "Perangkat daerah",
                "village": "Desa/Kelurahan", "viewer": "Pembaca", "province": "Provinsi",
            ]
        case .level:
            [
                "provinsi": "Provinsi", "kabupaten": "Kabupaten", "kota": "Kota", "kecamatan": "Kecamatan",
                "desa": "Desa", "kelurahan": "Kelurahan",
            ]
        case .agencyKind:
            [
                "opd": "SKPD", "unit": "Unit pelaksana", "vertical": "Instansi vertikal", "partner": "Mitra",
                "village": "Pemerintah desa", "private": "Dunia usaha",
            ]
        case .unit: ["family": "keluarga", "person": "orang"]
        case .category: [:]
        case .familyStatus:
            [
                "complete": "Lengkap", "partial": "Sebagian", "no_respondent": "Tidak ada responden",
                "refused": "Menolak", "moved": "Pindah",
            ]
        case .frameworkStatus:
            ["official": "Resmi", "working": "Sementara"]
        }
    }

    /// The visits' outcomes in the order of their codes 1 to 5.
    static let familyStatuses = ["complete", "partial", "no_respondent", "refused", "moved"]
}
