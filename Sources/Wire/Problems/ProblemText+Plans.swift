extension ProblemText {
    static let aboutPlans = [
        ProblemText(
            "plan_needs_a_baseline",
            id: "Pendataan awal belum ada",
            "Rencana aksi disusun dari hasil pendataan awal lokus.",
            "Impor pendataan awal lebih dahulu.",
            en: "No baseline yet",
            "An action plan is made from the results of the baseline survey.",
            "Import the baseline first."),
        ProblemText(
            "plan_once_per_lokus",
            id: "Rencana aksi sudah ada",
            "Lokus ini sudah mempunyai rencana aksi.",
            "Lengkapi rencana aksi yang sudah ada.",
            en: "Action plan already exists",
            "This lokus already has an action plan.",
            "Complete the existing plan."),
        ProblemText(
            "plan_belongs_to_a_lokus",
            id: "Lokus tidak ditemukan",
            "Rencana aksi harus milik lokus yang terdaftar.",
            "Periksa lokus_id.",
            en: "Lokus not found",
            "An action plan must belong to a registered lokus.",
            "Check lokus_id."),
        ProblemText(
            "plan_belongs_to_one_lokus",
            id: "Rencana aksi milik lokus lain",
            "Rencana aksi ini sudah tercatat pada satu lokus dan tidak dapat dipindahkan.",
            "Buat rencana aksi baru untuk lokus yang dimaksud.",
            en: "Plan belongs to another lokus",
            "This plan is recorded for one lokus and cannot be moved.",
            "Create a new plan for the lokus that you mean."),
        ProblemText(
            "plan_framework_is_imported",
            id: "Kerangka indikator tidak ditemukan",
            "Kerangka indikator rencana aksi tidak ada.",
            "Hubungi pengelola.",
            en: "Indicator framework not found",
            "The indicator framework of the plan does not exist.",
            "Contact the administrator."),
        ProblemText(
            "plan_title_is_not_blank",
            id: "Judul kosong",
            "Judul rencana aksi tidak boleh kosong.",
            "Isi title.",
            en: "Title is empty",
            "The title of an action plan must not be empty.",
            "Fill in title."),
    ]
}
