/// One row of a file of realisation, each cell without the blanks around it.
struct RealisationRecord {
    let line: Int
    let cells: [ArraySlice<UInt8>]
    let texts: [String]

    /// An amount where there is a readable one.
    func money(_ column: Int) -> Int? {
        guard column < cells.count, !cells[column].isEmpty else { return nil }
        return try? CellFormat<Int>.officeRupiah.read(cells[column])
    }
}

/// Hands over the records of a file one by one, wherever in the bytes it begins.
struct RecordReader {
    private let bytes: [UInt8]
    private let offset: Int
    private var position = 0
    private var csv = CSVReader()

    init(_ bytes: ArraySlice<UInt8>, line: Int) {
        self.bytes = Array(bytes)
        offset = line - 1
    }

    mutating func next() throws(Fault) -> RealisationRecord? {
        let bytes = bytes
        do throws(Fault) {
            if try csv.next(in: bytes.span, from: &position) { return record(csv.record) }
            return try csv.finish() ? record(csv.record) : nil
        } catch {
            throw Fault(
                line: error.line + offset, column: error.column, value: error.value, code: error.code,
                expected: error.expected)
        }
    }

    private func record(_ record: CSVRecord) -> RealisationRecord {
        let cells = (0..<record.count).map { record[$0].trimmed }
        return RealisationRecord(
            line: record.line + offset, cells: cells,
            texts: cells.map { cell in
                String(decoding: cell, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            })
    }
}

/// The figures of a row; the first that cannot be read is its fault.
struct RealisationCells {
    let record: RealisationRecord
    let columns: RealisationColumns
    private(set) var fault: Fault?

    init(record: RealisationRecord, columns: RealisationColumns) {
        (self.record, self.columns) = (record, columns)
    }

    mutating func rupiah(_ column: Int?) -> Int? { read(column, .officeRupiah) }
    mutating func percent(_ column: Int?) -> Int? { read(column, .officePercent) }
    mutating func hundredths(_ column: Int?) -> Int? { read(column, .officeNumber) }
    mutating func year(_ column: Int?) -> Int? { read(column, .integer(in: 2015...2100)) }

    private mutating func read(_ column: Int?, _ format: CellFormat<Int>) -> Int? {
        guard let column, column < record.cells.count, !record.cells[column].isEmpty else { return nil }
        do throws(CellRefusal) {
            return try format.read(record.cells[column])
        } catch {
            fault =
                fault
                ?? Fault(
                    line: record.line, column: columns.headings[column], value: ShownText.of(record.cells[column]),
                    code: error.code, expected: error.expected)
            return nil
        }
    }
}

extension CellFormat<Int> {
    /// As `rupiah`; a stroke alone is nothing, as a sheet in the format of accounts writes it.
    static var officeRupiah: CellFormat {
        CellFormat { cell throws(CellRefusal) in isStroke(cell) ? 0 : try rupiah.read(cell) }
    }

    /// 0 to 100 with up to two decimals and perhaps its sign.
    static var officePercent: CellFormat {
        CellFormat { cell throws(CellRefusal) in
            let number = try officeNumber.read(cell.last == 0x25 ? cell.dropLast().trimmed : cell)
            guard number <= 100_00 else { throw CellRefusal(.outOfRange, expected: "0–100") }
            return number
        }
    }

    static var officeNumber: CellFormat {
        CellFormat { cell throws(CellRefusal) in isStroke(cell) ? 0 : try hundredths.read(cell) }
    }

    /// `-`, also after Rp, and the longer ones of other alphabets.
    private static func isStroke(_ cell: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: cell, as: UTF8.self).lowercased()
        let rest =
            text.hasPrefix("rp") ? text.dropFirst(2).drop { $0 == " " || $0 == "." || $0 == "\u{A0}" } : text[...]
        return ["-", "–", "—", "−"].contains(String(rest))
    }
}
