internal import ArgumentParser
internal import Wire

struct InterventionCarryOver: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "carry-over",
            Phrase(
                "Lanjutkan intervensi ke tahun anggaran berikutnya atau ke rencana aksi lain.",
                "Carry an intervention over into a later budget year or another action plan."),
            examples: [
                """
                selaras intervention carry-over SPH25-01 --lokus 63.02.12.2005/2025 \\
                  --starts-on 2026-01-05 --ends-on 2026-04-30 \\
                  --reason "Pagu digeser ke TA 2026"
                """
            ],
            more: Phrase(
                "Intervensi baru menyebut yang dilanjutkannya, dengan nama, satuan, dan indikator yang sama; ia dimulai "
                    + "sebagai usulan. Laporan yang ada tetap pada intervensi lama.",
                "The new intervention names the one that it continues, with the same name, unit and indicators; it begins "
                    + "as a proposal. Reports that there are stay with the old one."))
    }

    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Alasannya, untuk dibaca orang lain.", "Why, for others to read.", .text))
    var reason: String

    @Option(help: .of("Mulai (TTTT-BB-HH).", "First day (YYYY-MM-DD).", .day))
    var startsOn: Day

    @Option(help: .of("Selesai (TTTT-BB-HH).", "Last day (YYYY-MM-DD).", .day))
    var endsOn: Day

    @Option(
        help: .of(
            "Ke rencana aksi lokus ini; tanpa opsi ini ke rencana yang sama.",
            "Into the plan of this lokus; without it into the same plan.", .lokus), completion: .lokus)
    var into: LokusReference?

    @Option(
        name: .customLong("as"),
        help: .of(
            "Rujukannya di sana; tanpa opsi ini dibuat dari yang lama.",
            "Its reference there; without it, it is made from the old one.", .reference))
    var newReference: String?

    @Option(
        help: .of(
            "Target volume; tanpa opsi ini yang belum dilaporkan.",
            "Target volume; without it what was not reported yet.", .quantity))
    var quantity: Decimal?

    @Option(
        help: .of(
            "Sumber dana dan pagunya, misalnya apbn=64800000.", "Funding source and its budget, e.g. apbn=64800000.",
            .funding))
    var funding: [FundingOption] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let present = try await service.intervention(reference, lokus)
        var body = JSONObject([
            ("reason", .string(reason)), ("starts_on", .string(startsOn.text)), ("ends_on", .string(endsOn.text)),
            ("funding", .array(funding.map(\.document))),
        ])
        if let into { body["plan_id"] = .string(try await service.lokus(into).planID()) }
        body["reference"] = newReference.map { .string($0) }
        body["target_quantity"] = quantity.map { .number($0.number) }
        context.lastWords.set(.interruptedWrite)
        let made = try await service.post(
            Address("interventions", present.value["id"].text ?? "", "carry-over").with("dry_run", write.dryRun),
            .object(body), version: present.etag)
        let name = made.value["reference"].text ?? reference
        try context.show(
            InterventionView.answer(made, context.language, .added(.intervention(name), write)), output, common)
    }
}
