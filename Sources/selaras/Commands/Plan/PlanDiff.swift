internal import ArgumentParser
internal import Planning

struct PlanDiff: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "diff",
            Phrase(
                "Tampilkan perubahan rencana aksi antara dua tanggal, baris demi baris.",
                "Show how an action plan differs between two dates, line by line."),
            examples: [
                "selaras plan diff 63.02.12.2005/2025 --from 2026-03-31",
                "selaras plan diff 63.02.12.2005/2025 --from 2026-03-31 --to 2026-06-30 -o csv",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(
        help: .of(
            "Sejak: tanggal (akhir hari, WITA) atau waktu UTC.", "Since: a date (its end, in WITA) or a time in UTC.",
            .instant))
    var from: Instant

    @Option(help: .of("Sampai; bawaannya sekarang.", "Until; now by default.", .instant))
    var to: Instant?

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let address = try await Address("action-plans", service.lokus(lokus).planID(), "changes")
            .with("from", from.text ?? Moment.now.description).with("to", to?.text)
        try context.show(PlanChangesView.answer(await service.get(address)), output, common)
    }
}
