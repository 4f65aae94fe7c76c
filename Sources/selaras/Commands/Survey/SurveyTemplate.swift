internal import ArgumentParser
internal import Intake
internal import Measurement
internal import Wire

struct SurveyTemplate: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "template",
            Phrase(
                "Kolom berkas pendataan dan isinya; --write membuat berkas kosongnya.",
                "The columns of a survey file and what goes into them; --write makes the empty file."),
            examples: [
                "selaras survey template",
                "selaras survey template --framework ikk-29/1 --write pendataan.csv",
            ],
            more: Phrase(
                "Setiap keluarga satu baris. Sel kosong berarti tidak dijawab. Nama dan NIK tidak dikirim: yang dikenal hanya "
                    + "nomor keluarga, dan disimpan sebagai hash.",
                "One line a family. An empty cell is no answer. Names and national ids are not sent: only the family's number "
                    + "is known, and kept as a hash."))
    }

    @Option(help: .of("Kerangka indikator, misalnya ikk-29.", "Indicator framework, e.g. ikk-29.", .framework))
    var framework: FrameworkName?

    @Option(
        help: .of(
            "Buat berkas kosong di sini; berkas yang sudah ada tidak ditimpa.",
            "Make an empty file here; one that exists is not overwritten.", .file),
        completion: .file(extensions: ["csv"]))
    var write: String?

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        try write.map { path throws(Failure) in try FileText.requireNew(path) }
        let service = try context.service(common)
        let wanted = try await service.framework(framework?.identified(by: service))
        let columns = SurveyFileColumn.all(of: wanted)
        try context.show(SurveyFileView.answer(columns, context.language), output, common)
        guard let write else { return context.note(.howToWriteTemplate, common) }
        let names = columns.map(\.name).joined(separator: ",")
        // As a spreadsheet needs it in order to know the letters.
        try FileText.write("\u{FEFF}\(names)\r\n", to: write, mode: 0o644)
        context.note(.templateWritten(write), common)
    }
}
