internal import ArgumentParser
internal import Planning

/// The period of a report.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Tahun anggaran.", valueName: "tahun"))
    var year: Int

    @Option(help: ArgumentHelp("Triwulan, 1 sampai dengan 4.", valueName: "triwulan"))
    var quarter: Int

    mutating func validate() throws {
        guard ReportPeriod(budgetYear: year, quarter: quarter) != nil else {
            throw ValidationError(Phrase.badPeriod.text(in: .indonesian))
        }
    }
}
