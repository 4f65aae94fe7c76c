internal import ArgumentParser
internal import Wire

/// What every command takes that writes a line.
struct AmendmentLineOptions: ParsableArguments {
    @Argument(help: .intervention)
    var reference: String

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @OptionGroup var which: AmendmentOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions
}

extension Context {
    /// Changes the amendment that is meant, at the version that is there now.
    fileprivate func amend(
        _ options: AmendmentLineOptions, _ change: (Service, Lokus) async throws -> JSONObject
    ) async throws {
        let service = try service(options.common)
        let place = try await service.lokus(options.lokus)
        let present = try await service.amendment(options.which, of: place)
        let body = try await change(service, place)
        lastWords.set(.interruptedWrite)
        let document = try await service.patch(
            Address("amendments", present.value["id"].text ?? "").with("dry_run", options.write.dryRun), .object(body),
            version: present.etag)
        try showChanged(
            AmendmentView.answer(document, language, .changed(.amendment(place.label), options.write)), from: present,
            options.write, options.output, options.common)
    }
}

struct AmendmentBegin: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "begin",
            Phrase(
                "Mulai menyusun perubahan rencana aksi yang sudah ditetapkan.",
                "Begin an amendment of an approved action plan."),
            examples: ["selaras amendment begin 63.02.12.2005/2025 --reason \"Pagu dikurangi dalam APBD-P 2025\""],
            more: Phrase(
                "Lalu tulis barisnya dengan change, add, atau cancel. Rencana aksi baru berubah sesudah pimpinan "
                    + "menetapkannya.",
                "Then write its lines with change, add or cancel. The plan changes once leadership has approved it."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .of("Alasan perubahan.", "Why the plan is to be changed.", .text))
    var reason: String

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let place = try await service.lokus(lokus)
        context.lastWords.set(.interruptedWrite)
        let document = try await service.post(
            Address("action-plans", place.planID(), "amendments").with("dry_run", write.dryRun),
            ["reason": .string(reason)])
        try context.show(
            AmendmentView.answer(document, context.language, .added(.amendment(place.label), write)), output, common)
    }
}

struct AmendmentChange: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "change",
            Phrase("Tulis perubahan pada sebuah intervensi.", "Write what changes of an intervention."),
            examples: [
                """
                selaras amendment change SPH25-01 --lokus 63.02.12.2005/2025 \\
                  --quantity 30 --funding apbd_kabupaten=270000000
                """
            ],
            more: Phrase(
                "Yang tidak disebutkan tidak diubah. Menulis baris yang sudah ada menggantikannya, terhadap intervensi seperti "
                    + "sekarang.",
                "What is not named is not changed. Writing a line that is there replaces it, about the intervention as it is "
                    + "now."))
    }

    @OptionGroup var options: AmendmentLineOptions
    @OptionGroup var terms: ChangedTermsOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        try await context.amend(options) { service, _ in
            let present = try await service.intervention(options.reference, options.lokus).value
            var line = try await terms.change(of: present, service)
            line["kind"] = "change"
            line["intervention_id"] = present["id"]
            return JSONObject([("lines", [.object(line)])])
        }
    }
}

struct AmendmentAdd: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "add", Phrase("Tulis intervensi baru dalam perubahan.", "Write a new intervention into an amendment."),
            examples: [
                """
                selaras amendment add SPH25-16 --lokus 63.02.12.2005/2025 \\
                  --agency PUPR --title "Rehabilitasi sumur bor" --indicators KKF-01 \\
                  --quantity 2 --unit unit --starts-on 2025-10-01 --ends-on 2025-12-15 \\
                  --funding apbd_kabupaten=150000000
                """
            ],
            more: Phrase(
                "Sesudah ditetapkan, intervensi itu menjadi usulan yang ditugaskan dan diterima seperti yang lain.",
                "Once approved it is a proposal, to be assigned and accepted like any other."))
    }

    @OptionGroup var options: AmendmentLineOptions
    @OptionGroup var terms: NewTermsOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        try await context.amend(options) { service, _ in
            var line = try await terms.draft(options.reference, service)
            line["kind"] = "add"
            return JSONObject([("lines", [.object(line)])])
        }
    }
}

struct AmendmentCancel: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "cancel", Phrase("Tulis pembatalan sebuah intervensi.", "Write that an intervention is cancelled."),
            examples: [
                "selaras amendment cancel SPH25-02 --lokus 63.02.12.2005/2025 --reason \"Tidak masuk DPPA 2025\""
            ])
    }

    @Option(help: .of("Alasan pembatalan.", "Why it is cancelled.", .text))
    var reason: String

    @OptionGroup var options: AmendmentLineOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        try await context.amend(options) { service, _ in
            let id = try await service.intervention(options.reference, options.lokus).value["id"]
            return JSONObject([
                ("lines", [["kind": "cancel", "intervention_id": id, "reason": .string(reason)]])
            ])
        }
    }
}

struct AmendmentRemove: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "remove", Phrase("Hapus sebuah baris dari perubahan.", "Take a line out of an amendment."),
            examples: ["selaras amendment remove SPH25-02 --lokus 63.02.12.2005/2025"],
            more: Phrase(
                "Intervensinya tidak berubah; yang dihapus hanya barisnya.",
                "The intervention stays as it is; only the line is taken away."))
    }

    @OptionGroup var options: AmendmentLineOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        try await context.amend(options) { _, _ in
            JSONObject([("removed_lines", [.string(options.reference)])])
        }
    }
}
