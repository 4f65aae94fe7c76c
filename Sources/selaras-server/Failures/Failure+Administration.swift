import Measurement
import Phrasing
import Planning
import Store
import Wire

extension Failure {
    init(_ fault: AdministrationFault) {
        switch fault {
        case .schemaMissing:
            self.init(
                .unable,
                id: "Skema basis data belum siap untuk program ini. Jalankan `selaras-server migrate`, lalu ulangi.",
                en: "The schema of the database is not ready for this program. Run `selaras-server migrate`, then try "
                    + "again.")
        case .notPermitted:
            self.init(
                .unable,
                id: "Pengguna basis data ini tidak berhak mengelola Selaras. Sambungkan sebagai pengelola, yaitu "
                    + "pengguna yang menjalankan `selaras-server migrate` (periksa DATABASE_URL).",
                en: "This database user may not administer Selaras. Connect as the administrator, who runs "
                    + "`selaras-server migrate` (check DATABASE_URL).")
        case .busy:
            self.init(
                .unable,
                id: "Data itu sedang dipakai, misalnya oleh impor yang besar. Tidak ada yang diubah; ulangi beberapa "
                    + "menit lagi.",
                en: "The data is in use, for example by a large import. Nothing was changed; try again in some minutes."
            )
        case .rule(let rule):
            let text = Self.rules[rule]
            self.init(
                .refused, id: text?[.indonesian] ?? "Aturan basis data dilanggar: \(rule).",
                en: text?[.english] ?? "A rule of the database is broken: \(rule).")
        }
    }

    private static let rules = [
        "kabupaten_is_in_the_register": Wording(
            id: "Kode kabupaten belum ada di register wilayah. Tambahkan ke regions.csv, atau jalankan dahulu "
                + "`selaras-server region import`.",
            en: "The code of the kabupaten is not in the register of regions. Add it to regions.csv, or run "
                + "`selaras-server region import` first."),
        "region_lies_within_its_parent": Wording(
            id: "Kode wilayah tidak berada di dalam wilayah induknya. Periksa kode dan parent_code.",
            en: "The code of a region does not lie within its parent. Check code and parent_code."),
        "region_code_has_the_shape_of_its_level": Wording(
            id: "Bentuk kode wilayah tidak sesuai dengan tingkatnya. Periksa kode dan level.",
            en: "The code of a region does not fit its level. Check code and level."),
        "principal_kabupaten_uses_the_service": Wording(
            id: "Kabupaten ini belum memakai layanan. Periksa kodenya, atau impor konfigurasinya dahulu dengan "
                + "`selaras-server config import`.",
            en: "This kabupaten does not use the service yet. Check its code, or import its configuration first with "
                + "`selaras-server config import`."),
        "principal_agency_is_of_its_kabupaten": Wording(
            id: "Kabupaten ini tidak mempunyai perangkat daerah dengan kode itu. Periksa agencies.csv.",
            en: "This kabupaten has no agency with that code. Check agencies.csv."),
        "principal_desa_is_in_the_register": Wording(
            id:
                "Desa atau kelurahan itu belum ada di register wilayah. Periksa kodenya, atau impor dahulu registernya.",
            en: "That village is not in the register of regions. Check its code, or import the register first."),
        "principal_desa_belongs_to_role": Wording(
            id: "Desa atau kelurahan itu tidak berada di kabupaten yang disebut. Periksa kedua kodenya.",
            en: "That village does not lie in the kabupaten that was named. Check both codes."),
        "principal_is_held_once": Wording(
            id: "Orang ini sudah memegang peran itu. Untuk kode baru, jalankan `selaras-server account reset`.",
            en: "This person holds that role already. For a new code, run `selaras-server account reset`."),
        "password_is_vouched_for": Wording(
            id: "Kata sandi akun ini dipilih dengan kode dari pihak yang tidak berwenang memberikan peran itu. "
                + "Jalankan dahulu `selaras-server account reset`; berikan perannya setelah orangnya memilih kata "
                + "sandi baru.",
            en: "The password of this account was chosen with a code from somebody who may not give that role. First "
                + "run `selaras-server account reset`; give the role once the person has chosen another password."),
        "account_is_not_erased": Wording(
            id: "Data pribadi orang ini sudah dihapus; akunnya tidak dapat dipakai lagi.",
            en: "The personal data of this person was erased; the account can be used no more."),
        "token_scope_is_of_its_role": Wording(
            id:
                "--scope memuat tindakan yang tidak diizinkan bagi peran itu. Lihat `selaras-server permissions print`.",
            en: "--scope names something that the role may not do. See `selaras-server permissions print`."),
        "code_is_for_who_holds_a_role": Wording(
            id:
                "Orang ini tidak memegang peran apa pun. Berikan perannya dahulu dengan `selaras-server account invite`.",
            en: "This person holds no role. Give one first, with `selaras-server account invite`."),
        "account_email_is_of_one_person": Wording(
            id: "Alamat surel itu sudah dipakai akun lain.", en: "Another account has that e-mail."),
        "principal_province_is_in_the_register": Wording(
            id: "Provinsi itu belum ada di register wilayah. Periksa kodenya, atau impor dahulu registernya.",
            en: "That province is not in the register of regions. Check its code, or import the register first."),
    ]

    /// What the ports refuse, where a command acts through them.
    init(_ refusal: Refusal) {
        switch refusal {
        case .unavailable:
            self.init(
                .unable, id: "Basis data tidak dapat dihubungi atau sedang penuh. Periksa PostgreSQL, lalu ulangi.",
                en: "The database cannot be reached or is full. Check PostgreSQL, then try again.")
        case .timedOut:
            self.init(
                .unable, id: "Basis data tidak selesai pada waktunya. Ulangi beberapa saat lagi.",
                en: "The database did not finish in time. Try again in a while.")
        case .forbidden:
            self.init(
                .unable,
                id: "Peran ini tidak berwenang. Periksa permissions.csv, dan pastikan pengguna basis data ini boleh "
                    + "menjadi peran layanan, yaitu anggota selaras_login.",
                en: "This role is not allowed to. Check permissions.csv, and that this database user may become the "
                    + "roles of the service, as a member of selaras_login.")
        case .conflict(let rule), .invalid(let rule), .notOnesTo(let rule):
            let text = ProblemText.of(rule)
            self.init(
                .refused, id: "\(text.detail(in: .indonesian)) (\(rule))", en: "\(text.detail(in: .english)) (\(rule))")
        default:
            self.init(.refused, id: "Permintaan ditolak: \(refusal).", en: "The request is refused: \(refusal).")
        }
    }

    init(_ differs: FrameworkDiffers) {
        let (code, version) = (differs.id.code, differs.id.version)
        self.init(
            .refused,
            id: "Kerangka indikator \(code) versi \(version) sudah tersimpan dengan isi lain, dan kerangka yang "
                + "tersimpan tidak dapat diubah. Simpan isi baru sebagai versi berikutnya.",
            en: "Indicator framework \(code) version \(version) is stored with other content, and a stored framework "
                + "cannot be changed. Save the new content as the next version.")
    }
}
