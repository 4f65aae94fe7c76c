internal import ArgumentParser

struct BudgetShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show",
            Phrase(
                "Tampilkan sebuah pos anggaran dan intervensi yang dibiayainya.",
                "Show a budget line and the interventions that it pays."),
            examples: ["selaras budget show 2.08.04.2.01.0003 --agency DP3AP2KB --year 2025"])
    }

    @OptionGroup var line: BudgetLineOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let document = try await context.service(common).budgetLine(line, past)
        try context.show(BudgetView.answer(document, context.language), output, common)
    }
}
