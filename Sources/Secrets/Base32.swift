/// Base 32 (RFC 4648, section 6), without padding: what programs of one-time codes are told their secret in.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (word, bits): (UInt32, Int) = (0, 0)
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(word >> UInt32(bits) & 31)])
            }
            word &= (1 << UInt32(bits)) - 1
        }
        if bits > 0 { text.append(alphabet[Int(word << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    static func has(_ character: UInt8) -> Bool { alphabet.contains(character) }
}
