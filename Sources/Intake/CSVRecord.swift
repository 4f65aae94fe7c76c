/// One record of a CSV file: its fields as byte ranges of one buffer, quotes already taken off.
///
/// The reader reuses the buffer; whoever keeps a record keeps a copy of its bytes.
package struct CSVRecord: Sendable {
    /// What is wrong with the shape of one record, where reading can go on with the next.
    package enum Flaw: Hashable, Sendable {
        /// The file ended inside quotes, in this field.
        case quoteLeftOpen(field: Int)
        /// Something other than a separator or a line end follows a closing quote, in this field.
        case bytesAfterQuote(field: Int)
        /// More fields than the reader's limit; those above it are dropped.
        case tooManyFields
    }

    /// The physical line where the record starts, from 1; quoted line ends count as lines.
    package internal(set) var line = 1
    /// The position among the records, from 1; blank lines are none.
    package internal(set) var number = 1
    package internal(set) var flaw: Flaw?
    var bytes: [UInt8] = []
    var ends: [Int] = []

    /// The number of fields.
    package var count: Int { ends.count }

    /// The bytes of a field, from 0.
    package subscript(field: Int) -> ArraySlice<UInt8> {
        bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
    }

    /// The bytes after the last finished field.
    var unfinished: ArraySlice<UInt8> { bytes[(ends.last ?? 0)...] }
}
