extension JSONWriter {
    package mutating func write(_ text: String) {
        begin()
        append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { utf8 in
            if utf8.allSatisfy({ !Self.needsEscape($0) }) {
                append(contentsOf: utf8)
            } else {
                utf8.forEach { writeEscaped($0) }
            }
        }
        append(UInt8(ascii: "\""))
    }

    package mutating func write(_ number: Int64) {
        begin()
        if number < 0 { append(UInt8(ascii: "-")) }
        writeDigits(number.magnitude, atLeast: 1)
    }

    /// The shortest text that reads back as the same number; null where it is not finite, as JSON has no word for it.
    package mutating func write(_ number: Double) {
        guard number.isFinite else { return null() }
        begin()
        var text = number.description
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// A count of 10^-`digits` with all of its decimals: 5000 with two is `50.00`.
    package mutating func write(units: Int64, digits: Int) {
        begin()
        writeDecimal(units, digits: digits)
    }

    /// Hundredths with as few decimals as they need: `8570`, `8570.5`, `-0.25`.
    package mutating func write(hundredths: Int64) {
        begin()
        switch hundredths.magnitude % 100 {
        case 0: writeDecimal(hundredths / 100, digits: 0)
        case let rest where rest % 10 == 0: writeDecimal(hundredths / 10, digits: 1)
        default: writeDecimal(hundredths, digits: 2)
        }
    }

    /// Bytes as lower-case hexadecimal text, with a hyphen before each position whose bit is set in `hyphens`.
    package mutating func write(hex bytes: some Sequence<UInt8>, hyphens: UInt32 = 0) {
        begin()
        append(UInt8(ascii: "\""))
        for (index, byte) in bytes.enumerated() {
            if hyphens >> UInt32(index) & 1 == 1 { append(UInt8(ascii: "-")) }
            append(Self.hexDigit(byte >> 4))
            append(Self.hexDigit(byte & 15))
        }
        append(UInt8(ascii: "\""))
    }

    private mutating func writeDecimal(_ units: Int64, digits: Int) {
        var scale: UInt64 = 1
        for _ in 0..<digits { scale *= 10 }
        if units < 0 { append(UInt8(ascii: "-")) }
        writeDigits(units.magnitude / scale, atLeast: 1)
        guard digits > 0 else { return }
        append(UInt8(ascii: "."))
        writeDigits(units.magnitude % scale, atLeast: digits)
    }

    private mutating func writeDigits(_ number: UInt64, atLeast count: Int) {
        if number >= 10 || count > 1 { writeDigits(number / 10, atLeast: count - 1) }
        append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }

    @inline(__always)
    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func writeEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        case 0..<0x20:
            append("\\u00")
            append(Self.hexDigit(byte >> 4))
            append(Self.hexDigit(byte & 15))
        default: append(byte)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
