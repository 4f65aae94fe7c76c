internal import ArgumentParser

struct PlanMatrix: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "matrix",
            Phrase(
                "Matriks intervensi: setiap indikator dengan setiap intervensi yang menyasarnya.",
                "The intervention matrix: every indicator with every intervention that aims at it."),
            examples: [
                "selaras plan matrix 63.02.12.2005/2025",
                "selaras plan matrix 63.02.12.2005/2025 -o csv > matriks.csv",
            ],
            more: Phrase(
                "Indikator merah yang belum ada intervensinya mendapat baris sendiri. Intervensi yang menyasar beberapa "
                    + "indikator memuat volume dan rupiahnya sekali, pada baris pertamanya, sehingga dapat dijumlahkan.",
                "A weak indicator that has no intervention has a row of its own. An intervention on several indicators has "
                    + "its quantity and rupiah once, in its first row, so that they can be added up."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.get(
            Address("action-plans", service.lokus(lokus).planID(), "matrix").with(past))
        let named = try await context.named(document, service, output, common)
        try context.show(PlanMatrixView.answer(named, context.language), output, common)
    }
}
