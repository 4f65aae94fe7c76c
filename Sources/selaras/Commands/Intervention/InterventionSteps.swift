internal import ArgumentParser
internal import Planning
internal import Wire

/// What every step of an intervention takes.
struct InterventionStepOptions: ParsableArguments {
    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions
}

extension Context {
    /// Asks for a step of an intervention, at the version that is there now.
    func take(
        _ step: Intervention.Step, _ options: InterventionStepOptions, reason: String? = nil,
        consent: ConsentOptions? = nil
    ) async throws {
        let service = try service(options.common)
        let present = try await service.intervention(options.reference, options.lokus)
        if let consent, !options.write.dryRun {
            let place = LokusView.place(present.value, language)
            try confirm(.askCancelIntervention(options.reference, place), consent, options.common)
        }
        lastWords.set(.interruptedWrite)
        let document = try await service.take(
            step.rawValue, of: "interventions", present, JSONObject(reason: reason), options.write)
        try showChanged(
            InterventionView.answer(document, language, .changed(.intervention(options.reference), options.write)),
            from: present, options.write, options.output, options.common)
    }
}

/// A step as a command: what it is called and what there is to say of it.
protocol InterventionStepKind: Sendable {
    static var step: Intervention.Step { get }
    static var about: Phrase { get }
    /// Nil: nothing more to say.
    static var more: Phrase? { get }
    /// As the example gives it; nil where no reason is asked for.
    static var reason: String? { get }
}

extension InterventionStepKind {
    static var more: Phrase? { nil }
    static var reason: String? { nil }

    static var configuration: CommandConfiguration {
        let name = step.rawValue
        let why = reason.map { " --reason \"\($0)\"" } ?? ""
        return .command(
            name, about, examples: ["selaras intervention \(name) SPH25-01 --lokus 63.02.12.2005/2025\(why)"],
            more: more)
    }
}

struct InterventionStep<Kind: InterventionStepKind>: ServiceCommand {
    static var configuration: CommandConfiguration { Kind.configuration }

    @OptionGroup var options: InterventionStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(Kind.step, options) }
}

/// One that asks for a reason, which others read.
struct ReasonedInterventionStep<Kind: InterventionStepKind>: ServiceCommand {
    static var configuration: CommandConfiguration { Kind.configuration }

    @Option(help: .of("Alasannya, untuk dibaca orang lain.", "Why, for others to read.", .text))
    var reason: String

    @OptionGroup var options: InterventionStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(Kind.step, options, reason: reason) }
}

/// There is no way back from it, so it asks.
struct InterventionCancel: ServiceCommand {
    static var configuration: CommandConfiguration { Cancelling.configuration }

    @Option(help: .of("Alasannya, untuk dibaca orang lain.", "Why, for others to read.", .text))
    var reason: String

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var options: InterventionStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        try await context.take(.cancel, options, reason: reason, consent: consent)
    }
}

enum Declining: InterventionStepKind {
    static let step = Intervention.Step.decline
    static let about = Phrase("Tolak penugasan intervensi.", "Decline the assignment of an intervention.")
    static let more: Phrase? = Phrase(
        "Koordinator membaca alasannya, lalu dapat mengganti perangkat daerahnya (intervention edit --agency) dan "
            + "mengusulkannya lagi (intervention propose).",
        "The coordinator reads the reason, may give it to another agency (intervention edit --agency) and proposes it "
            + "again (intervention propose).")
    static let reason: String? = "Tidak ada pagu dalam DPA 2025"
}

enum Proposing: InterventionStepKind {
    static let step = Intervention.Step.propose
    static let about = Phrase(
        "Usulkan lagi intervensi yang ditolak.", "Propose an intervention again that was declined.")
}

enum Budgeting: InterventionStepKind {
    static let step = Intervention.Step.budget
    static let about = Phrase(
        "Nyatakan intervensi teranggarkan.", "Declare that an intervention is in a budget.")
    static let more: Phrase? = Phrase(
        "Pendanaannya harus sudah tercatat; yang tanpa anggaran bersumber dana none.",
        "Its funding has to be on record; what needs no budget has the source none.")
}

enum Starting: InterventionStepKind {
    static let step = Intervention.Step.start
    static let about = Phrase("Nyatakan intervensi berjalan.", "Declare that an intervention is carried out.")
}

enum Finishing: InterventionStepKind {
    static let step = Intervention.Step.finish
    static let about = Phrase("Nyatakan intervensi selesai.", "Declare that an intervention is done.")
    static let more: Phrase? = Phrase(
        "Memerlukan paling sedikit satu laporan dengan angka. Triwulan selesainya masih dilaporkan, sesudahnya tidak.",
        "Needs at least one report with figures. The quarter in which it is done is still reported, later ones are not."
    )
}

enum Delaying: InterventionStepKind {
    static let step = Intervention.Step.delay
    static let about = Phrase("Catat bahwa intervensi tertunda.", "Record that an intervention is delayed.")
    static let more: Phrase? = Phrase(
        "Laporan tetap wajib. Bila berjalan lagi: intervention resume.",
        "Reports are still due. Once it goes on again: intervention resume.")
    static let reason: String? = "Menunggu pergeseran anggaran"
}

enum Resuming: InterventionStepKind {
    static let step = Intervention.Step.resume
    static let about = Phrase(
        "Nyatakan intervensi yang tertunda berjalan lagi.", "Declare that a delayed intervention goes on.")
}

enum Cancelling: InterventionStepKind {
    static let step = Intervention.Step.cancel
    static let about = Phrase("Batalkan intervensi.", "Cancel an intervention.")
    static let more: Phrase? = Phrase(
        "Sesudah rencana ditetapkan hanya pimpinan yang membatalkan. Yang sudah dibelanjakan tetap dihitung. Tidak "
            + "dapat diurungkan; karena itu perintah ini bertanya dahulu, kecuali dengan --yes.",
        "Once the plan is approved only leadership cancels. What was spent still counts. It cannot be undone; therefore "
            + "this command asks first, except with --yes.")
    static let reason: String? = "Lokasi terkena banjir"
}
