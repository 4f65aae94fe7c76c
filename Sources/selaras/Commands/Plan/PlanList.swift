internal import ArgumentParser

struct PlanList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command("list", Phrase("Daftar rencana aksi.", "List action plans."), examples: ["selaras plan list"])
    }

    @OptionGroup var list: ListOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let listing = Listing(
            address: Address("action-plans").with(past), columns: PlanView.columns, name: .desaAndYear)
        try await context.show(listing, from: context.service(common), by: list, output, common)
    }
}
