internal import Crypto

/// Recomputes the chain of one area, an event at a time, and stops looking at the first fault.
///
/// The hash of an event is SHA-256 over the byte 1, the hash of the event before, and the event's fields in the form in
/// which `copy … (format binary)` sends them; `selaras.event_hash` says the same in SQL.
package struct ChainReading: Sendable {
    /// Hashes that were signed, by the number of their event; where there are two of one, the chain is not one of them.
    typealias Pins = [Int: Set<[UInt8]>]

    private static let version: [UInt8] = [1]

    package let area: String
    /// The number of the last event that is as it was written.
    package private(set) var size: Int
    /// Its hash; 32 zero bytes before the first.
    package private(set) var head: [UInt8]
    package private(set) var fault: AuditFault?
    /// How many were recomputed.
    package private(set) var events = 0
    private let pins: Pins
    /// The last number at which the chain was the signed one.
    private var signed: Int
    /// The event that is believed as it was signed, and is the first that is read.
    private let start: Int?

    /// - Parameter start: the number of an event in `pins`, from which on the chain is read; nil: from its beginning.
    init(_ area: String, pins: Pins, from start: Int?) {
        self.area = area
        self.pins = pins
        self.start = start
        signed = start ?? 0
        size = start.map { $0 - 1 } ?? 0
        head = [UInt8](repeating: 0, count: 32)
    }

    mutating func add(_ row: UnsafeRawBufferPointer) {
        guard fault == nil else { return }
        guard let event = EventRow(row) else { return fail(.altered, at: size + 1) }
        let number = event.number
        guard number == size + 1 else {
            return number > size
                ? fail(.missing(through: number - 1), at: size + 1) : fail(.repeated, at: number, row)
        }
        if number == start {
            head = pins[number]?.first ?? []
            guard event.hash.elementsEqual(head) else { return fail(.altered, at: number, row) }
        } else {
            var sha = SHA256()
            sha.update(data: Self.version)
            head.withUnsafeBytes { sha.update(bufferPointer: $0) }
            sha.update(bufferPointer: event.hashed)
            let isAsWritten = sha.finalize().withUnsafeBytes { computed in
                head.withUnsafeMutableBytes { $0.copyMemory(from: computed) }
                return computed.elementsEqual(event.hash)
            }
            guard isAsWritten else { return fail(.altered, at: number, row) }
            events += 1
        }
        if let pin = pins[number] {
            guard pin == [head] else { return fail(.rewritten(since: signed + 1), at: number, row) }
            signed = number
        }
        size = number
    }

    /// To be called behind the last row: what was signed must have come.
    mutating func end() {
        guard fault == nil, let last = pins.keys.max(), last > size else { return }
        fail(.cutOff(through: last), at: size + 1)
    }

    private mutating func fail(_ kind: AuditFault.Kind, at number: Int, _ row: UnsafeRawBufferPointer? = nil) {
        fault = AuditFault(area: area, number: number, kind: kind, found: row.flatMap { EventRow.found($0) })
    }
}
