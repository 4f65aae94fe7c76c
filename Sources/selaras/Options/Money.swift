internal import ArgumentParser
internal import Planning

/// Money as an option takes it: `162000000`, `Rp162.000.000`, `Rp 162.000.000,00` or `162.000.000,-`; real sen are not.
struct Money: ExpressibleByArgument, Sendable {
    let rupiah: Int

    init?(argument: String) {
        var digits = argument[...]
        if digits.lowercased().hasPrefix("rp") { digits = digits.dropFirst(2).drop { $0 == " " } }
        for end in [",00", ",-"] where digits.hasSuffix(end) { digits = digits.dropLast(end.count) }
        let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped =
            groups.count == 1
            || (1...3).contains(groups[0].utf8.count) && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let joined = groups.joined()
        guard isGrouped, !joined.isEmpty, joined.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let rupiah = Int(joined), rupiah <= Rupiah.largest.amount
        else { return nil }
        self.rupiah = rupiah
    }
}
