extension ProblemText {
    static let aboutPlans = [
        ProblemText(
            "plan_needs_a_baseline", "Pendataan awal belum ada",
            "Rencana aksi disusun dari hasil pendataan awal lokus. Impor pendataan awal lebih dahulu."),
        ProblemText(
            "plan_once_per_lokus", "Rencana aksi sudah ada",
            "Lokus ini sudah mempunyai rencana aksi. Lengkapi rencana aksi yang sudah ada."),
        ProblemText(
            "plan_belongs_to_a_lokus", "Lokus tidak ditemukan",
            "Rencana aksi harus milik lokus yang terdaftar. Periksa lokus_id."),
        ProblemText(
            "plan_belongs_to_one_lokus", "Rencana aksi milik lokus lain",
            "Rencana aksi ini sudah tercatat pada satu lokus dan tidak dapat dipindahkan."),
        ProblemText(
            "plan_framework_is_imported", "Kerangka indikator tidak ditemukan",
            "Kerangka indikator rencana aksi tidak ada. Hubungi pengelola."),
        ProblemText(
            "plan_title_is_not_blank", "Judul kosong",
            "Judul rencana aksi tidak boleh kosong. Isi title."),
        ProblemText(
            "intervention_belongs_to_a_plan", "Rencana aksi tidak ditemukan",
            "Intervensi harus milik rencana aksi yang ada. Susun rencana aksinya lebih dahulu."),
        ProblemText(
            "intervention_agency_is_of_the_kabupaten", "Perangkat daerah tidak dikenal",
            "Perangkat daerah ini tidak terdaftar di kabupaten/kota tersebut. Pilih kode dari daftar perangkat daerah."),
        ProblemText(
            "intervention_kind_is_in_the_catalogue", "Jenis intervensi tidak dikenal",
            "Kode ini tidak ada dalam katalog intervensi. Pilih dari katalog atau kosongkan catalogue_code."),
        ProblemText(
            "intervention_aims_at_indicators_of_the_framework", "Indikator tidak dikenal",
            "Ada indikator yang tidak termasuk kerangka indikator rencana aksi ini. Periksa indicators."),
        ProblemText(
            "intervention_reference_is_unique_in_its_plan", "Nomor intervensi sudah dipakai",
            "Nomor ini sudah dipakai intervensi lain dalam rencana aksi yang sama. Gunakan nomor lain."),
        ProblemText(
            "intervention_belongs_to_one_agency_and_lokus", "Intervensi sudah ditetapkan",
            "Intervensi yang sudah mempunyai laporan tidak dapat dipindahkan ke perangkat daerah lain."),
        ProblemText(
            "intervention_reference_is_not_blank", "Nomor intervensi kosong",
            "Nomor intervensi tidak boleh kosong. Isi reference."),
        ProblemText(
            "intervention_title_is_not_blank", "Nama intervensi kosong",
            "Nama intervensi tidak boleh kosong. Isi title."),
        ProblemText(
            "intervention_unit_is_not_blank", "Satuan kosong",
            "Satuan volume tidak boleh kosong. Isi unit, misalnya unit, kg, atau keluarga."),
        ProblemText(
            "intervention_target_is_not_negative", "Target di bawah nol",
            "Volume target tidak boleh di bawah nol. Periksa target_quantity."),
        ProblemText(
            "intervention_ends_after_it_starts", "Tanggal intervensi terbalik",
            "Tanggal selesai mendahului tanggal mulai. Periksa starts_on dan ends_on."),
        ProblemText(
            "intervention_follows_its_transitions", "Tahap intervensi tidak sesuai",
            "Intervensi hanya ditugaskan dari usulan dan hanya diterima setelah ditugaskan, oleh yang berwenang. "
                + "Periksa keadaannya yang terkini."),
        ProblemText(
            "intervention_agency_is_settled_by_assignment", "Perangkat daerah sudah ditugaskan",
            "Perangkat daerah hanya dapat diganti selama intervensi masih usulan. Buat intervensi baru bila "
                + "pelaksananya berganti."),
        ProblemText(
            "intervention_import_changes_only_what_is_proposed", "Intervensi sudah ditugaskan",
            "Berkas mengubah intervensi yang sudah ditugaskan, sehingga tidak ada yang disimpan. Samakan barisnya "
                + "dengan data terkini, atau ubah intervensi itu satu per satu."),
        ProblemText(
            "intervention_is_not_assigned_in_the_future", "Tanggal penugasan belum tiba",
            "Tanggal penugasan tidak boleh sesudah hari ini. Periksa assigned_on."),
        ProblemText(
            "intervention_is_not_assigned_before_its_programme", "Tanggal penugasan terlalu lama",
            "Tanggal penugasan tidak boleh lebih dari satu tahun sebelum tahun lokus. Periksa assigned_on."),
        ProblemText(
            "intervention_dates_are_of_this_century", "Tanggal di luar rentang",
            "Tanggal mulai dan selesai harus antara tahun 2000 dan 2100. Periksa starts_on dan ends_on."),
        ProblemText(
            "intervention_state_is_known", "Keadaan intervensi tidak dikenal",
            "Keadaan intervensi harus proposed, assigned, atau accepted."),
        ProblemText(
            "intervention_has_the_dates_of_its_state", "Tanggal tidak sesuai keadaan",
            "Tanggal penugasan dan penerimaan harus sesuai dengan keadaan intervensi. Baca data terkini, lalu ulangi."),
        ProblemText(
            "aim_belongs_to_an_intervention", "Intervensi tidak ditemukan",
            "Indikator sasaran harus milik intervensi yang ada. Baca data terkini, lalu ulangi."),
        ProblemText(
            "funding_belongs_to_an_intervention", "Intervensi tidak ditemukan",
            "Sumber dana harus milik intervensi yang ada. Baca data terkini, lalu ulangi."),
        ProblemText(
            "funding_source_is_known", "Sumber dana tidak dikenal",
            "Sumber dana harus salah satu dari apbd_kabupaten, apbd_provinsi, apbn, apbdes, csr, baznas, swadaya, "
                + "other, atau none."),
        ProblemText(
            "funding_is_not_negative", "Anggaran di bawah nol",
            "Anggaran tidak boleh di bawah nol. Periksa amount_idr."),
        ProblemText(
            "funding_is_at_most_a_trillion", "Anggaran terlalu besar",
            "Anggaran satu sumber paling banyak satu triliun rupiah. Periksa amount_idr."),
        ProblemText(
            "funding_without_budget_has_no_amount", "Non-anggaran dengan jumlah rupiah",
            "Sumber dana none (non-anggaran) tidak mempunyai jumlah rupiah. Isi 0 atau pilih sumber dananya."),
    ]
}
