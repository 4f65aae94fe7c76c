internal import ArgumentParser
internal import Intake
internal import Phrasing
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
                "Isi kolom Nihil dengan ya, atau isi ketiga kolom realisasi; kirim dengan selaras report import. Judul kolom "
                    + "mengikuti bahasa Anda; dengan -o csv judulnya nama anggota API.",
                "Write yes under Nil, or fill in the three columns of progress; send it with selaras report import. The "
                    + "heads are in your language; with -o csv they are the names of the API."
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
        try await service.requireAgency(agency)
        let plan = try await service.planID(of: lokus)
        let all = try await service.list(
            Address("report-obligations").with("agency_code", agency).with("plan_id", plan))
        // A period that has a draft, or a report that was sent back, takes no second one.
        let due = all.filter { $0["report_state"].isNull }
        if all.isEmpty { context.note(.nothingDue, common) }
        if due.count < all.count { context.note(.alreadyWritten(all.count - due.count), common) }
        var form = output
        if form.format == nil { form.stated = .csv }
        var table = Table(columns: Self.columns, rows: due, name: .member("reference"))
        if let names = output.columns { table = try table.selecting(names) }
        form.columns = nil
        // Who fills it in reads the heads; a program that asks for a form of its own gets the names of the API.
        let isForPeople = output.format == nil
        let columns = isForPeople ? table.columns.map { $0.titled(context.language) } : table.columns
        try context.show(.list(due, columns, name: table.name), form, common)
    }
}

extension Column {
    /// The same under the head that the form has for it.
    fileprivate func titled(_ language: Language) -> Column {
        renamed(ReportFormColumn.titles[name]?[language] ?? name)
    }
}
