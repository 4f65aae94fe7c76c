internal import ArgumentParser
internal import Planning
internal import Wire

struct WeakCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "weak",
            Phrase(
                "Indikator merah sebuah lokus: kekurangan, pengampu, dan rencananya.",
                "The weak indicators of a lokus: what is needed, who leads, what is planned."),
            examples: [
                "selaras weak 63.02.12.2005/2025", "selaras weak 63.02.12.2005/2025 --purpose resurvey -o csv",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose = .baseline

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let document = try await service.get(
            Address("lokus", found.id, "weak-indicators").with("purpose", purpose.rawValue).with(past))
        let category = try await service.categoryName(of: document.value["round"], past)
        let named = try await context.named(document, service, output, common, of: (found.id, purpose))
        try context.show(WeakView.answer(named, category: category, context.language), output, common)
    }
}

extension Service {
    /// The category in the words of the framework, which only the round itself has.
    fileprivate func categoryName(of round: JSONValue, _ past: PastOptions) async throws -> String? {
        guard let id = round["id"].text, !round["category"].isNull else { return nil }
        return try await get(Address("survey-rounds", id).with(past)).value["result"]["category_name"].text
    }
}
