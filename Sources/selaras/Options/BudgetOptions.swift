internal import ArgumentParser
internal import Planning
internal import Wire

/// The words of budgets, for the help.
enum BudgetOptions {
    static var sources: String { BudgetLine.sources.map(\.rawValue).joined(separator: ", ") }
}

extension Funding.Source: ExpressibleByArgument {
    package static var allValueStrings: [String] { BudgetLine.sources.map(\.rawValue) }
}
extension BudgetLine.Stage: ExpressibleByArgument {}

/// Which budget line is meant: by its identifier, or by the code or name that it has in a year with an agency.
struct BudgetLineOptions: ParsableArguments {
    @Argument(
        help: .of(
            "Pos anggaran: kode sub kegiatan, namanya, atau pengenalnya.",
            "Budget line: the code of its sub-activity, its name, or its identifier.", .budgetLine))
    var line: String

    @Option(
        help: .of("Perangkat daerah yang mempunyai pos itu.", "The agency that has it.", .code), completion: .agency)
    var agency: String?

    @Option(help: .of("Tahun anggaran pos itu.", "Its budget year.", .year))
    var year: Int?
}

/// The share of a budget line for an intervention: `2.08.04.2.01.0003=40000000`; nothing takes it back.
struct ShareOption: ExpressibleByArgument, Sendable {
    let line: String
    let amount: Money

    init?(argument: String) {
        // A name may have a sign of its own.
        guard let sign = argument.lastIndex(of: "="), sign > argument.startIndex,
            let amount = Money(argument: String(argument[sign...].dropFirst()))
        else { return nil }
        line = String(argument[..<sign])
        self.amount = amount
    }
}
