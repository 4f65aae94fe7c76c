internal import ArgumentParser
internal import Planning
internal import Wire

struct ReportVerify: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "verify",
            Phrase(
                "Verifikasi laporan realisasi, sehingga angkanya dihitung.",
                "Verify progress reports, so that their figures count."),
            examples: [
                """
                selaras report verify --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3
                """,
                """
                selaras report verify --lokus 63.02.12.2005/2025 \\
                  --year 2025 --quarter 3 --all
                """,
            ],
            more: Phrase(
                "Yang menunggu verifikasi: selaras inbox. Laporan yang Anda tulis sendiri diverifikasi oleh orang lain. Dengan "
                    + "--all laporan yang tidak dapat Anda verifikasi disebutkan dan yang lain tetap diverifikasi.",
                "What waits to be verified: selaras inbox. Reports that you wrote yourself are verified by others. With "
                    + "--all, reports that you cannot verify are named, and the others are verified."))
    }

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(
        name: .customLong("intervention"),
        help: .of(
            "Rujukan intervensi; dapat diulang.", "Reference of an intervention; can be repeated.", .reference))
    var references: [String] = []

    @Flag(
        help: .of(
            "Semua laporan periode itu yang menunggu verifikasi.", "All reports of that period that wait for it."))
    var all = false

    @Option(
        help: .of("Dengan --all: hanya perangkat daerah ini.", "With --all: only this agency.", .code),
        completion: .agency)
    var agency: String?

    @OptionGroup var period: PeriodOptions
    @OptionGroup var batch: BatchOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup var consent: ConsentOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func validate() throws {
        guard all == references.isEmpty, all || agency == nil else {
            throw ValidationError(Phrase.reportsToVerify.text)
        }
    }

    func run(in context: Context) async throws {
        if let reference = references.first, references.count == 1 {
            return try await context.take(
                .verify, ReportStepOptions(lokus, reference, period, write, output, common))
        }
        let service = try context.service(common)
        try await service.requireAgency(agency)
        let place = try await service.lokus(lokus)
        let reports = try await reports(service, of: place)
        try BatchOptions.expect(reports.count)
        if all, !reports.isEmpty, !write.dryRun {
            let doubtful = reports.filter { !$0["warnings"].items.isEmpty }.map {
                $0["intervention_reference"].text ?? ""
            }
            if !doubtful.isEmpty { context.note(.lookAgainAt(doubtful), common) }
            let disputed = reports.filter(ReportView.isDisputed).map { $0["intervention_reference"].text ?? "" }
            if !disputed.isEmpty { context.note(.disputedByVillage(disputed), common) }
            let question = Phrase.askVerifyAll(
                reports.count, Period.phrase(of: period.document), LokusView.place(place.value, context.language))
            try context.confirm(question, consent, common)
        }
        try await send(reports, service, context)
    }

    private func send(_ reports: [JSONValue], _ service: Service, _ context: Context) async throws {
        let items = reports.map { JSONValue.object(JSONObject([("id", $0["id"]), ("version", $0["version"])])) }
        let names = reports.map { $0["intervention_reference"].text ?? "" }
        guard !items.isEmpty else { return context.note(.nothingToVerify, common) }
        var options = batch
        options.each = batch.each || all
        let verified = NamedItems(
            items: items, references: names, columns: ReportView.columns, name: "intervention_reference",
            sentence: { .reportsVerified($0, write) })
        try await context.send(verified, to: Address("reports:verify"), by: service, options, write, output, common)
    }

    /// Those that are named, in that order; or all that wait.
    private func reports(_ service: Service, of place: Lokus) async throws -> [JSONValue] {
        let found = try await service.list(
            Address("reports").with("plan_id", place.planID())
                .with("agency_code", agency).with("budget_year", period.year).with("quarter", period.quarter)
                .with("state", all ? ProgressReport.State.submitted.rawValue : nil)
                .with("sort", "intervention_reference"))
        if all { return found }
        return try references.unique.map { reference in
            guard let report = found.first(where: { $0["intervention_reference"].text == reference }) else {
                throw Failure.notFound(.noReport(reference, Period.phrase(of: period.document)))
            }
            return report
        }
    }
}
