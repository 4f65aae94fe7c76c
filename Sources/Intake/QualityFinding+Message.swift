package import Measurement
package import Phrasing

extension QualityFinding {
    /// One sentence for the people who answer for the round: what was found, and what to do about it.
    package var message: Wording {
        let (text, what) = (explanation, place)
        func written(_ language: Language) -> String {
            let place = what[language]
            let sentence = place.isEmpty ? text[language] : "\(place): \(text[language])"
            return sentence.prefix(1).uppercased() + sentence.dropFirst() + "."
        }
        return Wording(id: written(.indonesian), en: written(.english))
    }

    private var place: Wording {
        let list = codes.joined(separator: ", ")
        if !list.isEmpty { return Wording(id: list, en: list) }
        if let rt { return Wording(id: "RT \(rt)", en: "RT \(rt)") }
        if let enumerator { return Wording(id: "petugas \(enumerator)", en: "enumerator \(enumerator)") }
        return Wording(id: "", en: "")
    }

    private var explanation: Wording {
        switch kind {
        case .identicalIndicators:
            Wording(
                id:
                    "jawaban keduanya sama pada semua \(count) keluarga yang menjawab; periksa apakah satu kolom tersalin "
                    + "atau dipetakan dua kali",
                en: "both have the same answers in all \(count) families that gave them; check whether one column was "
                    + "copied or mapped twice")
        case .oppositeIndicators:
            Wording(
                id:
                    "jawaban keduanya selalu berlawanan pada semua \(count) keluarga yang menjawab; periksa apakah satu "
                    + "kolom tersalin",
                en:
                    "both are always the opposite of each other in all \(count) families that answered; check whether one "
                    + "column was copied")
        case .withoutVariation:
            Wording(
                id: "\(count) keluarga menjawab seolah-olah satu keluarga; kunjungi lagi beberapa di antaranya",
                en: "\(count) families answer as if they were one; visit some of them again")
        case .straightLining:
            Wording(
                id: "\(count) dari \(total) keluarga menjawab sama untuk hampir semua pernyataan, juga yang mencatat "
                    + "masalah; periksa cara bertanya",
                en:
                    "\(count) of \(total) families say the same to nearly all statements, to those that record problems, "
                    + "too; check how the questions were asked")
        case .doubledFamilies:
            Wording(
                id:
                    "ada indikasi keluarga didata dua kali: \(count) pasang keluarga dengan semua jawaban sama; cocokkan "
                    + "dengan daftar keluarga",
                en:
                    "families may have been met twice: \(count) pairs of families have all answers in common; compare with "
                    + "the list of families")
        case .unrelatedFamilies:
            Wording(
                id: "\(count) keluarga bernomor sama dengan pendataan sebelumnya, tetapi jawabannya tidak berhubungan; "
                    + "nomor keluarga mungkin berbeda artinya, sehingga perubahan jangan dihitung sebagai panel",
                en:
                    "\(count) families have the ids of the round before, but their answers have nothing to do with it; the "
                    + "ids may mean other families, so do not compare them as a panel")
        case .reversedAnswers:
            Wording(
                id:
                    "\(count) keluarga menjawab kebalikan dari pendataan sebelumnya; periksa apakah pengodean ya dan tidak "
                    + "tertukar pada salah satunya",
                en:
                    "\(count) families say the opposite of the round before; check whether yes and no were coded the other "
                    + "way round in one of them")
        case .unrelatedAnswers:
            Wording(
                id: "jawaban \(count) keluarga tidak berhubungan dengan pendataan sebelumnya, padahal indikator lain "
                    + "berhubungan; periksa apakah pertanyaannya diubah",
                en: "the answers of \(count) families have nothing to do with those before, though those to other "
                    + "indicators have; check whether the question was changed")
        case .publishedDiffers:
            Wording(
                id:
                    "nilai yang diumumkan \(reference.map(\.inIndonesian) ?? "") tidak sesuai dengan jawaban keluarga, yang "
                    + "menghasilkan \(computed.map(\.inIndonesian) ?? "")",
                en: "the published \(reference?.description ?? "") is not what the answers give, which is "
                    + "\(computed?.description ?? "")")
        case .implausibleChange:
            Wording(
                id:
                    "berubah dari \(reference.map(\.inIndonesian) ?? "") menjadi \(computed.map(\.inIndonesian) ?? ""), lebih "
                    + "dari yang lazim di antara dua pendataan; periksa apakah pertanyaannya dibaca dengan arah yang sama",
                en:
                    "went from \(reference?.description ?? "") to \(computed?.description ?? ""), further than is usual "
                    + "between two rounds; check whether the question was read in the same direction")
        case .manyMissing:
            Wording(
                id: "\(count) dari \(total) keluarga tidak terisi; nilainya hanya berlaku bagi keluarga yang menjawab",
                en: "\(count) of \(total) families have no answer; the value is of those that answered only")
        case .outsideRound:
            Wording(
                id:
                    "\(count) dari \(total) wawancara bertanggal di luar masa pendataan; perbaiki tanggal wawancara atau masa "
                    + "pendataan",
                en:
                    "\(count) of \(total) interviews are dated outside the round; correct the dates of the interviews or of "
                    + "the round")
        case .tooManyInterviews:
            Wording(
                id:
                    "sampai \(count) wawancara dalam sehari, lebih dari \(total) yang mungkin dilakukan satu orang; periksa "
                    + "tanggal dan cara pendataannya",
                en:
                    "up to \(count) interviews in a day, more than the \(total) that one person can do; check the dates and "
                    + "how they were held")
        }
    }
}

extension ShownValue {
    fileprivate var inIndonesian: String { description.replacing(".", with: ",") }
}
