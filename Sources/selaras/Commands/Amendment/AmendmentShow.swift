internal import ArgumentParser
internal import Wire

struct AmendmentList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list",
            Phrase("Daftar perubahan sebuah rencana aksi.", "List the amendments of an action plan."),
            examples: ["selaras amendment list 63.02.12.2005/2025"])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.amendments(of: service.lokus(lokus), past)
        try context.show(
            Answer(
                document: .asItCame(document),
                table: Table(
                    columns: AmendmentView.columns, rows: document.value["amendments"].items, name: .member("id"))),
            output, common)
    }
}

struct AmendmentShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show",
            Phrase("Tampilkan sebuah perubahan, baris demi baris.", "Show an amendment, line by line."),
            examples: [
                "selaras amendment show 63.02.12.2005/2025", "selaras amendment show 63.02.12.2005/2025 --amendment 1",
            ],
            more: Phrase(
                "Rencana aksi seperti sebelum perubahan ditetapkan: selaras plan show --as-of WAKTU, dengan waktu penetapan "
                    + "dalam UTC (selaras amendment show -o json, state_changed_at).",
                "The plan as it was before an amendment was approved: selaras plan show --as-of TIME, with the time of the "
                    + "approval in UTC (selaras amendment show -o json, state_changed_at)."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var which: AmendmentOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let document = try await service.amendment(which, of: service.lokus(lokus), reading: true)
        try context.show(AmendmentView.answer(document, context.language), output, common)
    }
}
