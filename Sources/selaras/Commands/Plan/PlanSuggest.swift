internal import ArgumentParser
internal import Planning
internal import Wire

struct PlanSuggest: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "suggest",
            Phrase(
                "Yang dapat dilakukan untuk setiap indikator merah, dan hasilnya di lokus lain.",
                "What could be done about each weak indicator, and what followed elsewhere."),
            examples: [
                "selaras plan suggest 63.02.12.2005/2025", "selaras plan suggest 63.02.12.2005/2025 --indicator KLS-02",
            ],
            more: Phrase(
                "Yang paling berarti bagi IKK lebih dahulu; di dalamnya, yang paling pasti hasilnya. Dasarnya lokus lain yang "
                    + "boleh Anda lihat, yang indikatornya juga merah dan sudah didata ulang. Rencana aksinya boleh belum ada.",
                "What means most to the index comes first; within it, what is most certain to have gone well. By other lokus "
                    + "that you may see, where the indicator was weak, too, and that were surveyed again. There need be no "
                    + "plan yet."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Hanya indikator ini.", "This indicator only.", .code))
    var indicator: String?

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose = .baseline

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let document = try await service.get(
            Address("lokus", found.id, "suggestions").with("purpose", purpose.rawValue).with(past))
        let named = try await context.named(document, service, output, common)
        try context.show(SuggestionsView.answer(named, of: indicator, context.language), output, common)
    }
}
