internal import ArgumentParser
internal import Planning
internal import Wire

/// One source of money of an intervention: `apbd_kabupaten=405000000`, or `none` without money.
struct FundingOption: ExpressibleByArgument, Sendable {
    let source: Funding.Source
    let amount: Money

    init?(argument: String) {
        let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let source = halves.first.flatMap({ Funding.Source(rawValue: String($0)) }) else { return nil }
        let stated = halves.count == 2 ? String(halves[1]) : source == .none ? "0" : ""
        guard let amount = Money(argument: stated) else { return nil }
        self.source = source
        self.amount = amount
    }

    var document: JSONValue {
        ["source": .string(source.rawValue), "amount_idr": .integer(amount.rupiah)]
    }

    static let words = Funding.Source.allCases.map(\.rawValue)

    /// The sources, for the help.
    static var sources: String { words.joined(separator: ", ") }
}
