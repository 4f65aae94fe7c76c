internal import ArgumentParser
internal import Planning

struct CompareCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "compare", Phrase("Bandingkan dua pendataan sebuah lokus.", "Compare two surveys of a lokus."),
            examples: [
                "selaras compare 63.02.12.2005/2025", "selaras compare 63.02.12.2005/2025 --after midline",
                "selaras compare 63.02.12.2005/2025 --statistics",
                "selaras compare 63.02.12.2005/2025 -o csv > perbandingan.csv",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Pendataan untuk kondisi awal.", "The survey to compare from.", .purpose))
    var before: SurveyRound.Purpose = .baseline

    @Option(help: .of("Pendataan untuk kondisi akhir.", "The survey to compare to.", .purpose))
    var after: SurveyRound.Purpose = .resurvey

    @Flag(
        help: .of(
            "Tampilkan selang kepercayaan, nilai p, dan galat baku relatif (RSE).",
            "Show confidence intervals, p-values and relative standard errors."))
    var statistics = false

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let document: Resource
        do {
            document = try await service.get(
                Address("lokus", found.id, "comparison").with("before", before.rawValue).with("after", after.rawValue)
                    .with(past))
        } catch Failure.problem(let problem) where [404, 409].contains(problem.status) {
            throw found.obstacle(to: before == after ? [before] : [before, after]) ?? Failure.problem(problem)
        }
        let named = try await context.named(document, service, output, common)
        try context.show(
            ComparisonView.answer(named, context.language, isForStatisticians: statistics), output, common)
    }
}
