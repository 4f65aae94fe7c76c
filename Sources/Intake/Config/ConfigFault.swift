package import Phrasing

/// One thing wrong in a folder of configuration: in which file, where, and what to do about it.
package struct ConfigFault: Hashable, Sendable {
    /// Relative to the folder.
    package let file: String
    /// Nil where the whole file is meant.
    package let line: Int?
    /// One sentence with line and column.
    package let message: Wording

    /// What a single cell or file shows.
    package init(_ file: String, _ fault: Fault) {
        self.file = file
        line = fault.line
        message = fault.message
    }

    /// What only several rows or files together show.
    package init(_ file: String, line: Int? = nil, column: String? = nil, value: String = "", _ explanation: Wording) {
        self.file = file
        self.line = line
        message = Fault.sentence(explanation, line: line, column: column, value: value)
    }
}
