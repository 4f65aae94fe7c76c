internal import ArgumentParser
internal import Planning
internal import Wire

struct BudgetAdd: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "add", Phrase("Catat sebuah pos anggaran dan pagunya.", "Record a budget line and its ceiling."),
            examples: [
                """
                selaras budget add --agency PUPR --year 2025 --source apbd_kabupaten \\
                  --code 1.03.05.2.01.0007 --title "Pembangunan tangki septik" \\
                  --ceiling 900000000
                """,
                """
                selaras budget add --agency DPMD --year 2025 --source csr \\
                  --title "Bantuan bibit CSR" --ceiling Rp25.000.000
                """,
            ],
            more: Phrase(
                "Sumber dana: \(BudgetOptions.sources). Bila tidak ada kode yang cocok, cukup --title.",
                "Funding sources: \(BudgetOptions.sources). Where no code fits, --title is enough."))
    }

    @Option(help: .of("Kode perangkat daerah.", "Code of the agency.", .code), completion: .agency)
    var agency: String

    @Option(help: .of("Tahun anggaran.", "The budget year.", .year))
    var year: Int

    @Option(help: .of("Sumber dana.", "The funding source.", .source))
    var source: Funding.Source

    @Option(help: .of("Nama sub kegiatan atau pos itu.", "Name of the sub-activity or the line.", .text))
    var title: String

    @Option(help: .of("Pagu.", "The ceiling.", .rupiah))
    var ceiling: Money

    @Option(help: .of("Tahap anggaran.", "Stage of the budget.", .stage))
    var stage: BudgetLine.Stage = .murni

    @Option(help: .of("Kode sub kegiatan, dalam ejaan mana pun.", "Code of the sub-activity, however spelled.", .code))
    var code: String?

    @Option(
        help: .of(
            "Versi nomenklatur, misalnya 900.1-2850/2025.", "Version of the nomenclature, as 900.1-2850/2025.", .text))
    var nomenclature: String?

    @Option(
        help: .of(
            "Kabupaten/kota; bawaannya yang mempunyai perangkat daerah itu.",
            "The kabupaten/kota; by default the one that has the agency.", .code), completion: .kabupaten)
    var kabupaten: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        var place = kabupaten
        if place == nil { place = try await service.kabupaten(ofAgency: agency) }
        var body = JSONObject([
            ("kabupaten_code", .string(place ?? "")), ("agency_code", .string(agency)), ("budget_year", .integer(year)),
            ("source", .string(source.rawValue)), ("title", .string(title)), ("stage", .string(stage.rawValue)),
            ("ceiling_idr", .integer(ceiling.rupiah)),
        ])
        body["code"] = code.map { .string($0) }
        body["nomenclature"] = nomenclature.map { .string($0) }
        context.lastWords.set(.interruptedWrite)
        let document = try await service.post(Address("budget-lines").with("dry_run", write.dryRun), .object(body))
        try context.show(
            BudgetView.answer(document, context.language, .added(.budgetLine(title), write)), output, common)
    }
}
