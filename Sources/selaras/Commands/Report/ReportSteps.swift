internal import ArgumentParser
internal import Planning
internal import Wire

/// What a step of one report takes.
struct ReportStepOptions: ParsableArguments {
    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(help: .intervention)
    var intervention: String

    @OptionGroup var period: PeriodOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    init() {}

    init(
        _ lokus: LokusReference, _ intervention: String, _ period: PeriodOptions, _ write: WriteOptions,
        _ output: OutputOptions, _ common: CommonOptions
    ) {
        (self.lokus, self.intervention, self.period) = (lokus, intervention, period)
        (self.write, self.output, self.common) = (write, output, common)
    }
}

struct ReportReturn: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "return",
            Phrase("Kembalikan laporan realisasi untuk diperbaiki.", "Send a progress report back to be corrected."),
            examples: [
                """
                selaras report return --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3 \\
                  --reason "Volume tidak sesuai berita acara"
                """
            ],
            more: Phrase(
                "Perangkat daerah membaca alasannya, lalu memperbaikinya (selaras report correct). Angka laporan yang sudah "
                    + "diverifikasi tidak dihitung lagi; bila yang dikembalikan hanya koreksinya, yang diverifikasi sebelumnya "
                    + "tetap dihitung.",
                "The agency reads the reason and corrects it (selaras report correct). The figures of a report that was "
                    + "verified no longer count; where it is only a correction that is sent back, what was verified before "
                    + "counts on."))
    }

    @Option(help: .of("Alasan dikembalikan.", "Why it is sent back.", .text))
    var reason: String

    @OptionGroup var options: ReportStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws { try await context.take(.sendBack, options, reason: reason) }
}

extension Context {
    /// Asks for a step of a report, at the version that is there now.
    func take(_ step: ProgressReport.Step, _ options: ReportStepOptions, reason: String? = nil) async throws {
        try await post(step.rawValue, options, JSONObject(reason: reason))
    }

    /// Does that with a report, at the version that is there now.
    func post(_ deed: String, _ options: ReportStepOptions, _ body: JSONObject) async throws {
        let service = try service(options.common)
        let present = try await service.report(options.intervention, options.lokus, options.period)
        lastWords.set(.interruptedWrite)
        let document = try await service.take(deed, of: "reports", present, body, options.write)
        let thing = Phrase.Thing.report(options.intervention, Period.phrase(of: document.value))
        try showChanged(
            ReportView.answer(document, language, .changed(thing, options.write)), from: present, options.write,
            options.output, options.common)
    }
}

extension Service {
    /// The report of an intervention on a period.
    func report(
        _ intervention: String, _ lokus: LokusReference, _ period: PeriodOptions, _ past: PastOptions? = nil
    ) async throws -> Resource {
        let target = try await self.intervention(intervention, lokus)
        let reports = try await list(
            Address("interventions", target.value["id"].text ?? "", "reports")
                .with("budget_year", period.year).with("quarter", period.quarter))
        let found = reports.first {
            $0["budget_year"].integer == period.year && $0["quarter"].integer == period.quarter
        }
        guard let id = found?["id"].text else {
            throw Failure.notFound(.noReport(intervention, Period.phrase(of: period.document)))
        }
        return try await get(Address("reports", id).with(past))
    }
}
