import Phrasing
import Planning

/// The matrix in the words of those who sign it.
extension Permission.Resource {
    var wording: Wording {
        switch self {
        case .region: Wording(id: "Wilayah", en: "Regions")
        case .framework: Wording(id: "Kerangka indikator", en: "Frameworks of indicators")
        case .agency: Wording(id: "Perangkat daerah", en: "Agencies")
        case .catalogue: Wording(id: "Katalog intervensi", en: "Catalogue of interventions")
        case .lokus: Wording(id: "Desa/kelurahan lokus", en: "Lokus")
        case .surveyRound: Wording(id: "Pendataan dan hasilnya", en: "Survey rounds and their results")
        case .surveyImport: Wording(id: "Tanda terima impor", en: "Receipts of imports")
        case .familyAnswer: Wording(id: "Jawaban keluarga", en: "Answers of families")
        case .targetFamily: Wording(id: "Keluarga sasaran menurut indikator", en: "Target families by indicator")
        case .actionPlan: Wording(id: "Rencana aksi dan target", en: "Action plans and targets")
        case .planAmendment: Wording(id: "Perubahan rencana aksi", en: "Amendments of action plans")
        case .intervention: Wording(id: "Intervensi", en: "Interventions")
        case .budgetLine: Wording(id: "Pos anggaran dan alokasi lokus", en: "Budget lines and shares of lokus")
        case .progressReport: Wording(id: "Laporan realisasi", en: "Progress reports")
        case .operation: Wording(id: "Proses latar belakang", en: "Operations in the background")
        case .event: Wording(id: "Riwayat perubahan (jejak audit)", en: "History (audit trail)")
        case .account: Wording(id: "Akun dan peran orang", en: "People's accounts and roles")
        case .openData: Wording(id: "Data terbuka", en: "Open data")
        }
    }
}

extension Permission.Action {
    var wording: Wording {
        switch self {
        case .read: Wording(id: "melihat", en: "see")
        case .create: Wording(id: "menambah", en: "add")
        case .update: Wording(id: "mengubah", en: "change")
        case .close: Wording(id: "menutup", en: "close")
        case .discard: Wording(id: "menghapus", en: "discard")
        case .assign: Wording(id: "menugaskan", en: "assign")
        case .accept: Wording(id: "menerima", en: "accept")
        case .cancel: Wording(id: "membatalkan", en: "cancel")
        case .submit: Wording(id: "mengajukan", en: "submit")
        case .agree: Wording(id: "menyepakati", en: "agree")
        case .approve: Wording(id: "menetapkan", en: "approve")
        case .start: Wording(id: "memulai", en: "start")
        case .evaluate: Wording(id: "mengevaluasi", en: "evaluate")
        case .verify: Wording(id: "memverifikasi", en: "verify")
        case .withdraw: Wording(id: "mencabut", en: "withdraw")
        case .confirm: Wording(id: "mengonfirmasi atas nama desa", en: "confirm for the village")
        case .dispute: Wording(id: "menyanggah atas nama desa", en: "dispute for the village")
        case .sendBack: Wording(id: "mengembalikan", en: "return")
        case .decline: Wording(id: "menolak", en: "decline")
        case .propose: Wording(id: "mengusulkan lagi", en: "propose again")
        case .budget: Wording(id: "menyatakan teranggarkan", en: "declare budgeted")
        case .finish: Wording(id: "menyatakan selesai", en: "declare done")
        case .delay: Wording(id: "menunda", en: "delay")
        case .resume: Wording(id: "melanjutkan kembali", en: "resume")
        case .carryOver: Wording(id: "melanjutkan ke tahun atau rencana lain", en: "carry over")
        case .import: Wording(id: "mengimpor", en: "import")
        }
    }
}
