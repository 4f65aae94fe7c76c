internal import Phrasing

/// A column that a file must or may have, by the exact name in its header line.
package struct TableColumn: Hashable, Sendable {
    package let name: String
    package let isRequired: Bool
    /// What the same column is called in an export of ours.
    package var exportedAs: String?
    /// What it is called in a form that people fill in, in each language.
    private(set) var titles: [String] = []

    package static func required(_ name: String) -> TableColumn { TableColumn(name: name, isRequired: true) }
    package static func optional(_ name: String) -> TableColumn { TableColumn(name: name, isRequired: false) }

    func exported(as name: String) -> TableColumn {
        var column = self
        column.exportedAs = name
        return column
    }
}

extension TableColumn {
    func titled(_ title: Wording?) -> TableColumn {
        var column = self
        column.titles = title.map { title in Language.allCases.map { title[$0] } } ?? []
        return column
    }

    fileprivate var otherNames: [String] { titles + (exportedAs.map { [$0] } ?? []) }
}

/// Where the columns of a table stand in the file at hand; their order in the file does not matter.
struct TableHeader: Sendable {
    /// In the table's order; as the file calls them, where it has them.
    let names: [String]
    /// In the table's order; nil where an optional column is absent.
    let fields: [Int?]
    /// In the file's order.
    let sentNames: [String]
    private let positions: [String: Int]

    /// Before a header was read: every column absent.
    init() {
        (names, fields, sentNames, positions) = ([], [], [], [:])
    }

    /// Nil where the header has a fault, since no row can be judged by it; all of its faults are added.
    init?(_ record: CSVRecord, columns: [TableColumn], faults: inout FaultList) {
        let before = faults.count
        var names = columns.map(\.name)
        let sent = (0..<record.count).map { record[$0] }
        let sentNames = sent.map { String(decoding: $0, as: UTF8.self) }
        var fields = [Int?](repeating: nil, count: names.count)
        let aliases = columns.enumerated().flatMap { index, column in column.otherNames.map { ($0, index) } }
        let positions = Dictionary(Array(zip(names, 0...)) + aliases) { first, _ in first }
        var strangers: [Int] = []
        for (field, name) in sentNames.enumerated() {
            if let position = positions[name] {
                if fields[position] != nil { faults.add(Fault(line: record.line, column: name, code: .doubledColumn)) }
                fields[position] = fields[position] ?? field
                names[position] = name
            } else {
                strangers.append(field)
            }
        }
        // A misspelt column is one fault, not an unknown column and a missing one.
        var absent = columns.filter { positions[$0.name].flatMap { fields[$0] } == nil }
        for field in strangers {
            let value = ShownText.of(sent[field])
            if sent[field].trimmed.isEmpty {
                faults.add(Fault(line: record.line, code: .unnamedColumn, expected: String(field + 1)))
            } else if let near = NearName.nearest(to: sentNames[field], among: absent.map(\.name)) {
                absent.removeAll { $0.name == near }
                faults.add(Fault(line: record.line, value: value, code: .misnamedColumn, expected: near))
            } else {
                faults.add(Fault(line: record.line, value: value, code: .unknownColumn))
            }
        }
        for column in absent where column.isRequired {
            faults.add(Fault(line: record.line, column: column.name, code: .missingColumn))
        }
        guard faults.count == before else { return nil }
        (self.names, self.fields, self.sentNames, self.positions) = (names, fields, sentNames, positions)
    }

    /// Of a table that a mapping makes: its columns in order, beside what the file calls its own.
    init(mapped names: [String], sentNames: [String]) {
        (self.names, fields, self.sentNames) = (names, Array(names.indices), sentNames)
        positions = Dictionary(zip(names, 0...)) { first, _ in first }
    }

    func sentName(_ field: Int) -> String? { field < sentNames.count ? sentNames[field] : nil }

    func position(of name: String) -> Int? { positions[name] }
}
