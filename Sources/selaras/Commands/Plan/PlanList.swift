internal import ArgumentParser

struct PlanList: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Daftar rencana aksi.",
        discussion: """
            Contoh:
              selaras plan list
            """)

    @OptionGroup var list: ListOptions
    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let items = try await context.service(connection).list(Address("action-plans"), limit: list.limit)
        try context.show(.list(items, PlanView.columns), output)
    }
}
