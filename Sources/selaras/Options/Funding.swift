internal import ArgumentParser
internal import Wire

/// One source of money of an intervention: `apbd_kabupaten=405000000`, or `none` without money.
struct Funding: ExpressibleByArgument, Sendable {
    let source: String
    let amount: Money?

    init?(argument: String) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let source = halves.first, !source.isEmpty else { return nil }
        self.source = String(source)
        if halves.count == 2 {
            guard let amount = Money(argument: String(halves[1])) else { return nil }
            self.amount = amount
        } else {
            amount = nil
        }
    }

    var document: JSONValue {
        ["source": .string(source), "amount_idr": amount.map { .integer($0.rupiah) } ?? .null]
    }
}
