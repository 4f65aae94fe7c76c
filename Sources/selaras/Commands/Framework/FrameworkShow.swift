internal import ArgumentParser
internal import Measurement
internal import Wire

struct FrameworkShow: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "show",
            Phrase(
                "Tampilkan indikator, dimensi, dan kategori sebuah kerangka.",
                "Show the indicators, dimensions and categories of a framework."),
            examples: ["selaras framework show ikk-29", "selaras framework show ikk-29/1 -o csv"],
            more: Phrase(
                "Tanpa versi, yang ditampilkan adalah versi terbaru.", "Without a version it is the newest one."))
    }

    @Argument(
        help: .of(
            "Kode kerangka, boleh dengan versi: ikk-29/1.", "Code of the framework, or with its version: ikk-29/1.",
            .framework))
    var framework: FrameworkName

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let version = try await framework.version(from: service)
        let document = try await service.get(Address("frameworks", framework.code, "versions", String(version)))
        try context.show(FrameworkView.answer(document, context.language), output, common)
    }
}

extension FrameworkName {
    func identified(by service: Service) async throws -> Framework.ID {
        Framework.ID(code: code, version: try await version(from: service))
    }

    /// The version that was stated, or else the newest one that the service has.
    func version(from service: Service) async throws -> Int {
        if let version { return version }
        let versions = try await service.list(Address("frameworks"))
            .filter { $0["code"].text == code }.compactMap { $0["version"].integer }
        guard let newest = versions.max() else { throw Failure.notFound(.noFramework(code)) }
        return newest
    }
}
