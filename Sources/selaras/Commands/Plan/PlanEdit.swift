internal import ArgumentParser
internal import Wire

struct PlanEdit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "edit",
            Phrase(
                "Ubah judul atau target rencana aksi.", "Change title or targets of an action plan."),
            examples: [
                "selaras plan edit 63.02.12.2005/2025 --title \"Rencana Aksi Desa Sampanahan\" --dry-run",
                "selaras plan edit 63.02.12.2005/2025 --target KLS-02=75 --target KKE-02=62,5",
            ],
            more: Phrase(
                "Yang tidak disebutkan tetap seperti semula; --target mengganti semua target indikator. Sesudah pendataan "
                    + "ulang dimulai, target tidak dapat diubah lagi.",
                "What is not named stays as it is; --target replaces the targets of all indicators. Once the re-survey has "
                    + "begun, targets cannot be changed any more."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Judul rencana aksi.", "Title of the plan.", .text))
    var title: String?

    @OptionGroup var targets: TargetOptions

    @Flag(help: .of("Hapus semua target.", "Take back all targets."))
    var clearTargets = false

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard title != nil || !targets.isEmpty || clearTargets else {
            throw ValidationError(Phrase.nothingToChange.text)
        }
        guard !clearTargets || targets.isEmpty else {
            throw ValidationError(Phrase.clearOrSetTargets.text)
        }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let present = try await service.get(Address("action-plans", found.planID()))
        var change = JSONObject()
        change["title"] = title.map { .string($0) }
        targets.write(to: &change)
        if clearTargets {
            change["target_ikk"] = .null
            change["targets"] = []
        }
        context.lastWords.set(.interruptedWrite)
        let sent = change
        let document = try await service.namingIndicators(targets.target.map(\.indicator), at: "--target", of: found) {
            try await service.patch(
                Address("action-plans", try found.planID()).with("dry_run", write.dryRun), .object(sent),
                version: present.etag)
        }
        try context.showChanged(
            PlanView.answer(document, context.language, .changed(.plan(found.label), write)), from: present, write,
            output, common)
        for warning in await service.targetsBelowBaseline(targets, of: found) { context.note(warning, common) }
    }
}
