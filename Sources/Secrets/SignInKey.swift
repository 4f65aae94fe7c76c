internal import Crypto
package import Planning

/// Turns what counters of attempts are kept by into keyed hashes; the same on every server of an installation.
package struct SignInKey: Sendable {
    private let key: SymmetricKey

    /// A key of this process alone.
    package init() {
        key = SymmetricKey(size: .bits256)
    }

    package init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    package func counters(of email: EmailAddress, from place: String) -> SignInCounters {
        SignInCounters(
            byEmail: code("email", email.description), byAddress: code("address", place),
            byBoth: code("both", "\(email) \(place)"))
    }

    private func code(_ kind: String, _ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(kind) \(text)".utf8), using: key))
    }
}
