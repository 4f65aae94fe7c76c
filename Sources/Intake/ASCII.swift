/// The few bytes that the readers of this target know by name.
enum ASCII {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let quote: UInt8 = 0x22
    static let comma: UInt8 = 0x2C
    static let hyphen: UInt8 = 0x2D
    static let point: UInt8 = 0x2E
    static let slash: UInt8 = 0x2F
    static let zero: UInt8 = 0x30
    static let semicolon: UInt8 = 0x3B
    static let delete: UInt8 = 0x7F

    static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

    /// Lower case for A to Z, everything else as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension ArraySlice<UInt8> {
    /// Without blanks at both ends; spreadsheets and word processors also leave no-break spaces (C2 A0) there.
    var trimmed: ArraySlice<UInt8> {
        var (first, end) = (startIndex, endIndex)
        while first < end {
            if self[first] == ASCII.space || self[first] == ASCII.tab {
                first += 1
            } else if self[first] == 0xC2, first + 1 < end, self[first + 1] == 0xA0 {
                first += 2
            } else {
                break
            }
        }
        while first < end {
            if self[end - 1] == ASCII.space || self[end - 1] == ASCII.tab {
                end -= 1
            } else if self[end - 1] == 0xA0, end - 2 >= first, self[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return self[first..<end]
    }

    /// The number that these digits write; nil for anything else than digits, saturating so that it cannot overflow.
    var digits: Int? {
        guard !isEmpty else { return nil }
        var value = 0
        for byte in self {
            guard ASCII.isDigit(byte) else { return nil }
            value = Swift.min(value * 10 + Int(byte - ASCII.zero), 100_000_000_000_000_000)
        }
        return value
    }
}
