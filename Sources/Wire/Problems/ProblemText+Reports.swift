extension ProblemText {
    static let aboutReports = [
        ProblemText(
            "report_one_per_period", "Laporan sudah ada",
            "Intervensi ini sudah mempunyai laporan untuk triwulan tersebut. Perbaiki laporan yang sudah ada."),
        ProblemText(
            "report_is_about_an_intervention_of_its_agency", "Bukan intervensi perangkat daerah ini",
            "Laporan hanya dapat dibuat untuk intervensi perangkat daerah itu sendiri. Periksa intervensinya."),
        ProblemText(
            "report_follows_the_assignment", "Triwulan sebelum penugasan",
            "Laporan dimulai dari triwulan penugasan intervensi. Periksa budget_year dan quarter."),
        ProblemText(
            "report_period_has_begun", "Triwulan belum dimulai",
            "Triwulan ini belum dimulai sehingga belum dapat dilaporkan. Periksa budget_year dan quarter."),
        ProblemText(
            "report_year_is_a_budget_year", "Tahun anggaran tidak berlaku",
            "Tahun anggaran harus di antara 2015 dan 2100. Periksa budget_year."),
        ProblemText(
            "report_quarter_is_one_of_four", "Triwulan tidak berlaku",
            "Triwulan harus 1, 2, 3, atau 4. Periksa quarter."),
        ProblemText(
            "report_nil_has_no_figures", "Laporan nihil dengan angka",
            "Laporan nihil tidak memuat angka; laporan lain memuat realisasi fisik, volume, dan keuangan ketiganya."),
        ProblemText(
            "report_percent_is_between_0_and_100", "Realisasi fisik di luar batas",
            "Realisasi fisik harus di antara 0 dan 100 persen. Periksa physical_percent."),
        ProblemText(
            "report_quantity_is_not_negative", "Volume di bawah nol",
            "Realisasi volume tidak boleh di bawah nol. Periksa quantity."),
        ProblemText(
            "report_spending_is_not_negative", "Realisasi keuangan di bawah nol",
            "Realisasi keuangan tidak boleh di bawah nol. Periksa spent_idr."),
        ProblemText(
            "report_spending_is_at_most_a_trillion", "Realisasi keuangan terlalu besar",
            "Realisasi keuangan paling banyak satu triliun rupiah. Periksa spent_idr."),
    ]
}
