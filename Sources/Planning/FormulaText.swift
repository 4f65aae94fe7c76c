/// Texts that a spreadsheet takes for a formula and runs, whatever stands between the cells of its file.
///
/// An export puts an apostrophe before them, and before those that would then look as if they had got one; an import
/// takes one off, so that both together change nothing.
package enum FormulaText {
    /// Of the text without the apostrophes at its beginning, so that one more or less makes no difference.
    package static func begins(_ utf8: some Sequence<UInt8>) -> Bool {
        var bytes = utf8.drop { $0 == UInt8(ascii: "'") }.makeIterator()
        switch bytes.next() {
        case let first? where ascii.contains(first): return true
        // Those of full width (U+FF0B, U+FF0D, U+FF1D, U+FF20), which spreadsheets of East Asia read alike.
        case 0xEF: return bytes.next() == 0xBC && bytes.next().map(fullWidth.contains) ?? false
        default: return false
        }
    }

    private static let fullWidth: Set<UInt8> = [0x8B, 0x8D, 0x9D, 0xA0]
    private static let ascii = Set("=+-@\t\r\0".utf8)
}
