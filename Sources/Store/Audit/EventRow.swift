internal import Planning

/// One row of `EventRow.copy`, as the protocol sends it. It points into the message and does not outlive it.
struct EventRow {
    private static let columns = """
        area_code, number, occurred_at, principal_id, account_id, session_id, request_id, subject, subject_id, action,
        before, after, hash
        """
    private static let hashBytes = 32

    /// The statement whose rows these are: the events of an area, in order, from a number on; nil: all, whatever number
    /// somebody gave them.
    ///
    /// Its columns are those that are hashed, in their order, so that the bytes of a row are the bytes to hash.
    static func copy(of area: String, from number: Int?) -> String {
        let literal = area.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let later = number.map { "and (number >= \($0) or number < 1)" } ?? ""
        return """
            copy (select \(columns) from event where area_code = '\(literal)' \(later) order by number)
            to stdout (format binary)
            """
    }

    /// Every field but the hash.
    let hashed: UnsafeRawBufferPointer
    /// As it stands beside them.
    let hash: UnsafeRawBufferPointer
    let number: Int

    /// Nil where the row does not have the form that `copy` asks for.
    init?(_ row: UnsafeRawBufferPointer) {
        var fields = FieldReading(row)
        guard fields.next() != nil, let number = fields.next(), number.count == 8,
            row.count > Self.hashBytes + 4
        else { return nil }
        let end = row.count - Self.hashBytes
        guard row.loadUnaligned(fromByteOffset: end - 4, as: Int32.self).bigEndian == Self.hashBytes else { return nil }
        hashed = UnsafeRawBufferPointer(rebasing: row[2..<(end - 4)])
        hash = UnsafeRawBufferPointer(rebasing: row[end...])
        self.number = Int(Int64(bigEndian: number.loadUnaligned(as: Int64.self)))
    }

    /// What it says of itself, for whoever has to look for it.
    static func found(_ row: UnsafeRawBufferPointer) -> AuditFault.Found? {
        var fields = FieldReading(row)
        var texts: [String] = []
        var moment: Moment?
        for column in 0..<10 {
            let field = fields.next()
            switch column {
            case 2:
                guard let field, field.count == 8 else { return nil }
                let since2000 = Int64(bigEndian: field.loadUnaligned(as: Int64.self))
                moment = Moment(microsecondsSince1970: since2000 &+ 946_684_800_000_000)
            case 7, 8, 9: texts.append(field.map { String(decoding: $0, as: UTF8.self) } ?? "")
            default: break
            }
        }
        guard let moment, texts.count == 3 else { return nil }
        return AuditFault.Found(occurredAt: moment, action: texts[2], subject: texts[0], subjectID: texts[1])
    }
}

/// The fields of a row from left to right: four bytes of length, -1 for null, and the bytes.
private struct FieldReading {
    private let row: UnsafeRawBufferPointer
    private var offset = 2

    init(_ row: UnsafeRawBufferPointer) {
        self.row = row
    }

    /// Nil for null, and where the row ends too early.
    mutating func next() -> UnsafeRawBufferPointer? {
        guard offset + 4 <= row.count else { return nil }
        let length = Int(Int32(bigEndian: row.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
        offset += 4
        guard length >= 0, offset + length <= row.count else { return nil }
        defer { offset += length }
        return UnsafeRawBufferPointer(rebasing: row[offset..<(offset + length)])
    }
}
