internal import LibPQ
internal import Measurement
internal import Planning

/// Writes families in PostgreSQL's binary COPY format, into the columns that `Incoming.copy` names.
struct FamilyCopy {
    /// Signature, no flags, no header extension.
    static let header: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
    /// A tuple of -1 fields ends the data.
    static let trailer: [UInt8] = [0xFF, 0xFF]

    private static let fieldCount: Int16 = 10

    let key: FamilyKey

    func append(_ family: SurveyedFamily, to bytes: inout [UInt8]) {
        Self.append(Self.fieldCount, to: &bytes)
        Self.append(field: Int32(clamping: family.line), to: &bytes)
        Self.append(field: family.familyID, to: &bytes)
        append(hashOf: family.familyID, to: &bytes)
        Self.append(Int32(2), to: &bytes)
        Self.append(Int16(family.status.rawValue), to: &bytes)
        Self.append(field: family.rt, to: &bytes)
        Self.append(field: family.answers.good, to: &bytes)
        Self.append(field: family.answers.eligible, to: &bytes)
        if let enumerator = family.enumerator {
            Self.append(field: enumerator, to: &bytes)
        } else {
            Self.appendNull(to: &bytes)
        }
        if let day = family.interviewedOn {
            Self.append(field: Int32(clamping: day.daysSince2000), to: &bytes)
        } else {
            Self.appendNull(to: &bytes)
        }
        if let previous = family.previousFamilyID {
            append(hashOf: previous, to: &bytes)
        } else {
            Self.appendNull(to: &bytes)
        }
    }

    private func append(hashOf familyID: String, to bytes: inout [UInt8]) {
        Self.append(Int32(16), to: &bytes)
        key.appendHash(of: familyID, to: &bytes)
    }

    private static func append(field text: String, to bytes: inout [UInt8]) {
        append(Int32(clamping: text.utf8.count), to: &bytes)
        bytes.append(contentsOf: text.utf8)
    }

    private static func append(field raw: [UInt8], to bytes: inout [UInt8]) {
        append(Int32(clamping: raw.count), to: &bytes)
        bytes.append(contentsOf: raw)
    }

    private static func append(field number: Int32, to bytes: inout [UInt8]) {
        append(Int32(4), to: &bytes)
        append(number, to: &bytes)
    }

    private static func appendNull(to bytes: inout [UInt8]) {
        append(Int32(-1), to: &bytes)
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
