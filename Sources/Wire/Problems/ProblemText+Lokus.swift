extension ProblemText {
    static let aboutLokus = [
        ProblemText(
            "lokus_once_per_desa_and_year", "Lokus sudah terdaftar",
            "Desa/kelurahan ini sudah menjadi lokus pada tahun tersebut. Gunakan lokus yang sudah ada."),
        ProblemText(
            "lokus_desa_is_in_the_register", "Desa/kelurahan tidak terdaftar",
            "Kode ini tidak ada dalam daftar wilayah. Cari kodenya pada daftar wilayah, lalu perbaiki desa_code."),
        ProblemText(
            "lokus_kabupaten_uses_the_service", "Kabupaten/kota belum memakai layanan",
            "Kabupaten/kota dari desa/kelurahan ini belum memakai layanan. Hubungi pengelola."),
        ProblemText(
            "lokus_lies_in_its_kabupaten", "Di luar kabupaten/kota",
            "Desa/kelurahan ini tidak terletak di kabupaten/kota Anda. Periksa desa_code."),
        ProblemText(
            "lokus_is_a_desa_or_kelurahan", "Bukan desa/kelurahan",
            "Lokus harus desa atau kelurahan, dengan kode berbentuk 63.02.12.2005. Periksa desa_code."),
        ProblemText(
            "lokus_year_is_a_programme_year", "Tahun program tidak berlaku",
            "Tahun lokus harus di antara 2015 dan 2100. Periksa year."),
        ProblemText(
            "lokus_decree_has_number_and_date", "SK penetapan belum lengkap",
            "Nomor dan tanggal SK penetapan lokus diisi keduanya, atau dikosongkan keduanya bila SK belum terbit."),
        ProblemText(
            "lokus_decree_number_is_not_blank", "Nomor SK kosong",
            "Nomor SK penetapan lokus tidak boleh hanya spasi. Isi nomornya atau kosongkan nomor dan tanggalnya."),
    ]

    static let aboutRounds = [
        ProblemText(
            "round_closed_is_final", "Periode pendataan sudah ditutup",
            "Hasil pendataan yang sudah ditutup tidak dapat diubah. Gunakan pendataan ulang untuk data yang baru."),
        ProblemText(
            "round_is_not_closed", "Periode pendataan belum ditutup",
            "Hasilnya baru ada setelah pendataan ditutup. Impor berkasnya dan tutup pendataan itu lebih dahulu."),
        ProblemText(
            "rounds_use_different_frameworks", "Kerangka indikator berbeda",
            "Kedua pendataan memakai kerangka indikator yang berbeda, sehingga tidak dapat dibandingkan. Pilih dua "
                + "pendataan dengan kerangka yang sama."),
        ProblemText(
            "round_counts_no_family", "Belum ada keluarga yang dapat dihitung",
            "Tidak ada keluarga berstatus lengkap atau sebagian, sehingga pendataan ini belum dapat ditutup. Impor hasil "
                + "kunjungan yang lengkap lebih dahulu."),
        ProblemText(
            "round_has_no_families", "Periode pendataan masih kosong",
            "Belum ada keluarga dalam pendataan ini. Impor berkas pendataan sebelum menutupnya."),
        ProblemText(
            "round_was_made_differently", "Kerangka indikator berbeda",
            "Pendataan ini sudah dibuat dengan kerangka indikator yang lain. Kosongkan isian itu atau samakan dengan "
                + "yang sudah ada."),
        ProblemText(
            "round_once_per_purpose", "Periode pendataan sudah ada",
            "Lokus ini sudah mempunyai pendataan dengan tujuan tersebut. Impor berkas ke pendataan yang sudah ada."),
        ProblemText(
            "round_belongs_to_a_lokus", "Lokus tidak ditemukan",
            "Pendataan harus milik lokus yang terdaftar. Daftarkan lokusnya lebih dahulu."),
        ProblemText(
            "round_belongs_to_one_lokus", "Pendataan milik lokus lain",
            "Pendataan ini sudah tercatat pada satu lokus dan tidak dapat dipindahkan."),
        ProblemText(
            "round_panel_is_a_round", "Pendataan pembanding tidak ditemukan",
            "Pendataan yang disebut dalam panel_of tidak ada. Periksa panel_of."),
        ProblemText(
            "round_is_not_its_own_panel", "Pendataan menunjuk dirinya sendiri",
            "panel_of harus menunjuk pendataan lain dengan keluarga yang sama. Periksa panel_of."),
        ProblemText(
            "round_framework_is_imported", "Kerangka indikator tidak ditemukan",
            "Kode dan versi kerangka indikator ini tidak ada. Pilih dari daftar kerangka indikator."),
        ProblemText(
            "round_purpose_is_known", "Tujuan pendataan tidak dikenal",
            "Tujuan pendataan harus baseline, midline, atau resurvey. Periksa purpose."),
        ProblemText(
            "round_design_is_known", "Rancangan pendataan tidak dikenal",
            "Rancangan harus census, simple_random_sample, cluster_sample_by_rt, atau stratified_sample_by_rt."),
        ProblemText(
            "round_sample_says_how_many_families_it_speaks_for", "Jumlah keluarga desa/kelurahan belum sesuai",
            "Untuk sampel, isi families_in_village dengan jumlah keluarga di desa/kelurahan; untuk pendataan lengkap, "
                + "kosongkan."),
        ProblemText(
            "round_families_in_village_are_counted_from_one", "Jumlah keluarga tidak berlaku",
            "Jumlah keluarga di desa/kelurahan paling sedikit 1. Periksa families_in_village."),
        ProblemText(
            "round_counts_no_more_families_than_it_speaks_for", "Keluarga terdata melebihi jumlahnya",
            "Keluarga yang terdata lebih banyak daripada jumlah keluarga yang diwakili. Periksa families_in_village "
                + "dan berkas pendataannya."),
        ProblemText(
            "round_ends_after_it_begins", "Tanggal pendataan terbalik",
            "Tanggal selesai pendataan mendahului tanggal mulainya. Periksa surveyed_from dan surveyed_until."),
        ProblemText(
            "import_belongs_to_a_round", "Pendataan tidak ditemukan",
            "Berkas harus diimpor ke pendataan yang ada. Ulangi impornya."),
        ProblemText(
            "import_removes_only_when_it_replaces", "Keluarga tidak boleh terhapus",
            "Keluarga hanya dihapus bila berkas dinyatakan sebagai pengganti seluruhnya (replace=true)."),
        ProblemText(
            "answers_belong_to_a_round", "Pendataan tidak ditemukan",
            "Jawaban keluarga harus masuk ke pendataan yang ada. Ulangi impornya."),
        ProblemText(
            "family_status_is_known", "Hasil kunjungan tidak dikenal",
            "Hasil kunjungan harus 1 (Lengkap), 2 (Sebagian), 3 (Tidak ada responden), 4 (Menolak), atau 5 (Pindah)."),
    ]
}
