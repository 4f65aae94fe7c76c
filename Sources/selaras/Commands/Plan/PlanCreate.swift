internal import ArgumentParser
internal import Wire

struct PlanCreate: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "create", Phrase("Buat rencana aksi sebuah lokus.", "Make the action plan of a lokus."),
            examples: [
                "selaras plan create 63.02.12.2005/2025",
                "selaras plan create 63.02.12.2005/2025 --target-ikk 80 --target KLS-02=75",
            ],
            more: Phrase("Memerlukan pendataan awal.", "Needs a baseline."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Judul rencana aksi.", "Title of the plan.", .text))
    var title: String?

    @OptionGroup var targets: TargetOptions

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        var body = JSONObject([("lokus_id", .string(found.id))])
        body["title"] = title.map { .string($0) }
        targets.write(to: &body)
        context.lastWords.set(.interruptedWrite)
        let sent = body
        let document = try await service.namingIndicators(targets.target.map(\.indicator), at: "--target", of: found) {
            try await service.post(Address("action-plans").with("dry_run", write.dryRun), .object(sent))
        }
        let named = try await context.named(document, service, output, common)
        try context.show(
            PlanView.answer(named, context.language, .added(.plan(found.label), write)), output, common)
        for warning in await service.targetsBelowBaseline(targets, of: found) { context.note(warning, common) }
    }
}
