internal import ArgumentParser

struct PlanShow: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tampilkan rencana aksi: pagu, realisasi, dan yang belum ditangani.",
        discussion: """
            Contoh:
              selaras plan show 63.02.12.2005/2025
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let document = try await service.get(Address("action-plans", service.lokus(lokus).planID()))
        try context.show(PlanView.answer(document, context.language), output)
    }
}
