internal import Intake
internal import Measurement
internal import Phrasing
internal import Wire

/// One column of a survey file.
struct SurveyFileColumn {
    let name: String
    let isRequired: Bool
    let content: Phrase
    let meaning: Phrase

    static func all(of framework: Framework) -> [SurveyFileColumn] {
        household + framework.indicators.map(SurveyFileColumn.init) + interview
    }

    private static let household = [
        SurveyFileColumn(
            name: SurveyColumn.familyID, isRequired: true,
            content: Phrase("paling banyak 64 huruf", "at most 64 letters"),
            meaning: Phrase(
                "Nomor keluarga; sama pada pendataan ulang", "The family's number; the same in the re-survey")),
        SurveyFileColumn(
            name: SurveyColumn.rt, isRequired: true, content: Phrase("misalnya 006", "as 006"),
            meaning: Phrase(same: "RT")),
        SurveyFileColumn(
            name: SurveyColumn.status, isRequired: true, content: Phrase("1 sampai 5", "1 to 5"),
            meaning: Phrase(
                "1 lengkap, 2 sebagian, 3 tidak ada responden, 4 menolak, 5 pindah",
                "1 complete, 2 partial, 3 no respondent, 4 refused, 5 moved")),
    ]

    private static let interview = [
        SurveyFileColumn(
            name: SurveyColumn.enumerator, isRequired: false, content: Phrase("kode, bukan nama", "a code, not a name"),
            meaning: Phrase("Petugas pendata", "Who asked")),
        SurveyFileColumn(
            name: SurveyColumn.interviewedOn, isRequired: false, content: Phrase("TTTT-BB-HH", "YYYY-MM-DD"),
            meaning: Phrase("Tanggal wawancara", "Day of the interview")),
        SurveyFileColumn(
            name: SurveyColumn.previousFamilyID, isRequired: false,
            content: Phrase("nomor keluarga", "a family's number"),
            meaning: Phrase(
                "Nomornya pada pendataan sebelumnya, bila berganti", "Its number in the survey before, where it changed"
            )),
    ]
}

extension SurveyFileColumn {
    fileprivate init(_ indicator: Framework.Indicator) {
        name = indicator.code
        isRequired = true
        let answers =
            indicator.isScored
            ? Phrase("0 sampai \(indicator.maximum), tb", "0 to \(indicator.maximum), tb")
            : indicator.unit == .family
                ? Phrase("ya, tidak, tb", "ya (yes), tidak (no), tb (not applicable)")
                : Phrase("2/3 (dua dari tiga orang), tb", "2/3 (two of three persons), tb (not applicable)")
        content = answers
        let name = Phrase(indicator.nameID, indicator.nameEN.isEmpty ? indicator.nameID : indicator.nameEN)
        meaning =
            indicator.direction == .positive
            ? name
            : name
                + Phrase(
                    " – yang ditanyakan masalahnya: ya, atau angka pertama, berarti bermasalah",
                    " – asked for as a problem: ya, or the first number, means that there is one")
    }
}

enum SurveyFileView {
    private static let columns = [
        Column("column", .column, .code), Column("required", .mustBeThere, .yesNo), Column("content", .content),
        Column("meaning", .explanation),
    ]

    static func answer(_ described: [SurveyFileColumn], _ language: Language) -> Answer {
        .list(
            described.map { column in
                [
                    "column": .string(column.name), "required": .bool(column.isRequired),
                    "content": .string(column.content.text(in: language)),
                    "meaning": .string(column.meaning.text(in: language)),
                ]
            }, columns, name: .member("column"))
    }
}
