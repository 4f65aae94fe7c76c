internal import Crypto
internal import Foundation

/// Seals the secrets of second factors (AES-256-GCM), each for its account: whoever reads the database, or copies a row of
/// it to another account, can compute no code.
package struct SecondFactorSeal: Sendable {
    /// The oldest first. The last one seals, and each opens what it has sealed.
    private let keys: [SymmetricKey]

    /// A key of this process alone.
    package init() {
        keys = [SymmetricKey(size: .bits256)]
    }

    /// - Parameter keys: of 32 bytes each, at least one.
    package init(keys: [[UInt8]]) {
        self.keys = keys.map { SymmetricKey(data: $0) }
    }

    /// - Parameter account: whose it is; it opens for no other.
    package func sealed(_ secret: [UInt8], for account: String) throws -> [UInt8] {
        let box = try AES.GCM.seal(secret, using: keys[keys.count - 1], authenticating: Array(account.utf8))
        return Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// Nil where it was sealed with no key of ours, or for somebody else.
    package func opened(_ sealed: [UInt8], of account: String) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        for key in keys.reversed() {
            if let secret = try? AES.GCM.open(box, using: key, authenticating: Array(account.utf8)) {
                return Array(secret)
            }
        }
        return nil
    }
}
