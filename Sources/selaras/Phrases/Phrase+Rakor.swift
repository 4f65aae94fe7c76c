internal import Phrasing

/// A plan as people take it to a meeting.
extension Phrase {
    static func planMatrixTitle(_ place: String) -> Phrase {
        Phrase("Matriks intervensi: \(place)", "Intervention matrix: \(place)")
    }
    static let matrixIsEmpty = Phrase(
        "Belum ada intervensi, dan tidak ada indikator yang diketahui merah.",
        "There are no interventions yet, and no indicator is known to be weak.")
    static let matrixWithoutBaseline = Phrase(
        "Pendataan awal belum ditutup; nilainya belum diketahui.",
        "The baseline is not closed; nothing is known of values yet.")
    static let moneyStandsOnce = Phrase(
        "Intervensi yang menyasar beberapa indikator memuat rupiahnya sekali, pada baris pertamanya.",
        "An intervention on several indicators has its rupiah once, in its first row.")
    static let noInterventionYet = Phrase("belum ada intervensi", "no intervention yet")
    static func packWritten(_ path: String) -> Phrase {
        Phrase(
            "Bahan rakor tersimpan di \(path). Buka di peramban, lalu cetak pada A4.",
            "The papers are in \(path). Open the file in a browser, and print it on A4.")
    }
}
