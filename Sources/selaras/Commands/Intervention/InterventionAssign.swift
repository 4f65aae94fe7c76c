internal import ArgumentParser
internal import Wire

struct InterventionAssign: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "assign",
            Phrase("Tugaskan intervensi kepada perangkat daerahnya.", "Assign interventions to their agencies."),
            examples: [
                "selaras intervention assign SPH25-01 --lokus 63.02.12.2005/2025",
                "selaras intervention assign SPH25-01 SPH25-02 --lokus 63.02.12.2005/2025",
            ])
    }

    @Argument(help: .interventions)
    var references: [String]

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .assignedOn)
    var assignedOn: Day?

    @OptionGroup var batch: BatchOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        guard references.count == 1, let reference = references.first else {
            return try await context.move(
                .assign(on: assignedOn), references, in: lokus, batch, write, output, common)
        }
        let service = try context.service(common)
        let present = try await service.intervention(reference, lokus)
        var body = JSONObject()
        body["assigned_on"] = assignedOn.map { .string($0.text) }
        context.lastWords.set(.interruptedWrite)
        let document = try await service.post(
            Address("interventions", present.value["id"].text ?? "", "assign").with("dry_run", write.dryRun),
            .object(body), version: present.etag)
        try context.showChanged(
            InterventionView.answer(document, context.language, .changed(.intervention(reference), write)),
            from: present, write, output, common)
    }
}
