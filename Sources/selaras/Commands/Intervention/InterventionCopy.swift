internal import ArgumentParser
internal import Planning
internal import Wire

struct InterventionCopy: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "copy",
            Phrase(
                "Salin intervensi rencana lain sebagai usulan: tahun lalu, atau desa lain.",
                "Copy another plan's interventions as proposals: last year's, or another village's."),
            examples: [
                "selaras intervention copy --from 63.02.12.2005/2025 --lokus 63.02.12.2008/2026 --dry-run",
                """
                selaras intervention copy SPH25-01 SPH25-02 --from 63.02.12.2005/2025 \\
                  --lokus 63.02.12.2008/2026 --rename SPH25=SHI26
                """,
            ],
            more: Phrase(
                "Disalin: perangkat daerah dan pendukungnya, nama, indikator, target, satuan, sasaran, dan catatan, dalam desa "
                    + "yang sama juga jumlah sasaran dan lokasi; jadwal digeser sebanyak selisih tahun kedua lokus. Dana tidak disalin dan dicantumkan kembali. Yang ditolak, yang dibatalkan, dan lanjutan dari "
                    + "intervensi rencana itu sendiri tidak disalin kecuali disebut rujukannya; rujukan yang sudah ada di "
                    + "rencana tujuan dilewati.",
                "Copied are agency and supporters, name, indicators, target, unit, target group and note, within one village "
                    + "counts and location, too; the days move by the years between the two lokus. Money is not copied and is stated anew. What was declined or cancelled, and what continues an "
                    + "intervention of the same plan, is copied only where it is named; references that the plan has "
                    + "already are passed over."))
    }

    @Argument(
        help: .of(
            "Rujukan intervensi yang disalin; tanpa ini semuanya.",
            "References of the interventions to copy; all of them by default.", .reference))
    var references: [String] = []

    @Option(help: .of("Lokus yang rencananya disalin.", "The lokus whose plan is copied.", .lokus), completion: .lokus)
    var from: LokusReference

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(
        help: .of(
            "Ganti awal rujukan, misalnya SPH25=SHI26.", "Replace how references begin, e.g. SPH25=SHI26.", .renaming))
    var rename: Renaming?

    @OptionGroup var batch: BatchOptions
    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        let (source, target) = (try await service.lokus(from), try await service.lokus(lokus))
        let plan = try target.planID()
        let (known, taken) = (
            try await service.interventions(of: source), try await service.interventions(of: target)
        )
        let wanted = try chosen(known, source)
        let years = (target.value["year"].integer ?? 0) - (source.value["year"].integer ?? 0)
        if let rename, !wanted.contains(where: { ($0["reference"].text ?? "").hasPrefix(rename.old) }) {
            throw Failure.usage(.nothingToRename(rename.old))
        }
        let isOfTheSame = source.value["desa_code"] == target.value["desa_code"]
        let all = wanted.map { draft(of: $0, later: years, village: isOfTheSame) }
        let drafts = all.filter { taken[$0["reference"].text ?? ""] == nil }
        let passedOver = all.compactMap { $0["reference"].text }.filter { taken[$0] != nil }
        if !passedOver.isEmpty { context.note(.alreadyInPlan(passedOver), common) }
        guard !drafts.isEmpty else { return context.note(.nothingToCopy, common) }
        try BatchOptions.expect(drafts.count)
        let copies = NamedItems(
            items: drafts, references: drafts.map { $0["reference"].text ?? "" }, columns: InterventionView.columns,
            name: "reference", sentence: { .interventionsCopied($0, write) })
        try await context.send(
            copies, to: Address("action-plans", plan, "interventions:batch"), by: service, batch, write, output, common)
    }

    /// In the order in which they are named, or of their references.
    private func chosen(_ known: [String: JSONValue], _ source: Lokus) throws -> [JSONValue] {
        guard references.isEmpty else {
            return try references.unique.map { reference in
                guard let found = known[reference] else {
                    throw Failure.notFound(.noIntervention(reference, source.label))
                }
                return found
            }
        }
        let left: Set<String?> = [Intervention.State.declined.rawValue, Intervention.State.cancelled.rawValue]
        let own = Set(known.values.compactMap { $0["id"].text })
        return known.sorted { $0.key < $1.key }.map(\.value).filter { intervention in
            // The rest of a work is in the work that it continues.
            !left.contains(intervention["state"].text)
                && !(intervention["continues_id"].text.map { own.contains($0) } ?? false)
        }
    }

    private func draft(of intervention: JSONValue, later years: Int, village isOfTheSame: Bool) -> JSONValue {
        let reference = intervention["reference"].text ?? ""
        var draft = JSONObject([("reference", .string(rename?.renamed(reference) ?? reference))])
        for name in ["agency_code", "catalogue_code", "title", "indicators", "target_quantity", "unit", "note"] {
            draft[name] = intervention[name]
        }
        // How many there are and where they live is another village's own to say.
        let ofVillage = isOfTheSame ? ["target_families", "target_people", "location"] : []
        for name in ["target_group", "supporting_agencies"] + ofVillage where !intervention[name].isNull {
            draft[name] = intervention[name]
        }
        for name in ["starts_on", "ends_on"] {
            let day = intervention[name].text.flatMap { CalendarDay($0) }
            draft[name] = day.map { .string($0.later(byYears: years).description) }
        }
        draft["funding"] = .array([])
        return .object(draft)
    }
}
