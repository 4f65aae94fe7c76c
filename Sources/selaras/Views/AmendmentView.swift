internal import Phrasing
internal import Wire

/// Amendments in a list, and one alone: what each line makes of what.
enum AmendmentView {
    static let columns = [
        Column("number", .number, .integer), Column("state", .state, .word(.amendmentState)),
        Column("reason", .reason), Column("lines", .lineCount, .integer, value: { .integer($0["lines"].items.count) }),
        Column("state_changed_at", .since, .moment), Column("state_by", .actor).spare,
        Column("state_reason", .stateReason, for: .machines), Column("id", .identifier, for: .machines),
        Column("plan_id", .identifier, for: .machines), Column("version", .version, for: .machines),
    ]

    private static let lines = [
        Column("reference", .reference, .code), Column("kind", .kind, .word(.amendmentLine)),
        Column("member", .content, .word(.termsMember)), Column("before", .beforeShort, words: before),
        Column("after", .afterShort, words: after),
    ]
    private static let conflicts = [
        Column("reference", .reference, .code), Column("member", .content, .word(.termsMember)),
        Column("now", .now, words: now), Column("after", .proposed, words: after),
    ]

    static func answer(_ document: Resource, _ language: Language, _ message: Phrase? = nil) -> Answer {
        let value = document.value
        return Answer(
            document: .asItCame(document), table: Table(columns: columns, rows: [value], name: .member("id")),
            page: page(value, language), message: message)
    }

    private static func page(_ amendment: JSONValue, _ language: Language) -> [Block] {
        let rows = amendment["lines"].items.flatMap(Self.rows)
        let conflicting = amendment["lines"].items.flatMap { line in
            line["conflicts"].items.map { row(line, $0) }
        }
        var blocks: [Block] = [
            .title(Phrase.amendmentTitle(amendment["number"].integer).text(in: language)),
            .facts(facts(amendment, language)),
            .table(Table(columns: lines, rows: rows)),
        ]
        if !conflicting.isEmpty {
            blocks += [
                .line(Phrase.conflictsFollow.text(in: language)),
                .table(Table(columns: conflicts, rows: conflicting)),
            ]
        }
        return blocks
    }

    private static func facts(_ amendment: JSONValue, _ language: Language) -> [Fact] {
        var facts = [
            Fact(.desa, LokusView.place(amendment, language)), Fact(.reason, amendment["reason"].text),
            Fact(.state, Cell.text(amendment["state"], .word(.amendmentState), in: language)),
            Fact(.since, Cell.text(amendment["state_changed_at"], .moment, in: language)),
        ]
        if let actor = amendment["state_by"].text { facts.append(Fact(.actor, actor)) }
        if let reason = amendment["state_reason"].text { facts.append(Fact(.returnReason, reason)) }
        return facts + may(amendment["may"], language) + [Fact(.identifier, amendment["id"].text)]
    }

    /// A row a member that changes; what is new or cancelled is one row.
    private static func rows(_ line: JSONValue) -> [JSONValue] {
        switch line["kind"].text {
        case "change": line["changed"].items.map { row(line, $0) }
        case "add": [row(line, "title"), row(line, "target_quantity"), row(line, "funding")]
        default:
            [
                [
                    "reference": line["reference"], "kind": line["kind"], "member": .null,
                    "before": ["title": line["before"]["title"]], "after": ["title": line["reason"]], "now": .null,
                ]
            ]
        }
    }

    private static func row(_ line: JSONValue, _ member: JSONValue) -> JSONValue {
        [
            "reference": line["reference"], "kind": line["kind"], "member": member, "before": line["before"],
            "after": line["after"], "now": line["now"],
        ]
    }

    @Sendable private static func before(_ row: JSONValue, _ language: Language) -> String {
        text(row["before"], row["member"], language)
    }

    @Sendable private static func after(_ row: JSONValue, _ language: Language) -> String {
        text(row["after"], row["member"], language)
    }

    @Sendable private static func now(_ row: JSONValue, _ language: Language) -> String {
        text(row["now"], row["member"], language)
    }

    private static func text(_ terms: JSONValue, _ member: JSONValue, _ language: Language) -> String {
        guard !terms.isNull else { return Cell.absent }
        let name = member.text ?? "title"
        return switch name {
        case "starts_on", "ends_on": Cell.text(terms[name], .day, in: language)
        case "target_quantity":
            "\(Cell.text(terms[name], .decimal, in: language)) \(Cell.text(terms["unit"], .text, in: language))"
        case "funding": money(terms["funding"], language)
        default: Cell.text(terms[name], .text, in: language)
        }
    }

    private static func money(_ funding: JSONValue, _ language: Language) -> String {
        let sources = funding.items.map { entry in
            "\(Cell.text(entry["source"], .word(.fundingSource), in: language)) "
                + Cell.text(entry["amount_idr"], .integer, in: language)
        }
        return sources.isEmpty ? Cell.absent : sources.joined(separator: "; ")
    }

    private static func may(_ may: JSONValue, _ language: Language) -> [Fact] {
        let deeds = ["update", "submit", "approve", "return", "withdraw"]
        let allowed = deeds.filter { may[$0]["allowed"].flag == true }
        guard !may.isNull, !allowed.isEmpty else { return [] }
        return [Fact(.may, allowed.map { Vocabulary.deed.text(for: $0, in: language) }.joined(separator: ", "))]
    }
}
