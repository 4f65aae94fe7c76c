internal import ArgumentParser

struct SurveyImport: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Impor berkas pendataan keluarga (CSV).",
        discussion: """
            Contoh:
              selaras survey import awal.csv --lokus 63.02.12.2005/2025 \\
                --purpose baseline --dry-run
              selaras survey import awal.csv --lokus 63.02.12.2005/2025 \\
                --purpose baseline
              selaras survey import ulang.csv --lokus 63.02.12.2005/2025 \\
                --purpose resurvey --panel-of baseline

            Berkas diterima seluruhnya atau ditolak seluruhnya. Berkas yang sama boleh dikirim lagi: tidak ada yang \
            berubah. Tanda - berarti masukan standar. Dengan --replace, berkas dianggap lengkap dan keluarga yang \
            tidak ada di dalamnya dikeluarkan dari pendataan.
            """)

    @Argument(help: ArgumentHelp("Berkas CSV, atau - untuk masukan standar.", valueName: "berkas"))
    var file: String

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Pendataan awal, sementara, atau ulang.", valueName: "jenis"))
    var purpose: Purpose

    @Option(help: ArgumentHelp("Cara pendataan; bawaannya pendataan lengkap.", valueName: "cara"))
    var design: Design?

    @Option(help: ArgumentHelp("Jumlah keluarga di desa/kelurahan.", valueName: "jumlah"))
    var families: Int?

    @Option(help: ArgumentHelp("Pendataan yang keluarganya sama: jenis atau pengenalnya.", valueName: "pendataan"))
    var panelOf: String?

    @Option(help: ArgumentHelp("Kerangka indikator, misalnya ikk-29.", valueName: "kerangka"))
    var framework: FrameworkName?

    @Option(help: ArgumentHelp("Hari pertama pendataan (TTTT-BB-HH).", valueName: "tanggal"))
    var surveyedFrom: Day?

    @Option(help: ArgumentHelp("Hari terakhir pendataan (TTTT-BB-HH).", valueName: "tanggal"))
    var surveyedUntil: Day?

    @Flag(help: "Berkas ini lengkap; keluarkan keluarga yang tidak ada di dalamnya.")
    var replace = false

    @Flag(help: "Simulasi: periksa seluruhnya, simpan tidak ada.")
    var dryRun = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let upload = try Upload(path: file)
        let service = try context.service(connection, defaultTimeout: Upload.patience)
        let found = try await service.lokus(lokus)
        let version = try await framework?.version(from: service)
        let document = try await service.post(address(found, upload, version), file: upload)
        try context.show(ReceiptView.survey(document, context.language), output)
    }

    private func address(_ lokus: Lokus, _ upload: Upload, _ frameworkVersion: Int?) -> Address {
        Address("lokus", lokus.id, "survey-imports")
            .with("purpose", purpose.rawValue).with("design", design?.rawValue)
            .with("families_in_village", families).with("panel_of", panelOf)
            .with("framework", framework?.code).with("framework_version", frameworkVersion)
            .with("surveyed_from", surveyedFrom?.text).with("surveyed_until", surveyedUntil?.text)
            .with("replace", replace).with("dry_run", dryRun).with("file_name", upload.fileName)
    }
}
