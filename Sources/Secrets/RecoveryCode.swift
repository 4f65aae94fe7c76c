internal import Crypto

/// A code on paper for when the program of one-time codes is lost: `a2bc-d3ef-…`, 120 bits.
///
/// So many that its SHA-256 tells nothing of it, as with a token.
package struct RecoveryCode: Hashable, Sendable {
    private static let bytes = 15
    private static let characters = 24
    private static let group = 4

    /// In groups, for people.
    package let text: String

    /// As somebody has copied it: in whatever case, with the groups apart or together. Nil where it is none.
    package init?(_ typed: String) {
        let characters = typed.uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
        guard characters.count == Self.characters, characters.allSatisfy(Base32.has) else { return nil }
        self.init(characters: Array(characters))
    }

    package static func random() -> RecoveryCode {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<Self.bytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return RecoveryCode(characters: Array(Base32.encode(bytes).utf8))
    }

    private init(characters: [UInt8]) {
        let groups = stride(from: 0, to: characters.count, by: Self.group).map {
            String(decoding: characters[$0..<$0 + Self.group], as: UTF8.self)
        }
        text = groups.joined(separator: "-").lowercased()
    }

    /// All that is kept of it.
    package var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}

/// What somebody types who is asked for a code.
package enum SecondFactorCode: Hashable, Sendable {
    case time(String)
    case recovery(RecoveryCode)

    /// Nil where it is neither.
    package init?(_ typed: String) {
        let digits = typed.filter { $0 != " " }
        if digits.utf8.count == TimeCode.digits, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
            self = .time(digits)
        } else if let code = RecoveryCode(typed) {
            self = .recovery(code)
        } else {
            return nil
        }
    }
}
