internal import ArgumentParser

struct InterventionList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list",
            Phrase(
                "Daftar intervensi sebuah lokus dan realisasinya.",
                "List the interventions of a lokus and how far they are."),
            examples: [
                "selaras intervention list 63.02.12.2005/2025",
                "selaras intervention list 63.02.12.2005/2025 --agency DINKES",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let address = Address("interventions").with("plan_id", try await service.lokus(lokus).planID())
            .with("agency_code", agency)
        let items = try await service.list(address, by: list)
        try context.show(.list(items, InterventionView.columns, name: .member("reference")), output, common)
    }
}
