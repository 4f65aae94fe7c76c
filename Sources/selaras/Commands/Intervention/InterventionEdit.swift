internal import ArgumentParser
internal import Planning
internal import Wire

struct InterventionEdit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "edit", Phrase("Ubah sebuah intervensi.", "Change an intervention."),
            examples: [
                """
                selaras intervention edit SPH25-01 --lokus 63.02.12.2005/2025 \\
                  --quantity 50 --ends-on 2025-12-20
                """,
                "selaras intervention edit SPH25-01 --lokus 63.02.12.2005/2025 --funding apbn=64800000 --dry-run",
            ],
            more: Phrase(
                "Yang tidak disebutkan tetap seperti semula; --funding mengganti semua sumber dana, dan --share 0 menghapus "
                    + "alokasi dari pos itu.",
                "What is not named stays as it is; --funding replaces all funding sources, and a --share of 0 takes back "
                    + "that of the line."))
    }

    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Kode perangkat daerah.", "Code of the agency.", .code), completion: .agency)
    var agency: String?

    @Option(help: .of("Nama intervensi.", "Name of the intervention.", .text))
    var title: String?

    @Option(
        help: .of("Kode indikator sasaran, dipisahkan koma.", "Codes of the target indicators, with commas.", .codes))
    var indicators: Codes?

    @Option(help: .of("Target volume.", "Target volume.", .quantity))
    var quantity: Decimal?

    @Option(help: .of("Satuan target.", "Unit of the target.", .unit))
    var unit: String?

    @Option(help: .of("Mulai (TTTT-BB-HH).", "First day (YYYY-MM-DD).", .day))
    var startsOn: Day?

    @Option(help: .of("Selesai (TTTT-BB-HH).", "Last day (YYYY-MM-DD).", .day))
    var endsOn: Day?

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

    @Option(help: .of("Catatan.", "Note.", .text))
    var note: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard !change.members.isEmpty || !share.isEmpty else { throw ValidationError(Phrase.nothingToChange.text) }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let present = try await service.intervention(reference, lokus)
        var change = self.change
        if !share.isEmpty {
            // The shares of other lines stay with the sources that stay.
            let kept = present.value["funding"].items.filter { entry in
                funding.isEmpty || funding.contains { $0.source.rawValue == entry["source"].text }
            }
            let stated = funding.map { option in
                JSONValue.object(
                    JSONObject([
                        ("source", .string(option.source.rawValue)), ("amount_idr", .integer(option.amount.rupiah)),
                        (
                            "shares",
                            kept.first { $0["source"].text == option.source.rawValue }?["shares"] ?? .array([])
                        ),
                    ]))
            }
            // Its agency and dates as they will be.
            var meant = JSONObject()
            if case .object(let members) = present.value { meant = members }
            for member in change.members { meant[member.name] = member.value }
            meant["funding"] = .array(funding.isEmpty ? kept : stated)
            change["funding"] = try await service.funding(of: .object(meant), with: share)
        }
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("interventions", present.value["id"].text ?? "").with("dry_run", write.dryRun), .object(change),
            version: present.etag)
        try context.showChanged(
            InterventionView.answer(document, context.language, .changed(.intervention(reference), write)),
            from: present, write, output, common)
    }

    private var change: JSONObject {
        var change = JSONObject()
        change["agency_code"] = agency.map { .string($0) }
        change["title"] = title.map { .string($0) }
        change["indicators"] = indicators?.document
        change["target_quantity"] = quantity.map { .number($0.number) }
        change["unit"] = unit.map { .string($0) }
        change["starts_on"] = startsOn.map { .string($0.text) }
        change["ends_on"] = endsOn.map { .string($0.text) }
        if !funding.isEmpty { change["funding"] = .array(funding.map(\.document)) }
        change["note"] = note.map { .string($0) }
        return change
    }
}
