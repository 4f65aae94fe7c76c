internal import Crypto

/// The root of a Merkle tree as RFC 6962 (section 2.1) defines it, of leaves that come one after the other.
///
/// It keeps one hash for each power of two in the number of leaves, so a million need twenty.
package struct MerkleTree: Sendable {
    private var roots: [[UInt8]] = []
    package private(set) var count = 0

    package init() {}

    package mutating func add<Leaf: Sequence<UInt8>>(_ leaf: Leaf) {
        var node = Self.hash(0, Array(leaf))
        // As in binary counting: every one bit at the end is a tree that is now full together with its neighbour.
        var bits = count
        while bits & 1 == 1 {
            node = Self.hash(1, roots.removeLast() + node)
            bits >>= 1
        }
        roots.append(node)
        count += 1
    }

    /// 32 bytes; without leaves the hash of nothing.
    package var root: [UInt8] {
        guard var root = roots.last else { return Array(SHA256.hash(data: [UInt8]())) }
        for left in roots.dropLast().reversed() { root = Self.hash(1, left + root) }
        return root
    }

    /// The first byte tells leaves from nodes, so that no node can be shown as a leaf.
    private static func hash(_ kind: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [kind] + bytes))
    }
}
