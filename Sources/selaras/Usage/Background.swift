internal import Phrasing

/// What lies behind a refusal, for those who ask: why there is the rule, what usually leads there, and a way out.
enum Background {
    static func of(_ code: String) -> Phrase? { texts[code] }

    static let texts: [String: Phrase] = [
        "file_refused": Phrase(
            "Berkas disimpan seluruhnya atau tidak sama sekali, supaya tidak ada yang tertinggal separuh. Sebab yang "
                + "tersering: judul kolom lain dari formulirnya, pecahan seperti 3/2, tanggal yang diubah lembar kerja, "
                + "isi di luar pilihan, atau keluarga yang tertulis dua kali. Setiap kesalahan disebut dengan baris, "
                + "kolom, dan isinya; --report BERKAS menyimpan daftar itu untuk diperbaiki bersama petugas.",
            "A file is stored as a whole or not at all, so that nothing is left half done. What usually leads here: titles "
                + "of columns that are not those of the form, fractions as 3/2, dates that a spreadsheet changed, words "
                + "that are no choice, or a family that is there twice. Each fault is named with its line, column and "
                + "value; --report FILE stores that list, to be mended with the enumerators."),
        "report_one_per_period": Phrase(
            "Setiap intervensi mempunyai satu laporan setiap triwulan, dan semua angkanya kumulatif. Laporan kedua bukan "
                + "tambahan; angka yang keliru diperbaiki pada laporan yang sudah ada, dan riwayatnya tetap tersimpan. Bila "
                + "yang dimaksud triwulan lain, periksa --year dan --quarter.",
            "An intervention has one report a quarter, and all its figures are cumulative. A second one would add nothing; "
                + "a wrong figure is corrected in the report that there is, and what it said before is kept. Where another "
                + "quarter was meant, check --year and --quarter."),
        "report_follows_the_assignment": Phrase(
            "Kewajiban melapor dimulai dari triwulan saat intervensi ditugaskan dan rencananya disepakati, mana yang lebih "
                + "akhir, dan berakhir pada triwulan selesainya.",
            "Reports are due from the quarter in which the intervention was assigned and its plan agreed, whichever is "
                + "later, to the one in which it ends."),
        "plan_once_per_lokus": Phrase(
            "Satu lokus mempunyai satu rencana aksi, dan semua intervensinya ada di sana. Judul dan target dapat "
                + "diubah; intervensi ditambahkan dengan selaras intervention add atau import.",
            "A lokus has one action plan, with all its interventions. Title and targets can be changed; "
                + "interventions are added with selaras intervention add or import."),
        "plan_needs_a_baseline": Phrase(
            "Intervensi diarahkan kepada indikator merah, dan yang merah baru diketahui dari pendataan awal.",
            "Interventions aim at weak indicators, and only a baseline tells which are weak."),
        "targets_are_declared_before_the_resurvey": Phrase(
            "Target yang dipilih sesudah hasilnya diketahui selalu tercapai, jadi tidak berarti. Target dikunci begitu "
                + "pendataan ulang dimulai, walaupun keliru dimulai.",
            "A target chosen after its result is known is always reached, and says nothing. Targets are locked as soon as "
                + "the re-survey begins, also where it was begun by mistake."),
        "lokus_once_per_desa_and_year": Phrase(
            "Desa yang sama boleh menjadi lokus lagi pada tahun lain. Lokus yang keliru didaftarkan tidak dapat dihapus; "
                + "biarkan tanpa pendataan dan rencana aksi, dan daftarkan yang benar.",
            "The same village may be a lokus again in another year. A lokus that was registered by mistake cannot be "
                + "removed; leave it without surveys and plan, and register the right one."),
        "lokus_desa_is_in_the_register": Phrase(
            "Yang dipakai kode Kemendagri dengan titik, misalnya 63.02.12.2005. Kode BPS sepuluh angka menunjuk tempat lain.",
            "Codes are those of Kemendagri, with points, as 63.02.12.2005. The ten digits of BPS mean other places."),
        "round_closed_is_final": Phrase(
            "Angka yang sudah ditutup dipakai dalam rencana aksi, target, dan perbandingan, sehingga tidak dapat dibuka "
                + "kembali. Data yang keliru ditutup hanya dapat diluruskan dengan pendataan berikutnya; karena itu periksa "
                + "dahulu dengan selaras survey review dan selaras survey close --dry-run.",
            "Figures of a closed survey stand in plans, targets and comparisons, so it is never opened again. What was "
                + "closed by mistake is only set right by the next survey; so look first, with selaras survey review and "
                + "selaras survey close --dry-run."),
        "round_is_not_closed": Phrase(
            "Selama pendataan terbuka berkasnya masih dapat diganti, jadi hasilnya belum pasti.",
            "While a survey is open its file can still be replaced, so that it has no result yet."),
        "round_has_no_evidence": Phrase(
            "Hasilnya tetap ada; yang belum ada hanyalah rentangnya.",
            "The results are there all the same; only how sure they are is not."),
        "intervention_follows_its_transitions": Phrase(
            "Urutannya: diusulkan, ditugaskan oleh koordinator, diterima oleh perangkat daerahnya. Yang sudah diterima tidak "
                + "perlu diterima lagi.",
            "The order is: proposed, assigned by the coordinator, accepted by its agency. What is accepted already need "
                + "not be accepted again."),
        "change_is_permitted_in_this_state": Phrase(
            "Usulan masih dapat diubah oleh penyusunnya; sesudah ditugaskan, yang boleh mengubahnya berkurang.",
            "A proposal can be changed by those who write the plan; once it is assigned, fewer people may."),
        "intervention_agency_is_of_the_kabupaten": Phrase(
            "Daftar perangkat daerah diisi oleh pengelola layanan; yang belum ada dimintakan kepadanya.",
            "The operators of the service keep the list of agencies; ask them for one that is missing."),
        "forbidden": Phrase(
            "Koordinator menyusun rencana dan menugaskan, perangkat daerah menerima dan melaporkan intervensinya sendiri, "
                + "yang lain membaca. Setiap peran terbatas pada wilayahnya.",
            "Coordinators plan and assign, agencies accept and report on their own interventions, others read. Each role "
                + "ends at its area."),
        "not_found": Phrase(
            "Yang di luar wilayah Anda dijawab sama seperti yang tidak ada. Periksa kode, tahun, dan peran yang dipakai.",
            "What lies outside your area is answered like what is not there. Check the code, the year and your role."),
        "unauthenticated": Phrase(
            "Sesi berakhir dengan sendirinya, dan token dapat dicabut. Token dalam variabel SELARAS_TOKEN mengalahkan yang "
                + "tersimpan oleh selaras login, dan yang tersimpan hanya dikirim ke alamat tempat Anda masuk.",
            "Sessions end by themselves, and tokens can be revoked. A token in SELARAS_TOKEN wins over what selaras login "
                + "stored, and what is stored is only sent to the address where you signed in."),
        "stale_version": Phrase(
            "Perubahan hanya disimpan di atas keadaan yang Anda lihat, supaya pekerjaan orang lain tidak tertimpa.",
            "A change is only stored on top of what you saw, so that nobody's work is overwritten."),
        "invalid_request": Phrase(
            "Semua kesalahan disebut sekaligus, masing-masing dengan pilihannya. Batas setiap pilihan ada dalam --help.",
            "All faults are named at once, each with its option. The limits of each option are in --help."),
        "content_too_large": Phrase(
            "Batas yang berlaku ada pada selaras api GET /api/v1/limits. Berkas pendataan boleh sangat besar.",
            "The limits are at selaras api GET /api/v1/limits. Files of surveys may be very large."),
        "internal": Phrase(
            "Ini bukan kesalahan Anda. Catatan layanan memuat sebabnya di bawah nomor permintaan.",
            "This is no fault of yours. The service has logged the cause under the request number."),
        "database_unreachable": Phrase(
            "Tidak ada yang tersimpan separuh. Bila lama, pengelola memeriksa /readyz dan PostgreSQL.",
            "Nothing is stored half. Where it takes long, operators look at /readyz and at PostgreSQL."),
        "too_many_operations": Phrase(
            "Kiriman besar dikerjakan bergiliran. Yang sudah berjalan dapat ditunggu atau dibatalkan.",
            "Large files are worked on in turn. What runs can be waited for or cancelled."),
        "family_key_is_the_one_in_use": Phrase(
            "Nomor keluarga disandikan sebelum disimpan. Dengan kunci lain, keluarga yang sama tampak sebagai keluarga baru.",
            "Numbers of families are hashed before they are stored. By another key the same family would look like a new one."
        ),
        "rounds_use_different_frameworks": Phrase(
            "Indikator hanya dibandingkan bila pernyataannya sama atau dinyatakan setara oleh versi yang lebih baru.",
            "Indicators are only compared where they say the same, or where the newer version declares them equivalent."
        ),
        "change_stays_within_max_affected": Phrase(
            "Pengaman bagi perubahan banyak data: bila yang kena lebih banyak dari yang Anda sebut, tidak ada yang diubah.",
            "A guard of changes to many rows: where more would change than you said, nothing does."),
    ]
}
