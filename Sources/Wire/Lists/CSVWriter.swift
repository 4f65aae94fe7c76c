package import Planning

/// Writes rows of CSV (RFC 4180) in UTF-8: commas, CRLF, numbers with a decimal point.
package struct CSVWriter {
    package private(set) var bytes: [UInt8] = []
    private var isBeside = false

    package init() {}

    /// Hands over what was written so far.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    mutating func endRow() {
        bytes.append(UInt8(ascii: "\r"))
        bytes.append(UInt8(ascii: "\n"))
        isBeside = false
    }

    /// What can be neither a formula nor in need of quotes: a number, a day, a code of ours.
    mutating func plain(_ text: String) {
        next()
        bytes.append(contentsOf: text.utf8)
    }

    /// What somebody wrote. A text that a spreadsheet would take for a formula gets an apostrophe before it, and so
    /// does one that would then look as if it had got one, so that an import can take it off again.
    mutating func text(_ text: String) {
        next()
        let needsGuard = FormulaText.begins(text.utf8)
        let needsQuotes = text.utf8.contains { Self.special.contains($0) }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
        if needsGuard { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }

    private mutating func next() {
        if isBeside { bytes.append(UInt8(ascii: ",")) }
        isBeside = true
    }

    private static let special = Set("\",\r\n".utf8)
}

/// A value that fits one cell.
package protocol CSVCell {
    func write(to csv: inout CSVWriter)
}

/// One column of a list.
package struct CSVColumn<Item>: Sendable {
    package let name: String
    fileprivate let write: @Sendable (Item, inout CSVWriter) -> Void

    init<Value: CSVCell & SendableMetatype>(_ name: String, _ value: @escaping @Sendable (Item) -> Value) {
        self.name = name
        write = { item, csv in value(item).write(to: &csv) }
    }

    fileprivate init(name: String, write: @escaping @Sendable (Item, inout CSVWriter) -> Void) {
        self.name = name
        self.write = write
    }

    /// The member of the JSON representation that the column is part of.
    package var member: String { String(name.prefix { $0 != "." }) }

    /// The same column of something that belongs to an `Outer`.
    func within<Outer>(
        _ prefix: String, _ inner: @escaping @Sendable (Outer) -> Item?
    ) -> CSVColumn<Outer> {
        let write = write
        return CSVColumn<Outer>(name: "\(prefix).\(name)") { outer, csv in
            if let item = inner(outer) { write(item, &csv) } else { csv.plain("") }
        }
    }
}

/// A list as a table.
package struct CSVTable<Item: ListItem>: Sendable {
    private let columns: [CSVColumn<Expanded<Item>>]

    package init(_ view: ListView) {
        let own = Item.columns.filter { view.members?.contains($0.member) ?? true }
        var columns = own.map { column in
            CSVColumn<Expanded<Item>>(name: column.name) { row, csv in column.write(row.item, &csv) }
        }
        if view.expansions.contains(.lokus) { columns += Lokus.columns.map { $0.within("lokus") { $0.lokus } } }
        if view.expansions.contains(.plan) { columns += ActionPlan.columns.map { $0.within("plan") { $0.plan } } }
        if view.expansions.contains(.intervention) {
            columns += Intervention.columns.map { $0.within("intervention") { $0.intervention } }
        }
        self.columns = columns
    }

    package func writeHeader(to csv: inout CSVWriter) {
        for column in columns { csv.plain(column.name) }
        csv.endRow()
    }

    package func write(_ row: Expanded<Item>, to csv: inout CSVWriter) {
        for column in columns { column.write(row, &csv) }
        csv.endRow()
    }
}
