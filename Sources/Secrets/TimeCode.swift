internal import Crypto

/// One-time codes by the clock (RFC 6238 over RFC 4226): HMAC-SHA-1, six digits, thirty seconds, as every program for
/// them has it.
package enum TimeCode {
    /// As long as what SHA-1 gives (RFC 4226, section 4).
    package static let secretBytes = 20
    static let secondsAStep: Int64 = 30
    static let digits = 6
    /// Clocks differ, and typing takes time: the code of the step before and after is right as well.
    private static let skew: Int64 = 1

    /// A new secret from the system's generator.
    package static func newSecret() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<secretBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The step of which it is the code; nil where it is none of about now. Takes as long whichever it is.
    package static func step(of code: String, _ secret: [UInt8], at secondsSince1970: Int64) -> Int64? {
        let now = secondsSince1970 / secondsAStep
        let sent = Array(code.utf8)
        return (now - skew...now + skew).reduce(into: Int64?.none) { found, step in
            let expected = Array(self.code(of: secret, at: step).utf8)
            let isEqual =
                expected.count == sent.count
                && zip(expected, sent).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
            if isEqual { found = step }
        }
    }

    /// The code of a step.
    package static func code(of secret: [UInt8], at step: Int64, digits: Int = digits) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 15)
        let word = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(Int(word) % (0..<digits).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: digits - text.utf8.count) + text
    }

    /// The step of a moment.
    package static func step(at secondsSince1970: Int64) -> Int64 { secondsSince1970 / secondsAStep }

    /// As it is typed into a program that has no camera.
    package static func text(of secret: [UInt8]) -> String { Base32.encode(secret) }

    /// As programs for codes read it, mostly from a picture; what is not said is as they all have it.
    package static func address(of secret: [UInt8], account: String, issuer: String = "Selaras") -> String {
        "otpauth://totp/\(issuer):\(escaped(account))?secret=\(text(of: secret))&issuer=\(issuer)"
    }

    /// All but what no address needs to escape (RFC 3986, section 2.3).
    private static func escaped(_ text: String) -> String {
        text.utf8.reduce(into: "") { escaped, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                escaped.append(Character(Unicode.Scalar(byte)))
            default: escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}
