internal import Crypto
internal import Hummingbird
internal import Intake
internal import Measurement
internal import NIOCore
internal import Planning

/// A survey file in the body of a request: it passes through, hashed, read and handed on, and is never held.
struct SurveyFile {
    let request: Request
    /// How many families are handed on at a time.
    let batch: Int

    /// Hands the families to `sink`; throws what is wrong with the file once all of it was read.
    func read(by framework: Framework, into sink: any FamilySink) async throws -> SurveyFileSummary {
        var chunks = try BodyChunks(of: request)
        var reading = SurveyReading(SurveyReader(framework: framework))
        while !reading.reader.isStopped, let chunk = try await chunks.next() {
            reading.take(chunk)
            try await reading.handOver(to: sink, atLeast: batch)
        }
        reading.finish()
        let faults = reading.reader.faults
        guard faults.isEmpty else { throw Rejection(faults, rowsRead: reading.reader.rows) }
        try await reading.handOver(to: sink, atLeast: 1)
        return SurveyFileSummary(sha256: Array(reading.hash.finalize()), rowsRead: reading.reader.rows)
    }

    /// Reads to the end without keeping anything.
    func sha256() async throws -> [UInt8] {
        var chunks = try BodyChunks(of: request)
        var hash = SHA256()
        while let chunk = try await chunks.next() { chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) } }
        return Array(hash.finalize())
    }
}

/// The state of reading one file.
private struct SurveyReading {
    var reader: SurveyReader
    var hash = SHA256()
    private var families: [SurveyedFamily] = []

    init(_ reader: SurveyReader) {
        self.reader = reader
    }

    mutating func take(_ chunk: ByteBuffer) {
        chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        var found: [SurveyedFamily] = []
        reader.read(chunk.readableBytesUInt8Span) { found.append(SurveyedFamily($0)) }
        families += found
    }

    mutating func finish() {
        var found: [SurveyedFamily] = []
        reader.finish { found.append(SurveyedFamily($0)) }
        families += found
    }

    /// Once a fault is known nothing will be kept, so that the rest is only read to find further faults.
    mutating func handOver(to sink: any FamilySink, atLeast count: Int) async throws {
        if reader.faults.isEmpty && families.count >= count { try await sink.put(families) }
        if !reader.faults.isEmpty || families.count >= count { families.removeAll(keepingCapacity: true) }
    }
}

extension SurveyedFamily {
    fileprivate init(_ row: SurveyRow) {
        self.init(
            line: row.line, familyID: row.familyID, rt: row.rt, status: row.status, answers: row.answers,
            enumerator: row.enumerator, interviewedOn: row.interviewedOn.flatMap(CalendarDay.init),
            previousFamilyID: row.previousFamilyID)
    }
}
