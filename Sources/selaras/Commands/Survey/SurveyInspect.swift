internal import ArgumentParser
internal import Intake
internal import NIOCore
internal import Wire

struct SurveyInspect: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "inspect",
            Phrase(
                "Periksa tabel berbentuk lain dan usulkan pemetaannya.",
                "Look at a table of another layout and propose a mapping."),
            examples: [
                "selaras survey inspect ekspor-kobo.csv",
                "selaras survey inspect ekspor-kobo.csv --framework ikk-29/1 --write-mapping pemetaan.csv",
            ],
            more: Phrase(
                "Tidak ada yang dikirim atau disimpan di layanan; yang diambil dari sana hanya kerangka indikatornya. Berkas "
                    + "pemetaan adalah tabel CSV untuk diperiksa dan dilengkapi di lembar kerja, lalu dipakai dengan selaras "
                    + "survey import --mapping. Isi kolom yang terlalu beragam tidak ditampilkan. Tanda - berarti masukan "
                    + "standar.",
                "Nothing is sent to the service or stored there; only the indicator framework is read from it. The "
                    + "mapping file is a CSV table, to be checked and completed in a spreadsheet and used with selaras survey "
                    + "import --mapping. Values of columns that have too many are not shown. The sign - is stdin."))
    }

    @Argument(help: .csvFile, completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: .of("Kerangka indikator, misalnya ikk-29.", "Indicator framework, e.g. ikk-29.", .framework))
    var framework: FrameworkName?

    @Option(
        help: .of(
            "Simpan usulan pemetaan ke berkas ini; berkas yang sudah ada tidak ditimpa.",
            "Store the proposed mapping in this file; one that exists is not overwritten.", .file),
        completion: .file(extensions: ["csv"]))
    var writeMapping: String?

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let upload = try Upload(path: file)
        try writeMapping.map { path throws(Failure) in try FileText.requireNew(path) }
        let service = try context.service(common)
        let wanted = try await service.framework(framework?.identified(by: service))
        var inspector = SurveyInspector(framework: wanted)
        let inspection: SurveyInspection
        do {
            for try await chunk in upload.chunks where !inspector.isStopped {
                inspector.read(Array(chunk.readableBytesView))
            }
            inspection = try inspector.finish()
        } catch TransportFailure.unreadableFile(let phrase) {
            throw Failure.said(phrase, .failure)
        } catch let fault as Fault {
            throw FaultDocument(fault, .tableUnreadable).failure(in: context.language)
        }
        let view = InspectionView(inspection: inspection, fileName: upload.fileName, language: context.language)
        try context.show(view.answer, output, common)
        let open = inspection.findings.count(where: \.needsDecision)
        if let writeMapping {
            try FileText.write(inspection.mapping(in: context.language), to: writeMapping, mode: 0o644)
            context.note(.mappingWritten(writeMapping, open: open), common)
        } else {
            context.note(inspection.origin == .surveyFile ? .needsNoMapping : .howToWriteMapping, common)
        }
    }
}

extension SurveyInspector {
    /// Not asynchronous, as a span is taken here.
    fileprivate mutating func read(_ chunk: [UInt8]) {
        read(chunk.span)
    }
}
