package import Measurement

/// Looks at a table of unknown layout, row by row and in constant memory, and proposes how to read it.
///
/// ```swift
/// var inspector = SurveyInspector(framework: framework)
/// inspector.read(chunk)
/// // … after the last chunk, or when enough was seen:
/// let inspection = try inspector.finish()
/// ```
package struct SurveyInspector: Sendable {
    private let framework: Framework
    private var csv = CSVReader()
    private var columns: [InspectedColumn] = []
    private var rows = 0
    private var joint: JointKey?
    private var hasHeader = false
    private var fault: Fault?

    package init(framework: Framework) {
        self.framework = framework
    }

    /// Whether further bytes would not be looked at: after a fault that makes the rest unreadable.
    package var isStopped: Bool { fault != nil }

    package mutating func read(_ chunk: Span<UInt8>) {
        guard fault == nil else { return }
        var position = 0
        do throws(Fault) {
            while try csv.next(in: chunk, from: &position) { take(csv.record) }
        } catch {
            fault = error
        }
    }

    /// - Throws: Where the bytes are no table that can be read, with what to do about it.
    package mutating func finish() throws(Fault) -> SurveyInspection {
        if let fault { throw fault }
        while try csv.finish() { take(csv.record) }
        guard hasHeader else { throw Fault(line: 1, code: .emptyFile) }
        guard rows > 0 else { throw Fault(line: 1, code: .noRows) }
        return SurveyInspection(columns: columns, rows: rows, joint: joint, framework: framework)
    }

    private mutating func take(_ record: CSVRecord) {
        guard hasHeader else {
            columns = (0..<record.count).map { field in
                InspectedColumn(name: String(decoding: record[field].trimmed, as: UTF8.self))
            }
            hasHeader = true
            joint = JointKey(columns.map(\.name), ColumnMatch(framework))
            return
        }
        rows += 1
        for field in 0..<min(record.count, columns.count) { columns[field].add(record[field].trimmed) }
        joint?.add(record)
    }
}

/// What was seen in one column.
package struct InspectedColumn: Sendable {
    /// More different values than this are no list of answers, and may be names: they are not shown.
    static let mostShown = 20
    /// More than this are not told apart.
    static let mostKept = 400

    package let name: String
    /// Cells that are not empty.
    package private(set) var filled = 0
    /// The sum of the cells that are whole numbers.
    private(set) var sum = 0
    private(set) var numbers = 0
    private var counts: [String: Int] = [:]
    private var isOverflowing = false
    private var hashes: Set<Int> = []
    private(set) var hasDoubles = false

    /// How many different values there are, up to the number that is told apart.
    var distinct: Int { hashes.count }

    init(name: String) {
        self.name = name
    }

    mutating func add(_ cell: ArraySlice<UInt8>) {
        guard !cell.isEmpty else { return }
        filled += 1
        if let number = cell.digits {
            numbers += 1
            sum = min(sum + min(number, 1 << 30), 1 << 60)
        }
        let text = String(decoding: cell, as: UTF8.self)
        if hashes.count < 100_000, !hashes.insert(text.hashValue).inserted { hasDoubles = true }
        if counts[text] != nil || counts.count < Self.mostKept {
            counts[text, default: 0] += 1
        } else {
            isOverflowing = true
        }
    }

    /// Every value and how often it is there, the commonest first; nil where there are too many to be a list.
    package var values: [(value: String, count: Int)]? {
        isOverflowing || counts.count > Self.mostShown ? nil : sorted
    }

    /// The same where there may be more: for judging, not for showing.
    var kept: [(value: String, count: Int)] { sorted }

    private var sorted: [(value: String, count: Int)] {
        counts.map { (value: $0.key, count: $0.value) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    /// Whether every cell that is filled has a number of persons or points.
    var isCounts: Bool { filled > 0 && numbers == filled }

    /// Whether it holds nothing but what a choice of several answers does.
    var isFlags: Bool {
        guard filled > 0, let values else { return false }
        return values.allSatisfy { ["0", "1", "true", "false"].contains($0.value.lowercased()) }
    }
}
