internal import FoundationEssentials
package import Planning

/// Where every chain ended at one moment. Signed and kept elsewhere, it shows what was cut off or written anew since.
///
/// Its text is that of a tlog-checkpoint (C2SP): the origin, the number of events, the root in base64, then a line for
/// each chain and one for the time. The root is that of the Merkle tree of the lines of chains, so that one line can be
/// shown to a kabupaten, with the hashes beside its path, and the others not.
package struct Checkpoint: Hashable, Sendable {
    package struct Chain: Hashable, Sendable {
        package let area: String
        package let size: Int
        /// The hash of the last event.
        package let head: [UInt8]

        package init(area: String, size: Int, head: [UInt8]) {
            self.area = area
            self.size = size
            self.head = head
        }

        fileprivate var line: String { "chain \(area) \(size) \(Data(head).base64EncodedString())" }

        fileprivate init?(line: Substring) {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 4, parts[0] == "chain", !parts[1].isEmpty, let size = Int(parts[2]), size > 0,
                let head = Data(base64Encoded: String(parts[3])), head.count == 32
            else { return nil }
            self.init(area: String(parts[1]), size: size, head: Array(head))
        }
    }

    /// Which service it is of; also the name of the key.
    package let origin: String
    /// By area, each once.
    package let chains: [Chain]
    package let takenAt: Moment

    package init(origin: String, chains: [Chain], takenAt: Moment) {
        self.origin = origin
        self.chains = chains.sorted { $0.area < $1.area }
        self.takenAt = takenAt
    }

    /// Of all chains together.
    package var size: Int { chains.reduce(0) { $0 + $1.size } }

    package var root: [UInt8] {
        chains.reduce(into: MerkleTree()) { $0.add($1.line.utf8) }.root
    }

    /// What is signed.
    package var text: String {
        let lines = [origin, String(size), Data(root).base64EncodedString()] + chains.map(\.line) + ["time \(takenAt)"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Nil for anything but what `text` writes, to the letter.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 5, lines.last == "", let time = lines.dropLast().last, time.hasPrefix("time "),
            let takenAt = Moment(String(time.dropFirst(5)))
        else { return nil }
        let chains = lines[3..<(lines.count - 2)].map { Chain(line: $0) }
        self.init(origin: String(lines[0]), chains: chains.compactMap(\.self), takenAt: takenAt)
        guard self.text == text else { return nil }
    }
}
