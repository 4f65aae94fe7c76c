internal import ArgumentParser
internal import Wire

struct ReportSubmit: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Kirim laporan realisasi sebuah intervensi.",
        discussion: """
            Contoh:
              selaras report submit --lokus 63.02.12.2005/2025 \\
                --intervention SPH25-01 --year 2025 --quarter 3 \\
                --physical 40 --quantity 18 --spent 162000000
              selaras report submit --lokus 63.02.12.2005/2025 \\
                --intervention SPH25-01 --year 2025 --quarter 4 --nil

            Semua angka adalah jumlah sampai dengan triwulan itu (s.d.), bukan tambahan triwulan itu saja.
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
        guard figures.isNil || figures.isComplete else {
            throw ValidationError(Phrase.figuresMissing.text(in: .indonesian))
        }
    }

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let target = try await service.intervention(intervention, lokus)
        let document = try await service.post(
            Address("interventions", target.value["id"].text ?? "", "reports"), .object(body))
        let name = Period.text(of: document.value) ?? ""
        try context.show(
            ReportView.answer(document, context.language, first: .added(.report(intervention, name))), output)
    }

    private var body: JSONObject {
        var body = JSONObject([
            ("budget_year", .integer(period.year)), ("quarter", .integer(period.quarter)),
            ("nil", .bool(figures.isNil)),
        ])
        body["physical_percent"] = figures.physical.map { .number($0.number) }
        body["quantity"] = figures.quantity.map { .number($0.number) }
        body["spent_idr"] = figures.spent.map { .integer($0.rupiah) }
        body["obstacles"] = figures.obstacles.map { .string($0) }
        body["follow_up"] = figures.followUp.map { .string($0) }
        return body
    }
}
