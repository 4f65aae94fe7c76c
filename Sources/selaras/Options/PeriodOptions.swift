internal import ArgumentParser
internal import Planning
internal import Wire

/// The period of a report.
struct PeriodOptions: ParsableArguments {
    @Option(help: .of("Tahun anggaran.", "Budget year.", .year))
    var year: Int

    @Option(help: .of("Triwulan, 1 sampai dengan 4.", "Quarter, 1 to 4.", .quarter))
    var quarter: Int

    /// As the service names it.
    var document: JSONValue { ["budget_year": .integer(year), "quarter": .integer(quarter)] }

    mutating func validate() throws {
        guard ReportPeriod(budgetYear: year, quarter: quarter) != nil else {
            throw ValidationError(Phrase.badPeriod.text)
        }
    }
}
