internal import ArgumentParser
internal import Wire

struct ReportCorrect: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct", abstract: "Perbaiki laporan realisasi yang sudah dikirim.",
        discussion: """
            Contoh:
              selaras report correct --lokus 63.02.12.2005/2025 \\
                --intervention SPH25-01 --year 2025 --quarter 3 \\
                --spent 160000000

            Yang tidak disebutkan tetap seperti semula.
            """)

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Rujukan intervensi.", valueName: "rujukan"))
    var intervention: String

    @OptionGroup var period: PeriodOptions
    @OptionGroup var figures: FigureOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard !figures.isEmpty else { throw ValidationError(Phrase.nothingToChange.text(in: .indonesian)) }
    }

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let present = try await report(service)
        let document = try await service.patch(
            Address("reports", present.value["id"].text ?? ""), .object(change),
            version: present.etag)
        let name = Period.text(of: document.value) ?? ""
        try context.show(
            ReportView.answer(document, context.language, first: .changed(.report(intervention, name))), output)
    }

    private func report(_ service: Service) async throws -> Resource {
        let target = try await service.intervention(intervention, lokus)
        let reports = try await service.list(Address("interventions", target.value["id"].text ?? "", "reports"))
        let found = reports.first {
            $0["budget_year"].integer == period.year && $0["quarter"].integer == period.quarter
        }
        guard let id = found?["id"].text else {
            let name = Period.text(of: ["budget_year": .integer(period.year), "quarter": .integer(period.quarter)])
            throw Failure.notFound(.noReport(intervention, name ?? ""))
        }
        return try await service.get(Address("reports", id))
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
        return change
    }
}
