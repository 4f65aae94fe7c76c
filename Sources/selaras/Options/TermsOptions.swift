internal import ArgumentParser
internal import Planning
internal import Wire

/// What is to change of an intervention; what is not named stays.
struct ChangedTermsOptions: ParsableArguments {
    @Option(help: .of("Kode perangkat daerah.", "Code of the agency.", .code), completion: .agency)
    var agency: String?

    @Option(help: .of("Nama intervensi.", "Name of the intervention.", .text))
    var title: String?

    @Option(
        help: .of("Kode indikator sasaran, dipisahkan koma.", "Codes of the target indicators, with commas.", .codes))
    var indicators: Codes?

    @Option(help: .of("Target volume.", "Target volume.", .quantity))
    var quantity: Decimal?

    @Option(help: .of("Satuan target.", "Unit of the target.", .unit))
    var unit: String?

    @OptionGroup var scope: ScopeOptions

    @Option(help: .of("Mulai (TTTT-BB-HH).", "First day (YYYY-MM-DD).", .day))
    var startsOn: Day?

    @Option(help: .of("Selesai (TTTT-BB-HH).", "Last day (YYYY-MM-DD).", .day))
    var endsOn: Day?

    @Option(
        help: .of(
            "Sumber dana dan pagunya, misalnya apbn=64800000.", "Funding source and its budget, e.g. apbn=64800000.",
            .funding))
    var funding: [FundingOption] = []

    @Option(
        help: .of(
            "Alokasi dari pos anggaran, misalnya 1.03.05.2.01.0007=40000000.",
            "Share of a budget line, e.g. 1.03.05.2.01.0007=40000000.", .share))
    var share: [ShareOption] = []

    @Option(help: .of("Catatan.", "Note.", .text))
    var note: String?

    func validate() throws {
        guard !change.members.isEmpty || !share.isEmpty else { throw ValidationError(Phrase.nothingToChange.text) }
    }

    /// As the service takes it, for an intervention as it is.
    func change(of present: JSONValue, _ service: Service) async throws -> JSONObject {
        var change = self.change
        if !share.isEmpty {
            // The shares of other lines stay with the sources that stay.
            let kept = present["funding"].items.filter { entry in
                funding.isEmpty || funding.contains { $0.source.rawValue == entry["source"].text }
            }
            let stated = funding.map { option in
                JSONValue.object(
                    JSONObject([
                        ("source", .string(option.source.rawValue)), ("amount_idr", .integer(option.amount.rupiah)),
                        (
                            "shares",
                            kept.first { $0["source"].text == option.source.rawValue }?["shares"] ?? .array([])
                        ),
                    ]))
            }
            // Its agency and dates as they will be.
            var meant = JSONObject()
            if case .object(let members) = present { meant = members }
            for member in change.members { meant[member.name] = member.value }
            meant["funding"] = .array(funding.isEmpty ? kept : stated)
            change["funding"] = try await service.funding(of: .object(meant), with: share)
        }
        return change
    }

    private var change: JSONObject {
        var change = JSONObject()
        change["agency_code"] = agency.map { .string($0) }
        change["title"] = title.map { .string($0) }
        change["indicators"] = indicators?.document
        change["target_quantity"] = quantity.map { .number($0.number) }
        change["unit"] = unit.map { .string($0) }
        for member in scope.members.members { change[member.name] = member.value }
        change["starts_on"] = startsOn.map { .string($0.text) }
        change["ends_on"] = endsOn.map { .string($0.text) }
        if !funding.isEmpty { change["funding"] = .array(funding.map(\.document)) }
        change["note"] = note.map { .string($0) }
        return change
    }
}

/// What a new intervention commits to.
struct NewTermsOptions: ParsableArguments {
    @Option(help: .of("Kode perangkat daerah.", "Code of the agency.", .code), completion: .agency)
    var agency: String

    @Option(help: .of("Nama intervensi.", "Name of the intervention.", .text))
    var title: String

    @Option(
        help: .of("Kode indikator sasaran, dipisahkan koma.", "Codes of the target indicators, with commas.", .codes))
    var indicators: Codes

    @Option(help: .of("Target volume.", "Target volume.", .quantity))
    var quantity: Decimal

    @Option(help: .of("Satuan target.", "Unit of the target.", .unit))
    var unit: String

    @OptionGroup var scope: ScopeOptions

    @Option(help: .of("Mulai (TTTT-BB-HH).", "First day (YYYY-MM-DD).", .day))
    var startsOn: Day

    @Option(help: .of("Selesai (TTTT-BB-HH).", "Last day (YYYY-MM-DD).", .day))
    var endsOn: Day

    @Option(
        help: .of(
            "Sumber dana dan pagunya, misalnya apbn=64800000.", "Funding source and its budget, e.g. apbn=64800000.",
            .funding))
    var funding: [FundingOption] = []

    @Option(
        help: .of(
            "Alokasi dari pos anggaran, misalnya 1.03.05.2.01.0007=40000000.",
            "Share of a budget line, e.g. 1.03.05.2.01.0007=40000000.", .share))
    var share: [ShareOption] = []

    @Option(help: .of("Kode katalog intervensi.", "Code of the catalogue.", .code))
    var catalogue: String?

    @Option(help: .of("Catatan.", "Note.", .text))
    var note: String?

    /// As the service takes it.
    func draft(_ reference: String, _ service: Service) async throws -> JSONObject {
        var body = self.body(reference)
        if !share.isEmpty { body["funding"] = try await service.funding(of: .object(body), with: share) }
        return body
    }

    private func body(_ reference: String) -> JSONObject {
        var body = JSONObject([
            ("reference", .string(reference)), ("agency_code", .string(agency)), ("title", .string(title)),
            ("indicators", indicators.document), ("target_quantity", .number(quantity.number)),
            ("unit", .string(unit)), ("starts_on", .string(startsOn.text)), ("ends_on", .string(endsOn.text)),
            ("funding", .array(funding.map(\.document))),
        ])
        for member in scope.members.members { body[member.name] = member.value }
        body["catalogue_code"] = catalogue.map { .string($0) }
        body["note"] = note.map { .string($0) }
        return body
    }
}
