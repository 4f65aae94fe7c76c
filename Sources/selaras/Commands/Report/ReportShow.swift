internal import ArgumentParser

struct ReportShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show",
            Phrase(
                "Tampilkan sebuah laporan realisasi, dengan yang dikatakan desa/kelurahannya.",
                "Show a progress report, with what its village says."),
            examples: [
                """
                selaras report show --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3
                """
            ])
    }

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .intervention)
    var intervention: String

    @OptionGroup var period: PeriodOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.report(intervention, lokus, period, past)
        try context.show(ReportView.answer(document, context.language), output, common)
    }
}
