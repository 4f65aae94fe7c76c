internal import ArgumentParser
internal import Measurement

struct SurveyImportResults: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "import-results",
            Phrase(
                "Impor hasil yang diumumkan (CSV), satu lokus atau semua lokus setahun.",
                "Import announced results (CSV), of one lokus or of all lokus of a year."),
            examples: [
                "selaras survey import-results hasil-2025.csv --dry-run",
                "selaras survey import-results hasil-provinsi-2025.csv --own-area",
            ],
            more: Phrase(
                "Satu angka satu baris, dengan kolom desa_code, year, purpose, code (kode indikator, kode dimensi, atau IKK), "
                    + "lalu value, atau good dan eligible, serta boleh ditambah source dan published_on. Pendataan tanpa data "
                    + "keluarga dibuat darinya; di samping pendataan yang sudah memuat keluarga, angkanya hanya disimpan "
                    + "untuk pencocokan. Berkas diterima seluruhnya atau ditolak seluruhnya. Baris yang berbeda memperbaiki "
                    + "yang diumumkan sebelumnya.",
                "One figure a line, in the columns desa_code, year, purpose, code (of an indicator, of a dimension, or IKK), "
                    + "then value, or good and eligible, and optionally source and published_on. A survey without families is "
                    + "made of it; beside a survey that has families the figures are kept for comparison only. A file is taken "
                    + "whole or refused whole. A line that differs corrects what was announced before."))
    }

    @Argument(help: .csvFile, completion: .file(extensions: ["csv"]))
    var file: String

    @Flag(
        help: .of(
            "Lewati baris tentang lokus kabupaten/kota lain.", "Leave alone lines about lokus of other kabupaten."))
    var ownArea = false

    @Option(
        help: .of(
            "Kerangka indikator bagi pendataan baru, misalnya ikk-29.",
            "Indicator framework of new surveys, e.g. ikk-29.",
            .framework))
    var framework: FrameworkName?

    @OptionGroup var write: WriteOptions
    @OptionGroup var sending: ImportOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let upload = try Upload(path: file)
        let service = try context.service(common, atLeast: Upload.patience)
        let chosen = try await framework?.identified(by: service)
        let address = Address("result-imports").with("own_area", ownArea)
            .with("framework", chosen?.code).with("framework_version", chosen?.version)
            .with("dry_run", write.dryRun).with("file_name", upload.fileName)
        let document = try await context.send(upload, to: address, service, write, sending, common)
        try context.show(ReceiptView.results(document, context.language), output, common)
        try context.keepReport(document.value, sending, common)
    }
}
