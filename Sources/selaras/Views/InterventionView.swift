internal import Phrasing
internal import Wire

/// An intervention in lists and alone.
enum InterventionView {
    static let columns =
        [
            Column("reference", .reference, .code), Column("title", .intervention), Column("agency_name", .agency),
            Column("agency_code", .agency, for: .machines), Column("indicators", .indicators).spare,
            Column("target", .target, for: .people, words: target).spare,
            Column("target_quantity", .target, .decimal, for: .machines),
            Column("unit", .quantityUnit, for: .machines),
            Column("target_group", .targetGroup, for: .machines),
            Column("target_families", .families, .integer, for: .machines),
            Column("target_people", .people, .integer, for: .machines),
            Column("location", .location, for: .machines),
            Column("supporting_agencies", .supporters, for: .machines),
            Column("budget_idr", .budget, .integer), Column("state", .state, .word(.interventionState)),
        ] + ProgressColumns.besideState + [
            Column("starts_on", .startsOn, .day, for: .machines), Column("ends_on", .endsOn, .day, for: .machines),
            Column("assigned_on", .assignedOn, .day, for: .machines),
            Column("accepted_on", .acceptedOn, .day, for: .machines),
            Column("state_reason", .stateReason, for: .machines),
            Column("ended_on", .endedOn, .day, for: .machines), Column("id", .identifier, for: .machines),
        ]

    /// For rows of several lokus.
    static let placed =
        [Column("desa_code", .code, for: .machines), Column("desa_name", .desa), Column("year", .year)] + columns

    private static let funding = [
        Column("source", .source, .word(.fundingSource)), Column("amount_idr", .amount, .integer),
    ]

    /// - Parameter lines: the budget lines that pay it, each with the share.
    static func answer(
        _ document: Resource, _ language: Language, _ message: Phrase? = nil, paidBy lines: [JSONValue] = []
    ) -> Answer {
        let value = document.value
        return Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [value], name: .member("reference")),
            page: page(value, language) + paid(lines, language), message: message)
    }

    private static func page(_ value: JSONValue, _ language: Language) -> [Block] {
        [
            .title("\(value["reference"].text ?? "") \(value["title"].text ?? "")"),
            .facts(
                [
                    Fact(.desa, LokusView.place(value, language)), Fact(.agency, value["agency_name"].text),
                    Fact(.indicators, Cell.text(value["indicators"], .text, in: language)),
                    Fact(.target, target(value, language)),
                ] + scope(value, language) + [
                    Fact(.startsOn, Cell.text(value["starts_on"], .day, in: language)),
                    Fact(.endsOn, Cell.text(value["ends_on"], .day, in: language)),
                    Fact(.state, Cell.text(value["state"], .word(.interventionState), in: language)),
                ] + course(value, language) + [
                    Fact(.assignedOn, Cell.text(value["assigned_on"], .day, in: language)),
                    Fact(.acceptedOn, Cell.text(value["accepted_on"], .day, in: language)),
                    Fact(.budget, Cell.text(value["budget_idr"], .integer, in: language)),
                    Fact(.latestReport, ProgressColumns.report(value, language)),
                ] + progress(value["progress"], language) + unverified(value, language) + [
                    Fact(.note, value["note"].text)
                ]
                    + may(value["may"], language)),
            .table(Table(columns: funding, rows: value["funding"].items)),
        ]
    }

    /// What is said of whom it is for.
    private static func scope(_ value: JSONValue, _ language: Language) -> [Fact] {
        var facts: [Fact] = []
        if let group = targetGroup(value, language) { facts.append(Fact(.targetGroup, group)) }
        if let location = value["location"].text, !location.isEmpty { facts.append(Fact(.location, location)) }
        let supporters = value["supporting_agencies"].items.compactMap(\.text)
        if !supporters.isEmpty { facts.append(Fact(.supporters, supporters.joined(separator: ", "))) }
        return facts
    }

    /// `Keluarga tanpa jamban (45 keluarga, 180 orang)`.
    static func targetGroup(_ value: JSONValue, _ language: Language) -> String? {
        let group = value["target_group"].text.flatMap { $0.isEmpty ? nil : $0 }
        let counts = [("target_families", "family"), ("target_people", "person")].filter { !value[$0.0].isNull }
            .map { member, unit in
                Phrase.quantity(
                    Cell.text(value[member], .integer, in: language), Vocabulary.unit.text(for: unit, in: language)
                ).text(in: language)
            }.joined(separator: ", ")
        guard let group else { return counts.isEmpty ? nil : counts }
        return counts.isEmpty ? group : "\(group) (\(counts))"
    }

    /// Why it is in its state, since when it is over, and what it has to do with another one.
    private static func course(_ value: JSONValue, _ language: Language) -> [Fact] {
        var facts: [Fact] = []
        if let reason = value["state_reason"].text { facts.append(Fact(.stateReason, reason)) }
        if value["ended_on"].text != nil {
            facts.append(Fact(.endedOn, Cell.text(value["ended_on"], .day, in: language)))
        }
        if value["continues_id"].text != nil {
            facts.append(Fact(.carriedOver, Phrase.continuesAnother.text(in: language)))
        }
        if value["continued_by_id"].text != nil {
            facts.append(Fact(.carriedOver, Phrase.isContinued.text(in: language)))
        }
        return facts
    }

    private static func paid(_ lines: [JSONValue], _ language: Language) -> [Block] {
        guard !lines.isEmpty else { return [] }
        return [
            .title(Phrase.byLine.text(in: language)),
            .table(Table(columns: BudgetView.ofIntervention, rows: lines)),
        ]
    }

    /// Nothing where the service did not say.
    private static func may(_ may: JSONValue, _ language: Language) -> [Fact] {
        guard !may.isNull else { return [] }
        let allowed = may.members.filter { $0.value["allowed"].flag == true }
            .map { Vocabulary.deed.text(for: $0.name, in: language) }
        return [Fact(.may, allowed.isEmpty ? nil : allowed.joined(separator: ", "))]
    }

    private static func progress(_ progress: JSONValue, _ language: Language) -> [Fact] {
        guard !progress.isNull else { return [] }
        return [
            Fact(.physical, Cell.text(progress["physical_percent"], .percent, in: language)),
            Fact(.quantity, Cell.text(progress["quantity"], .decimal, in: language)),
            Fact(.finance, Cell.text(progress["spent_idr"], .integer, in: language)),
        ]
    }

    /// What was reported and does not count yet, in one line beside what does.
    private static func unverified(_ value: JSONValue, _ language: Language) -> [Fact] {
        ProgressColumns.figures(value["unverified"], value["unit"].text, language).map { [Fact(.unverified, $0)] } ?? []
    }

    /// `45 unit`.
    static func target(_ row: JSONValue, _ language: Language) -> String {
        Phrase.quantity(
            Cell.text(row["target_quantity"], .decimal, in: language), row["unit"].text ?? ""
        ).text(in: language)
    }
}
