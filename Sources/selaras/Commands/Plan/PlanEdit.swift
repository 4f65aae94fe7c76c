internal import ArgumentParser
internal import Wire

struct PlanEdit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "edit", Phrase("Ubah judul atau tanggal rencana aksi.", "Change the title or the date of an action plan."),
            examples: ["selaras plan edit 63.02.12.2005/2025 --agreed-on 2025-08-21 --dry-run"],
            more: Phrase("Yang tidak disebutkan tetap seperti semula.", "What is not named stays as it is."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Judul rencana aksi.", "Title of the plan.", .text))
    var title: String?

    @Option(
        help: .of("Tanggal disepakati dalam rakor (TTTT-BB-HH).", "Day when it was agreed (YYYY-MM-DD).", .day))
    var agreedOn: Day?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard title != nil || agreedOn != nil else { throw ValidationError(Phrase.nothingToChange.text) }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let present = try await service.get(Address("action-plans", found.planID()))
        var change = JSONObject()
        change["title"] = title.map { .string($0) }
        change["agreed_on"] = agreedOn.map { .string($0.text) }
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("action-plans", try found.planID()).with("dry_run", write.dryRun), .object(change),
            version: present.etag)
        try context.showChanged(
            PlanView.answer(document, context.language, .changed(.plan(found.label), write)), from: present, write,
            output, common)
    }
}
