/// What the first bytes of a file say: its separator, or that it is no CSV file in UTF-8 at all.
struct FileStart {
    let separator: UInt8
    /// Bytes of the byte order mark, to be passed over.
    let markLength: Int

    /// - Parameter bytes: The file up to the end of its first line with something in it.
    /// - Throws: `excel_workbook` or `utf16`; both are what a spreadsheet saves when another kind was chosen.
    init(_ bytes: [UInt8]) throws(Fault) {
        let workbook: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]]
        guard !workbook.contains(where: bytes.starts) else { throw Fault(line: 1, code: .excelWorkbook) }
        let wide: [[UInt8]] = [[0xFF, 0xFE], [0xFE, 0xFF]]
        guard !wide.contains(where: bytes.starts) else { throw Fault(line: 1, code: .utf16) }
        separator = Self.commonest(in: bytes)
        markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Of `,` `;` and tab the one that occurs most outside quotes; `,` where none does.
    private static func commonest(in bytes: [UInt8]) -> UInt8 {
        var commas = 0
        var semicolons = 0
        var tabs = 0
        var isQuoted = false
        for byte in bytes {
            switch byte {
            case ASCII.quote: isQuoted.toggle()
            case ASCII.comma where !isQuoted: commas += 1
            case ASCII.semicolon where !isQuoted: semicolons += 1
            case ASCII.tab where !isQuoted: tabs += 1
            default: break
            }
        }
        if semicolons > commas && semicolons >= tabs { return ASCII.semicolon }
        return tabs > commas ? ASCII.tab : ASCII.comma
    }
}
