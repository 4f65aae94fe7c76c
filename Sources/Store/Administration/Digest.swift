internal import Crypto

/// SHA-256 (FIPS 180-4) of bytes that come in pieces.
package struct Digest: Sendable {
    private var hash = SHA256()

    package init() {}

    package mutating func add(_ bytes: [UInt8]) {
        hash.update(data: bytes)
    }

    /// 32 bytes.
    package var value: [UInt8] { Array(hash.finalize()) }

    package static func of(_ text: String) -> [UInt8] {
        var digest = Digest()
        digest.add(Array(text.utf8))
        return digest.value
    }
}
