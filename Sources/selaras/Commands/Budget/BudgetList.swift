internal import ArgumentParser

struct BudgetList: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "list", Phrase("Daftar pos anggaran dan sisa pagunya.", "List budget lines and what is left of them."),
            examples: [
                "selaras budget list --year 2025", "selaras budget list --agency DP3AP2KB --code 2.08.04.2.01.0003",
                "selaras budget list --over", "selaras budget list -o csv > anggaran.csv",
            ])
    }

    @Option(help: .of("Hanya tahun anggaran ini.", "Only this budget year.", .year))
    var year: Int?

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @Option(
        help: .of(
            "Hanya sub kegiatan ini, dalam ejaan mana pun.", "Only this sub-activity, in any of its spellings.", .code))
    var code: String?

    @Flag(
        help: .of(
            "Hanya yang alokasinya melampaui pagu tahap terakhir.",
            "Only those whose shares are above the ceiling of the last stage."))
    var over = false

    @OptionGroup var list: ListOptions
    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireAgency(agency ?? list.equal("agency_code"))
        let address = Address("budget-lines").with("budget_year", year.map { "eq.\($0)" })
            .with("agency_code", agency.map { "eq." + $0 }).with("code", code.map { "eq." + $0 })
            .with("left_idr", over ? "lt.0" : nil).with(past)
        let listing = Listing(address: address, columns: BudgetView.columns, name: .member("id"))
        try await context.show(listing, from: service, by: list, output, common)
    }
}
