internal import ArgumentParser

struct InterventionImport: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Impor berkas intervensi (CSV) ke rencana aksi.",
        discussion: """
            Contoh:
              selaras intervention import intervensi.csv \\
                --lokus 63.02.12.2005/2025 --dry-run
              selaras intervention import intervensi.csv --lokus 63.02.12.2005/2025

            Baris dicocokkan menurut rujukannya; yang sudah ditugaskan tidak dapat diubah lewat impor. Berkas diterima \
            seluruhnya atau ditolak seluruhnya.
            """)

    @Argument(help: ArgumentHelp("Berkas CSV, atau - untuk masukan standar.", valueName: "berkas"))
    var file: String

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @Flag(help: "Simulasi: periksa seluruhnya, simpan tidak ada.")
    var dryRun = false

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let upload = try Upload(path: file)
        let service = try context.service(connection, defaultTimeout: Upload.patience)
        let plan = try await service.lokus(lokus).planID()
        let document = try await service.post(
            Address("action-plans", plan, "intervention-imports").with("dry_run", dryRun)
                .with("file_name", upload.fileName),
            file: upload)
        try context.show(ReceiptView.interventions(document, context.language), output)
    }
}
