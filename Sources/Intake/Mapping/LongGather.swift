/// Puts together the rows of a table that has a row an answer: the values of each family, in the order of its columns
/// and questions.
struct LongGather: Sendable {
    /// The most families whose rows may be mixed; a village has less than a tenth of it.
    static let most = 20_000

    private struct Open: Sendable {
        let line: Int
        var values: [[UInt8]]
        /// 0 where nothing was found yet.
        var lines: [Int]
    }

    private let fields: [Int]
    private let key: [Int]
    private let question: Int
    private let answer: Int
    private let questions: [String]
    /// The names of all columns, for faults.
    private let names: [String]
    private let positions: [[UInt8]: Int]
    private let isSorted: Bool
    private var open: [[UInt8]: Open] = [:]
    private var order: [[UInt8]] = []
    private var seen: Set<[UInt8]> = []

    /// - Parameters:
    ///   - fields: Where the columns with a value of the family stand.
    ///   - key: Where those stand that tell one family from another.
    init(fields: [Int], key: [Int], question: Int, answer: Int, questions: [String], names: [String], isSorted: Bool) {
        self.fields = fields
        self.key = key
        self.question = question
        self.answer = answer
        self.questions = questions
        self.names = names
        self.isSorted = isSorted
        positions = Dictionary(
            questions.enumerated().map { (ValueList.folded(Array($1.utf8)[...]), fields.count + $0) }
        ) { first, _ in first }
    }

    /// Families that are complete with this row.
    mutating func take(_ record: CSVRecord, _ faults: inout FaultList) throws(Fault) -> [GatheredRow] {
        let name = Array(key.map { record[$0].trimmed }.joined(separator: [ASCII.lineFeed]))
        var complete: [GatheredRow] = []
        if open[name] == nil {
            if isSorted { complete = close() }
            guard open.count < Self.most else {
                throw Fault(line: record.line, code: .tooManyToGather, expected: String(Self.most))
            }
            let count = fields.count + questions.count
            open[name] = Open(
                line: record.line, values: [[UInt8]](repeating: [], count: count),
                lines: [Int](repeating: 0, count: count))
            order.append(name)
        }
        for (position, field) in fields.enumerated() { put(record, field, at: position, of: name, &faults) }
        let asked = ValueList.folded(record[question].trimmed)
        if let position = positions[asked] {
            put(record, answer, at: position, of: name, &faults)
            seen.insert(asked)
        } else if seen.count < 2 * Self.most {
            seen.insert(asked)
        }
        return complete
    }

    /// All families that are still open. A question that nobody was asked is a misspelt one.
    mutating func finish(_ faults: inout FaultList) -> [GatheredRow] {
        let asked = seen.map { String(decoding: $0, as: UTF8.self) }.sorted()
        for name in questions where !seen.contains(ValueList.folded(Array(name.utf8)[...])) {
            faults.add(
                Fault(
                    line: 1, column: names[question], text: name, code: .questionMissing,
                    expected: NearName.nearest(to: name, among: asked) ?? ""))
        }
        return close()
    }

    /// The first value stands; a later one must be the same or empty.
    private mutating func put(
        _ record: CSVRecord, _ field: Int, at position: Int, of name: [UInt8], _ faults: inout FaultList
    ) {
        let value = record[field].trimmed
        guard !value.isEmpty, let line = open[name]?.lines[position] else { return }
        if line == 0 {
            open[name]?.values[position] = Array(value)
            open[name]?.lines[position] = record.line
        } else if open[name]?.values[position] != Array(value) {
            faults.add(
                Fault(
                    line: record.line, column: names[field], value: ShownText.of(value), code: .rowsContradict,
                    expected: String(line)))
        }
    }

    private mutating func close() -> [GatheredRow] {
        let rows = order.compactMap { name in
            open[name].map { GatheredRow(line: $0.line, values: $0.values, lines: $0.lines) }
        }
        open = [:]
        order = []
        return rows
    }
}
