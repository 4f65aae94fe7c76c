internal import ArgumentParser
internal import Wire

struct PlanAssign: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "assign",
            Phrase(
                "Tugaskan semua intervensi usulan kepada perangkat daerahnya.",
                "Assign all proposed interventions to their agencies."),
            examples: [
                "selaras plan assign 63.02.12.2005/2025 --assigned-on 2025-08-25",
                "selaras plan assign 63.02.12.2005/2025 --yes",
            ])
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .assignedOn)
    var assignedOn: Day?

    @Option(
        help: .of(
            "Batalkan bila yang ditugaskan lebih banyak dari ini; bawaannya sebanyak usulan saat ini.",
            "Cancel where more than this would be assigned; as many as are proposed now by default.",
            .amount))
    var maxAffected: Int?

    @OptionGroup var write: WriteOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let columns = [Column("assigned", .assignedCount, .integer)]

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let id = try found.planID()
        let proposed = try await service.count(
            of: Address("interventions").with("plan_id", id).with("state", "proposed"))
        if !write.dryRun, proposed > 0 {
            let place = LokusView.place(found.value, context.language)
            try context.confirm(.askAssignAll(proposed, place), consent, common)
        }
        var body = JSONObject()
        body["assigned_on"] = assignedOn.map { .string($0.text) }
        context.lastWords.set(.interruptedWrite)
        let document = try await service.post(
            Address("action-plans", id, "assign")
                // What was agreed to is what is done, whatever others propose meanwhile.
                .with("max_affected", maxAffected ?? proposed).with("dry_run", write.dryRun), .object(body))
        let count = document.value["assigned"].integer ?? 0
        let line = write.dryRun ? Phrase.interventionsWouldBeAssigned(count) : .interventionsAssigned(count)
        try context.show(
            Answer(
                document: .asItCame(document),
                table: Table(columns: Self.columns, rows: [document.value], name: .given(found.label)),
                page: [.line(line.text(in: context.language))]), output, common)
    }
}
