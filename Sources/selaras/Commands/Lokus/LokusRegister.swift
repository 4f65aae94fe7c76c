internal import ArgumentParser
internal import Wire

struct LokusRegister: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Catat desa/kelurahan sebagai lokus untuk satu tahun.",
        discussion: """
            Contoh:
              selaras lokus register 63.02.12.2005 --year 2025
              selaras lokus register 63.02.12.2005 --year 2025 \\
                --decree-number 100.3.3.2/123 --decree-on 2025-06-02

            SK yang belum terbit dapat dicatat kemudian dengan: selaras lokus decree
            """)

    @Argument(help: ArgumentHelp("Kode desa/kelurahan, misalnya 63.02.12.2005.", valueName: "desa"))
    var desa: DesaCode

    @Option(help: ArgumentHelp("Tahun program.", valueName: "tahun"))
    var year: Int

    @Option(help: ArgumentHelp("Nomor SK penetapan lokus.", valueName: "nomor"))
    var decreeNumber: String?

    @Option(help: ArgumentHelp("Tanggal SK penetapan lokus (TTTT-BB-HH).", valueName: "tanggal"))
    var decreeOn: Day?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (decreeNumber == nil) == (decreeOn == nil) else {
            throw ValidationError(Phrase.decreeIncomplete.text(in: .indonesian))
        }
    }

    func run(in context: Context) async throws {
        var body = JSONObject([("desa_code", .string(desa.text)), ("year", .integer(year))])
        body["decree_number"] = decreeNumber.map { .string($0) }
        body["decree_on"] = decreeOn.map { .string($0.text) }
        let document = try await context.service(connection).post(Address("lokus"), .object(body))
        let made = Phrase.added(.lokus(Lokus(value: document.value).label))
        try context.show(LokusView.answer(document, context.language, first: made), output)
    }
}
