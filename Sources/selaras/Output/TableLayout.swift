/// Which columns a screen has room for, and how wide each is.
///
/// Columns of text give way as far as their words stay whole. Where that is not enough the longest words of one are
/// shortened, and then columns are left out, the spare ones first: numbers and codes are never broken.
struct TableLayout {
    /// The columns that are shown, by their places.
    private(set) var shown: [Int]
    private(set) var widths: [Int]

    /// A longer word is shortened before a column is left out for it.
    private static let longestWord = 16
    private static let shortest = 9
    /// What names a row stays, whatever the screen.
    private static let fewest = 2

    private let columns: [Column]
    private var minima: [Int]
    private let gap: Int

    /// All columns as wide as they are, where the width is nil.
    init(_ columns: [Column], _ headings: [String], _ cells: [[String]], gap: Int, width: Int?) {
        let contents = headings.indices.map { index in cells.map { $0[index].displayWidth }.max() ?? 0 }
        let words = headings.indices.map { index in
            cells.map { $0[index].leastWidth(most: Self.longestWord) }.max() ?? 0
        }
        minima = headings.indices.map { index in
            let heading = headings[index].leastWidth(most: Self.longestWord)
            if columns[index].isOneLine { return max(heading, min(contents[index], Self.longestWord)) }
            return max(heading, columns[index].wraps ? words[index] : contents[index])
        }
        shown = Array(headings.indices)
        widths = zip(headings, contents).map { max($0.displayWidth, $1) }
        (self.columns, self.gap) = (columns, gap)
        guard let width else { return }
        leaveOut(for: width)
        narrow(to: width)
    }

    private func excess(_ widths: [Int], _ width: Int) -> Int {
        shown.reduce(gap * (shown.count - 1) - width) { $0 + widths[$1] }
    }

    private mutating func leaveOut(for width: Int) {
        while case let excess = excess(minima, width), excess > 0 {
            let longest = shown.filter { columns[$0].shortens && minima[$0] > Self.shortest }
                .max { minima[$0] < minima[$1] }
            if let longest, minima[longest] - excess >= Self.shortest {
                minima[longest] -= excess
                return
            }
            let further = shown.indices.dropFirst(Self.fewest)
            guard let place = further.last(where: { columns[shown[$0]].isSpare }) ?? further.last else { return }
            shown.remove(at: place)
        }
    }

    /// The widest columns give way first.
    private mutating func narrow(to width: Int) {
        var over = excess(widths, width)
        while over > 0 {
            let widest = shown.filter { widths[$0] > minima[$0] }.max { widths[$0] < widths[$1] }
            guard let widest else { break }
            widths[widest] -= 1
            over -= 1
        }
        widths = shown.map { widths[$0] }
    }
}
