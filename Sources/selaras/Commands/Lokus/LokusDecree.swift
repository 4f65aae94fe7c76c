internal import ArgumentParser
internal import Wire

struct LokusDecree: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "decree", Phrase("Catat SK penetapan lokus.", "Record the decree of a lokus."),
            examples: [
                """
                selaras lokus decree 63.02.12.2005/2025 \\
                  --number 100.3.3.2/123 --on 2025-06-02
                """
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Nomor SK.", "Number of the decree.", .number))
    var number: String

    @Option(help: .of("Tanggal SK (TTTT-BB-HH).", "Date of the decree (YYYY-MM-DD).", .day))
    var on: Day

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let present = try await service.lokusDocument(lokus)
        let found = Lokus(value: present.value)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("lokus", found.id).with("dry_run", write.dryRun),
            ["decree_number": .string(number), "decree_on": .string(on.text)], version: present.etag)
        try context.showChanged(
            LokusView.answer(document, context.language, .changed(.lokus(found.label), write)), from: present, write,
            output, common)
    }
}
