internal import ArgumentParser
internal import Intake
internal import Phrasing
internal import Wire

struct ReportImport: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "import",
            Phrase(
                "Kirim laporan realisasi banyak intervensi dari berkas CSV.", "Send many progress reports from a CSV."),
            examples: [
                "selaras report import laporan.csv --dry-run",
                "selaras report import laporan.csv",
            ],
            more: Phrase(
                "Formulirnya dibuat oleh selaras report template. Baris yang tidak diisi dilewati; isi Nihil dengan ya "
                    + "bila tidak ada realisasi. Semua angka adalah jumlah sampai dengan triwulan itu (s.d.). Paling banyak "
                    + "1000 baris terisi.",
                "selaras report template makes the form. Rows that are not filled in are passed over; write yes under "
                    + "Nil where nothing happened. All figures are cumulative up to that quarter. At most 1000 filled rows."
            ))
    }

    @Argument(help: .csvFile, completion: .file(extensions: ["csv"]))
    var file: String

    @Option(
        help: .of(
            "Lokus, bila berkas menyebut rujukan intervensi tanpa intervention_id.",
            "The lokus, where the file has references of interventions and no intervention_id.", .lokus),
        completion: .lokus)
    var lokus: LokusReference?

    @OptionGroup var batch: BatchOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let rows = try await ReportRows(Upload(path: file), context.language)
        let service = try context.service(common)
        let ids = try await identifiers(of: rows.filled, service, context.language)
        let items = zip(rows.filled, ids).map { $0.body(of: $1) }
        context.lastWords.set(.interruptedWrite)
        let sent = try await service.batch(
            Address("reports:batch"), ["items": .array(items)], batch, write,
            place: { [("line", .integer(rows.filled.indices.contains($0) ? rows.filled[$0].line : 0))] })
        context.lastWords.set(nil)
        if rows.blank > 0 { context.note(.rowsPassedOver(rows.blank), common) }
        try context.show(BatchView.reports(sent, rows.filled, write, context.language), output, common)
        try sent.requireAll()
    }

    /// That of each row; a reference is looked up in the plan of the lokus.
    private func identifiers(
        of rows: [ReportFormRow], _ service: Service, _ language: Language
    ) async throws -> [String] {
        guard rows.contains(where: { $0.interventionID == nil }) else { return rows.compactMap(\.interventionID) }
        guard let lokus else { throw Failure.usage(.lokusForReferences) }
        let known = try await service.interventions(of: service.lokus(lokus))
        let ids = rows.map { $0.interventionID ?? known[$0.reference ?? ""]?["id"].text }
        let faults = zip(rows, ids).filter { $0.1 == nil }.map { row, _ in
            RefusedRows.Fault(
                line: row.line, column: "reference", value: row.reference ?? "", code: "not_found",
                message: .notInPlan)
        }
        guard faults.isEmpty else { throw RefusedRows(faults, total: faults.count).failure(language) }
        return ids.compactMap { $0 }
    }
}
