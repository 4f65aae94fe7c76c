package import Phrasing
package import Planning

extension DraftFault.Code {
    /// One sentence for the person who sent the value.
    package var message: Wording {
        switch self {
        case .required: Wording(id: "Wajib diisi.", en: "Must be filled in.")
        case .unknownMember:
            Wording(
                id: "Anggota ini tidak dikenal; hapus atau perbaiki namanya.",
                en: "There is no such member; remove it or correct its name.")
        case .wrongType:
            Wording(
                id: "Jenis nilainya tidak sesuai; periksa apakah seharusnya teks, angka, atau daftar.",
                en: "The value is of the wrong type; check whether it should be a text, a number or a list.")
        case .outOfRange:
            Wording(
                id: "Nilainya di luar batas yang diperbolehkan.", en: "The value must lie within the range allowed.")
        case .notADay:
            Wording(
                id: "Harus tanggal yang ada, dengan bentuk TTTT-BB-HH, misalnya 2025-08-31.",
                en: "Must be a date that exists, written YYYY-MM-DD, for example 2025-08-31.")
        case .notARegionCode:
            Wording(
                id: "Harus kode wilayah, misalnya 63.02 atau 63.02.12.2005, sesuai dengan tingkatnya.",
                en: "Must be the code of a region of the right level, for example 63.02 or 63.02.12.2005.")
        case .notAnID:
            Wording(
                id: "Harus pengenal (UUID) seperti yang diberikan layanan.",
                en: "Must be an id (UUID) as given by the service.")
        case .tooLong:
            Wording(
                id: "Isinya terlalu panjang; paling banyak 500 karakter, atau 2.000 untuk uraian.",
                en: "Too long; at most 500 characters, or 2,000 for a description.")
        case .blank: Wording(id: "Tidak boleh hanya spasi.", en: "Must not consist of spaces.")
        case .notInList:
            Wording(id: "Bukan salah satu nilai yang diperbolehkan.", en: "Not one of the values that are allowed.")
        case .endsBeforeItStarts:
            Wording(id: "Tanggal selesai mendahului tanggal mulai.", en: "The end lies before the start.")
        case .tooManyDecimals: Wording(id: "Paling banyak dua desimal.", en: "At most two decimals.")
        case .repeated: Wording(id: "Ditulis lebih dari satu kali.", en: "Given more than once.")
        case .figuresWithNil:
            Wording(
                id: "Laporan nihil tidak memuat angka; kosongkan angkanya.",
                en: "A nil report contains no figures; leave them out.")
        case .needsBothOrNeither:
            Wording(
                id: "Diisi bersama pasangannya, atau dikosongkan keduanya.",
                en: "Fill it in together with its counterpart, or leave both out.")
        case .unknownParameter:
            Wording(
                id: "Parameter ini tidak dikenal pada alamat ini; hapus atau perbaiki namanya.",
                en: "This address has no such parameter; remove it or correct its name.")
        case .invalidPageToken:
            Wording(
                id: "Penanda halaman rusak atau berasal dari saringan lain; mulai dari halaman pertama.",
                en: "The page token is damaged or belongs to another filter; start from the first page.")
        }
    }
}
