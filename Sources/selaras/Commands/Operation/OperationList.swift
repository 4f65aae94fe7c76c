internal import ArgumentParser
internal import Planning

struct OperationList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar pekerjaan terbaru.", "List the newest operations."),
            examples: ["selaras operation list", "selaras operation list --state running --watch"])
    }

    @Option(help: .of("Hanya yang keadaannya ini.", "Only those in this state.", .state))
    var state: Operation.State?

    @OptionGroup var list: ListOptions
    @OptionGroup var watching: WatchOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let listing = Listing(
            address: Address("operations").with("state", state?.rawValue), columns: OperationView.columns)
        try await context.watch(watching, listing, from: context.service(common), by: list, output, common)
    }
}
