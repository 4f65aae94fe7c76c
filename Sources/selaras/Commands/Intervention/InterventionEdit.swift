internal import ArgumentParser
internal import Planning
internal import Wire

struct InterventionEdit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "edit", Phrase("Ubah sebuah intervensi.", "Change an intervention."),
            examples: [
                """
                selaras intervention edit SPH25-01 --lokus 63.02.12.2005/2025 \\
                  --quantity 50 --ends-on 2025-12-20
                """,
                "selaras intervention edit SPH25-01 --lokus 63.02.12.2005/2025 --funding apbn=64800000 --dry-run",
            ],
            more: Phrase(
                "Yang tidak disebutkan tetap seperti semula; --funding mengganti semua sumber dana, dan --share 0 menghapus "
                    + "alokasi dari pos itu.",
                "What is not named stays as it is; --funding replaces all funding sources, and a --share of 0 takes back "
                    + "that of the line."))
    }

    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var terms: ChangedTermsOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let present = try await service.intervention(reference, lokus)
        let change = try await terms.change(of: present.value, service)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("interventions", present.value["id"].text ?? "").with("dry_run", write.dryRun), .object(change),
            version: present.etag)
        try context.showChanged(
            InterventionView.answer(document, context.language, .changed(.intervention(reference), write)),
            from: present, write, output, common)
    }
}
