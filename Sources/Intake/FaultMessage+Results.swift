internal import Phrasing

extension Fault {
    /// Of a file of announced results.
    func ofResults(_ expected: String) -> Wording {
        switch code {
        case .badDesaCode:
            Wording(
                id: "harus kode desa/kelurahan menurut Kemendagri, misalnya 63.02.12.2005",
                en: "must be the Kemendagri code of a desa or kelurahan, for example 63.02.12.2005")
        case .notPoints:
            Wording(
                id: "harus angka 0 sampai 100 dengan paling banyak empat angka desimal, misalnya 75,91",
                en: "must be a number of 0 to 100 with at most four decimals, for example 75.91")
        case .figureMissing:
            Wording(
                id: "belum ada angkanya; isi value, atau good dan eligible, atau hapus baris ini",
                en: "there is no figure; fill in value, or good and eligible, or remove the line")
        case .valueOfNobody:
            Wording(
                id: "tidak ada yang memenuhi syarat (\(expected)), sehingga tidak ada nilainya; kosongkan value",
                en: "nobody is eligible (\(expected)), so there is no value; leave value empty")
        case .valueContradictsTotals:
            Wording(
                id: "tidak sesuai dengan \(expected), juga setelah dibulatkan; perbaiki salah satunya",
                en: "is not what \(expected) gives, even when rounded; correct one of them")
        case .duplicateFigure:
            Wording(
                id: "angka ini sudah ada pada baris \(expected); hapus salah satunya",
                en: "this figure is on line \(expected) already; remove one of them")
        case .unknownLokus:
            Wording(
                id: "bukan lokus tahun itu di wilayah Anda; daftarkan lokusnya, perbaiki kode atau tahunnya, atau "
                    + "hapus baris ini",
                en: "not a lokus of that year in your area; register it, correct the code or the year, or remove the "
                    + "line")
        case .unknownCode:
            Wording(
                id: "bukan kode indikator atau dimensi kerangka \(expected), dan bukan IKK",
                en: "neither an indicator nor a dimension of framework \(expected), nor IKK")
        default:
            Wording(
                id: "dimensi dan IKK hanya mempunyai nilai; kosongkan good dan eligible",
                en: "dimensions and the index have a value only; leave good and eligible empty")
        }
    }
}
