internal import Crypto
package import Planning

/// Binds what a page has to send to the session in whose cookie it comes: it follows from the session's token, and the
/// token does not follow from it. The same on every server of an installation.
package struct CSRFKey: Sendable {
    private let key: SymmetricKey

    /// A key of this process alone.
    package init() {
        key = SymmetricKey(size: .bits256)
    }

    package init(bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    package func proof(of secret: TokenSecret) -> String {
        HMAC<SHA256>.authenticationCode(for: Array("csrf \(secret.text)".utf8), using: key)
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Takes as long wherever the two differ.
    package func isProof(_ text: String, of secret: TokenSecret) -> Bool {
        let (sent, expected) = (Array(text.utf8), Array(proof(of: secret).utf8))
        return sent.count == expected.count && zip(sent, expected).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}
