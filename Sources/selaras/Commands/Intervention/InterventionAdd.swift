internal import ArgumentParser
internal import Wire

struct InterventionAdd: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "add", Phrase("Tambahkan sebuah intervensi ke rencana aksi.", "Add an intervention to an action plan."),
            examples: [
                """
                selaras intervention add SPH25-01 --lokus 63.02.12.2005/2025 \\
                  --agency PUPR --title "Pembangunan bilik WC dan tangki septik" \\
                  --indicators KKE-02,KKF-03 --quantity 45 --unit unit \\
                  --starts-on 2025-08-01 --ends-on 2025-12-15 \\
                  --funding apbd_kabupaten=405000000
                """
            ],
            more: Phrase(
                "Sumber dana: \(FundingOption.sources). --funding boleh ditulis beberapa kali.",
                "Funding sources: \(FundingOption.sources). --funding may be given several times."))
    }

    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var terms: NewTermsOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let plan = try found.planID()
        let draft = try await terms.draft(reference, service)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.namingIndicators(terms.indicators.codes, at: "--indicators", of: found) {
            try await service.post(
                Address("action-plans", plan, "interventions").with("dry_run", write.dryRun), .object(draft))
        }
        try context.show(
            InterventionView.answer(document, context.language, .added(.intervention(reference), write)), output, common
        )
    }
}
