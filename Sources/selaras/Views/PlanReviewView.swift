internal import Phrasing
internal import Wire

/// What a plan still lacks: what was found, and what to do next.
enum PlanReviewView {
    private static func columns(_ lokus: String) -> [Column] {
        [
            Column("kind", .kind, .word(.planFinding), tone: tone),
            Column("finding", .finding, for: .people, words: { PlanFindingText($0, lokus, $1).found }),
            Column("remedy", .remedy, for: .people, words: { PlanFindingText($0, lokus, $1).remedy }),
            Column("codes", .indicators, for: .machines),
            Column("value", .value, .decimal, for: .machines) { $0["indicator"]["value"] },
            Column("needed_to_reach_threshold", .needed, .integer, for: .machines) {
                $0["indicator"]["needed_to_reach_threshold"]
            },
            Column("unit", .unit, .word(.unit), for: .machines) { $0["indicator"]["unit"] },
            Column("gain", .changePoints, .decimal, for: .machines) { $0["indicator"]["gain"] },
            Column("references", .intervention, for: .machines) {
                .array($0["interventions"].items.map { $0["reference"] })
            },
            Column("agency_codes", .agency, for: .machines, value: agencies),
            Column("budget_idr", .budget, .integer, for: .machines),
            Column("budget_year", .budgetYear, for: .machines),
            Column("sources", .source, for: .machines),
            Column("budget_line_id", .budgetLine, for: .machines) { $0["budget_line"]["id"] },
            Column("left_idr", .left, .integer, for: .machines) { $0["budget_line"]["left_idr"] },
            Column("report_id", .identifier, for: .machines) { $0["disputed_report"]["id"] },
            Column("village_quantity", .villageCounted, .decimal, for: .machines) {
                $0["disputed_report"]["confirmation"]["quantity"]
            },
            Column("village_note", .villageNote, for: .machines) { $0["disputed_report"]["confirmation"]["note"] },
            Column("overdue", .obligation, .integer, for: .machines) { $0["reports"]["overdue"] },
            Column("obligations", .total, .integer, for: .machines) { $0["reports"]["obligations"] },
            Column("overdue_since", .since, .day, for: .machines) { $0["reports"]["overdue_since"] },
        ]
    }

    static func answer(_ document: Resource, _ language: Language) -> Answer {
        let value = document.value
        let lokus = Table.Name.desaAndYear.text(of: value) ?? ""
        let table = Table(columns: columns(lokus), rows: value["items"].items, name: .member("kind"))
        var page: [Block] = [
            .title(Phrase.planReviewTitle(LokusView.place(value["lokus"], language)).text(in: language)),
            table.rows.isEmpty ? .line(Phrase.planLacksNothing.text(in: language)) : .table(table),
        ]
        for note in notes(value, lokus) { page.append(.line(note.text(in: language))) }
        return Answer(document: .asItCame(document), table: table, page: page)
    }

    /// What was not looked for, and why what was found may have to wait.
    private static func notes(_ value: JSONValue, _ lokus: String) -> [Phrase] {
        let checked = Set(value["checked"].items.compactMap(\.text))
        let isFixed = ["approved", "running"].contains(value["state"].text)
        return [
            checked.contains("weak_without_intervention") ? nil : Phrase.baselineNotReviewed(lokus),
            checked.contains("reports_overdue") ? nil : Phrase.reportsNotReviewed,
            isFixed && !value["items"].items.isEmpty ? Phrase.fixedPlanIsAmended(lokus) : nil,
        ].compactMap(\.self)
    }

    /// Of its interventions, or of its reports.
    private static func agencies(_ row: JSONValue) -> JSONValue {
        let codes = row["interventions"].items.compactMap { $0["agency_code"].text }
        let owing = row["reports"]["agency_code"].text
        return .array(Set(codes + [owing].compactMap(\.self)).sorted().map { .string($0) })
    }

    private static let tone: @Sendable (JSONValue) -> Tone = { row in
        ["weak_without_intervention", "budget_line_overdrawn", "report_disputed", "reports_overdue"]
            .contains(row["kind"].text) ? .bad : .plain
    }
}

/// One finding in sentences.
struct PlanFindingText {
    private let row: JSONValue
    private let lokus: String
    private let language: Language

    init(_ row: JSONValue, _ lokus: String, _ language: Language) {
        (self.row, self.lokus, self.language) = (row, lokus, language)
    }

    /// The evidence.
    var found: String { phrase?.found.text(in: language) ?? Cell.absent }
    /// What to do next.
    var remedy: String { phrase?.remedy.text(in: language) ?? Cell.absent }

    /// Nil of a kind that this program does not know yet.
    private var phrase: (found: Phrase, remedy: Phrase)? {
        switch row["kind"].text {
        case "weak_without_intervention":
            (.weakFound(indicator, value, needed, gain), .proposeFor(code, lokus))
        case "weak_without_accepted_intervention":
            (.notAcceptedFound(indicator, value, needed, gain, interventions), unaccepted)
        case "budget_line_overdrawn":
            (.overdrawnFound(line, money(line["ceiling_idr"]), money(line["shared_idr"]), over), .cutShares(references))
        case "reports_overdue":
            (
                .overdueFound(reports, Cell.text(reports["overdue_since"], .day, in: language), references),
                .remindAgency(reports["agency_name"].text ?? "", reports["agency_code"].text ?? "", lokus)
            )
        case "report_disputed": (dispute, settlement)
        case "intervention_on_clear_indicator":
            (.clearFound(intervention, codes, money(row["budget_idr"])), .redirect(references.first ?? ""))
        case "indicator_without_value":
            isAnnounced
                ? (.nobodyConcernedFound(indicator, interventions), .checkTarget(code))
                : (.notAnnouncedFound(indicator, interventions), .completeBaseline)
        case "same_indicator_two_budgets":
            (
                .meetingFound(indicator, row["budget_year"].number?.text ?? "", shares, money(row["budget_idr"])),
                .compareTargets
            )
        default: nil
        }
    }

    /// What is only proposed is assigned first; then its agency decides.
    private var unaccepted: Phrase {
        let proposed = row["interventions"].items.filter { $0["state"].text == "proposed" }
        guard proposed.isEmpty else {
            return .assignFirst(proposed.compactMap { $0["reference"].text }, lokus)
        }
        return .askToAccept(distinct(row["interventions"].items.compactMap { $0["agency_name"].text }))
    }

    private var dispute: Phrase {
        let (report, said) = (row["disputed_report"], row["disputed_report"]["confirmation"])
        func quantity(_ value: JSONValue) -> String {
            "\(Cell.text(value, .decimal, in: language)) \(report["unit"].text ?? "")"
        }
        return .disputeFound(
            "\(references.first ?? "") \(Period.text(of: report, in: language) ?? "")", quantity(report["quantity"]),
            said["quantity"].isNull ? nil : quantity(said["quantity"]), said["note"].text,
            isVerified: report["state"].text == "verified", isCurrent: said["is_current"].flag != false)
    }

    private var settlement: Phrase {
        let report = row["disputed_report"]
        return .settleDispute(
            report["agency_name"].text ?? "", lokus, references.first ?? "", report["budget_year"].number?.text ?? "",
            report["quarter"].number?.text ?? "")
    }

    private var line: JSONValue { row["budget_line"] }
    private var reports: JSONValue { row["reports"] }
    private var isAnnounced: Bool { row["indicator"]["absence"].text != "not_published" }
    private var code: String { row["indicator"]["code"].text ?? "" }
    private var indicator: String { "\(code) \(row["indicator"]["name"].text ?? "")" }
    private var codes: String { Cell.text(row["codes"], .text, in: language) }
    private var references: [String] { row["interventions"].items.compactMap { $0["reference"].text } }
    private var value: String { Cell.text(row["indicator"]["value"], .percent, in: language) }
    private var over: String { language.integer(-(line["left_idr"].integer ?? 0)) }

    private var needed: String? {
        row["indicator"]["needed_to_reach_threshold"].isNull ? nil : RoundView.needed(row["indicator"], language)
    }

    private var gain: String { row["indicator"]["gain"].number.flatMap(language.points) ?? Cell.absent }

    private var intervention: String {
        let first = row["interventions"].items.first ?? .null
        return "\(first["reference"].text ?? "") \(first["title"].text ?? "")"
    }

    /// `SPH25-01 (Dinas PUPR)`.
    private var interventions: String {
        row["interventions"].items.map { "\($0["reference"].text ?? "") (\($0["agency_name"].text ?? ""))" }
            .joined(separator: ", ")
    }

    /// `SPH25-01 (Dinas PUPR, Rp405.000.000)`.
    private var shares: String {
        row["interventions"].items.map {
            "\($0["reference"].text ?? "") (\($0["agency_name"].text ?? ""), Rp\(money($0["budget_idr"])))"
        }.joined(separator: ", ")
    }

    private func money(_ value: JSONValue) -> String { value.integer.map(language.integer) ?? Cell.absent }

    private func distinct(_ names: [String]) -> [String] {
        names.enumerated().filter { names.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }
}
