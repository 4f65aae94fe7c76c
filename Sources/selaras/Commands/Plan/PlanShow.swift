internal import ArgumentParser

struct PlanShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show",
            Phrase(
                "Tampilkan rencana aksi: pagu, realisasi, dan yang belum ditangani.",
                "Show an action plan: budgets, progress, and what nobody takes care of."),
            examples: ["selaras plan show 63.02.12.2005/2025"])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.get(Address("action-plans", service.lokus(lokus).planID()).with(past))
        let named = try await context.named(document, service, output, common)
        try context.show(PlanView.answer(named, context.language), output, common)
    }
}
