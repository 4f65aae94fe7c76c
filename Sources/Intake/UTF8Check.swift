/// Tells well-formed UTF-8 from everything else, byte by byte, so that a character may be split between two chunks.
///
/// The ranges are those of table 3-7 of the Unicode Standard: no overlong forms, no surrogates, nothing above U+10FFFF.
struct UTF8Check: Sendable {
    private var missing = 0
    private var next: ClosedRange<UInt8> = 0x80...0xBF

    /// Whether no character is open.
    var isComplete: Bool { missing == 0 }

    /// False where `byte` cannot stand here.
    mutating func accept(_ byte: UInt8) -> Bool {
        if missing > 0 {
            guard next.contains(byte) else { return false }
            missing -= 1
            next = 0x80...0xBF
            return true
        }
        switch byte {
        case ...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, next) = (2, 0xA0...0xBF)
        case 0xED: (missing, next) = (2, 0x80...0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, next) = (3, 0x90...0xBF)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, next) = (3, 0x80...0x8F)
        default: return false
        }
        return true
    }
}
