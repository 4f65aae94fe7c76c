internal import Crypto

internal import struct FoundationEssentials.Data

/// The secret that turns family ids into the hashes that are stored: equal ids match, nobody reads them back.
package struct FamilyKey: Sendable {
    /// A key shorter than its hash function's security is guessed, not computed.
    package static let fewestBytes = 32

    /// The hash function with the key in it; a copy is taken for every family, as making one costs as much as hashing.
    private let keyed: HMAC<SHA256>

    /// Nil where the key is shorter than 32 bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= Self.fewestBytes else { return nil }
        keyed = HMAC(key: SymmetricKey(data: bytes))
    }

    /// A key for another purpose, from which this one does not follow (a pseudorandom function of it, as in RFC 5869):
    /// whoever runs the service keeps one secret, not two.
    package func derived(for purpose: String) -> [UInt8] {
        var mac = keyed
        mac.update(data: Array("selaras key derivation: \(purpose)".utf8))
        return Array(mac.finalize())
    }

    /// HMAC-SHA-256 (RFC 2104), cut to 16 bytes: by the birthday bound one collision is expected among 10^19 families.
    func appendHash(of familyID: String, to bytes: inout [UInt8]) {
        var text = familyID
        var hash = keyed
        text.withUTF8 { hash.update(data: $0) }
        hash.finalize().withUnsafeBytes { bytes.append(contentsOf: $0.prefix(16)) }
    }
}
