/// Why one cell cannot be read; line, column and value are added by whoever knows them.
package struct CellRefusal: Error, Hashable, Sendable {
    package let code: Fault.Code
    package let expected: String?

    package init(_ code: Fault.Code, expected: String? = nil) {
        self.code = code
        self.expected = expected
    }
}

/// How the bytes of a cell, never empty and without surrounding blanks, become a value.
package struct CellFormat<Value>: Sendable {
    package let read: @Sendable (ArraySlice<UInt8>) throws(CellRefusal) -> Value

    package init(_ read: @escaping @Sendable (ArraySlice<UInt8>) throws(CellRefusal) -> Value) {
        self.read = read
    }

    /// Several values separated by `;`, at least one, none empty.
    package static func list<Item: Hashable & Sendable>(of item: CellFormat<Item>) -> CellFormat where Value == [Item] {
        CellFormat { cell throws(CellRefusal) in
            var items: [Item] = []
            for part in parts(cell) {
                guard !part.isEmpty else { throw CellRefusal(.emptyListItem) }
                items.append(try item.read(part))
            }
            return items
        }
    }

    /// The same where no value may stand twice.
    package static func set<Item: Hashable & Sendable>(of item: CellFormat<Item>) -> CellFormat where Value == [Item] {
        let list = CellFormat.list(of: item)
        return CellFormat { cell throws(CellRefusal) in
            let items = try list.read(cell)
            guard Set(items).count == items.count else { throw CellRefusal(.doubledListItem) }
            return items
        }
    }

    /// The same where a place may be left empty.
    package static func listWithGaps<Item: Sendable>(of item: CellFormat<Item>) -> CellFormat where Value == [Item?] {
        CellFormat { cell throws(CellRefusal) in
            var items: [Item?] = []
            for part in parts(cell) { items.append(part.isEmpty ? nil : try item.read(part)) }
            return items
        }
    }

    private static func parts(_ cell: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        cell.split(separator: ASCII.semicolon, omittingEmptySubsequences: false).map(\.trimmed)
    }
}
