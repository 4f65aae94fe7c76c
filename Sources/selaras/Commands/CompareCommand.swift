internal import ArgumentParser

struct CompareCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare", abstract: "Bandingkan dua pendataan sebuah lokus.",
        discussion: """
            Contoh:
              selaras compare 63.02.12.2005/2025
              selaras compare 63.02.12.2005/2025 --after midline
              selaras compare 63.02.12.2005/2025 -o csv > perbandingan.csv
            """)

    @Argument(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Pendataan untuk kondisi awal.", valueName: "jenis"))
    var before: Purpose = .baseline

    @Option(help: ArgumentHelp("Pendataan untuk kondisi akhir.", valueName: "jenis"))
    var after: Purpose = .resurvey

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let found = try await service.lokus(lokus)
        let document = try await service.get(
            Address("lokus", found.id, "comparison").with("before", before.rawValue).with("after", after.rawValue))
        try context.show(ComparisonView.answer(document, context.language), output)
    }
}
