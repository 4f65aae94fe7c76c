/// One thing wrong in a folder of configuration: in which file, where, and what to do about it.
package struct ConfigFault: Hashable, Sendable {
    /// Relative to the folder.
    package let file: String
    /// Nil where the whole file is meant.
    package let line: Int?
    /// One sentence with line and column, in Indonesian.
    package let message: String

    /// What a single cell or file shows.
    package init(_ file: String, _ fault: Fault) {
        self.file = file
        line = fault.line
        message = fault.message
    }

    /// What only several rows or files together show.
    package init(_ file: String, line: Int? = nil, column: String? = nil, value: String = "", _ sentence: String) {
        self.file = file
        self.line = line
        let place = [line.map { "baris \($0)" }, column.map { "kolom \($0)" }].compactMap { $0 }.joined(separator: ", ")
        let subject = value.isEmpty ? sentence : "\"\(value)\" – \(sentence)"
        let text = place.isEmpty ? subject : "\(place): \(subject)"
        message = text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}
