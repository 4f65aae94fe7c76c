internal import ArgumentParser
internal import Planning
internal import Wire

struct SurveyTargets: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "targets",
            Phrase(
                "Keluarga mana dari daftar sendiri yang menjadi sasaran sebuah indikator, menurut RT.",
                "Which families of one's own list an indicator is about, by RT."),
            examples: [
                "selaras survey targets keluarga.csv --lokus 63.02.12.2005/2025 --indicator KLS-02",
                "selaras survey targets keluarga.csv --lokus 63.02.12.2005/2025 --indicator KKE-02 -o csv",
            ],
            more: Phrase(
                "Berkas memuat satu nomor keluarga tiap baris, atau kolom family_id; nomornya ditulis seperti dalam pendataan. "
                    + "Daftar itu tidak disimpan; yang dicatat hanya siapa yang bertanya, indikatornya, dan banyaknya keluarga.",
                "The file has one family id a line, or a column family_id, written as in the survey. The list is not kept; only "
                    + "who asked, for which indicator and of how many families is recorded."))
    }

    @Argument(help: .of("Berkas daftar keluarga.", "File with the list of families.", .file), completion: .file())
    var file: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Kode indikator.", "Code of the indicator.", .code))
    var indicator: String

    @Option(help: .purpose)
    var purpose: SurveyRound.Purpose = .baseline

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        guard let text = try FileText.read(file, upTo: 1 << 20) else {
            throw Failure.said(.cannotReadFile(file, 2), .failure)
        }
        let families = FamilyList.read(text)
        guard !families.isEmpty else { throw Failure.said(.noFamilies(file), .failure) }
        let service = try context.service(common)
        let round = try await service.lokus(lokus).roundID(purpose)
        let asked: JSONValue = [
            "indicator": .string(indicator), "family_ids": .array(families.map { .string($0) }),
        ]
        let document = try await service.post(Address("survey-rounds", round, "target-families"), asked)
        try context.show(TargetsView.answer(document, context.language), output, common)
    }
}
