internal import ArgumentParser
internal import Wire

/// One source of money of an intervention: `apbd_kabupaten=405000000`, or `none` without money.
struct Funding: ExpressibleByArgument, Sendable {
    let source: String
    let amount: Money

    init?(argument: String) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let source = halves.first, !source.isEmpty else { return nil }
        let stated = halves.count == 2 ? String(halves[1]) : source == "none" ? "0" : ""
        guard let amount = Money(argument: stated) else { return nil }
        self.source = String(source)
        self.amount = amount
    }

    var document: JSONValue {
        ["source": .string(source), "amount_idr": .integer(amount.rupiah)]
    }
}
