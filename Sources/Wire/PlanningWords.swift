package import Phrasing

/// What people read for the codes of plans, the same on every screen and page.
package enum PlanningWords {
    package static let planState = [
        "draft": Wording(id: "Rancangan", en: "Draft"), "submitted": Wording(id: "Diajukan", en: "Submitted"),
        "agreed": Wording(id: "Disepakati", en: "Agreed"), "approved": Wording(id: "Ditetapkan", en: "Approved"),
        "running": Wording(id: "Berjalan", en: "Running"), "evaluated": Wording(id: "Dievaluasi", en: "Evaluated"),
        "closed": Wording(id: "Ditutup", en: "Closed"), "returned": Wording(id: "Dikembalikan", en: "Returned"),
    ]

    package static let interventionState = [
        "proposed": Wording(id: "Usulan", en: "Proposed"), "assigned": Wording(id: "Ditugaskan", en: "Assigned"),
        "declined": Wording(id: "Ditolak", en: "Declined"), "accepted": Wording(id: "Diterima", en: "Accepted"),
        "budgeted": Wording(id: "Teranggarkan", en: "Budgeted"), "running": Wording(id: "Berjalan", en: "Running"),
        "delayed": Wording(id: "Tertunda", en: "Delayed"), "done": Wording(id: "Selesai", en: "Done"),
        "cancelled": Wording(id: "Batal", en: "Cancelled"),
        "carried_over": Wording(id: "Dilanjutkan", en: "Carried over"),
    ]

    package static let fundingSource = [
        "apbd_kabupaten": Wording(id: "APBD kabupaten", en: "Kabupaten budget (APBD)"),
        "apbd_provinsi": Wording(id: "APBD provinsi", en: "Province budget (APBD)"),
        "apbn": Wording(id: "APBN", en: "State budget (APBN)"),
        "apbdes": Wording(id: "APBDes", en: "Village budget (APBDes)"), "csr": Wording(id: "CSR", en: "CSR"),
        "baznas": Wording(id: "Baznas", en: "Baznas"), "swadaya": Wording(id: "Swadaya", en: "Self-help"),
        "other": Wording(id: "Lainnya", en: "Other"), "none": Wording(id: "Non-anggaran", en: "None"),
    ]
}
