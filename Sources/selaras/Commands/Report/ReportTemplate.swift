internal import ArgumentParser
internal import Wire

struct ReportTemplate: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "template",
            Phrase(
                "Buat formulir CSV berisi semua laporan yang harus dibuat.",
                "Make a CSV form of all reports that are due."),
            examples: [
                "selaras report template > laporan.csv",
                "selaras report template --agency DINKES > dinkes.csv",
            ],
            more: Phrase(
                "Isi kolom nil dengan ya, atau isi physical_percent, quantity, dan spent_idr; kirim dengan selaras report "
                    + "import.",
                "Write ya in nil, or fill in physical_percent, quantity and spent_idr; send it with selaras report import."
            ))
    }

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    /// What a person needs in order to know the row, what a program needs, and what is to be filled in.
    private static let columns =
        [
            Column("reference", .reference, .code), Column("title", .intervention), Column("agency_name", .agency),
            Column("desa_name", .desa), Column("year", .year), Column("budget_year", .year),
            Column("quarter", .period), Column("due_on", .dueOn, .day), Column("intervention_id", .identifier),
        ]
        + [
            ("nil", Heading.nilReport), ("physical_percent", .physical), ("quantity", .quantity),
            ("spent_idr", .finance),
        ]
        .map { Column($0.0, $0.1, value: { _ in .null }) }
        + [
            Column("obstacles", .obstacles, value: { _ in .null }),
            Column("follow_up", .followUp, value: { _ in .null }),
        ]

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let plan = if let lokus { try await service.lokus(lokus).planID() } else { String?.none }
        let due = try await service.list(
            Address("report-obligations").with("agency_code", agency).with("plan_id", plan))
        if due.isEmpty { context.note(.nothingDue, common) }
        var form = output
        if form.format == nil { form.stated = .csv }
        try context.show(.list(due, Self.columns, name: .member("reference")), form, common)
    }
}
