internal import ArgumentParser

struct PlanList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command("list", Phrase("Daftar rencana aksi.", "List action plans."), examples: ["selaras plan list"])
    }

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let items = try await context.service(common).list(Address("action-plans"), by: list)
        try context.show(.list(items, PlanView.columns, name: .desaAndYear), output, common)
    }
}
