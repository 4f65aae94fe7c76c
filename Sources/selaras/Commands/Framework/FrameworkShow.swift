internal import ArgumentParser
internal import Wire

struct FrameworkShow: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Tampilkan indikator, dimensi, dan kategori sebuah kerangka.",
        discussion: """
            Contoh:
              selaras framework show ikk-29
              selaras framework show ikk-29/1 -o csv

            Tanpa versi, yang ditampilkan adalah versi terbaru.
            """)

    @Argument(help: ArgumentHelp("Kode kerangka, boleh dengan versi: ikk-29/1.", valueName: "kerangka"))
    var framework: FrameworkName

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let version = try await framework.version(from: service)
        let document = try await service.get(Address("frameworks", framework.code, "versions", String(version)))
        try context.show(FrameworkView.answer(document, context.language), output)
    }
}

extension FrameworkName {
    /// The version that was stated, or else the newest one that the service has.
    func version(from service: Service) async throws -> Int {
        if let version { return version }
        let versions = try await service.list(Address("frameworks"))
            .filter { $0["code"].text == code }.compactMap { $0["version"].integer }
        guard let newest = versions.max() else { throw Failure.notFound(.noFramework(code)) }
        return newest
    }
}
