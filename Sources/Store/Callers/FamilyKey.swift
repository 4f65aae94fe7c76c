internal import Crypto

internal import struct FoundationEssentials.Data

/// The secrets that turn family ids into the hashes that are stored: equal ids match, nobody reads them back.
///
/// One key at first. A rotation adds one, which is applied to the hashes that there are, as nobody knows the ids any
/// more; so an id goes through all keys in turn, and whoever has only the older ones can make no stored hash.
package struct FamilyKey: Sendable {
    /// A key shorter than its hash function's security is guessed, not computed.
    package static let fewestBytes = 32
    private static let hashBytes = 16

    /// The hash function with each key in it, the oldest first; a copy is taken for every family, as making one costs as
    /// much as hashing.
    private let keyed: [HMAC<SHA256>]

    /// Nil without a key, or where one is shorter than 32 bytes.
    package init?(keys: [[UInt8]]) {
        guard !keys.isEmpty, keys.allSatisfy({ $0.count >= Self.fewestBytes }) else { return nil }
        keyed = keys.map { HMAC(key: SymmetricKey(data: $0)) }
    }

    /// Of one key that was never rotated.
    package init?(bytes: [UInt8]) {
        self.init(keys: [bytes])
    }

    /// How many there are.
    package var count: Int { keyed.count }

    /// A key for another purpose, from which this one does not follow (a pseudorandom function of it, as in RFC 5869):
    /// whoever runs the service keeps one secret, not two.
    package func derived(for purpose: String) -> [UInt8] {
        derived(for: purpose, ofFirst: count)
    }

    /// That key as it was before each rotation, and as it is now: for what was sealed in those days.
    package func everDerived(for purpose: String) -> [[UInt8]] {
        (1...count).map { derived(for: purpose, ofFirst: $0) }
    }

    private func derived(for purpose: String, ofFirst count: Int) -> [UInt8] {
        keyed.prefix(count).reduce(into: Array("selaras key derivation: \(purpose)".utf8)) { text, mac in
            text = Self.code(mac, text)
        }
    }

    /// What tells these keys from others, of the first `count` of them.
    func fingerprint(ofFirst count: Int) -> [UInt8] {
        let code = keyed.prefix(count).reduce(into: Array("selaras family key".utf8)) { $0 = Self.code($1, $0) }
        return Array(code.prefix(8))
    }

    /// HMAC-SHA-256 (RFC 2104), cut to 16 bytes: by the birthday bound one collision is expected among 10^19 families.
    func appendHash(of familyID: String, to bytes: inout [UInt8]) {
        var text = familyID
        var hash = keyed[0]
        text.withUTF8 { hash.update(data: $0) }
        let first = hash.finalize()
        guard count > 1 else {
            first.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(Self.hashBytes)) }
            return
        }
        bytes += rotated(first.withUnsafeBytes { Array($0.prefix(Self.hashBytes)) }, from: 1)
    }

    /// A hash by the first `applied` keys as it is by all of them.
    func rotated(_ hash: [UInt8], from applied: Int) -> [UInt8] {
        keyed.dropFirst(applied).reduce(into: hash) { $0 = Array(Self.code($1, $0).prefix(Self.hashBytes)) }
    }

    private static func code(_ keyed: HMAC<SHA256>, _ text: [UInt8]) -> [UInt8] {
        var mac = keyed
        mac.update(data: text)
        return Array(mac.finalize())
    }
}
