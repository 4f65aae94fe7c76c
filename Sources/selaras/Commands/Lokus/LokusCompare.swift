internal import ArgumentParser
internal import Planning

struct LokusCompare: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "compare",
            Phrase("Bandingkan semua lokus dalam satu tahun.", "Compare all lokus of a year."),
            examples: ["selaras lokus compare --year 2025", "selaras lokus compare --year 2025 --sort ikk -o csv"])
    }

    @Option(help: .of("Tahun program.", "The programme year.", .year))
    var year: Int

    @Option(help: .of("Hanya kabupaten/kota ini.", "Only this kabupaten/kota.", .code), completion: .kabupaten)
    var kabupaten: String?

    @Option(help: .of("Pendataan untuk kondisi awal.", "The survey to compare from.", .purpose))
    var before: SurveyRound.Purpose = .baseline

    @Option(help: .of("Pendataan untuk kondisi akhir.", "The survey to compare to.", .purpose))
    var after: SurveyRound.Purpose = .resurvey

    @Option(
        help: .of(
            "Urutan: yang pasti lebih dahulu, atau peringkat biasa menurut IKK akhir atau perubahannya.",
            "Order: what is certain first, or a plain ranking by the later index or its change.", .order))
    var sort: YearComparison.Order = .certain

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireRegion(kabupaten)
        let document = try await service.get(
            Address("comparisons").with("year", year).with("kabupaten_code", kabupaten).with("before", before.rawValue)
                .with("after", after.rawValue).with("sort", sort.rawValue).with(past))
        try context.show(YearComparisonView.answer(document, context.language), output, common)
    }
}
