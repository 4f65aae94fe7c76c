internal import ArgumentParser
internal import Planning
internal import Wire

/// What every step of a plan takes.
struct PlanStepOptions: ParsableArguments {
    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions
}

extension Context {
    /// Asks for a step of the plan of a lokus, at the version that is there now.
    func take(
        _ step: ActionPlan.Step, _ options: PlanStepOptions, reason: String? = nil, consent: ConsentOptions? = nil
    ) async throws {
        let service = try service(options.common)
        let found = try await service.lokus(options.lokus)
        let present = try await service.get(Address("action-plans", found.planID()))
        if let consent, !options.write.dryRun {
            try confirm(.askClosePlan(LokusView.place(found.value, language)), consent, options.common)
        }
        lastWords.set(.interruptedWrite)
        let document = try await service.take(
            step.rawValue, of: "action-plans", present, JSONObject(reason: reason), options.write)
        let named = try await named(document, service, options.output, options.common)
        try showChanged(
            PlanView.answer(named, language, .changed(.plan(found.label), options.write)), from: present,
            options.write, options.output, options.common)
    }
}

struct PlanSubmit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "submit",
            Phrase("Ajukan rencana aksi untuk disepakati dan ditetapkan.", "Submit an action plan for agreement."),
            examples: ["selaras plan submit 63.02.12.2005/2025"],
            more: Phrase(
                "Memerlukan paling sedikit satu intervensi. Yang mengajukan tidak dapat menyepakati atau menetapkannya.",
                "Needs at least one intervention. Who submits it does not agree or approve it."))
    }

    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.submit, options) }
}

struct PlanAgree: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "agree", Phrase("Nyatakan rencana aksi disepakati dalam rakor.", "Declare an action plan agreed."),
            examples: ["selaras plan agree 63.02.12.2005/2025"],
            more: Phrase(
                "Rakornya harus sudah dicatat: tanggal, tempat, notulen, dan peserta (selaras plan meeting). Sejak tanggal "
                    + "rakor, intervensi yang diterima wajib dilaporkan.",
                "The meeting has to be on record: day, place, minutes and participants (selaras plan meeting). From its "
                    + "day on, reports are due for accepted interventions."))
    }

    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.agree, options) }
}

struct PlanApprove: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "approve", Phrase("Tetapkan rencana aksi yang sudah disepakati.", "Approve an agreed action plan."),
            examples: ["selaras plan approve 63.02.12.2005/2025"],
            more: Phrase(
                "Sesudah ditetapkan, isi rencana hanya diubah dengan perubahan yang ditetapkan pula (selaras amendment).",
                "From then on its content stands, and is changed by amendments only, which are approved, too (selaras "
                    + "amendment)."))
    }

    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.approve, options) }
}

struct PlanReturn: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "return",
            Phrase("Kembalikan rencana aksi untuk diperbaiki.", "Send an action plan back to be worked on."),
            examples: ["selaras plan return 63.02.12.2005/2025 --reason \"Pagu Dinas PUPR belum sesuai DPA\""])
    }

    @Option(help: .of("Alasan dikembalikan.", "Why it is sent back.", .text))
    var reason: String

    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.sendBack, options, reason: reason) }
}

struct PlanStart: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "start", Phrase("Nyatakan rencana aksi berjalan.", "Declare that an action plan is carried out."),
            examples: ["selaras plan start 63.02.12.2005/2025"])
    }

    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.start, options) }
}

struct PlanEvaluate: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "evaluate", Phrase("Nyatakan rencana aksi sudah dievaluasi.", "Declare that an action plan was evaluated."),
            examples: ["selaras plan evaluate 63.02.12.2005/2025"])
    }

    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.evaluate, options) }
}

struct PlanClose: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "close", Phrase("Tutup rencana aksi yang sudah dievaluasi.", "Close an evaluated action plan."),
            examples: ["selaras plan close 63.02.12.2005/2025"],
            more: Phrase(
                "Sesudah ditutup tidak ada lagi yang dapat diubah atau dilaporkan; karena itu perintah ini bertanya "
                    + "dahulu, kecuali dengan --yes.",
                "Nothing is changed or reported any more in a closed plan; therefore this command asks first, except with "
                    + "--yes."))
    }

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var options: PlanStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.close, options, consent: consent) }
}
