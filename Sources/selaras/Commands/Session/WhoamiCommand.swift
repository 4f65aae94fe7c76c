internal import ArgumentParser
internal import Wire

struct WhoamiCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "whoami", Phrase("Tampilkan sebagai siapa Anda masuk.", "Show as whom you are signed in."),
            examples: ["selaras whoami"])
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let columns = [
        Column("name", .name), Column("role", .role, .word(.role)), Column("agency", .agency),
        Column("areas", .areas),
    ]

    func run(in context: Context) async throws {
        let me = try await context.service(common).get(Address("me"))
        let facts = Self.columns.map { Fact($0.heading, $0.text(me.value, in: context.language)) }
        try context.show(
            Answer(
                document: .asItCame(me),
                table: Table(columns: Self.columns, rows: [me.value], name: .member("name")), page: [.facts(facts)]),
            output, common)
    }
}
