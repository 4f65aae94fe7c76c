internal import Measurement
internal import Phrasing

/// Puts a proposal together: first the columns of the family, then its answers, then what their values mean.
struct InspectionDraft {
    /// In a long layout: the columns with the question and with its answer.
    struct Long {
        let question: InspectedColumn
        let answer: InspectedColumn
    }

    /// A line of the mapping file, and what people are told beside it.
    struct Line {
        var cells: [String]
        let note: Wording?
    }

    let columns: [InspectedColumn]
    let rows: Int
    let joint: JointKey?
    let framework: Framework
    let matching: ColumnMatch
    let source: ExportOrigin
    let long: Long?
    var matches: [SurveyInspection.Match] = []
    var findings: [SurveyInspection.Finding] = []
    var lines: [Line] = []
    var used: Set<String> = []

    init(columns: [InspectedColumn], rows: Int, joint: JointKey?, framework: Framework) {
        self.columns = columns
        self.joint = joint
        self.rows = rows
        self.framework = framework
        matching = ColumnMatch(framework)
        let needed = [SurveyColumn.familyID, SurveyColumn.rt, SurveyColumn.status]
        source = ExportOrigin(columns.map(\.name), required: needed + framework.indicators.map(\.code))
        long = source.origin == .surveyFile ? nil : Self.long(columns, matching, framework)
    }

    var origin: SurveyInspection.Origin { source.origin }

    var unmatchedTargets: [String] {
        let found = Set(matches.map(\.target))
        let needed = [SurveyColumn.familyID, SurveyColumn.rt, SurveyColumn.status] + framework.indicators.map(\.code)
        return needed.filter { !found.contains($0) }
    }

    var unmatchedColumns: [String] {
        columns.map(\.name).filter { !used.contains($0) && !source.isItsOwn($0) && !$0.isEmpty }
    }

    mutating func complete() {
        noteOrigin()
        if let long {
            used.formUnion([long.question.name, long.answer.name])
            add(["layout", "", "", "", "long"])
            add(["question", long.question.name])
            add(["answer", long.answer.name])
            note(
                Wording(
                    id: "setiap baris memuat satu jawaban: kolom \(long.question.name) memuat pertanyaan dan kolom "
                        + "\(long.answer.name) jawabannya",
                    en: "each row holds one answer: column \(long.question.name) has the question and column "
                        + "\(long.answer.name) its answer"))
        }
        proposeFields()
        proposeAnswers()
        closeWithWhatIsLeft()
    }

    mutating func add(_ cells: [String], _ note: Wording? = nil) {
        lines.append(Line(cells: cells, note: note))
    }

    mutating func note(needsDecision: Bool = false, _ text: Wording) {
        findings.append(SurveyInspection.Finding(needsDecision: needsDecision, text: text))
    }

    // MARK: The file as a whole

    private mutating func noteOrigin() {
        switch origin {
        case .surveyFile:
            note(
                Wording(
                    id: "berkas ini sudah berbentuk berkas pendataan; berkas pemetaan tidak diperlukan",
                    en: "this is a survey file already; no mapping file is needed"))
        case .koboToolbox: note(Wording(id: "ekspor KoboToolbox", en: "an export of KoboToolbox"))
        case .odk: note(Wording(id: "ekspor ODK", en: "an export of ODK"))
        case .repeatedGroup:
            note(
                needsDecision: true,
                Wording(
                    id: "lembar ini memuat kelompok pertanyaan berulang, satu baris per orang, tanpa data keluarganya; "
                        + "kirim lembar utama, dan hitung jumlah orang di formulir (calculate) agar ada di lembar itu",
                    en:
                        "this sheet holds a repeated group, a row a person, without the family; send the main sheet, and "
                        + "let the form count the persons (calculate) so that the numbers are on it"))
        case .other: break
        }
        let names = columns.map(\.name)
        let doubled = Set(names.filter { name in !name.isEmpty && names.count { $0 == name } > 1 }).sorted()
        if !doubled.isEmpty {
            let list = doubled.joined(separator: ", ")
            note(
                Wording(
                    id:
                        "judul kolom ini ada lebih dari satu kali, sehingga kolomnya tidak dapat dipakai: \(list); ekspor "
                        + "dengan nama XML, bukan label",
                    en: "these titles are there more than once, so that their columns cannot be used: \(list); export "
                        + "with XML names, not labels"))
        }
    }

    /// A column whose values name at least three indicators, and at least a third of them, holds questions.
    private static func long(_ columns: [InspectedColumn], _ matching: ColumnMatch, _ framework: Framework) -> Long? {
        let enough = max(3, framework.indicators.count / 3)
        let question = columns.first { column in
            Set(column.kept.compactMap { matching.named($0.value) }).count >= enough
        }
        guard let question else { return nil }
        let others = columns.filter { $0.name != question.name }
        let hints: Set = ["jawaban", "answer", "nilai", "value", "isian", "respon", "response"]
        let answer =
            others.first { NameWords.tail($0.name).contains(anyOf: hints) }
            ?? others.max { share($0) < share($1) }
        return answer.map { Long(question: question, answer: $0) }
    }

    /// How much of a column are answers by yes and no.
    private static func share(_ column: InspectedColumn) -> Double {
        let known = column.kept.filter { ValueGuess.answer($0.value) != nil }.reduce(0) { $0 + $1.count }
        return Double(known) / Double(max(column.filled, 1))
    }

    // MARK: What is left

    private mutating func closeWithWhatIsLeft() {
        let missing = unmatchedTargets
        if !missing.isEmpty {
            for target in missing {
                add([target], Wording(id: "belum ditemukan: isi source", en: "not found: fill in source"))
            }
            let list = missing.joined(separator: ", ")
            note(
                needsDecision: true,
                Wording(
                    id:
                        "belum ditemukan kolom asal untuk: \(list); isi source pada barisnya, atau tulis rule constant dan "
                        + "means kosong bila tidak ditanyakan",
                    en:
                        "no column was found for: \(list); fill in the source on its line, or write the rule constant and "
                        + "the meaning kosong where it was not asked"))
        }
        let unsure = matches.filter { $0.certainty == .guess }.map(\.target)
        if !unsure.isEmpty {
            let list = unsure.joined(separator: ", ")
            note(
                Wording(
                    id: "hanya dugaan, periksa kolom asalnya: \(list)",
                    en: "only a guess, check where it comes from: \(list)"))
        }
        for name in unmatchedColumns { add(["-", name], Wording(id: "tidak terpakai", en: "not used")) }
    }

    /// The lines as a mapping file.
    func text(in language: Language) -> String {
        let table = lines.map { line in
            line.cells + Array(repeating: "", count: 5 - line.cells.count) + [line.note?[language] ?? ""]
        }
        return ([MappingLine.columns.map(\.name)] + table).map(CSVLine.text).joined()
    }
}
