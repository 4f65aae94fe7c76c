internal import ArgumentParser
internal import Planning
internal import Wire

struct SurveyPlanSample: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "plan-sample",
            Phrase(
                "Perubahan terkecil yang akan terdeteksi, dan banyaknya keluarga yang perlu didata.",
                "The smallest change that will be found, and how many families it takes."),
            examples: [
                "selaras survey plan-sample 63.02.12.2005/2025",
                "selaras survey plan-sample 63.02.12.2005/2025 --half-width 3 --change 5 -o csv",
                "selaras survey plan-sample 63.02.12.2005/2025 --families 800",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(
        help: .of(
            "Menurut pendataan yang mana; bawaannya yang terakhir ditutup.",
            "By which survey; by the one closed last if not given.", .purpose))
    var purpose: SurveyRound.Purpose?

    @Option(
        help: .of(
            "Lebar rentang yang diinginkan ke tiap sisi, 0,1 sampai 50 poin; bawaannya 5.",
            "The wanted half width of an interval, 0.1 to 50 points; 5 if not given.", .quantity))
    var halfWidth: Decimal?

    @Option(
        help: .of(
            "Perubahan yang ingin terdeteksi, 0,1 sampai 100 poin; bawaannya 10.",
            "The change that is to be found, 0.1 to 100 points; 10 if not given.", .quantity))
    var change: Decimal?

    @Option(
        help: .of(
            "Efek rancangan; lebih dari 1 bila seluruh RT diambil sebagai sampel.",
            "Design effect; more than 1 where whole RTs are drawn.", .quantity))
    var designEffect: Decimal?

    @Option(
        help: .of(
            "Bagian keluarga panel yang jawabannya berubah, antara 0,01 dan 1; bawaannya 0,12.",
            "The share of panel families whose answer changes, from 0.01 to 1; 0.12 if not given.", .quantity))
    var discordance: Decimal?

    @Option(
        help: .of(
            "Banyaknya keluarga di desa saat didata lagi; bawaannya yang diwakili pendataan itu.",
            "Families in the village when it is surveyed again; those that the survey stands for if not given.",
            .amount))
    var families: Int?

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let address = Address("lokus", found.id, "sample-plan").with("purpose", purpose?.rawValue)
            .with("half_width", halfWidth?.number.text).with("change", change?.number.text)
            .with("design_effect", designEffect?.number.text).with("discordance", discordance?.number.text)
            .with("families", families.map(String.init)).with(past)
        let document = try await service.get(address)
        let named = try await context.named(document, service, output, common, of: (found.id, purpose))
        try context.show(SamplePlanView.answer(named, context.language), output, common)
    }
}
