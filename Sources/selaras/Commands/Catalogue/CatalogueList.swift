internal import ArgumentParser

struct CatalogueList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar jenis intervensi dan indikator sasarannya.",
        discussion: """
            Contoh:
              selaras catalogue list
            """)

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let items = try await context.service(connection).list(Address("catalogue-items"), limit: list.limit)
        try context.show(.list(items, Columns.catalogue), output)
    }
}
