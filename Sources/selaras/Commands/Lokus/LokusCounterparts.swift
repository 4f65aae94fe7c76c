internal import ArgumentParser
internal import Planning

struct LokusCounterparts: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "counterparts",
            Phrase(
                "Sandingkan indikator yang diintervensi dengan indikator yang sama di lokus lain.",
                "Put what was intervened in beside the same indicators of other lokus."),
            examples: ["selaras lokus counterparts 63.02.12.2005/2025"],
            more: Phrase(
                "Pembandingnya lokus lain pada tahun yang sama yang boleh Anda lihat, tanpa intervensi pada indikator itu, "
                    + "dan yang kondisi awalnya berselisih paling banyak 10 poin.",
                "Counterparts are other lokus of the year that you may see, without an intervention on the indicator, that "
                    + "started within 10 points."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Pendataan untuk kondisi awal.", "The survey to compare from.", .purpose))
    var before: SurveyRound.Purpose = .baseline

    @Option(help: .of("Pendataan untuk kondisi akhir.", "The survey to compare to.", .purpose))
    var after: SurveyRound.Purpose = .resurvey

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let document = try await service.get(
            Address("lokus", found.id, "counterparts").with("before", before.rawValue).with("after", after.rawValue)
                .with(past))
        let named = try await context.named(document, service, output, common)
        try context.show(CounterpartsView.answer(named, context.language), output, common)
    }
}
