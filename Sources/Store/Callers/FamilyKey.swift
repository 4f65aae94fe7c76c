internal import Crypto
internal import struct FoundationEssentials.Data

/// The secret that turns family ids into the hashes that are stored: equal ids match, nobody reads them back.
package struct FamilyKey: Sendable {
    /// A key shorter than its hash function's security is guessed, not computed.
    package static let fewestBytes = 32

    private let key: SymmetricKey

    /// Nil where the key is shorter than 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= Self.fewestBytes else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// HMAC-SHA-256 (RFC 2104), cut to 16 bytes: by the birthday bound one collision is expected among 10^19 families.
    func appendHash(of familyID: String, to bytes: inout [UInt8]) {
        var text = familyID
        let code = text.withUTF8 { HMAC<SHA256>.authenticationCode(for: $0, using: key) }
        code.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(16)) }
    }
}
