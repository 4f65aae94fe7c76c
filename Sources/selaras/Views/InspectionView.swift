internal import Intake
internal import Phrasing
internal import Wire

/// What a table of unknown layout probably is.
struct InspectionView {
    let inspection: SurveyInspection
    let fileName: String
    let language: Language

    private static let matches = [
        Column("target", .surveyColumn, .code), Column("sources", .tableColumn), Column("rule", .mappingRule, .code),
        Column("certainty", .certainty, .word(.matchCertainty), tone: { $0["certainty"] == "guess" ? .bad : .plain }),
    ]

    private static let columns = [
        Column("name", .tableColumn), Column("filled", .filled, .integer), Column("values", .values, words: values),
    ]

    private static let findings = [
        Column("message", .finding),
        Column(
            "needs_decision", .needsDecision, .yesNo, tone: { $0["needs_decision"].flag == true ? .bad : .plain }),
    ]

    var answer: Answer {
        let document = document
        let matched = Table(columns: Self.matches, rows: document["matches"].items, name: .member("target"))
        return Answer(
            document: .made(document), table: matched,
            page: [
                .title(fileName),
                .facts([
                    Fact(.tableOrigin, Cell.text(document["origin"], .word(.tableOrigin), in: language)),
                    Fact(.layout, Cell.text(document["layout"], .word(.tableLayout), in: language)),
                    Fact(.rowsRead, language.integer(inspection.rows)),
                ]),
                .table(Table(columns: Self.columns, rows: document["columns"].items)), .table(matched),
            ] + left + [.table(Table(columns: Self.findings, rows: document["findings"].items))])
    }

    private var left: [Block] {
        // What was found for no column of a survey file stands among the findings, with what to do about it.
        let columns = inspection.unmatchedColumns
        return columns.isEmpty ? [] : [.line(Phrase.notUsed(columns.joined(separator: ", ")).text(in: language))]
    }

    private var document: JSONValue {
        func list(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
        let columns = inspection.columns.map { column -> JSONValue in
            let values = column.values.map { values in
                JSONValue.array(values.map { ["value": .string($0.value), "count": .integer($0.count)] })
            }
            return ["name": .string(column.name), "filled": .integer(column.filled), "values": values ?? .null]
        }
        let matches = inspection.matches.map { match -> JSONValue in
            [
                "target": .string(match.target), "sources": list(match.sources),
                "rule": match.rule.map { .string($0) } ?? .null, "certainty": .string(match.certainty.rawValue),
            ]
        }
        let findings = inspection.findings.sorted { $0.needsDecision && !$1.needsDecision }
        return [
            "origin": .string(inspection.origin.rawValue), "layout": inspection.isLong ? "long" : "wide",
            "rows": .integer(inspection.rows), "columns": .array(columns), "matches": .array(matches),
            "unmatched_targets": list(inspection.unmatchedTargets),
            "unmatched_columns": list(inspection.unmatchedColumns),
            "findings": .array(
                findings.map { ["message": .string($0.text[language]), "needs_decision": .bool($0.needsDecision)] }),
            "mapping": .string(inspection.mapping(in: language)),
        ]
    }

    /// `ya (41), tidak (20)`; what has too many values to be a list of answers may be names of people.
    private static func values(_ row: JSONValue, _ language: Language) -> String {
        if row["values"].isNull { return Phrase.manyValues.text(in: language) }
        let values = row["values"].items.map { value in
            Phrase.timesSeen(
                Visible.text(value["value"].text ?? ""), Cell.text(value["count"], .integer, in: language)
            ).text(in: language)
        }
        return values.isEmpty ? Cell.absent : values.joined(separator: ", ")
    }
}
