internal import ArgumentParser

struct SurveyList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar pendataan, sebuah lokus atau semuanya.", "List surveys, of a lokus or all of them."),
            examples: ["selaras survey list 63.02.12.2005/2025", "selaras survey list --filter state=open"])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @OptionGroup var list: ListOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let id = try await service.lokusID(of: lokus)
        let address = Address("survey-rounds").with("lokus_id", id).with(past)
        let listing =
            id == nil
            ? Listing(address: address, columns: RoundView.placed)
            : Listing(address: address, columns: RoundView.columns, name: .member("purpose"))
        try await context.show(listing, from: service, by: list, output, common)
    }
}
