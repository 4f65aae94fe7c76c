internal import ArgumentParser

struct PlanReview: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "review",
            Phrase(
                "Yang masih kurang pada rencana aksi, dan yang perlu dilakukan.",
                "What an action plan still lacks, and what to do about it."),
            examples: [
                "selaras plan review 63.02.12.2005/2025",
                "selaras plan review 63.02.12.2005/2025 -o csv --columns kind,codes,gain,references",
            ],
            more: Phrase(
                "Sebelum dan sesudah rakor: indikator merah tanpa intervensi atau tanpa yang diterima, alokasi di atas "
                    + "pagu, laporan terlambat, intervensi pada indikator yang tidak merah, dan indikasi tumpang tindih. "
                    + "Yang paling berarti bagi IKK lebih dahulu.",
                "Before and after the rakor: weak indicators without an intervention or without an accepted one, shares "
                    + "above a ceiling, overdue reports, interventions on indicators that are not weak, and where money may "
                    + "meet. What means most to the index comes first."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.get(
            Address("action-plans", service.lokus(lokus).planID(), "findings").with(past))
        let named = try await context.named(document, service, output, common)
        try context.show(PlanReviewView.answer(named, context.language), output, common)
    }
}
