package import Measurement

/// How the table of another survey becomes the columns of a survey file, read from a mapping file and found valid.
///
/// A mapping file is a table that people edit in a spreadsheet, a line a statement:
///
/// | target | source | rule | value | means |
/// |---|---|---|---|---|
/// | `family_id` | `_uuid` | | | |
/// | `status` | `hasil` | | | |
/// | `status` | | | `selesai` | `1` |
/// | `*` | | | `2` | `kosong` |
/// | `KLS-02` | `anak_berakta` | `good` | | |
/// | `KLS-02` | `anak` | `eligible` | | |
/// | `layout` | | | | `long` |
///
/// Columns of the table that no line names are not looked at. A value that no line lists stays as it is, and is then
/// judged like a cell of a survey file: nothing is guessed.
package struct SurveyMapping: Sendable {
    enum Layout: String, Sendable, CaseIterable {
        /// A row a family.
        case wide
        /// A row an answer, in any order; families are gathered, up to `LongGather.most`.
        case long
        /// A row an answer, the rows of a family one after the other, for files of any length.
        case sorted = "long_sorted"
    }

    let layout: Layout
    /// In a long layout: the columns with the question and its answer.
    let question: String
    let answer: String
    /// Whether answers in a row without an interview are dropped rather than refused.
    let dropsWithoutInterview: Bool
    /// By the name of the column of a survey file.
    let targets: [String: MappedTarget]

    /// - Parameter bytes: A mapping file.
    /// - Throws: `RefusedMapping` with everything that is wrong with it.
    package init(_ bytes: [UInt8], framework: Framework) throws(RefusedMapping) {
        var reader = TableReader<MappingLine>()
        var lines: [MappingLine] = []
        reader.read(bytes.span) { lines.append($0) }
        reader.finish { lines.append($0) }
        guard reader.faults.isEmpty else { throw RefusedMapping(faults: reader.faults) }
        var reading = MappingReading(framework: framework)
        let mapping = reading.mapping(lines)
        guard let mapping, reading.faults.isEmpty else { throw RefusedMapping(faults: reading.faults) }
        self = mapping
    }

    init(
        layout: Layout, question: String, answer: String, dropsWithoutInterview: Bool, targets: [String: MappedTarget]
    ) {
        self.layout = layout
        self.question = question
        self.answer = answer
        self.dropsWithoutInterview = dropsWithoutInterview
        self.targets = targets
    }
}

/// A mapping file that cannot be used; its faults name line, column and value of the mapping file.
package struct RefusedMapping: Error, Sendable {
    /// Never empty.
    package let faults: FaultList
}

extension SurveyReader {
    /// For a table of another layout: what the mapping makes of it is read like a survey file, and every fault names
    /// line, column and value of the table itself.
    package init(framework: Framework, mapping: SurveyMapping) {
        self.init(framework: framework)
        self.mapping = MappedTable(mapping, columns: columns.map(\.name), indicators: framework.indicators.map(\.code))
    }
}
