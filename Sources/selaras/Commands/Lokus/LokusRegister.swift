internal import ArgumentParser
internal import Wire

struct LokusRegister: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "register",
            Phrase(
                "Catat desa/kelurahan sebagai lokus untuk satu tahun.", "Register a desa/kelurahan as lokus of a year."),
            examples: [
                "selaras lokus register 63.02.12.2005 --year 2025",
                """
                selaras lokus register 63.02.12.2005 --year 2025 \\
                  --decree-number 100.3.3.2/123 --decree-on 2025-06-02
                """,
            ],
            more: Phrase(
                "SK yang belum terbit dapat dicatat kemudian dengan: selaras lokus decree",
                "A decree that is not issued yet can be recorded later with: selaras lokus decree"))
    }

    @Argument(
        help: .of(
            "Kode desa/kelurahan, misalnya 63.02.12.2005.", "Code of the desa/kelurahan, e.g. 63.02.12.2005.", .desa),
        completion: .desa)
    var desa: DesaCode

    @Option(help: .of("Tahun program.", "Year of the programme.", .year))
    var year: Int

    @Option(help: .of("Nomor SK penetapan lokus.", "Number of the decree.", .number))
    var decreeNumber: String?

    @Option(help: .of("Tanggal SK penetapan lokus (TTTT-BB-HH).", "Date of the decree (YYYY-MM-DD).", .day))
    var decreeOn: Day?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard (decreeNumber == nil) == (decreeOn == nil) else {
            throw ValidationError(Phrase.decreeIncomplete.text)
        }
    }

    func run(in context: Context) async throws {
        var body = JSONObject([("desa_code", .string(desa.text)), ("year", .integer(year))])
        body["decree_number"] = decreeNumber.map { .string($0) }
        body["decree_on"] = decreeOn.map { .string($0.text) }
        let service = try context.service(common)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.post(Address("lokus").with("dry_run", write.dryRun), .object(body))
        let made = Phrase.added(.lokus(Lokus(value: document.value).label), write)
        try context.show(LokusView.answer(document, context.language, made), output, common)
    }
}
