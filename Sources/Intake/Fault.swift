/// One thing in a sent file that cannot be accepted: where it is, what was sent, and which rule refused it.
package struct Fault: Error, Hashable, Sendable {
    /// The physical line where the row starts, from 1.
    package let line: Int
    /// The header name of the column; nil where the whole row or file is meant.
    package let column: String?
    /// As sent, made safe to show by `ShownText`; empty where nothing was sent or no single value is meant.
    package let value: String
    package let code: Code
    /// What would have been right, where that depends on the file: a name, a number, allowed words.
    package let expected: String?

    package init(line: Int, column: String? = nil, value: String = "", code: Code, expected: String? = nil) {
        self.line = line
        self.column = column
        self.value = value
        self.code = code
        self.expected = expected
    }

    /// What only the whole file, or the database, can tell of one cell.
    package init(line: Int, column: String, text: String, code: Code, expected: String? = nil) {
        self.init(
            line: line, column: column, value: ShownText.of(Array(text.utf8)[...]), code: code, expected: expected)
    }

    /// A family that another line of the same file names too; only the database sees both.
    package static func duplicateFamily(line: Int, familyID: String, otherLine: Int) -> Fault {
        Fault(
            line: line, column: SurveyColumn.familyID, value: ShownText.of(Array(familyID.utf8)[...]),
            code: .duplicateFamily, expected: String(otherLine))
    }
}
