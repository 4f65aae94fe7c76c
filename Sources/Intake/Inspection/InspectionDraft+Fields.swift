internal import Measurement
internal import Phrasing

/// Who the family is, where, and how it was met.
extension InspectionDraft {
    mutating func proposeFields() {
        for target in MappingReading.fields {
            if let (column, score) = best(target) {
                propose(target, column, SurveyInspection.Certainty(score))
            } else {
                proposeWithout(target)
            }
        }
    }

    private func best(_ target: String) -> (column: InspectedColumn, score: Double)? {
        let found = columns.flatMap { column in
            matching.candidates(column.name).filter { $0.target == target && isFree(column, for: target) }
                .map { (column: column, score: $0.score) }
        }
        return found.max { $0.score < $1.score }
    }

    private func isFree(_ column: InspectedColumn, for target: String) -> Bool {
        guard !used.contains(column.name), columns.count(where: { $0.name == column.name }) == 1 else { return false }
        return target == SurveyColumn.interviewedOn || !source.isItsOwn(column.name)
    }

    private mutating func propose(
        _ target: String, _ column: InspectedColumn, _ certainty: SurveyInspection.Certainty
    ) {
        used.insert(column.name)
        if target == SurveyColumn.familyID && long == nil && column.hasDoubles { return proposeRepeated(column) }
        let isExact = column.name == target
        let rule = target == SurveyColumn.interviewedOn && !isExact ? dayRule(column) : nil
        matches.append(
            SurveyInspection.Match(target: target, sources: [column.name], rule: rule, certainty: certainty))
        add([target, column.name, rule ?? ""], isExact ? nil : certainty.word)
        if target == SurveyColumn.status { proposeStatuses(column) }
    }

    /// Numbers that come again tell no family from another, however their column is called.
    private mutating func proposeRepeated(_ column: InspectedColumn) {
        let rt = best(SurveyColumn.rt)?.column.name
        let other = rt.flatMap { joint?.tellsRowsApart(column.name, $0) == true ? $0 : nil }
        let sources = (other.map { [$0] } ?? []) + [column.name]
        matches.append(
            SurveyInspection.Match(
                target: SurveyColumn.familyID, sources: sources, rule: other == nil ? nil : "join", certainty: .guess))
        let word = SurveyInspection.Certainty.guess.word
        for source in sources { add([SurveyColumn.familyID, source, other == nil ? "" : "join"], word) }
        let seen = Wording(
            id: "kolom \(column.name) tidak berbeda untuk setiap baris (\(column.distinct) nilai pada \(rows) baris), "
                + "padahal menjadi nomor keluarga; ",
            en:
                "column \(column.name) does not differ in every row (\(column.distinct) values in \(rows) rows), although "
                + "it is to tell families apart; ")
        let way =
            if let other {
                Wording(
                    id:
                        "digabung dengan kolom \(other) (rule join) setiap baris berbeda, dan diusulkan demikian; periksa",
                    en: "joined with column \(other) (rule join) every row differs, and so it is proposed; check")
            } else if let rt {
                Wording(
                    id:
                        "bersama kolom \(rt) pun masih berulang; tambahkan baris dengan kolom yang membedakan keluarga, dengan "
                        + "rule join pada semuanya",
                    en:
                        "together with column \(rt) it still comes again; add a line with the column that tells families "
                        + "apart, with the rule join on each")
            } else {
                Wording(
                    id: "bila nomornya berulang di tiap RT, tambahkan baris kolom RT dengan rule join pada keduanya",
                    en:
                        "where numbers start again in each RT, add a line with the RT's column and the rule join on both"
                )
            }
        note(
            needsDecision: other == nil,
            Wording(
                id: seen[.indonesian] + way[.indonesian], en: seen[.english] + way[.english]))
    }

    private mutating func proposeWithout(_ target: String) {
        switch target {
        case SurveyColumn.familyID:
            guard let name = source.submission, let column = columns.first(where: { $0.name == name }) else { return }
            propose(target, column, .guess)
            note(
                Wording(
                    id:
                        "tidak ada nomor keluarga; \(name) membedakan kiriman, tetapi keluarga yang sama mendapat nomor "
                        + "lain pada pendataan berikutnya, sehingga tidak dapat dicocokkan",
                    en: "there is no number of the family; \(name) tells submissions apart, but the same family gets "
                        + "another one in the next round, and cannot be matched"))
        case SurveyColumn.status where origin != .surveyFile:
            matches.append(
                SurveyInspection.Match(target: target, sources: [], rule: "constant", certainty: .guess))
            add([target, "", "constant", "", "1"], Wording(id: "periksa", en: "check"))
            note(
                Wording(
                    id: "tidak ada kolom hasil kunjungan; semua keluarga dianggap 1 (Lengkap)",
                    en: "there is no column with the status of the visit; all families are taken as 1 (complete)"))
        default: break
        }
    }

    private mutating func proposeStatuses(_ column: InspectedColumn) {
        let folded = Dictionary(column.kept.map { ($0.value.lowercased(), $0.count) }, uniquingKeysWith: +)
        for (value, count) in folded.sorted(by: { $0.key < $1.key })
        where !["1", "2", "3", "4", "5"].contains(value) {
            let meaning = ValueGuess.status(value)
            add([SurveyColumn.status, "", "", value, meaning ?? ""], Self.times(count))
            if meaning == nil { noteUnknown(value, column.name, Wording(id: "1 sampai 5", en: "1 to 5")) }
        }
    }

    mutating func noteUnknown(_ value: String, _ column: String, _ allowed: Wording) {
        note(
            needsDecision: true,
            Wording(
                id:
                    "arti \"\(value)\" pada kolom \(column) belum diketahui; isi means pada barisnya: \(allowed[.indonesian])",
                en: "what \"\(value)\" in column \(column) means is not known; fill in means on its line: "
                    + allowed[.english]))
    }

    static func times(_ count: Int) -> Wording {
        Wording(id: "\(count) kali", en: count == 1 ? "once" : "\(count) times")
    }

    /// How the days of a column are written; nil for `YYYY-MM-DD`.
    private mutating func dayRule(_ column: InspectedColumn) -> String? {
        let values = column.kept.map(\.value)
        if values.allSatisfy({ $0.count == 10 && $0.dropFirst(4).first == "-" }) { return nil }
        if values.allSatisfy({ $0.count > 10 && $0.dropFirst(4).first == "-" }) { return "time" }
        let parts = values.map { $0.prefix { $0 != " " }.split { "/-.".contains($0) }.map { Int($0) ?? 0 } }
        guard parts.allSatisfy({ $0.count == 3 }) else { return nil }
        if parts.contains(where: { $0[1] > 12 }) { return "mdy" }
        if !parts.contains(where: { $0[0] > 12 }) {
            note(
                Wording(
                    id:
                        "kolom \(column.name): tidak terlihat apakah hari atau bulan yang ditulis lebih dahulu; dianggap "
                        + "hari (rule dmy)",
                    en: "column \(column.name): it cannot be seen whether day or month comes first; taken as the day "
                        + "(rule dmy)"))
        }
        return "dmy"
    }
}
