internal import Phrasing
internal import Wire

/// Words for the codes of the API: the code stays what scripts see, the word is what people read.
enum Vocabulary: Sendable, CaseIterable {
    case purpose, design, roundState, planState, interventionState, reportState, villageWord, fundingSource,
        budgetStage, obligation,
        transition, role, level
    case agencyKind, unit, category, familyStatus, frameworkStatus, verdict
    case operationKind, operationState, eventAction, lineChange
    case changeVerdict, changeReason, certainty, reliability, obstacle, order, actingLevel
    case amendmentState, amendmentLine, termsMember
    case matchCertainty, tableOrigin, tableLayout, severity, planFinding
    case basis, aggregation, computedFrom, deed, holdingState, check, grade

    /// The word, or the code with blanks where it is not known: the service may learn codes before this program does.
    func text(for code: String, in language: Language) -> String {
        if let phrase = phrases[code] { return phrase.text(in: language) }
        let plain = Visible.text(code.replacing("_", with: " "))
        return self == .category ? plain.prefix(1).uppercased() + plain.dropFirst() : plain
    }

    /// The word in both languages.
    func phrase(for code: String) -> Phrase {
        Phrase(text(for: code, in: .indonesian), text(for: code, in: .english))
    }

    var phrases: [String: Phrase] {
        switch self {
        case .purpose:
            [
                "baseline": Phrase("Pendataan awal", "Baseline"), "midline": Phrase("Pendataan sementara", "Midline"),
                "resurvey": Phrase("Pendataan ulang", "Re-survey"),
            ]
        case .design:
            [
                "census": Phrase("Pendataan lengkap", "Census"),
                "simple_random_sample": Phrase("Sampel acak sederhana", "Simple random sample"),
                "cluster_sample_by_rt": Phrase("Sampel kelompok menurut RT", "Cluster sample by RT"),
                "stratified_sample_by_rt": Phrase("Sampel berstrata menurut RT", "Stratified sample by RT"),
            ]
        case .basis:
            [
                "families": Phrase("Jawaban keluarga", "Answers of families"),
                "totals": Phrase("Jumlah yang diumumkan, tanpa data keluarga", "Announced totals, without families"),
                "values": Phrase("Nilai yang diumumkan, tanpa data keluarga", "Announced values, without families"),
            ]
        case .check: Self.checks
        case .grade:
            [
                "very_high": Phrase("Sangat tinggi", "Very high"), "high": Phrase("Tinggi", "High"),
                "medium": Phrase("Sedang", "Medium"), "low": Phrase("Rendah", "Low"),
                "very_low": Phrase("Sangat rendah", "Very low"),
            ]
        case .planFinding: Self.planFindings
        case .aggregation:
            [
                "mean_of_dimensions": Phrase("Rata-rata dimensi", "Mean of dimensions"),
                "mean_of_indicators": Phrase("Rata-rata indikator", "Mean of indicators"),
                "weighted": Phrase("Rata-rata tertimbang", "Weighted mean"),
            ]
        case .holdingState:
            [
                "current": Phrase("Berlaku", "Current"), "coming": Phrase("Belum mulai", "Not begun"),
                "past": Phrase("Lewat", "Past"), "ended": Phrase("Diakhiri", "Ended"),
                "disabled": Phrase("Akun nonaktif", "Account disabled"),
            ]
        case .computedFrom:
            [
                "answers": Phrase("Pendataan", "Survey"), "indicators": Phrase("Indikator", "Indicators"),
                "dimensions": Phrase("Dimensi yang diumumkan", "Announced dimensions"),
            ]
        case .roundState: ["open": Phrase("Terbuka", "Open"), "closed": Phrase("Ditutup", "Closed")]
        case .planState: PlanningWords.planState
        case .amendmentState: Self.amendmentStates
        case .amendmentLine: Self.amendmentLines
        case .termsMember: Self.termsMembers
        case .interventionState: PlanningWords.interventionState
        case .fundingSource: PlanningWords.fundingSource
        case .budgetStage:
            [
                "murni": Phrase("Murni", "Original"), "pergeseran": Phrase("Pergeseran", "Shifted"),
                "perubahan": Phrase("Perubahan", "Amended"),
            ]
        case .reportState: Self.reportStates
        case .villageWord: Self.villageWords
        case .obligation:
            [
                "due": Phrase("Belum lapor", "Not reported"), "overdue": Phrase("Terlambat", "Overdue"),
                "reported": Phrase("Sudah lapor", "Reported"),
            ]
        case .transition:
            [
                "weak_to_clear": Phrase("keluar dari merah", "no longer weak"),
                "clear_to_weak": Phrase("masuk merah", "became weak"),
                "stayed_weak": Phrase("tetap merah", "still weak"),
                "stayed_clear": Phrase("tetap", "not weak"),
            ]
        case .deed:
            [
                "update": Phrase("mengubah", "change"), "close": Phrase("menutup", "close"),
                "discard": Phrase("menghapus", "discard"),
                "assign": Phrase("menugaskan", "assign"), "accept": Phrase("menerima", "accept"),
                "report": Phrase("melaporkan", "report"), "submit": Phrase("mengajukan", "submit"),
                "agree": Phrase("menyepakati", "agree"), "approve": Phrase("menetapkan", "approve"),
                "verify": Phrase("memverifikasi", "verify"), "confirm": Phrase("mengonfirmasi", "confirm"),
                "dispute": Phrase("menyanggah", "dispute"),
                "start": Phrase("memulai", "start"), "evaluate": Phrase("mengevaluasi", "evaluate"),
                "return": Phrase("mengembalikan", "return"), "decline": Phrase("menolak", "decline"),
                "propose": Phrase("mengusulkan lagi", "propose again"),
                "budget": Phrase("menganggarkan", "budget"), "finish": Phrase("menyelesaikan", "finish"),
                "delay": Phrase("menunda", "delay"), "resume": Phrase("melanjutkan kembali", "resume"),
                "cancel": Phrase("membatalkan", "cancel"),
                "carry_over": Phrase("melanjutkan ke tahun atau rencana lain", "carry over"),
                "import_survey": Phrase("mengimpor pendataan", "import a survey"),
                "withdraw": Phrase("mencabut", "withdraw"),
                "create_amendment": Phrase("menyusun perubahan", "begin an amendment"),
                "create_plan": Phrase("menyusun rencana", "make a plan"),
                "create_intervention": Phrase("mengusulkan intervensi", "propose an intervention"),
                "import_interventions": Phrase("mengimpor intervensi", "import interventions"),
            ]
        case .role:
            [
                "coordinator": Phrase("Koordinator", "Coordinator"),
                "lead": Phrase("Perangkat daerah pengampu", "Lead office"),
                "leadership": Phrase("Pimpinan daerah", "Leadership"),
                "agency": Phrase("Perangkat daerah", "Agency"),
                "reporter": Phrase("Pelapor perangkat daerah", "Reporter of an agency"),
                "village": Phrase("Desa/Kelurahan", "Desa/Kelurahan"), "subdistrict": Phrase("Camat", "Camat"),
                "viewer": Phrase("Pembaca", "Viewer"), "auditor": Phrase("Pemeriksa", "Auditor"),
                "province": Phrase("Provinsi", "Province"),
                "provincial_agency": Phrase("Perangkat daerah provinsi", "Office of the province"),
                "administrator": Phrase("Pengelola provinsi", "Administrator of the province"),
            ]
        case .level:
            [
                "provinsi": Phrase("Provinsi", "Province"), "kabupaten": Phrase("Kabupaten", "Kabupaten"),
                "kota": Phrase("Kota", "Kota"), "kecamatan": Phrase("Kecamatan", "Kecamatan"),
                "desa": Phrase("Desa", "Desa"), "kelurahan": Phrase("Kelurahan", "Kelurahan"),
            ]
        case .agencyKind:
            [
                "opd": Phrase("SKPD", "Local office"), "unit": Phrase("Unit pelaksana", "Technical unit"),
                "vertical": Phrase("Instansi vertikal", "Vertical office"),
                "provincial": Phrase("Perangkat daerah provinsi", "Office of the province"),
                "partner": Phrase("Mitra", "Partner"),
                "village": Phrase("Pemerintah desa", "Village government"),
                "private": Phrase("Dunia usaha", "Business"),
            ]
        case .unit: ["family": Phrase("keluarga", "families"), "person": Phrase("orang", "people")]
        case .matchCertainty:
            [
                "certain": Phrase("pasti", "certain"), "likely": Phrase("mungkin", "likely"),
                "guess": Phrase("dugaan", "a guess"),
            ]
        case .tableOrigin:
            [
                "survey_file": Phrase("Berkas pendataan", "Survey file"),
                "kobotoolbox": Phrase("Ekspor KoboToolbox", "Export of KoboToolbox"),
                "odk": Phrase("Ekspor ODK", "Export of ODK"),
                "repeated_group": Phrase(
                    "Lembar kelompok berulang (satu baris per orang)", "Sheet of a repeated group (a row a person)"),
                "other": Phrase("Tabel lain", "Another table"),
            ]
        case .tableLayout:
            [
                "wide": Phrase("Satu baris per keluarga", "A row a family"),
                "long": Phrase("Satu baris per jawaban", "A row an answer"),
            ]
        case .actingLevel:
            [
                "national": Phrase("Pusat", "National"), "province": Phrase("Provinsi", "Province"),
                "kabupaten": Phrase("Kabupaten/kota", "Kabupaten/kota"), "village": Phrase("Desa", "Village"),
                "business": Phrase("Dunia usaha", "Business"), "other": Phrase("Lainnya", "Other"),
            ]
        case .category: [:]
        case .familyStatus:
            [
                "complete": Phrase("Lengkap", "Complete"), "partial": Phrase("Sebagian", "Partial"),
                "no_respondent": Phrase("Tidak ada responden", "No respondent"),
                "refused": Phrase("Menolak", "Refused"), "moved": Phrase("Pindah", "Moved"),
            ]
        case .operationKind:
            [
                "survey_import": Phrase("Impor berkas pendataan", "Import of a survey file"),
                "survey_close": Phrase("Penutupan pendataan", "Closing of a survey"),
            ]
        case .operationState:
            [
                "queued": Phrase("Menunggu giliran", "Queued"), "running": Phrase("Berjalan", "Running"),
                "succeeded": Phrase("Berhasil", "Succeeded"), "failed": Phrase("Gagal", "Failed"),
                "cancelled": Phrase("Dibatalkan", "Cancelled"),
            ]
        case .eventAction:
            [
                "insert": Phrase("Dibuat", "Made"), "update": Phrase("Diubah", "Changed"),
                "delete": Phrase("Dihapus", "Deleted"), "denied": Phrase("Ditolak", "Refused"),
                "discard": Phrase("Pendataan dihapus", "Survey discarded"),
                "erase": Phrase("Data pribadi dihapus", "Personal data erased"),
                "export": Phrase("Diunduh", "Exported"), "import": Phrase("Diimpor", "Imported"),
                "sign_in": Phrase("Masuk", "Signed in"), "sign_in_failed": Phrase("Gagal masuk", "Failed to sign in"),
                "sign_out": Phrase("Keluar", "Signed out"),
                "sensitive_read": Phrase("Data peka dibaca", "Sensitive data read"),
            ]
        case .lineChange:
            [
                "added": Phrase("Ditambah", "Added"), "removed": Phrase("Dikeluarkan", "Removed"),
                "changed": Phrase("Diubah", "Changed"),
            ]
        case .verdict:
            ["ok": Phrase("baik", "ok"), "warn": Phrase("perhatikan", "warning"), "fail": Phrase("GAGAL", "FAIL")]
        case .changeVerdict:
            [
                "improved": Phrase("Membaik", "Improved"), "worsened": Phrase("Memburuk", "Worsened"),
                "cannot_tell": Phrase("Belum dapat disimpulkan", "Cannot tell"),
                "not_comparable": Phrase("Tidak dapat dibandingkan", "Not comparable"),
            ]
        case .changeReason:
            [
                "no_eligible_before": Phrase("tidak berlaku pada awalnya", "nobody eligible before"),
                "no_eligible_after": Phrase("tidak berlaku pada akhirnya", "nobody eligible after"),
                "no_eligible_in_either": Phrase("tidak berlaku", "nobody eligible"),
                "fewer_than_two_families": Phrase("kurang dari dua keluarga", "fewer than two families"),
                "fewer_than_two_clusters": Phrase("kurang dari dua RT", "fewer than two RTs"),
                "totals_within_families": Phrase("hanya diketahui jumlahnya", "only totals are known"),
                "not_published": Phrase("tidak diumumkan", "not announced"),
                "values_only": Phrase("hanya diketahui nilainya", "only values are known"),
                "too_few": Phrase("terlalu sedikit", "too few"),
            ]
        case .certainty:
            [
                "certainly_weak": Phrase("Pasti merah", "Certainly weak"),
                "certainly_not_weak": Phrase("Pasti tidak merah", "Certainly not weak"),
                "undecided": Phrase("Di sekitar batas", "Near the line"),
                "too_few": Phrase("Terlalu sedikit", "Too few"),
            ]
        case .order:
            [
                "certain": Phrase("yang pasti lebih dahulu", "what is certain first"),
                "ikk": Phrase("IKK akhir", "the later index"), "change": Phrase("perubahan IKK", "its change"),
            ]
        case .obstacle:
            [
                "before_missing": Phrase("Kondisi awal belum ada", "No earlier survey"),
                "after_missing": Phrase("Kondisi akhir belum ada", "No later survey"),
                "both_missing": Phrase("Belum didata", "Not surveyed"),
                "different_frameworks": Phrase("Kerangka berbeda", "Different frameworks"),
                "no_evidence": Phrase("Keragaman belum dihitung", "Not computed yet"),
            ]
        case .reliability:
            [
                "accurate": Phrase("akurat", "accurate"), "use_with_care": Phrase("hati-hati", "use with care"),
                "not_reliable": Phrase("tidak andal", "not reliable"),
            ]
        case .severity: ["serious": Phrase("Serius", "Serious"), "warning": Phrase("Perhatikan", "Warning")]
        case .frameworkStatus:
            ["official": Phrase("Resmi", "Official"), "working": Phrase("Sementara", "Working")]
        }
    }

    /// The visits' outcomes in the order of their codes 1 to 5.
    static let familyStatuses = ["complete", "partial", "no_respondent", "refused", "moved"]
}
