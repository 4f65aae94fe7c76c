/// Finds the name, of a column or a command, that a misspelt one probably means.
///
/// Numbers must agree but for leading zeros, since `KLS-03` is no misspelling of `KLS-02`; letters may differ a little.
package enum NearName {
    package static func nearest(to sent: String, among names: [String]) -> String? {
        // The comparison is quadratic, and nobody misspells a name of sixty letters.
        guard sent.utf8.count <= 64 else { return nil }
        let wanted = parts(sent)
        let near = names.compactMap { name -> (name: String, distance: Int)? in
            let parts = parts(name)
            guard parts.numbers == wanted.numbers else { return nil }
            let distance = distance(parts.letters, wanted.letters)
            return distance <= (parts.letters.count < 5 ? 1 : 2) ? (name, distance) : nil
        }
        return near.min { $0.distance < $1.distance }?.name
    }

    private static func parts(_ name: String) -> (letters: [UInt8], numbers: [Int]) {
        let isDigit = ASCII.isDigit
        let letters = name.utf8.map(ASCII.lowercased).filter { $0 &- 0x61 < 26 || $0 >= 0x80 }
        return (letters, name.utf8.split { !isDigit($0) }.compactMap { Array($0)[...].digits })
    }

    /// Levenshtein's: insertions, removals and replacements.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
