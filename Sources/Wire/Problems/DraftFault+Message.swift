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
        case .notAMoment:
            Wording(
                id: "Harus saat menurut RFC 3339 dalam UTC, misalnya 2025-09-30T15:59:59Z.",
                en: "Must be a moment in UTC as in RFC 3339, for example 2025-09-30T15:59:59Z.")
        case .inTheFuture:
            Wording(
                id: "Waktu ini belum tiba; sebutkan waktu yang sudah lewat, atau kosongkan untuk keadaan sekarang.",
                en: "That moment has not come yet; name one that has passed, or leave it out for what is known now.")
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
        case .controlCharacter:
            Wording(
                id: "Memuat karakter kendali atau karakter yang tidak terlihat; ketik ulang teksnya.",
                en: "Contains a control character or one that cannot be seen; type the text again.")
        case .notInList:
            Wording(id: "Bukan salah satu nilai yang diperbolehkan.", en: "Not one of the values that are allowed.")
        case .endsBeforeItStarts:
            Wording(id: "Tanggal selesai mendahului tanggal mulai.", en: "The end lies before the start.")
        case .roundMissing:
            Wording(
                id: "Pendataan ini belum ada. Impor berkasnya untuk lokus ini dengan purpose yang sama, lalu tutup.",
                en: "There is no such round yet. Import its file for this lokus with the same purpose, then close it.")
        case .roundOpen:
            Wording(
                id: "Pendataan ini belum ditutup. Tutup pendataan itu lebih dahulu.",
                en: "This round is still open. Close it first.")
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
        case .notACode:
            Wording(
                id: "Bukan kode undangan; salin seluruhnya, diawali slu_.",
                en: "Not a code of an invitation; copy all of it, from slu_ on.")
        case .notAnEmail:
            Wording(
                id:
                    "Harus alamat surel, misalnya siti@contoh.go.id, tanpa huruf beraksen, aksara lain, atau tanda yang "
                    + "tidak terlihat; ketik sendiri, jangan disalin.",
                en: "Must be an e-mail, as siti@example.org, without accents, letters of other alphabets or characters "
                    + "that cannot be seen; type it instead of copying it.")
        case .passwordTooShort:
            Wording(
                id: "Kata sandi terlalu pendek; sedikitnya 15 karakter. Kalimat pendek lebih mudah diingat.",
                en: "The password is too short; at least 15 characters. A short sentence is easier to remember.")
        case .passwordTooLong:
            Wording(
                id: "Kata sandi terlalu panjang; paling banyak 128 karakter.",
                en: "The password is too long; at most 128 characters.")
        case .passwordIsCommon:
            Wording(
                id:
                    "Kata sandi mudah ditebak: tersusun dari kata yang lazim, deretan, atau nama Anda. Pilih yang lain.",
                en: "The password is easily guessed: made of common words, of rows, or of your name. Choose another.")
        case .passwordIsNotMixed:
            Wording(
                id: "Kata sandi harus memuat huruf kecil, huruf besar, angka, dan tanda baca.",
                en: "The password must have small letters, capitals, digits and other characters.")
        case .passwordWasUsedBefore:
            Wording(
                id: "Kata sandi ini sudah pernah dipakai; pilih yang lain.",
                en: "This password was used before; choose another.")
        case .notASecondFactorCode:
            Wording(
                id: "Harus enam angka dari aplikasi autentikasi, atau kode pemulihan seutuhnya.",
                en: "Must be the six digits of the authenticator, or all of a recovery code.")
        case .malformedFilter:
            Wording(
                id: "Saringannya tidak dapat dibaca; tulis misalnya or=(year.eq.2025,state.in.(open,closed)).",
                en: "The filter cannot be read; write for example or=(year.eq.2025,state.in.(open,closed)).")
        case .unknownField:
            Wording(
                id: "Isian dengan nama ini tidak ada, atau tidak dapat dipakai di sini.",
                en: "There is no field of this name, or it cannot be used here.")
        case .operatorNotAllowed:
            Wording(
                id: "Pembanding ini tidak ada, atau tidak berlaku untuk isian ini.",
                en: "There is no such operator, or this field does not take it.")
        case .tooManyConditions:
            Wording(
                id: "Saringannya terlalu banyak; paling banyak 20 syarat, bertingkat tiga, dengan 100 nilai sekali in.",
                en: "Too many conditions; at most 20, nested three deep, with 100 values to an in.")
        case .invalidPageToken:
            Wording(
                id: "Penanda halaman rusak atau berasal dari saringan lain; mulai dari halaman pertama.",
                en: "The page token is damaged or belongs to another filter; start from the first page.")
        }
    }
}
