/// Reads CSV (RFC 4180 in UTF-8) from chunks of bytes as they arrive, one record at a time.
///
/// The separator is found in the header line: `,`, `;` or tab. Line ends are CRLF, LF or CR; blank lines are skipped.
/// Memory is bounded by `Limits`, whatever the file's size. What makes the rest of a file unreadable is thrown as a
/// `Fault`, after which the reader must not be used; what spoils one record only is that record's `flaw`.
///
/// ```swift
/// var position = 0
/// while try reader.next(in: chunk, from: &position) { use(reader.record) }
/// // … after the last chunk:
/// while try reader.finish() { use(reader.record) }
/// ```
package struct CSVReader: Sendable {
    package struct Limits: Sendable {
        /// Bytes of all fields of one record; a quote that was never closed would otherwise swallow the whole file.
        package var recordBytes = 1 << 20
        package var fields = 512

        package init() {}
    }

    private enum State {
        case fieldStart, plain, quoted
        /// After a quote inside quotes: either the first of a doubled one or the closing one.
        case quoteInQuoted
    }

    /// The record that the last call announced.
    package private(set) var record = CSVRecord()
    private let limits: Limits
    private var separator: UInt8?
    /// The start of the file, kept until its separator is known.
    private var start: [UInt8] = []
    private var startPosition = 0
    private var startIsQuoted = false
    private var startHasText = false
    private var state = State.fieldStart
    private var utf8 = UTF8Check()
    private var line = 1
    private var isAfterReturn = false
    private var isDelivered = false
    /// Fields of this record past the most that are kept: a line of nothing but separators has no other bytes.
    private var surplus = 0

    package init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// True when `record` holds a further record; false when the chunk is used up.
    ///
    /// - Parameter position: Where in the chunk to go on; 0 for a new chunk, then as the last call left it.
    /// - Throws: `not_utf8`, `utf16`, `excel_workbook`, `nul_byte`, `record_too_long`.
    package mutating func next(in chunk: Span<UInt8>, from position: inout Int) throws(Fault) -> Bool {
        if separator == nil {
            guard gatherStart(chunk, from: &position) else { return false }
            try begin()
        }
        if try nextInStart() { return true }
        return try split(chunk, from: &position)
    }

    /// After the last chunk: true as long as `record` holds a further record.
    ///
    /// - Throws: As `next`, and `cut_off_character`.
    package mutating func finish() throws(Fault) -> Bool {
        if separator == nil { try begin() }
        if try nextInStart() { return true }
        guard utf8.isComplete else { throw Fault(line: line, code: .cutOffCharacter) }
        clearIfDelivered()
        guard state != .fieldStart || record.count > 0 else { return false }
        if state == .quoted { record.flaw = .quoteLeftOpen(field: record.count) }
        try endRecord()
        return true
    }

    // MARK: The start of the file

    /// Collects up to the end of the first line with text in it; true when it is there.
    private mutating func gatherStart(_ chunk: Span<UInt8>, from position: inout Int) -> Bool {
        while position < chunk.count {
            let byte = chunk[position]
            position += 1
            start.append(byte)
            switch byte {
            case ASCII.quote: startIsQuoted.toggle()
            case ASCII.lineFeed, ASCII.carriageReturn:
                if startHasText && !startIsQuoted { return true }
            case 0xEF, 0xBB, 0xBF: break
            default: startHasText = true
            }
            if start.count > limits.recordBytes { return true }
        }
        return false
    }

    private mutating func begin() throws(Fault) {
        let found = try FileStart(start)
        separator = found.separator
        startPosition = found.markLength
    }

    private mutating func nextInStart() throws(Fault) -> Bool {
        guard startPosition < start.count else { return false }
        let bytes = start
        var position = startPosition
        let isFound = try split(bytes.span, from: &position)
        startPosition = position
        if isFound { return true }
        start = []
        startPosition = 0
        return false
    }

    // MARK: Bytes to fields

    private mutating func split(_ bytes: Span<UInt8>, from position: inout Int) throws(Fault) -> Bool {
        clearIfDelivered()
        let separator = separator ?? ASCII.comma
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte >= 0x80 || !utf8.isComplete {
                guard utf8.accept(byte) else { throw unreadable() }
            } else if byte < ASCII.space {
                if byte == 0 { throw Fault(line: line, code: .nulByte) }
                let isSecondHalf = byte == ASCII.lineFeed && isAfterReturn
                isAfterReturn = byte == ASCII.carriageReturn
                if isAfterReturn || (byte == ASCII.lineFeed && !isSecondHalf) { line += 1 }
                if state != .quoted && (byte == ASCII.lineFeed || byte == ASCII.carriageReturn) {
                    if isSecondHalf { continue }
                    if try endLine() { return true }
                    continue
                }
            }
            if byte != ASCII.carriageReturn { isAfterReturn = false }
            try take(byte, separator)
        }
        return false
    }

    /// One byte that ends no record.
    private mutating func take(_ byte: UInt8, _ separator: UInt8) throws(Fault) {
        switch state {
        case .fieldStart where byte == ASCII.quote:
            state = .quoted
        case .fieldStart, .plain:
            if byte == separator { return try endField() }
            state = .plain
            try append(byte)
        case .quoted:
            if byte == ASCII.quote { state = .quoteInQuoted } else { try append(byte) }
        case .quoteInQuoted:
            if byte == separator { return try endField() }
            if byte == ASCII.quote {
                state = .quoted
            } else {
                record.flaw = record.flaw ?? .bytesAfterQuote(field: record.count)
                state = .plain
            }
            try append(byte)
        }
    }

    private mutating func append(_ byte: UInt8) throws(Fault) {
        try refuseTooLong()
        record.bytes.append(byte)
    }

    private func refuseTooLong() throws(Fault) {
        guard record.bytes.count + surplus < limits.recordBytes else {
            throw Fault(line: record.line, code: .recordTooLong, expected: String(limits.recordBytes))
        }
    }

    private mutating func endField() throws(Fault) {
        if record.count < limits.fields {
            record.ends.append(record.bytes.count)
        } else {
            record.flaw = record.flaw ?? .tooManyFields
            surplus += 1
            try refuseTooLong()
        }
        state = .fieldStart
    }

    /// Ends a line outside quotes; false where it was blank.
    private mutating func endLine() throws(Fault) -> Bool {
        if state == .fieldStart && record.count == 0 {
            record.line = line
            return false
        }
        try endRecord()
        return true
    }

    private mutating func endRecord() throws(Fault) {
        try endField()
        isDelivered = true
    }

    private mutating func clearIfDelivered() {
        guard isDelivered else { return }
        isDelivered = false
        record.bytes.removeAll(keepingCapacity: true)
        record.ends.removeAll(keepingCapacity: true)
        record.flaw = nil
        surplus = 0
        record.line = line
        record.number += 1
    }

    private func unreadable() -> Fault {
        Fault(line: line, value: ShownText.of(record.unfinished), code: .notUTF8)
    }
}
