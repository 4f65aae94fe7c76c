import ArgumentParser
import LibPQ
import Measurement
import Planning
import Store

/// What an error means for an administrator, and what to do about it.
struct Explanation {
    /// What was given is refused.
    static let refused: Int32 = 1
    /// What is needed is missing: a database, a right, a file.
    static let unable: Int32 = 2

    let sentence: String
    let code: Int32

    init(_ error: any Error) {
        switch error {
        case let error as DatabaseError: (sentence, code) = (Failure(error).description, Self.unable)
        case let fault as AdministrationFault: (sentence, code) = Self.words(fault)
        case let differs as FrameworkDiffers:
            sentence =
                "Kerangka indikator \(differs.id.code) versi \(differs.id.version) sudah tersimpan dengan isi lain, "
                + "dan kerangka yang tersimpan tidak dapat diubah. Simpan isi baru sebagai versi berikutnya."
            code = Self.refused
        case let refusal as Refusal: (sentence, code) = Self.words(refusal)
        case let unreadable as UnreadableFile: (sentence, code) = (unreadable.description, Self.unable)
        case let error as ValidationError: (sentence, code) = (error.message, Self.unable)
        case let failure as Failure: (sentence, code) = (failure.description, Self.refused)
        default: (sentence, code) = ("Terjadi kesalahan yang tidak terduga: \(error)", Self.unable)
        }
    }

    private static func words(_ fault: AdministrationFault) -> (String, Int32) {
        switch fault {
        case .schemaMissing:
            ("Skema basis data belum siap untuk program ini. Jalankan `selaras-server migrate`, lalu ulangi.", unable)
        case .notPermitted:
            (
                "Pengguna basis data ini tidak berhak mengelola Selaras. Sambungkan sebagai pengelola, yaitu pengguna "
                    + "yang menjalankan `selaras-server migrate` (periksa DATABASE_URL).", unable
            )
        case .rule(let rule):
            (Self.rules[rule] ?? "Aturan basis data dilanggar: \(rule).", refused)
        }
    }

    private static let rules = [
        "kabupaten_is_in_the_register":
            "Kode kabupaten belum ada di register wilayah. Tambahkan ke regions.csv, atau jalankan dahulu "
            + "`selaras-server region import`.",
        "region_lies_within_its_parent": "Kode wilayah tidak berada di dalam wilayah induknya.",
        "region_code_has_the_shape_of_its_level": "Bentuk kode wilayah tidak sesuai dengan tingkatnya.",
        "principal_kabupaten_uses_the_service":
            "Kabupaten ini belum memakai layanan. Periksa kodenya, atau impor konfigurasinya dahulu dengan "
            + "`selaras-server config import`.",
        "principal_agency_is_of_its_kabupaten":
            "Kabupaten ini tidak mempunyai perangkat daerah dengan kode itu. Periksa agencies.csv.",
        "principal_desa_is_in_the_register": "Desa atau kelurahan itu belum ada di register wilayah.",
        "principal_desa_belongs_to_role": "Desa atau kelurahan itu tidak berada di kabupaten yang disebut.",
        "principal_province_is_in_the_register": "Provinsi itu belum ada di register wilayah.",
    ]

    private static func words(_ refusal: Refusal) -> (String, Int32) {
        switch refusal {
        case .unavailable:
            ("Basis data tidak dapat dihubungi atau sedang penuh. Periksa PostgreSQL, lalu ulangi.", unable)
        case .timedOut: ("Basis data tidak selesai pada waktunya. Ulangi beberapa saat lagi.", unable)
        case .forbidden:
            (
                "Peran ini tidak berwenang. Periksa permissions.csv, dan pastikan pengguna basis data ini boleh menjadi "
                    + "peran layanan, yaitu anggota selaras_login.", unable
            )
        case .conflict(let rule), .invalid(let rule): ("Aturan \(rule) dilanggar.", refused)
        default: ("Permintaan ditolak: \(refusal).", refused)
        }
    }
}
