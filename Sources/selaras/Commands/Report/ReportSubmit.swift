internal import ArgumentParser
internal import Planning
internal import Wire

struct ReportSubmit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "submit",
            Phrase("Kirim laporan realisasi sebuah intervensi.", "Send the progress report of an intervention."),
            examples: [
                """
                selaras report submit --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3 \\
                  --physical 40 --quantity 18 --spent 162000000
                """,
                """
                selaras report submit --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 4 --nil
                """,
            ],
            more: Phrase(
                "Semua angka adalah jumlah sampai dengan triwulan itu (s.d.), bukan tambahan triwulan itu saja. Dengan "
                    + "--draft laporan disimpan sebagai rancangan; tanpa angka, rancangan atau laporan yang dikembalikan "
                    + "diajukan.",
                "All figures are cumulative up to that quarter, not what the quarter added. With --draft the report is kept "
                    + "as a draft; without figures, a draft or a report that was sent back is submitted."))
    }

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .intervention)
    var intervention: String

    @OptionGroup var period: PeriodOptions
    @OptionGroup var figures: FigureOptions

    @Flag(help: .of("Simpan sebagai rancangan, belum diajukan.", "Keep it as a draft, not submitted yet."))
    var draft = false

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        let isWhatThereIs = figures.isEmpty && !draft
        guard isWhatThereIs || figures.isNil || figures.isComplete else {
            throw ValidationError(Phrase.figuresMissing.text)
        }
    }

    func run(in context: Context) async throws {
        guard !figures.isEmpty else {
            let there = ReportStepOptions(lokus, intervention, period, write, output, common)
            return try await context.take(.submit, there)
        }
        let service = try context.service(common)
        let target = try await service.intervention(intervention, lokus)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.post(
            Address("interventions", target.value["id"].text ?? "", "reports").with("dry_run", write.dryRun),
            .object(body))
        let thing = Phrase.Thing.report(intervention, Period.phrase(of: document.value))
        try context.show(ReportView.answer(document, context.language, .added(thing, write)), output, common)
    }

    private var body: JSONObject {
        var body = JSONObject([
            ("budget_year", .integer(period.year)), ("quarter", .integer(period.quarter)),
            ("nil", .bool(figures.isNil)),
        ])
        if draft { body["draft"] = true }
        body["physical_percent"] = figures.physical.map { .number($0.number) }
        body["quantity"] = figures.quantity.map { .number($0.number) }
        body["spent_idr"] = figures.spent.map { .integer($0.rupiah) }
        body["obstacles"] = figures.obstacles.map { .string($0) }
        body["follow_up"] = figures.followUp.map { .string($0) }
        body["basis"] = figures.basis.map { .string($0) }
        return body
    }
}
