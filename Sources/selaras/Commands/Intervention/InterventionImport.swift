internal import ArgumentParser

struct InterventionImport: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "import",
            Phrase(
                "Impor berkas intervensi (CSV) ke rencana aksi.", "Import a file of interventions (CSV) into a plan."),
            examples: [
                """
                selaras intervention import intervensi.csv \\
                  --lokus 63.02.12.2005/2025 --dry-run
                """,
                "selaras intervention import intervensi.csv --lokus 63.02.12.2005/2025",
            ],
            more: Phrase(
                "Baris dicocokkan menurut rujukannya; yang sudah ditugaskan tidak dapat diubah lewat impor. Berkas "
                    + "diterima seluruhnya atau ditolak seluruhnya.",
                "Rows are matched by their reference; what is assigned cannot be changed by an import. A file is taken "
                    + "whole or refused whole."))
    }

    @Argument(help: .csvFile, completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var write: WriteOptions
    @OptionGroup var sending: ImportOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let upload = try Upload(path: file)
        let service = try context.service(common, atLeast: Upload.patience)
        let found = try await service.lokus(lokus)
        let address = Address("action-plans", try found.planID(), "intervention-imports").with("dry_run", write.dryRun)
            .with("file_name", upload.fileName)
        let document = try await context.send(upload, to: address, service, write, sending, common)
        try context.show(ReceiptView.interventions(document, of: found, context.language), output, common)
        try context.keepReport(document.value, sending, common)
    }
}
