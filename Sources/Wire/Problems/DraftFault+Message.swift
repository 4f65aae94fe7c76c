internal import Planning

extension DraftFault.Code {
    /// One sentence for the person who sent the value.
    var message: String {
        switch self {
        case .required: "Wajib diisi."
        case .unknownMember: "Anggota ini tidak dikenal; hapus atau perbaiki namanya."
        case .wrongType: "Jenis nilainya tidak sesuai; periksa apakah seharusnya teks, angka, atau daftar."
        case .outOfRange: "Nilainya di luar batas yang diperbolehkan."
        case .notADay: "Harus tanggal yang ada, dengan bentuk TTTT-BB-HH, misalnya 2025-08-31."
        case .notARegionCode: "Harus kode wilayah, misalnya 63.02 atau 63.02.12.2005, sesuai dengan tingkatnya."
        case .notAnID: "Harus pengenal (UUID) seperti yang diberikan layanan."
        case .tooLong: "Isinya terlalu panjang; paling banyak 500 karakter, atau 2.000 untuk uraian."
        case .blank: "Tidak boleh hanya spasi."
        case .notInList: "Bukan salah satu nilai yang diperbolehkan."
        case .endsBeforeItStarts: "Tanggal selesai mendahului tanggal mulai."
        case .tooManyDecimals: "Paling banyak dua desimal."
        case .repeated: "Ditulis lebih dari satu kali."
        case .figuresWithNil: "Laporan nihil tidak memuat angka; kosongkan angkanya."
        case .needsBothOrNeither: "Diisi bersama pasangannya, atau dikosongkan keduanya."
        case .unknownParameter: "Parameter ini tidak dikenal pada alamat ini; hapus atau perbaiki namanya."
        case .invalidPageToken: "Penanda halaman rusak atau berasal dari saringan lain; mulai dari halaman pertama."
        }
    }
}
