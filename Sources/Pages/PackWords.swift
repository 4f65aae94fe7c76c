internal import Phrasing
internal import Planning

/// What the papers of a rakor say beside the facts, by the names by which the templates ask for it.
enum PackWords {
    static func all(in language: Language) -> [String: String] { words.mapValues { $0[language] } }

    static let words: [String: Wording] = headings.merging(columns) { $1 }.merging(sentences) { $1 }

    private static let headings = [
        "packTitle": Wording(id: "Bahan Rapat Koordinasi", en: "Papers of the Coordination Meeting"),
        "dimensions": Wording(id: "Dimensi", en: "Dimensions"),
        "money": Wording(id: "Anggaran Menurut Sumber Dana", en: "Money by Funding Source"),
        "weak": Wording(id: "Indikator Merah", en: "Weak Indicators"),
        "agencies": Wording(id: "Perangkat Daerah dalam Rencana", en: "Agencies of the Plan"),
        "findings": Wording(id: "Yang Masih Perlu Diperhatikan", en: "What Still Needs Attention"),
        "dutyWeak": Wording(id: "Indikator Merah Menurut Tugas", en: "Weak Indicators by Duty"),
        "promised": Wording(id: "Intervensi", en: "Interventions"),
        "due": Wording(id: "Yang Harus Dilaporkan", en: "What Is to Be Reported"),
        "matrix": Wording(id: "Matriks Intervensi", en: "Intervention Matrix"),
        "wishes": Wording(
            id: "Usulan untuk APBD-P, Renja, dan RKPDes", en: "Proposals for the Amended Budget and Next Work Plans"),
        "attendance": Wording(id: "Daftar Hadir", en: "Attendance"),
        "minutes": Wording(id: "Notulen dan Berita Acara Kesepakatan", en: "Minutes and Agreed Record"),
        "participants": Wording(id: "Peserta", en: "Participants"),
        "minutesText": Wording(id: "Notulen", en: "Minutes"),
        "agreed": Wording(id: "Kesepakatan", en: "Agreement"),
    ]

    private static let columns = [
        "number": Wording(id: "No", en: "No"), "code": Wording(id: "Kode", en: "Code"),
        "dimension": Wording(id: "Dimensi", en: "Dimension"), "indicator": Wording(id: "Indikator", en: "Indicator"),
        "indicators": Wording(id: "Indikator", en: "Indicators"), "value": Wording(id: "Nilai (%)", en: "Value (%)"),
        "needed": Wording(id: "Kekurangan", en: "Needed"), "target": Wording(id: "Target (%)", en: "Target (%)"),
        "interventions": Wording(id: "Intervensi", en: "Interventions"),
        "intervention": Wording(id: "Intervensi", en: "Intervention"),
        "reference": Wording(id: "Rujukan", en: "Reference"), "agency": Wording(id: "Perangkat daerah", en: "Agency"),
        "source": Wording(id: "Sumber dana", en: "Source"), "budgetIDR": Wording(id: "Pagu (Rp)", en: "Budget (Rp)"),
        "onLinesIDR": Wording(id: "Pada pos anggaran (Rp)", en: "On budget lines (Rp)"),
        "spentIDR": Wording(id: "Realisasi (Rp)", en: "Spent (Rp)"),
        "amountIDR": Wording(id: "Alokasi lokus (Rp)", en: "Share (Rp)"),
        "missingIDR": Wording(id: "Kebutuhan (Rp)", en: "Needed (Rp)"), "total": Wording(id: "Jumlah", en: "Total"),
        "subActivity": Wording(id: "Sub Kegiatan", en: "Sub-activity"), "volume": Wording(id: "Volume", en: "Quantity"),
        "schedule": Wording(id: "Jadwal", en: "Schedule"), "state": Wording(id: "Keadaan", en: "State"),
        "realised": Wording(id: "Realisasi", en: "Realised"), "physical": Wording(id: "Fisik (%)", en: "Physical (%)"),
        "obstaclesAndFollowUp": Wording(id: "Faktor penghambat; tindak lanjut", en: "Obstacles; follow-up"),
        "period": Wording(id: "Periode", en: "Period"), "dueOn": Wording(id: "Batas waktu", en: "Due"),
        "budgetLine": Wording(id: "Pos anggaran", en: "Budget line"),
        "budgetYear": Wording(id: "TA", en: "FY"), "document": Wording(id: "Dokumen", en: "Document"),
        "personName": Wording(id: "Nama", en: "Name"), "position": Wording(id: "Jabatan", en: "Position"),
        "signature": Wording(id: "Tanda tangan", en: "Signature"),
        "meetingDay": Wording(id: "Tanggal rakor", en: "Meeting on"),
        "meetingPlace": Wording(id: "Tempat", en: "Place"),
        "agreedOn": Wording(id: "Rencana disepakati", en: "Plan agreed on"),
    ]

    private static let sentences = [
        "weakMark": Wording(id: "MERAH", en: "WEAK"),
        "openBaseline": Wording(
            id: "Pendataan awal belum ditutup; nilainya belum diketahui.",
            en: "The baseline is not closed; nothing is known of values yet."),
        "noWeak": Wording(
            id: "Tidak ada indikator yang diketahui merah.", en: "No indicator is known to be weak."),
        "noDutyWeak": Wording(
            id: "Tidak ada indikator merah menurut tugasnya.", en: "None by its duty."),
        "noInterventions": Wording(id: "Belum ada intervensi.", en: "There are no interventions yet."),
        "noIntervention": Wording(id: "Belum ada intervensi", en: "No intervention"),
        "noPromised": Wording(
            id: "Belum mengusulkan atau menerima intervensi.", en: "Nothing proposed or accepted yet."),
        "noFindings": Wording(
            id: "Tidak ada temuan pada yang diperiksa.", en: "Nothing was found in what was looked at."),
        "noDue": Wording(id: "Tidak ada laporan yang ditunggu.", en: "No report is awaited."),
        "dueNotTold": Wording(
            id: "Tidak ditampilkan kepada pembaca ini.", en: "Not shown to this reader."),
        "noMoney": Wording(id: "Belum ada anggaran.", en: "No money yet."),
        "noWishes": Wording(
            id: "Tidak ada intervensi yang belum dianggarkan.", en: "Every intervention is budgeted."),
        "wishesNote": Wording(
            id: "Intervensi yang belum memiliki pagu, atau yang pagunya belum masuk pos anggaran dan belum dinyatakan "
                + "teranggarkan. Dokumennya menurut sumber dana, penanggung jawab, dan tahun mulainya.",
            en:
                "Interventions without money, or whose money is on no budget line and which nobody called budgeted. The "
                + "document follows from the source, who is responsible, and the year in which they begin."),
        "onceNote": Wording(
            id:
                "Intervensi yang menyasar beberapa indikator memuat volume dan rupiahnya sekali, pada baris pertamanya.",
            en: "An intervention on several indicators has its quantity and rupiah once, in its first row."),
    ]
}

extension PackWords {
    // What has facts within it.
    static func lokus(_ name: String, _ code: String, _ year: Int) -> Wording {
        Wording(id: "\(name) (\(code)), lokus tahun \(year)", en: "\(name) (\(code)), lokus of \(year)")
    }
    static func asOf(_ id: String) -> Wording { Wording(id: "Posisi per \(id)", en: "As of \(id)") }
    static let none = Wording(id: "–", en: "–")
    static let notRecorded = Wording(id: "belum tercatat", en: "not on record")
    static let decreePending = Wording(id: "belum terbit", en: "not issued yet")
    static let notDeclared = Wording(id: "belum ditetapkan", en: "not declared")
    static let decree = Wording(id: "SK penetapan lokus", en: "Decree")
    static let baseline = Wording(id: "Pendataan awal", en: "Baseline")
    static let index = Wording(id: "Indeks Kualitas Keluarga (IKK)", en: "Family quality index (IKK)")
    static let targetIndex = Wording(id: "Target IKK", en: "Target of the index")
    static let interventions = Wording(id: "Intervensi", en: "Interventions")
    static let meeting = Wording(id: "Rapat koordinasi", en: "Coordination meeting")
    static func counted(_ families: String, _ day: String?) -> Wording {
        Wording(
            id: "\(families) keluarga dihitung" + (day.map { ", ditutup \($0)" } ?? ", belum ditutup"),
            en: "\(families) families counted" + (day.map { ", closed on \($0)" } ?? ", not closed"))
    }
    /// Of a round whose families are not known.
    static func survey(isKnown: Bool, _ closed: String?) -> Wording {
        guard isKnown else { return notRecorded }
        return closed.map { Wording(id: "ditutup \($0), tanpa data keluarga", en: "closed on \($0), without families") }
            ?? Wording(id: "belum ditutup", en: "not closed yet")
    }
    static func weakWithout(_ indicators: String) -> Wording {
        Wording(
            id: "Merah tanpa intervensi, yang paling berarti bagi IKK lebih dahulu: \(indicators)",
            en: "Weak without an intervention, what means most to the index first: \(indicators)")
    }
    static let overdueNotTold = Wording(
        id: "Laporan yang terlambat atau disanggah desa/kelurahan tidak ditampilkan kepada pembaca ini.",
        en: "Reports that are overdue or disputed by the village are not shown to this reader.")
    static func interventionCounts(_ all: String, _ accepted: String) -> Wording {
        Wording(id: "\(all), \(accepted) diterima", en: "\(all), \(accepted) accepted")
    }
    static func spent(_ money: String, of said: String, _ reporting: String) -> Wording {
        Wording(
            id:
                "Realisasi keuangan terverifikasi \(money), dilaporkan \(said); \(reporting) intervensi sudah lapor.",
            en: "\(money) spent and verified, \(said) reported; \(reporting) interventions have reported.")
    }
    static func families(_ count: String) -> Wording { Wording(id: "\(count) keluarga", en: "\(count) families") }
    static func persons(_ count: String) -> Wording { Wording(id: "\(count) orang", en: "\(count) persons") }
    static func points(_ count: String) -> Wording { Wording(id: "\(count) poin", en: "\(count) points") }
    static func progress(_ percent: String, _ quantity: String, _ money: String, _ period: String) -> Wording {
        Wording(
            id: "Fisik \(percent) %, \(quantity), \(money) (s.d. \(period))",
            en: "\(percent)% physical, \(quantity), \(money) (until \(period))")
    }
    static func unverified(_ progress: String) -> Wording {
        Wording(id: "Belum diverifikasi: \(progress)", en: "Not verified: \(progress)")
    }
    static let notReported = Wording(id: "Belum lapor", en: "Not reported")
    static func overdue(_ days: String) -> Wording {
        Wording(id: "Terlambat \(days) hari", en: "\(days) days overdue")
    }
    static func sameAs(_ number: Int) -> Wording { Wording(id: "lihat no. \(number)", en: "see no. \(number)") }
    static func baselineLine(_ day: String) -> Wording {
        Wording(id: "Nilai menurut pendataan awal, ditutup \(day)", en: "Values by the baseline, closed on \(day)")
    }
    static let withoutIndicator = Wording(id: "Tanpa indikator", en: "Without an indicator")
    static func document(_ document: BudgetWish.Document) -> Wording {
        switch document {
        case .amendedBudget(let year): Wording(id: "APBD-P \(year)", en: "Amended budget (APBD-P) \(year)")
        case .workPlan(let year): Wording(id: "Renja \(year)", en: "Work plan (Renja) \(year)")
        case .villageWorkPlan(let year): Wording(id: "RKPDes \(year)", en: "Village work plan (RKPDes) \(year)")
        }
    }
    static let toBeReckoned = Wording(id: "belum dihitung", en: "not reckoned")
    static func agreement(_ count: String, _ money: String) -> Wording {
        Wording(
            id: "Rencana aksi dengan \(count) intervensi dan pagu \(money), dengan catatan:",
            en: "The plan with \(count) interventions and a budget of \(money), with these remarks:")
    }
    static func coordinator(_ office: String) -> Wording {
        Wording(id: "Koordinator (\(office))", en: "Coordinator (\(office))")
    }
    static func headOfVillage(_ name: String, isDesa: Bool) -> Wording {
        Wording(
            id: isDesa ? "Kepala Desa \(name)" : "Lurah \(name)",
            en: isDesa ? "Head of Desa \(name)" : "Head of Kelurahan \(name)")
    }
}
