internal import ArgumentParser
internal import Measurement
internal import Planning
internal import Wire

struct SurveyImport: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "import", Phrase("Impor berkas pendataan keluarga (CSV).", "Import a file of surveyed families (CSV)."),
            examples: [
                """
                selaras survey import awal.csv --lokus 63.02.12.2005/2025 \\
                  --purpose baseline --dry-run
                """,
                """
                selaras survey import awal.csv --lokus 63.02.12.2005/2025 \\
                  --purpose baseline
                """,
                """
                selaras survey import ekspor-kobo.csv --mapping pemetaan.csv \\
                  --lokus 63.02.12.2005/2025 --purpose baseline
                """,
                """
                selaras survey import ulang.csv --lokus 63.02.12.2005/2025 \\
                  --purpose resurvey --panel-of baseline --report laporan.csv
                """,
            ],
            more: Phrase(
                "Kolom dan isinya: selaras survey template. Berkas diterima seluruhnya atau ditolak seluruhnya. Berkas yang sama boleh dikirim lagi: tidak ada yang "
                    + "berubah. Tanda - berarti masukan standar. Dengan --replace, berkas dianggap lengkap dan keluarga "
                    + "yang tidak ada di dalamnya dikeluarkan dari pendataan.",
                "Its columns: selaras survey template. A file is taken whole or refused whole. The same file may be sent again: nothing changes. The sign - is "
                    + "stdin. With --replace the file counts as complete, and families that it does not have are removed "
                    + "from the survey."))
    }

    @Argument(help: .csvFile, completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose

    @Option(help: .of("Cara pendataan; bawaannya pendataan lengkap.", "Design; a census by default.", .design))
    var design: SurveyRound.Design?

    @Option(help: .of("Jumlah keluarga di desa/kelurahan.", "Number of families in the desa/kelurahan.", .amount))
    var families: Int?

    @Option(
        help: .of(
            "Pendataan yang keluarganya sama: jenis atau pengenalnya.",
            "The survey of the same families: its purpose or identifier.", .round))
    var panelOf: String?

    @Option(help: .of("Kerangka indikator, misalnya ikk-29.", "Indicator framework, e.g. ikk-29.", .framework))
    var framework: FrameworkName?

    @Option(help: .of("Hari pertama pendataan (TTTT-BB-HH).", "First day of the survey (YYYY-MM-DD).", .day))
    var surveyedFrom: Day?

    @Option(help: .of("Hari terakhir pendataan (TTTT-BB-HH).", "Last day of the survey (YYYY-MM-DD).", .day))
    var surveyedUntil: Day?

    @Option(
        help: .of(
            "Berkas pemetaan untuk tabel berbentuk lain, dari selaras survey inspect.",
            "Mapping file for a table of another layout, from selaras survey inspect.", .file),
        completion: .file(extensions: ["csv"]))
    var mapping: String?

    @Flag(
        help: .of(
            "Berkas ini lengkap; keluarkan keluarga yang tidak ada di dalamnya.",
            "This file is complete; remove the families that it does not have."))
    var replace = false

    @OptionGroup var write: WriteOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup var sending: ImportOptions
    @OptionGroup var waiting: WaitOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let table = try Upload(path: file)
        let service = try context.service(common, atLeast: Upload.patience)
        let found = try await service.lokus(lokus)
        if replace, !write.dryRun {
            let desa = found.value["desa_code"].text ?? ""
            try context.confirm(.askReplace(desa), typing: desa, consent, common)
        }
        var (upload, chosen) = (table, try await framework?.identified(by: service))
        if let mapping {
            let wanted = try await service.framework(chosen, of: found.id, purpose)
            upload = try await context.mapped(upload, by: mapping, wanted, sending, common)
            chosen = wanted.id
        }
        let isLarge = upload.length.map { $0 >= WaitOptions.large } ?? false
        let document = try await context.send(
            upload, to: address(found, upload, chosen), service, write, sending, common,
            headers: waiting.noWait || isLarge ? [("Prefer", "respond-async")] : [])
        guard OperationView.isOne(document.value) else {
            try context.show(ReceiptView.survey(document, context.language), output, common)
            return try context.keepReport(document.value, sending, common)
        }
        let id = document.value["id"].text ?? ""
        guard !waiting.noWait else {
            return try context.show(
                OperationView.answer(document, context.language, .operationGoesOn(id)), output, common)
        }
        let ended = try await context.wait(for: id, service, common)
        if !ended.value["problem"].isNull { context.keepRefusal(ended.value["problem"], sending, common) }
        try OperationView.requireSuccess(ended)
        let receipt = ended.value["receipt"]
        let shown = Resource(value: receipt, bytes: Array(receipt.written().utf8), etag: nil)
        try context.show(ReceiptView.survey(shown, context.language), output, common)
        try context.keepReport(receipt, sending, common)
    }

    mutating func validate() throws {
        if file == "-", mapping == "-" { throw ValidationError(Phrase.twoFromStdin.text) }
    }

    private func address(_ lokus: Lokus, _ upload: Upload, _ framework: Framework.ID?) -> Address {
        Address("lokus", lokus.id, "survey-imports")
            .with("purpose", purpose.rawValue).with("design", design?.rawValue)
            .with("families_in_village", families).with("panel_of", panelOf)
            .with("framework", framework?.code).with("framework_version", framework?.version)
            .with("surveyed_from", surveyedFrom?.text).with("surveyed_until", surveyedUntil?.text)
            .with("replace", replace).with("dry_run", write.dryRun).with("file_name", upload.fileName)
    }
}
