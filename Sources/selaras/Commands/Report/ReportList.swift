internal import ArgumentParser

struct ReportList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list",
            Phrase(
                "Daftar laporan realisasi, sebuah lokus atau semuanya.",
                "List progress reports, of a lokus or all of them."),
            examples: [
                "selaras report list 63.02.12.2005/2025 --year 2025 --quarter 3",
                "selaras report list 63.02.12.2005/2025 --agency DINKES -o csv",
                "selaras report list --filter state=submitted",
                "selaras report list --filter confirmation=disputed",
                "selaras report list --year 2025 --count",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya tahun anggaran ini.", "Only this budget year.", .year))
    var year: Int?

    @Option(help: .of("Hanya triwulan ini.", "Only this quarter.", .quarter))
    var quarter: Int?

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
        let address = Address("reports").with("plan_id", plan)
            .with("agency_code", agency).with("budget_year", year).with("quarter", quarter)
            .with(past)
        let standard = list.sort == nil ? "intervention_reference,budget_year,quarter" : nil
        let listing = Listing(address: address.with("sort", standard), columns: ReportView.columns)
        try await context.show(listing, from: service, by: list, output, common)
    }
}
