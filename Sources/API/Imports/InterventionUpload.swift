internal import Crypto
internal import Hummingbird
internal import Intake
internal import NIOCore
internal import Planning

/// A file of interventions in the body of a request; a plan has some dozens, so they are held until all were read.
struct InterventionUpload {
    let drafts: [InterventionDraft]
    let rowsRead: Int
    let sha256: [UInt8]

    /// Throws all that is wrong with the file.
    init(of request: Request, upTo most: Int) async throws {
        var chunks = try BodyChunks(of: request, upTo: most)
        var reader = InterventionFile()
        var hash = SHA256()
        var rows: [InterventionRow] = []
        while !reader.isStopped, let chunk = try await chunks.next() {
            chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
            reader.read(chunk.readableBytesUInt8Span) { rows.append($0) }
        }
        reader.finish { rows.append($0) }
        guard reader.faults.isEmpty else { throw Rejection(reader.faults, rowsRead: reader.rows) }
        drafts = rows.compactMap(InterventionDraft.init)
        rowsRead = reader.rows
        sha256 = Array(hash.finalize())
    }
}

extension InterventionDraft {
    /// Nil for days outside the calendar, which the reader has refused.
    fileprivate init?(_ row: InterventionRow) {
        guard let startsOn = CalendarDay(row.startsOn), let endsOn = CalendarDay(row.endsOn) else { return nil }
        self.init(
            reference: row.ref, agencyCode: row.agency, catalogueCode: nil, title: row.title,
            indicators: row.indicators, targetQuantity: Hundredths(Int64(row.targetHundredths)), unit: row.unit,
            startsOn: startsOn, endsOn: endsOn, note: row.statusNote ?? "", funding: row.funding.compactMap(Funding.init))
    }
}

extension Funding {
    /// A share whose amount the file does not state is recorded as a source without money.
    fileprivate init?(_ share: InterventionRow.Funding) {
        guard let source = Source(rawValue: share.source.rawValue) else { return nil }
        self.init(source: source, amount: Rupiah(Int64(share.budgetIDR ?? 0)))
    }
}
