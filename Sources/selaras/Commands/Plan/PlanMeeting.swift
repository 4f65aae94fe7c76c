internal import ArgumentParser
internal import Wire

struct PlanMeeting: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "meeting",
            Phrase("Catat rakor yang membahas rencana aksi.", "Record the meeting that discusses an action plan."),
            examples: [
                """
                selaras plan meeting 63.02.12.2005/2025 --on 2025-08-05 \\
                  --place "Aula Bapperida" --minutes "Notulen 000/12/Bapperida/2025" \\
                  --participant Sekda --participant "Dinas PUPR"
                """
            ],
            more: Phrase(
                "Yang tidak disebutkan tetap seperti semula; --participant mengganti semua peserta. Rencana baru dapat "
                    + "disepakati bila keempatnya tercatat.",
                "What is not named stays as it is; --participant replaces all participants. A plan can be agreed once all "
                    + "four are on record."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Tanggal rakor (TTTT-BB-HH).", "Day of the meeting (YYYY-MM-DD).", .day))
    var on: Day?

    @Option(help: .of("Tempat rakor.", "Place of the meeting.", .text))
    var place: String?

    @Option(help: .of("Notulen, atau nomor atau alamatnya.", "The minutes, or where they lie.", .text))
    var minutes: String?

    @Option(
        help: .of(
            "Peserta: perangkat daerah atau orang; boleh diulang.", "A participant: an office or a person; repeatable.",
            .text))
    var participant: [String] = []

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard on != nil || place != nil || minutes != nil || !participant.isEmpty else {
            throw ValidationError(Phrase.nothingToChange.text)
        }
    }

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let found = try await service.lokus(lokus)
        let present = try await service.get(Address("action-plans", found.planID()))
        var change = JSONObject()
        change["meeting_on"] = on.map { .string($0.text) }
        change["meeting_place"] = place.map { .string($0) }
        change["meeting_minutes"] = minutes.map { .string($0) }
        if !participant.isEmpty { change["meeting_participants"] = .array(participant.map { .string($0) }) }
        context.lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("action-plans", try found.planID()).with("dry_run", write.dryRun), .object(change),
            version: present.etag)
        try context.showChanged(
            PlanView.answer(document, context.language, .changed(.plan(found.label), write)), from: present, write,
            output, common)
    }
}
