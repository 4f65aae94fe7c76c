internal import ArgumentParser

struct ReportEvaluation: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "evaluation",
            Phrase(
                "Evaluasi hasil rencana kerja setahun (Formulir E.81), per intervensi.",
                "The yearly evaluation of the work plan (Formulir E.81), by intervention."),
            examples: [
                "selaras report evaluation 63.02.12.2005/2025 --year 2025",
                "selaras report evaluation --year 2025 --agency PUPR -o csv",
            ],
            more: Phrase(
                "Volume dan rupiah per triwulan, setahun, dan sampai dengan tahun itu, dengan capaian dan predikat menurut "
                    + "Permendagri 86/2017. Triwulan tanpa laporan kosong; laporan sesudahnya memuat tambahannya.",
                "Quantities and rupiah by quarter, in the year and until its end, with what was achieved and its grade by "
                    + "Permendagri 86/2017. A quarter without a report is empty; the next report has what it adds."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya tahun anggaran ini.", "Only this budget year.", .year))
    var year: Int?

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
        let address = Address("annual-evaluations").with("plan_id", plan).with("agency_code", agency)
            .with("budget_year", year).with(past)
        let listing = Listing(address: address, columns: EvaluationColumns.all)
        try await context.show(listing, from: service, by: list, output, common)
    }
}
