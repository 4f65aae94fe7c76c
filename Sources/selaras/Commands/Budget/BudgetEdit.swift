internal import ArgumentParser
internal import Planning
internal import Wire

struct BudgetEdit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "edit",
            Phrase(
                "Ubah sebuah pos anggaran, atau catat pagu tahap berikutnya.",
                "Change a budget line, or record the ceiling of a later stage."),
            examples: [
                """
                selaras budget edit 1.03.05.2.01.0007 --agency PUPR --year 2025 \\
                  --stage perubahan --ceiling 750000000
                """,
                "selaras budget edit 1.03.05.2.01.0007 --agency PUPR --year 2025 --ceiling 910000000 --dry-run",
            ],
            more: Phrase(
                "Pagu tahap terdahulu tetap tercatat. --ceiling tanpa --stage mengoreksi pagu tahap yang berlaku.",
                "The ceiling of an earlier stage stays. --ceiling without --stage corrects that of the stage that holds."
            ))
    }

    @OptionGroup var line: BudgetLineOptions

    @Option(help: .of("Nama sub kegiatan atau pos itu.", "Name of the sub-activity or the line.", .text))
    var title: String?

    @Option(help: .of("Pagu.", "The ceiling.", .rupiah))
    var ceiling: Money?

    @Option(help: .of("Tahap anggaran pagu itu.", "Stage of the budget of that ceiling.", .stage))
    var stage: BudgetLine.Stage?

    @Option(
        help: .of(
            "Kode sub kegiatan, dalam ejaan mana pun; \"\" mengosongkan.",
            "Code of the sub-activity, however spelled; \"\" clears it.", .code))
    var code: String?

    @Option(
        help: .of(
            "Versi nomenklatur, misalnya 900.1-2850/2025; \"\" mengosongkan.",
            "Version of the nomenclature, as 900.1-2850/2025; \"\" clears it.", .text))
    var nomenclature: String?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard !change.members.isEmpty else { throw ValidationError(Phrase.nothingToChange.text) }
        guard stage == nil || ceiling != nil else { throw ValidationError(Phrase.stageNeedsACeiling.text) }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let present = try await service.budgetLine(line)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("budget-lines", present.value["id"].text ?? "").with("dry_run", write.dryRun), .object(change),
            version: present.etag)
        let name = document.value["title"].text ?? ""
        try context.showChanged(
            BudgetView.answer(document, context.language, .changed(.budgetLine(name), write)), from: present, write,
            output, common)
    }

    private var change: JSONObject {
        var change = JSONObject()
        change["title"] = title.map { .string($0) }
        change["ceiling_idr"] = ceiling.map { .integer($0.rupiah) }
        change["stage"] = stage.map { .string($0.rawValue) }
        change["code"] = code.map { $0.isEmpty ? .null : .string($0) }
        change["nomenclature"] = nomenclature.map { $0.isEmpty ? .null : .string($0) }
        return change
    }
}
