internal import ArgumentParser

struct RegionShow: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tampilkan sebuah wilayah.",
        discussion: """
            Contoh:
              selaras region show 63.02.12.2005
            """)

    @Argument(help: ArgumentHelp("Kode wilayah.", valueName: "kode"))
    var code: String

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let region = try await context.service(connection).get(Address("regions", code))
        let facts = Columns.regions.map { Fact($0.heading, $0.text(region.value, in: context.language)) }
        try context.show(
            Answer(
                document: .asItCame(region), table: Table(columns: Columns.regions, rows: [region.value]),
                page: [.facts(facts)]), output)
    }
}
