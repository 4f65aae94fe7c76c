internal import ArgumentParser
internal import Planning
internal import Wire

/// What every step of an amendment takes.
struct AmendmentStepOptions: ParsableArguments {
    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var which: AmendmentOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions
}

extension Context {
    /// Asks for a step of an amendment, at the version that was shown to whoever agrees to it.
    fileprivate func take(
        _ step: PlanAmendment.Step, _ options: AmendmentStepOptions, reason: String? = nil,
        consent: ConsentOptions? = nil
    ) async throws {
        let service = try service(options.common)
        let place = try await service.lokus(options.lokus)
        let present = try await service.amendment(options.which, of: place)
        if let consent, !options.write.dryRun {
            let references = present.value["lines"].items.compactMap { $0["reference"].text }
            try confirm(
                .askApproveAmendment(LokusView.place(place.value, language), references), consent, options.common)
        }
        lastWords.set(.interruptedWrite)
        let document = try await service.take(
            step.rawValue, of: "amendments", present, JSONObject(reason: reason), options.write)
        try showChanged(
            AmendmentView.answer(document, language, .changed(.amendment(place.label), options.write)), from: present,
            options.write, options.output, options.common)
    }
}

struct AmendmentSubmit: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "submit", Phrase("Ajukan perubahan untuk ditetapkan.", "Submit an amendment for approval."),
            examples: ["selaras amendment submit 63.02.12.2005/2025"],
            more: Phrase(
                "Layanan memeriksa sekali lagi apakah semua barisnya dapat berlaku dalam rencana.",
                "The service tries once more whether all of its lines can be written into the plan."))
    }

    @OptionGroup var options: AmendmentStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.submit, options) }
}

struct AmendmentApprove: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "approve", Phrase("Tetapkan perubahan yang diajukan.", "Approve a submitted amendment."),
            examples: ["selaras amendment approve 63.02.12.2005/2025"],
            more: Phrase(
                "Semua barisnya langsung berlaku dalam rencana aksi, atau tidak satu pun; karena itu perintah ini bertanya "
                    + "dahulu, kecuali dengan --yes. Laporan yang sudah ada tetap pada intervensinya.",
                "All of its lines are in the plan at once, or none; therefore this command asks first, except with --yes. "
                    + "Reports that there are stay with their interventions."))
    }

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var options: AmendmentStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.approve, options, consent: consent) }
}

struct AmendmentReturn: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "return", Phrase("Kembalikan perubahan untuk diperbaiki.", "Send an amendment back to be worked on."),
            examples: ["selaras amendment return 63.02.12.2005/2025 --reason \"Kurangi sasaran sesuai DPPA\""])
    }

    @Option(help: .of("Alasan dikembalikan.", "Why it is sent back.", .text))
    var reason: String

    @OptionGroup var options: AmendmentStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.sendBack, options, reason: reason) }
}

struct AmendmentWithdraw: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "withdraw", Phrase("Cabut perubahan yang belum ditetapkan.", "Withdraw an amendment that is not approved."),
            examples: ["selaras amendment withdraw 63.02.12.2005/2025"])
    }

    @OptionGroup var options: AmendmentStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.withdraw, options) }
}
