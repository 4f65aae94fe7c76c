internal import ArgumentParser

struct InboxCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "inbox",
            Phrase("Tugas saya: laporan realisasi yang harus dibuat.", "My tasks: the progress reports that are due."),
            examples: [
                "selaras inbox", "selaras inbox --all", "selaras inbox --watch",
                "selaras inbox --lokus 63.02.12.2005/2025 --agency DINKES",
            ])
    }

    @Flag(help: .of("Termasuk yang sudah dilaporkan.", "Also what is reported already."))
    var all = false

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var watching: WatchOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireAgency(agency ?? list.equal("agency_code"))
        let plan = try await service.planID(of: lokus)
        // Without a state the service leaves out what is reported.
        let address = Address("report-obligations").with("agency_code", agency).with("plan_id", plan)
            .with("state", all ? "in.(due,overdue,reported)" : nil)
        // A reference is unique in its plan only.
        let name = plan == nil ? "intervention_id" : "reference"
        let listing = Listing(address: address, columns: ObligationColumns.all, name: .member(name))
        try await context.watch(watching, listing, from: service, by: list, output, common)
    }
}
