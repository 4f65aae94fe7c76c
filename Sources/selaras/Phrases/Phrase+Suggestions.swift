internal import Phrasing

extension Phrase {
    static func suggestionsTitle(_ place: String) -> Phrase {
        Phrase("Saran intervensi: \(place)", "Suggested interventions: \(place)")
    }
    static let withoutIntervention = Phrase("(tanpa intervensi)", "(no intervention)")
    static let notInCatalogue = Phrase("(belum ada di katalog)", "(not in the catalogue)")
    static func isNotWeak(_ code: String) -> Phrase {
        Phrase("\(code) tidak merah pada pendataan ini.", "\(code) is not weak by this survey.")
    }
    static let nothingElsewhere = Phrase(
        "Belum ada lokus lain yang boleh Anda lihat, yang indikatornya merah dan sudah didata ulang; hasilnya belum "
            + "diketahui.",
        "No other lokus that you may see was weak in these and surveyed again, so what follows is not known yet.")
    static func suggestionsLegend(_ villages: Int) -> Phrase {
        Phrase(
            "\(villages) lokus lain yang boleh Anda lihat didata dua kali dengan kerangka yang sama; dihitung yang indikatornya "
                + "merah pada awalnya. Perkiraan: rata-rata perubahan di sana (poin), ditarik ke rata-rata semuanya bila "
                + "lokusnya sedikit; rentangnya 95 %, dan disebutkan bila datanya cukup.",
            "\(villages) other lokus that you may see were surveyed twice by the same framework; those count where the indicator "
                + "was weak at first. Expected: the mean change there (points), drawn to the mean of all where lokus are few; "
                + "its range is of 95 %, and told where there are enough.")
    }
}
