internal import ArgumentParser

struct EventList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar peristiwa, yang terbaru dahulu.", "List events, the newest first."),
            examples: [
                "selaras event list --limit 50", "selaras event list --filter action=in.(export,denied)",
                "selaras event list --filter occurred_at=gte.2026-11-01T00:00:00Z -o csv",
            ])
    }

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let listing = Listing(address: Address("events"), columns: EventColumns.list)
        try await context.show(listing, from: context.service(common), by: list, output, common)
    }
}
