package import Measurement
package import Planning

/// Reads a survey file as it arrives and puts its families into a round, whoever sends the bytes.
///
/// ```swift
/// feed.read(chunk)
/// try await feed.flush()
/// // … after the last chunk:
/// let rows = try await feed.finish()
/// ```
package struct SurveyFeed: Sendable {
    private var reader: SurveyReader
    private var waiting: [SurveyedFamily] = []
    private let sink: any FamilySink

    /// - Parameter mapping: Where the file has another layout than a survey file.
    package init(framework: Framework, mapping: SurveyMapping? = nil, sink: any FamilySink) {
        reader =
            mapping.map { SurveyReader(framework: framework, mapping: $0) } ?? SurveyReader(framework: framework)
        self.sink = sink
    }

    /// How many were read so far.
    package var rows: Int { reader.rows }

    /// Whether further bytes would not be looked at.
    package var isStopped: Bool { reader.isStopped }

    /// Not asynchronous, so that a chunk can be borrowed from a network buffer.
    package mutating func read(_ chunk: Span<UInt8>) {
        reader.read(chunk) { waiting.append(SurveyedFamily($0)) }
    }

    /// The same for bytes that are at hand. (To take a span within an asynchronous function crashes this compiler.)
    package mutating func read(_ chunk: [UInt8]) {
        read(chunk.span)
    }

    /// Hands over the families read so far; to be called after every chunk, so that memory does not grow with the file.
    package mutating func flush() async throws {
        // After a fault, too: families named twice are found where they are put.
        if !waiting.isEmpty { try await sink.put(waiting) }
        waiting.removeAll(keepingCapacity: true)
    }

    /// After the last chunk: the number of rows.
    package mutating func finish() async throws -> Int {
        reader.finish { waiting.append(SurveyedFamily($0)) }
        try await flush()
        return reader.rows
    }

    /// What is wrong with what was read so far; nil where nothing is.
    package var refusal: RefusedFile? {
        reader.faults.isEmpty ? nil : RefusedFile(reader)
    }
}

/// A file with at least one fault: nothing of it is kept.
package struct RefusedFile: Error, Sendable {
    package let faults: FaultList
    package let rows: Int
    /// Rows with at least one fault.
    package let refused: Int

    package init<Row>(_ reader: TableReader<Row>) {
        (faults, rows, refused) = (reader.faults, reader.rows, reader.refused)
    }

    /// With faults that the reader could not see, each of a row of its own that it took for good; by line.
    package init<Row>(_ reader: TableReader<Row>, and others: [Fault]) {
        var all = FaultList()
        for fault in (reader.faults.kept + others).sorted(by: { $0.line < $1.line }) { all.add(fault) }
        (faults, rows) = (all, reader.rows)
        refused = reader.refused + Set(others.map(\.line)).count
    }
}

extension SurveyedFamily {
    init(_ row: SurveyRow) {
        self.init(
            line: row.line, familyID: row.familyID, rt: row.rt, status: row.status, answers: row.answers,
            enumerator: row.enumerator, interviewedOn: row.interviewedOn,
            previousFamilyID: row.previousFamilyID)
    }
}
