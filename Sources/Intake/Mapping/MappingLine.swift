/// One line of a mapping file: where a value comes from, or what a value means.
struct MappingLine: Sendable {
    /// How the sources of one target become its value.
    enum Rule: String, Sendable, CaseIterable {
        /// Of several columns by yes and no: whether it holds in at least one, or in all.
        case any, all
        /// Of several columns: a person each, counts, or scores.
        case sum
        /// For persons: the number in the state that the statement names, and the number of eligible ones.
        case good, eligible
        /// The same for every family; in `means`.
        case constant
        /// The question is worded the other way round than the statement of the indicator.
        case invert
        /// In a long layout: a value of the family that is itself the answer to a question.
        case question
        /// Several columns make one identifier.
        case join
        /// How a day is written where it is not `YYYY-MM-DD`: with a time after it, or day or month first.
        case time, dmy, mdy
    }

    let line: Int
    let target: String
    let source: String?
    let rule: Rule?
    let value: String?
    let means: String?

    static let columns: [TableColumn] =
        ["target", "source", "rule", "value", "means"].map(TableColumn.required) + [.optional("note")]
}

extension TableReader<MappingLine> {
    init() {
        let text = CellFormat.text(most: 1000)
        let rules = CellFormat<MappingLine.Rule>.word
        self.init(columns: MappingLine.columns) { cells in
            let target = cells.required(at: 0, text)
            let source = cells.optional(at: 1, text)
            let rule = cells.optional(at: 2, rules)
            let value = cells.optional(at: 3, text)
            let means = cells.optional(at: 4, text)
            guard let target else { return nil }
            return MappingLine(
                line: cells.line, target: target, source: source, rule: rule, value: value, means: means)
        }
    }
}
