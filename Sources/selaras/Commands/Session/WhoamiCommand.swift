internal import ArgumentParser
internal import Wire

struct WhoamiCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Tampilkan sebagai siapa Anda masuk.",
        discussion: """
            Contoh:
              selaras whoami
            """)

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    private static let columns = [
        Column("name", .name), Column("role", .role, .word(.role)), Column("agency", .agency),
        Column("areas", .areas),
    ]

    func run(in context: Context) async throws {
        let me = try await context.service(connection).get(Address("me"))
        let facts = Self.columns.map { Fact($0.heading, $0.text(me.value, in: context.language)) }
        try context.show(
            Answer(
                document: .asItCame(me), table: Table(columns: Self.columns, rows: [me.value]), page: [.facts(facts)]),
            output)
    }
}
