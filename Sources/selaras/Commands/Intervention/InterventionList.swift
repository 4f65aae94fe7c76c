internal import ArgumentParser

struct InterventionList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list",
            Phrase(
                "Daftar intervensi dan realisasinya, sebuah lokus atau semuanya.",
                "List interventions and how far they are, of a lokus or all of them."),
            examples: [
                "selaras intervention list 63.02.12.2005/2025",
                "selaras intervention list 63.02.12.2005/2025 --agency DINKES",
                "selaras intervention list -o csv > intervensi.csv",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireAgency(agency ?? list.equal("agency_code"))
        let plan = try await service.planID(of: lokus)
        let address = Address("interventions").with("plan_id", plan).with("agency_code", agency)
            .with(past)
        // A reference is unique in its plan only.
        let listing =
            plan == nil
            ? Listing(address: address, columns: InterventionView.placed, name: .member("id"))
            : Listing(address: address, columns: InterventionView.columns, name: .member("reference"))
        try await context.show(listing, from: service, by: list, output, common)
    }
}
