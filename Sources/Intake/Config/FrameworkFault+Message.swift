internal import Measurement
internal import Phrasing

extension FrameworkFault {
    /// The file in which it is to be put right.
    var fileName: String {
        switch self {
        case .duplicateDimension, .dimensionWithoutIndicators: "dimensions.csv"
        case .duplicateIndicator, .noIndicators, .tooManyIndicators, .unknownDimension, .weightMissing,
            .weightUnexpected, .weightOutOfRange, .weightsDoNotSumToOne, .maximumOutOfRange, .maximumOfPersons,
            .equivalentNotEarlier, .equivalentTwice, .equivalentVersionUnknown, .equivalentCodeUnknown,
            .equivalentDiffers:
            "indicators.csv"
        case .duplicateCategory, .noCategories, .firstCategoryNotFromZero, .categoryNotAscending,
            .categoryOutOfRange:
            "categories.csv"
        case .weakBelowOutOfRange, .roundingDigitsOutOfRange: "framework.csv"
        }
    }

    var sentence: Wording {
        switch self {
        case .duplicateDimension(let code):
            Wording(
                id: "dimensi \(code) ditulis lebih dari satu kali",
                en: "dimension \(code) is written more than once")
        case .duplicateIndicator(let code):
            Wording(
                id: "indikator \(code) ditulis lebih dari satu kali",
                en: "indicator \(code) is written more than once")
        case .duplicateCategory(let code):
            Wording(
                id: "kategori \(code) ditulis lebih dari satu kali",
                en: "category \(code) is written more than once")
        case .noIndicators: Wording(id: "belum ada indikator", en: "there are no indicators yet")
        case .tooManyIndicators(let count):
            Wording(
                id: "ada \(count) indikator, paling banyak \(Framework.mostIndicators)",
                en: "there are \(count) indicators, at most \(Framework.mostIndicators) are possible")
        case .unknownDimension(let code, let indicator):
            Wording(
                id: "dimensi \(code) dari indikator \(indicator) tidak dikenal",
                en: "dimension \(code) of indicator \(indicator) is unknown")
        case .dimensionWithoutIndicators(let code):
            Wording(
                id: "dimensi \(code) tidak mempunyai indikator",
                en: "dimension \(code) has no indicators")
        case .noCategories: Wording(id: "belum ada kategori", en: "there are no categories yet")
        case .firstCategoryNotFromZero(let from):
            Wording(
                id: "kategori pertama harus mulai dari 0, bukan \(from)",
                en: "the first category must begin at 0, not \(from)")
        case .categoryNotAscending(let code):
            Wording(
                id: "kategori \(code) harus mulai lebih tinggi daripada kategori sebelumnya",
                en: "category \(code) must begin above the one before it")
        case .categoryOutOfRange(let code):
            Wording(
                id: "kategori \(code) harus mulai di antara 0–100",
                en: "category \(code) must begin within 0–100")
        case .weightMissing(let indicator):
            Wording(
                id: "bobot indikator \(indicator) belum diisi",
                en: "indicator \(indicator) has no weight yet")
        case .weightUnexpected(let indicator):
            Wording(
                id: "bobot indikator \(indicator) harus kosong untuk agregasi ini",
                en: "the weight of indicator \(indicator) must be empty with this aggregation")
        case .weightOutOfRange(let indicator):
            Wording(
                id: "bobot indikator \(indicator) harus di antara 0–1000000",
                en: "the weight of indicator \(indicator) must be within 0–1000000")
        case .weightsDoNotSumToOne(let millionths):
            Wording(
                id: "jumlah bobot harus 1000000, bukan \(millionths)",
                en: "the weights must add up to 1000000, not \(millionths)")
        case .weakBelowOutOfRange(let points):
            Wording(
                id: "weak_below harus di antara 0–100, bukan \(points)",
                en: "weak_below must be within 0–100, not \(points)")
        case .roundingDigitsOutOfRange(let digits):
            Wording(
                id: "rounding_digits harus di antara 0–4, bukan \(digits)",
                en: "rounding_digits must be within 0–4, not \(digits)")
        case .maximumOutOfRange(let indicator):
            Wording(
                id: "nilai tertinggi (maximum) indikator \(indicator) harus di antara 1–\(PackedAnswers.mostUnits)",
                en: "the highest score (maximum) of indicator \(indicator) must be within 1–\(PackedAnswers.mostUnits)")
        case .maximumOfPersons(let indicator):
            Wording(
                id:
                    "indikator \(indicator) dihitung per orang, sehingga maximum harus 1; pakai satuan family untuk skor",
                en: "indicator \(indicator) counts persons, so its maximum must be 1; use the unit family for a score")
        case .equivalentNotEarlier(let indicator, let version):
            Wording(
                id: "padanan indikator \(indicator) harus dari versi sebelumnya, bukan versi \(version)",
                en: "the equivalent of indicator \(indicator) must be of an earlier version, not version \(version)")
        case .equivalentTwice(let indicator, let code):
            Wording(
                id: "indikator \(code) dari versi sebelumnya sudah menjadi padanan indikator lain; kosongkan padanan "
                    + "\(indicator)",
                en: "indicator \(code) of the earlier version is the equivalent of another one already; leave the "
                    + "equivalent of \(indicator) empty")
        case .equivalentVersionUnknown(let indicator, let version):
            Wording(
                id: "versi \(version) yang dirujuk indikator \(indicator) tidak ditemukan; sertakan folder kerangka "
                    + "versi itu",
                en: "version \(version), which indicator \(indicator) refers to, was not found; include the folder of "
                    + "that version")
        case .equivalentCodeUnknown(let indicator, let version, let code):
            Wording(
                id: "versi \(version) tidak memuat indikator \(code), yang disebut padanan \(indicator)",
                en: "version \(version) has no indicator \(code), which is named as the equivalent of \(indicator)")
        case .equivalentDiffers(let indicator, let version, let code):
            Wording(
                id: "indikator \(indicator) dan \(code) versi \(version) tidak sepadan: satuan, arah, atau nilai "
                    + "tertingginya berbeda",
                en: "indicators \(indicator) and \(code) of version \(version) are not equivalent: their unit, "
                    + "direction or highest score differs")
        }
    }
}
