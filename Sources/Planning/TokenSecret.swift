/// The text of a bearer token or of an invitation: `slr_` or `slu_`, 43 letters and digits of secret, 6 of checksum.
///
/// The prefix lets secret scanners find a leaked one; the checksum tells a mistyped one from a revoked one without
/// asking the database.
package struct TokenSecret: Hashable, Sendable {
    package enum Kind: String, Sendable {
        case access = "slr_"
        /// Chooses a password, once (*undangan*).
        case invitation = "slu_"
    }

    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let secretLength = 43
    private static let checksumLength = 6

    package let text: String

    /// Nil where the shape or the checksum is wrong.
    package init?(_ text: String, _ kind: Kind = .access) {
        let bytes = Array(text.utf8)
        guard text.hasPrefix(kind.rawValue),
            bytes.count == kind.rawValue.utf8.count + Self.secretLength + Self.checksumLength,
            Self.checksum(of: bytes.dropLast(Self.checksumLength)) == Array(bytes.suffix(Self.checksumLength))
        else { return nil }
        self.text = text
    }

    /// A new secret of 256 bits from the system's generator.
    package static func random(_ kind: Kind = .access) -> TokenSecret {
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<secretLength).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &generator)]
        }
        let body = Array(kind.rawValue.utf8) + secret
        return TokenSecret(trusted: String(decoding: body + checksum(of: body[...]), as: UTF8.self))
    }

    private init(trusted text: String) {
        self.text = text
    }

    /// CRC-32 (ISO 3309) in base 62.
    private static func checksum(of bytes: ArraySlice<UInt8>) -> [UInt8] {
        var remainder: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
            }
        }
        var rest = Int(~remainder)
        var digits: [UInt8] = []
        for _ in 0..<checksumLength {
            digits.append(alphabet[rest % alphabet.count])
            rest /= alphabet.count
        }
        return digits.reversed()
    }
}
