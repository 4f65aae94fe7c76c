internal import ArgumentParser

struct FrameworkList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar kerangka indikator dan versinya.",
        discussion: """
            Contoh:
              selaras framework list
            """)

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let items = try await context.service(connection).list(Address("frameworks"), limit: list.limit)
        try context.show(.list(items, Columns.frameworks), output)
    }
}
