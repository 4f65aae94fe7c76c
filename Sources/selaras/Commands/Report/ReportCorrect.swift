internal import ArgumentParser
internal import Wire

struct ReportCorrect: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "correct",
            Phrase("Perbaiki laporan realisasi yang sudah dikirim.", "Correct a progress report that was sent."),
            examples: [
                """
                selaras report correct --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3 \\
                  --spent 160000000
                """
            ],
            more: Phrase(
                "Yang tidak disebutkan tetap seperti semula. Laporan yang sudah diverifikasi atau dikembalikan diajukan lagi "
                    + "dengan ini; yang sudah diverifikasi tetap dihitung seperti semula sampai koreksinya diverifikasi.",
                "What is not named stays as it is. A report that was verified or sent back is submitted by this; what was "
                    + "verified counts as before until the correction is verified."))
    }

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .intervention)
    var intervention: String

    @OptionGroup var period: PeriodOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard !figures.isEmpty else { throw ValidationError(Phrase.nothingToChange.text) }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let present = try await service.report(intervention, lokus, period)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("reports", present.value["id"].text ?? "").with("dry_run", write.dryRun), .object(change),
            version: present.etag)
        let thing = Phrase.Thing.report(intervention, Period.phrase(of: document.value))
        try context.showChanged(
            ReportView.answer(document, context.language, .changed(thing, write)), from: present, write, output, common)
    }

    /// Only what was stated: the service puts it over what the report says, and knows when more is needed.
    private var change: JSONObject {
        var change = JSONObject()
        if figures.isNil { change["nil"] = true }
        change["physical_percent"] = figures.physical.map { .number($0.number) }
        change["quantity"] = figures.quantity.map { .number($0.number) }
        change["spent_idr"] = figures.spent.map { .integer($0.rupiah) }
        change["obstacles"] = figures.obstacles.map { .string($0) }
        change["follow_up"] = figures.followUp.map { .string($0) }
        change["basis"] = figures.basis.map { .string($0) }
        return change
    }
}
