internal import ArgumentParser
internal import Wire

struct InterventionAdd: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "add", Phrase("Tambahkan sebuah intervensi ke rencana aksi.", "Add an intervention to an action plan."),
            examples: [
                """
                selaras intervention add SPH25-01 --lokus 63.02.12.2005/2025 \\
                  --agency PUPR --title "Pembangunan bilik WC dan tangki septik" \\
                  --indicators KKE-02,KKF-03 --quantity 45 --unit unit \\
                  --starts-on 2025-08-01 --ends-on 2025-12-15 \\
                  --funding apbd_kabupaten=405000000
                """
            ],
            more: Phrase(
                "Sumber dana: \(FundingOption.sources). --funding boleh ditulis beberapa kali.",
                "Funding sources: \(FundingOption.sources). --funding may be given several times."))
    }

    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Kode perangkat daerah.", "Code of the agency.", .code), completion: .agency)
    var agency: String

    @Option(help: .of("Nama intervensi.", "Name of the intervention.", .text))
    var title: String

    @Option(
        help: .of("Kode indikator sasaran, dipisahkan koma.", "Codes of the target indicators, with commas.", .codes))
    var indicators: Codes

    @Option(help: .of("Target volume.", "Target volume.", .quantity))
    var quantity: Decimal

    @Option(help: .of("Satuan target.", "Unit of the target.", .unit))
    var unit: String

    @Option(help: .of("Mulai (TTTT-BB-HH).", "First day (YYYY-MM-DD).", .day))
    var startsOn: Day

    @Option(help: .of("Selesai (TTTT-BB-HH).", "Last day (YYYY-MM-DD).", .day))
    var endsOn: Day

    @Option(
        help: .of(
            "Sumber dana dan pagunya, misalnya apbn=64800000.", "Funding source and its budget, e.g. apbn=64800000.",
            .funding))
    var funding: [FundingOption] = []

    @Option(
        help: .of(
            "Alokasi dari pos anggaran, misalnya 1.03.05.2.01.0007=40000000.",
            "Share of a budget line, e.g. 1.03.05.2.01.0007=40000000.", .share))
    var share: [ShareOption] = []

    @Option(help: .of("Kode katalog intervensi.", "Code of the catalogue.", .code))
    var catalogue: String?

    @Option(help: .of("Catatan.", "Note.", .text))
    var note: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let plan = try found.planID()
        var body = self.body
        if !share.isEmpty { body["funding"] = try await service.funding(of: .object(body), with: share) }
        let draft = body
        context.lastWords.set(.interruptedWrite)
        let document = try await service.namingIndicators(indicators.codes, at: "--indicators", of: found) {
            try await service.post(
                Address("action-plans", plan, "interventions").with("dry_run", write.dryRun), .object(draft))
        }
        try context.show(
            InterventionView.answer(document, context.language, .added(.intervention(reference), write)), output, common
        )
    }

    private var body: JSONObject {
        var body = JSONObject([
            ("reference", .string(reference)), ("agency_code", .string(agency)), ("title", .string(title)),
            ("indicators", indicators.document), ("target_quantity", .number(quantity.number)),
            ("unit", .string(unit)), ("starts_on", .string(startsOn.text)), ("ends_on", .string(endsOn.text)),
            ("funding", .array(funding.map(\.document))),
        ])
        body["catalogue_code"] = catalogue.map { .string($0) }
        body["note"] = note.map { .string($0) }
        return body
    }
}
