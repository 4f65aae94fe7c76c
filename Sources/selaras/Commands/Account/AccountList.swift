internal import ArgumentParser
internal import Planning

struct AccountList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar orang dan peran yang dipegang.", "List people and the roles they hold."),
            examples: ["selaras account list", "selaras account list --state current -o csv"])
    }

    @Option(help: .of("Hanya yang keadaannya ini.", "Only those in this state.", .state))
    var state: Holding.State?

    @Option(help: .of("Hanya surel ini.", "Only this e-mail.", .email))
    var email: String?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let listing = Listing(
            address: Address("principals").with("state", state?.rawValue).with("email", email.map { "eq." + $0 }),
            columns: AccountView.columns)
        try await context.show(listing, from: context.service(common), by: list, output, common)
    }
}
