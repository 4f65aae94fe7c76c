/// One row of a table whose header is known: its cells by column, and where its faults go.
package struct Cells: Sendable {
    var record = CSVRecord()
    var header = TableHeader()
    var faults = FaultList()
    /// Set where a mapping made the row of another table, which its faults must name.
    var origin: RowOrigin?

    /// The physical line where the row starts.
    package var line: Int { record.line }

    /// The bytes of a cell without surrounding blanks; empty also where an optional column is absent.
    ///
    /// - Parameter position: The column's place in the list that the table was declared with.
    package func bytes(at position: Int) -> ArraySlice<UInt8> {
        guard position < header.fields.count, let field = header.fields[position] else { return [] }
        return record[field].trimmed
    }

    /// The same by the column's name.
    package func bytes(of column: String) -> ArraySlice<UInt8> {
        header.position(of: column).map { bytes(at: $0) } ?? []
    }

    /// Whether the file calls this column as our exports do.
    package func isExported(_ column: TableColumn) -> Bool {
        guard let position = header.position(of: column.name), position < header.names.count else { return false }
        return header.names[position] == column.exportedAs
    }

    /// A cell that must not be empty; nil where it has a fault, which is then counted.
    package mutating func required<Value>(_ column: String, _ format: CellFormat<Value>) -> Value? {
        guard let position = header.position(of: column) else { return nil }
        return required(at: position, format)
    }

    /// A cell that may be empty; nil there too.
    package mutating func optional<Value>(_ column: String, _ format: CellFormat<Value>) -> Value? {
        guard let position = header.position(of: column) else { return nil }
        return optional(at: position, format)
    }

    package mutating func required<Value>(at position: Int, _ format: CellFormat<Value>) -> Value? {
        if bytes(at: position).isEmpty {
            refuse(at: position, .valueMissing)
            return nil
        }
        return optional(at: position, format)
    }

    package mutating func optional<Value>(at position: Int, _ format: CellFormat<Value>) -> Value? {
        let cell = bytes(at: position)
        return cell.isEmpty ? nil : read(cell, at: position, format)
    }

    private mutating func read<Value>(
        _ cell: ArraySlice<UInt8>, at position: Int, _ format: CellFormat<Value>
    ) -> Value? {
        do throws(CellRefusal) {
            return try format.read(cell)
        } catch {
            refuse(at: position, error.code, expected: error.expected)
            return nil
        }
    }

    /// The same with the blanks around it, which belong to what somebody wrote; nil where there is nothing else.
    package mutating func asWritten<Value>(_ column: String, _ format: CellFormat<Value>) -> Value? {
        guard let position = header.position(of: column), !bytes(at: position).isEmpty,
            let field = header.fields[position]
        else { return nil }
        return read(record[field], at: position, format)
    }

    /// Refuses the row for what this cell says.
    package mutating func refuse(at position: Int, _ code: Fault.Code, expected: String? = nil) {
        let field = position < header.fields.count ? header.fields[position] : nil
        if let origin {
            let cell = field.map { $0 < record.count ? record[$0] : [] } ?? []
            return faults.add(origin.fault(at: position, header.names[position], cell, code, expected))
        }
        faults.add(
            Fault(
                line: record.line, column: header.names[position], value: field.map { ShownText.of(record[$0]) } ?? "",
                code: code, expected: expected))
    }

    /// The same by the column's name.
    package mutating func refuse(_ column: String, _ code: Fault.Code, expected: String? = nil) {
        guard let position = header.position(of: column) else { return }
        refuse(at: position, code, expected: expected)
    }

    /// Whether the row has the shape that the header asks for; its fault is counted where not.
    mutating func hasShape() -> Bool {
        let fault: (code: Fault.Code, field: Int?)? =
            switch record.flaw {
            case .quoteLeftOpen(let field): (.quoteLeftOpen, field)
            case .bytesAfterQuote(let field): (.bytesAfterQuote, field)
            case .tooManyFields: (.tooManyFields, nil)
            case nil where record.bytes.isEmpty: (.emptyRow, nil)
            case nil where record.count < header.sentNames.count: (.tooFewFields, nil)
            case nil where record.count > header.sentNames.count: (.tooManyFields, nil)
            case nil: nil
            }
        guard let fault else { return true }
        let isCount = fault.code == .tooFewFields || fault.code == .tooManyFields
        let sent = fault.field.map { $0 < record.count ? ShownText.of(record[$0]) : "" }
        faults.add(
            Fault(
                line: record.line, column: fault.field.flatMap(header.sentName),
                value: isCount ? String(record.count) : sent ?? "", code: fault.code,
                expected: isCount && !header.sentNames.isEmpty ? String(header.sentNames.count) : nil))
        return false
    }
}
